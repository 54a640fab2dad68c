"""A practitioner reflects, stops, comes back, and finds every word again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clocks import StoppedClock
from reflect.domain.keeping_both import BETWEEN
from reflect.domain.reflection import Scale, State
from reflect.errors import InvalidText, NotFound, WrongUse
from reflect.services.practice import Practice
from reflect.text import ANSWER_LIMIT

BANK, FIRST = "child-s", "both-parents-co-sleeping"
SignIn = Callable[..., Practice]


def say(practice: Practice, text: str, *, question: str = FIRST, scale: Scale | None = None) -> str:
    """Answers a question in the sitting that is going on; gives the answer's id."""
    sitting = practice.reflecting.begin(BANK)
    before = sitting.answers.get(question)
    return practice.reflecting.save_answer(
        sitting.reflection.id, question, text=text, scale=scale, revision=before.revision if before else 0
    ).id


def test_what_was_written_is_there_after_closing_the_lid(signed_in: SignIn) -> None:
    practice = signed_in()
    say(practice, "I spoke to the mother only.\nNext time I ring first.", scale=Scale.SOMETIMES)
    practice.close()

    answer = signed_in().reflecting.begin(BANK).answers[FIRST]
    assert answer.text == "I spoke to the mother only.\nNext time I ring first."
    assert answer.scale is Scale.SOMETIMES
    assert answer.state is State.PRIVATE


def test_a_sitting_goes_on_at_the_place_where_it_was_left(signed_in: SignIn) -> None:
    practice = signed_in()
    sitting = practice.reflecting.begin(BANK).reflection
    practice.reflecting.go_to(sitting.id, 4)
    practice.close()

    again = signed_in().reflecting
    assert [going.id for going in again.unfinished()] == [sitting.id]
    assert again.begin(BANK).reflection.position == 4


def test_a_skipped_question_is_remembered_until_it_is_answered(signed_in: SignIn) -> None:
    reflecting = signed_in().reflecting
    sitting = reflecting.begin(BANK).reflection
    skipped = reflecting.skip(sitting.id, FIRST)
    assert (skipped.position, skipped.skipped) == (1, {FIRST})

    reflecting.save_answer(sitting.id, FIRST, text="Now I have words for it.", scale=None, revision=0)
    now = reflecting.resume(sitting.id).reflection
    assert (now.answered, now.skipped) == ({FIRST}, frozenset())


def test_finishing_keeps_what_i_take_away_and_frees_the_bank_for_another_sitting(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    reflecting = signed_in().reflecting
    first = reflecting.begin(BANK).reflection
    clock.go_on(minutes=20)
    finished = reflecting.finish(first.id, "Ask about the father by name.")
    clock.go_on(days=1)

    assert finished.finished is not None
    assert finished.take_away == "Ask about the father by name."
    assert reflecting.unfinished() == ()
    assert reflecting.begin(BANK).reflection.id != first.id
    assert [sitting.finished is None for sitting in reflecting.reflections()] == [True, False]


def test_an_answer_keeps_the_question_as_it_was_asked(signed_in: SignIn) -> None:
    practice = signed_in()
    asked = practice.reflecting.answer(say(practice, "words")).asked
    bank = practice.banks.bank(BANK)
    question = bank.question(FIRST)
    assert question is not None
    assert (asked.wording, asked.bank_version, asked.bank_hash) == (question.text, bank.version, bank.hash)


def test_questions_for_other_professions_are_left_out(signed_in: SignIn) -> None:
    practice = signed_in("Robin Example", "Police officer")
    bank = practice.banks.bank(BANK)
    offered = set(practice.reflecting.begin(BANK).reflection.questions)
    for question in bank.questions:
        assert (question.id in offered) == question.is_for("police-officer"), question.id


def test_two_windows_that_write_the_same_answer_lose_nothing(signed_in: SignIn) -> None:
    here, there = signed_in(), signed_in()
    say(here, "Begun here.")
    sitting = there.reflecting.begin(BANK)
    seen = sitting.answers[FIRST]
    say(here, "Begun here, and gone on.")

    both = there.reflecting.save_answer(
        sitting.reflection.id, FIRST, text="Begun there.", scale=None, revision=seen.revision
    )
    assert "Begun here, and gone on." in both.text
    assert "Begun there." in both.text
    assert here.reflecting.answer(both.id).text == both.text


def test_turns_in_two_windows_say_nothing_twice(signed_in: SignIn) -> None:
    say(signed_in(), "Begun.")
    windows = [signed_in(), signed_in()]
    answers = [practice.reflecting.begin(BANK).answers[FIRST] for practice in windows]
    for turn in range(9):
        which, place = (1, -1) if turn % 2 else (0, 0)
        based_on = answers[which]
        lines = based_on.text.split("\n")
        lines[place] += f" {turn}."
        answers[which] = windows[which].reflecting.edit_answer(
            based_on.id,
            text="\n".join(lines),
            scale=None,
            revision=based_on.revision,
            based_on=based_on,
        )
    assert answers[0].text == f"Begun. 0. 2. 4. 6. 8.\n\n{BETWEEN}\n\nBegun. 1. 3. 5. 7."


def test_a_window_that_only_fell_behind_says_nothing_twice(signed_in: SignIn) -> None:
    here, there = signed_in(), signed_in()
    say(here, "One thought.")
    sitting = there.reflecting.begin(BANK)
    say(here, "One thought. A second.")
    kept = there.reflecting.save_answer(
        sitting.reflection.id, FIRST, text="One thought.", scale=None, revision=1
    )
    assert kept.text == "One thought. A second."


def test_saving_the_same_words_again_changes_nothing(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    answer = practice.reflecting.answer(say(practice, "The same."))
    clock.go_on(hours=1)
    assert practice.reflecting.answer(say(practice, "The same.")) == answer


def test_answers_are_listed_newest_first_and_by_what_they_answer(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    reflecting = signed_in().reflecting
    first = reflecting.add_answer(BANK, FIRST, text="In March.", scale=Scale.RARELY)
    clock.go_on(days=40)
    second = reflecting.add_answer(
        "baby-e", reflecting.begin("baby-e").reflection.questions[0], text="Later.", scale=None
    )
    theme = first.asked.themes[0]

    assert [card.id for card in reflecting.answers()] == [second.id, first.id]
    assert [card.id for card in reflecting.answers(bank=BANK)] == [first.id]
    assert [card.id for card in reflecting.answers(question=FIRST)] == [first.id]
    assert first.id in [card.id for card in reflecting.answers(theme=theme)]
    assert [card.id for card in reflecting.answers(since=date(2026, 4, 1))] == [second.id]
    assert [answer.text for answer in reflecting.whole_answers()] == ["Later.", "In March."]


def test_an_answer_without_words_is_not_listed(signed_in: SignIn) -> None:
    practice = signed_in()
    say(practice, "  ")
    assert practice.reflecting.answers() == ()
    assert practice.reflecting.unfinished()[0].answered == frozenset()


def test_not_in_my_role_is_an_answer_without_words(signed_in: SignIn) -> None:
    practice = signed_in()
    say(practice, "", scale=Scale.NOT_IN_MY_ROLE)
    assert [card.scale for card in practice.reflecting.answers()] == [Scale.NOT_IN_MY_ROLE]


def test_an_answer_can_be_changed_long_after_its_sitting(signed_in: SignIn, clock: StoppedClock) -> None:
    reflecting = signed_in().reflecting
    answer = reflecting.add_answer(BANK, FIRST, text="Then.", scale=None)
    clock.go_on(days=90)
    changed = reflecting.edit_answer(
        answer.id, text="Then, and now.", scale=Scale.USUALLY, revision=answer.revision
    )
    assert (changed.created, changed.text) == (answer.created, "Then, and now.")
    assert changed.updated > answer.updated


def test_deleting_an_answer_leaves_the_sitting(signed_in: SignIn) -> None:
    practice = signed_in()
    answer_id = say(practice, "To be forgotten.")
    practice.reflecting.delete_answer(answer_id)
    assert practice.reflecting.answers() == ()
    assert practice.reflecting.begin(BANK).answers == {}
    assert practice.examine() == ()


def test_deleting_a_sitting_takes_its_answers_with_it(signed_in: SignIn) -> None:
    practice = signed_in()
    answer_id = say(practice, "To be forgotten.")
    practice.reflecting.delete_reflection(practice.reflecting.unfinished()[0].id)
    with pytest.raises(NotFound):
        practice.reflecting.answer(answer_id)
    assert practice.reflecting.reflections() == ()
    assert practice.examine() == ()


def test_an_id_may_be_shortened_to_what_is_unique(signed_in: SignIn) -> None:
    practice = signed_in()
    answer_id = say(practice, "words")
    assert practice.reflecting.answer(answer_id[:6]).id == answer_id
    with pytest.raises(NotFound):
        practice.reflecting.answer("")
    with pytest.raises(NotFound):
        practice.reflecting.answer("%%%%%%")


def test_an_id_that_fits_several_answers_is_refused(signed_in: SignIn) -> None:
    practice = signed_in()
    ids = [
        practice.reflecting.add_answer(BANK, FIRST, text=str(number), scale=None).id for number in range(3)
    ]
    with practice._store.writing() as transaction:
        mine = transaction.mine(practice._own_key.circle_id)
        for end, id_ in enumerate(ids):
            (_, card, body), *_ = mine.answers([id_])
            mine.put_answer(f"abcdef-{end}", card, body)
    with pytest.raises(WrongUse, match="Several answers"):
        practice.reflecting.answer("abcdef")


def test_unknown_banks_and_questions_are_named(signed_in: SignIn) -> None:
    reflecting = signed_in().reflecting
    with pytest.raises(NotFound, match="child-s"):
        reflecting.begin("chld-s")
    with pytest.raises(NotFound, match="bank show child-s"):
        reflecting.begin(BANK, "no-such-question")


def test_a_text_too_long_is_refused_and_the_saved_one_stays(signed_in: SignIn) -> None:
    practice = signed_in()
    answer_id = say(practice, "Short.")
    with pytest.raises(InvalidText, match="Nothing was cut"):
        say(practice, "x" * (ANSWER_LIMIT + 1))
    assert practice.reflecting.answer(answer_id).text == "Short."


def test_nobody_else_in_the_workspace_sees_any_of_it(signed_in: SignIn) -> None:
    robin, sam = signed_in("Robin Example"), signed_in("Sam Sample", "Teacher")
    answer_id = say(robin, "Only for me.")
    sitting = robin.reflecting.unfinished()[0].id
    assert sam.reflecting.answers() == ()
    assert sam.reflecting.reflections() == ()
    for forbidden in (
        lambda: sam.reflecting.answer(answer_id),
        lambda: sam.reflecting.delete_answer(answer_id),
        lambda: sam.reflecting.resume(sitting),
        lambda: sam.reflecting.delete_reflection(sitting),
        lambda: sam.reflecting.save_answer(sitting, FIRST, text="mine now", scale=None, revision=1),
    ):
        with pytest.raises(NotFound):
            forbidden()
    assert robin.reflecting.answer(answer_id).text == "Only for me."


def test_what_two_windows_take_away_from_one_sitting_is_kept_whole(signed_in: SignIn) -> None:
    here, there = signed_in().reflecting, signed_in().reflecting
    sitting = here.begin(BANK).reflection.id
    here.save_take_away(sitting, "Ring first.")
    there.save_take_away(sitting, "Ring first, then write.", based_on="Ring first.")

    both = here.save_take_away(sitting, "Ask the father.", based_on="Ring first.").take_away
    assert "Ring first, then write." in both
    assert "Ask the father." in both
    assert there.resume(sitting).reflection.take_away == both


def test_finishing_takes_nothing_away_that_another_window_wrote(signed_in: SignIn) -> None:
    here, there = signed_in().reflecting, signed_in().reflecting
    sitting = here.begin(BANK).reflection.id
    here.save_take_away(sitting, "Ring first.")
    there.save_take_away(sitting, "Ring earlier.", based_on="Ring first.")
    assert here.finish(sitting, "Ring first.", based_on="Ring first.").take_away == "Ring earlier."

    there.save_take_away(sitting, "Ring at nine.", based_on="Ring earlier.")
    both = here.finish(sitting, "Ring and write.", based_on="Ring earlier.").take_away
    assert "Ring at nine." in both
    assert "Ring and write." in both


def test_what_is_taken_away_can_be_cleared_by_who_saw_it(signed_in: SignIn) -> None:
    reflecting = signed_in().reflecting
    sitting = reflecting.begin(BANK).reflection.id
    reflecting.save_take_away(sitting, "Ring first.")
    assert reflecting.save_take_away(sitting, "").take_away == "Ring first."
    assert reflecting.save_take_away(sitting, "", based_on="Ring first.").take_away == ""
