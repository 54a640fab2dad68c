"""Coming back: earlier wordings, one's own words found again, and what one said then and now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clocks import StoppedClock
from reflect.domain.reflection import FREE, Answer, Scale
from reflect.errors import NotFound
from reflect.services.practice import Practice

BANK, FIRST = "child-s", "both-parents-co-sleeping"
SignIn = Callable[..., Practice]


def write(practice: Practice, text: str) -> Answer:
    sitting = practice.reflecting.begin(BANK)
    before = sitting.answers.get(FIRST)
    return practice.reflecting.save_answer(
        sitting.reflection.id, FIRST, text=text, scale=None, revision=before.revision if before else 0
    )


def earlier(practice: Practice, answer: Answer) -> list[str]:
    return [version.text for version in practice.remembering.versions(answer.id)]


def test_a_text_is_kept_before_much_of_it_goes(signed_in: SignIn) -> None:
    practice = signed_in()
    write(practice, "I asked the mother how he sleeps, and left it there.")
    answer = write(practice, "I asked.")
    assert earlier(practice, answer) == ["I asked the mother how he sleeps, and left it there."]


def test_a_text_that_goes_letter_by_letter_is_kept_at_its_longest(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    whole = "I asked the mother how he sleeps, and left it there."
    answer = write(practice, whole)
    for length in range(len(whole) - 1, 10, -1):
        clock.go_on(seconds=1)
        answer = write(practice, whole[:length])
    assert whole in earlier(practice, answer)


def test_small_changes_within_ten_minutes_keep_nothing(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    answer = write(practice, "One thought here.")
    for number in range(20):
        clock.go_on(seconds=20)
        answer = write(practice, f"{answer.text} And {number}.")
    assert earlier(practice, answer) == []


def test_every_ten_minutes_of_writing_a_wording_is_kept(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    answer = write(practice, "0.")
    for number in range(1, 36):
        clock.go_on(minutes=1)
        answer = write(practice, f"{answer.text} {number}.")
    assert len(earlier(practice, answer)) == 3


def test_what_stood_for_ten_minutes_can_be_brought_back_and_the_present_text_is_kept(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    write(practice, "What I thought on Monday.")
    clock.go_on(minutes=10)
    answer = write(practice, "What I thought on Monday, put better.")
    (version,) = practice.remembering.versions(answer.id)
    back = practice.remembering.bring_back(answer.id, version.id)

    assert back.text == "What I thought on Monday."
    assert practice.reflecting.answer(answer.id).text == back.text
    assert "What I thought on Monday, put better." in earlier(practice, answer)


def test_bringing_back_keeps_free_words_that_were_put_aside_as_well(signed_in: SignIn) -> None:
    practice = signed_in()
    write(practice, "I asked the mother how he sleeps, and left it there.")
    answer = write(practice, "I asked.")
    steps = (("What?", "I asked her how he sleeps."),)
    answer = practice.reflecting.edit_answer(
        answer.id, text="", scale=None, revision=answer.revision, model="what", steps=steps
    )
    version = practice.remembering.versions(answer.id)[-1]
    practice.remembering.bring_back(answer.id, version.id)
    assert {"I asked.", "I asked her how he sleeps."} <= set(earlier(practice, answer))


def test_bringing_back_what_is_not_there_changes_nothing(signed_in: SignIn) -> None:
    practice = signed_in()
    answer = write(practice, "Here.")
    with pytest.raises(NotFound):
        practice.remembering.bring_back(answer.id, "no-such-version")
    assert practice.reflecting.answer(answer.id) == answer


def test_deleting_an_answer_deletes_its_earlier_wordings(signed_in: SignIn) -> None:
    practice = signed_in()
    write(practice, "A long first wording that will go.")
    answer = write(practice, "Short.")
    practice.reflecting.delete_answer(answer.id)
    with practice._store.reading() as transaction:
        assert transaction.mine(practice._own_key.circle_id).versions(answer.id) == []
    assert practice.examine() == ()


def test_changing_the_model_loses_nothing(signed_in: SignIn) -> None:
    practice = signed_in()
    answer = write(practice, "First in my own words.")
    sitting = answer.reflection
    gibbs = practice.reflecting.save_answer(
        sitting,
        FIRST,
        text="",
        scale=None,
        revision=answer.revision,
        model="gibbs",
        steps=(("Description", "What happened."), ("Feelings", ""), ("Evaluation", "What went well.")),
    )
    assert gibbs.text == "What happened.\n\nWhat went well."
    assert dict(gibbs.aside) == {FREE: (("", "First in my own words."),)}

    back = practice.reflecting.save_answer(
        sitting, FIRST, text="First in my own words.", scale=None, revision=gibbs.revision, model=FREE
    )
    assert (back.model, back.steps, back.text) == (FREE, None, "First in my own words.")
    assert dict(back.aside) == {"gibbs": gibbs.steps}
    assert [found.card.id for found in practice.remembering.search("went well")] == [answer.id]


def test_a_search_finds_words_and_phrases_whatever_their_accents_and_case(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    reflecting, remembering = (practice := signed_in()).reflecting, practice.remembering
    older = reflecting.add_answer(BANK, FIRST, text="Zoë’s nursery rang; I did not ring back.", scale=None)
    clock.go_on(days=3)
    newer = reflecting.add_answer(BANK, FIRST, text="This time I rang the nursery BACK at once.", scale=None)

    assert [found.card.id for found in remembering.search("nursery")] == [newer.id, older.id]
    assert [found.card.id for found in remembering.search("ZOE")] == [older.id]
    assert [found.card.id for found in remembering.search('"ring back"')] == [older.id]
    assert [found.card.id for found in remembering.search("back nursery once")] == [newer.id]
    assert remembering.search("father") == ()
    assert remembering.search("  ") == ()
    assert remembering.search("nursery", bank="baby-e") == ()
    assert "nursery" in remembering.search("nursery")[0].excerpt


def test_a_search_sees_what_was_written_a_moment_ago_here_and_in_another_window(signed_in: SignIn) -> None:
    here, there = signed_in(), signed_in()
    assert here.remembering.search("lantern") == ()
    answer = write(there, "A lantern.")
    assert [found.card.id for found in here.remembering.search("lantern")] == [answer.id]
    here.reflecting.delete_answer(answer.id)
    assert here.remembering.search("lantern") == ()
    assert there.remembering.search("lantern") == ()


def test_after_a_change_the_new_words_are_found_and_only_what_changed_is_opened_again(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    remembering, reflecting = practice.remembering, practice.reflecting
    untouched = reflecting.add_answer(BANK, FIRST, text="A lantern.", scale=None)
    clock.go_on(days=1)
    changed = reflecting.add_answer(BANK, FIRST, text="A lamp.", scale=None)
    assert len(remembering.search("a")) == 2
    with practice._store.writing() as transaction:
        mine = transaction.mine(practice._own_key.circle_id)
        ((_, card, _),) = mine.answers([untouched.id])
        mine.put_answer(untouched.id, card, b"does not open")
    reflecting.edit_answer(changed.id, text="A candle.", scale=None, revision=changed.revision)
    assert [found.card.id for found in remembering.search("candle")] == [changed.id]
    assert remembering.search("lamp") == ()
    assert [found.card.id for found in remembering.search("lantern")] == [untouched.id]


def test_then_and_now_sets_all_answers_to_one_question_in_time(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    then = practice.reflecting.add_answer(BANK, FIRST, text="Hardly.", scale=Scale.RARELY)
    clock.go_on(days=180)
    now = practice.reflecting.add_answer(BANK, FIRST, text="Mostly.", scale=Scale.USUALLY)
    practice.reflecting.add_answer(BANK, "what-probably-means", text="Something else.", scale=None)

    both = practice.remembering.history(now.id)
    assert [answer.id for answer in both.answers] == [then.id, now.id]
    assert both.reworded == frozenset()
