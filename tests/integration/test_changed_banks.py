"""A bank changes, loses or reuses a question between two sittings: what was answered keeps its words, and what is
unfinished goes on with what is still asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from changing_bank import BANK, FIRST, GONE, KEPT, NEW, REUSED, REWORDED, SECOND, THIRD, add
from clocks import StoppedClock
from reflect.domain.banks import Shape
from reflect.domain.reflection import Answer, Scale
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]


@pytest.fixture
def practice(signed_in: SignIn, tmp_path: Path) -> Practice:
    """Somebody with the first version of the bank."""
    practice = signed_in()
    add(practice, tmp_path, 1, FIRST)
    return practice


def begin(practice: Practice, *answered: str, at: int = 0) -> str:
    """A sitting with these questions answered, left at a place."""
    sitting = practice.reflecting.begin_anew(BANK).reflection
    for question in answered:
        practice.reflecting.save_answer(
            sitting.id, question, text=f"About {question}.", scale=None, revision=0
        )
    practice.reflecting.go_to(sitting.id, at)
    return sitting.id


def as_asked(answer: Answer) -> tuple[str, tuple[str, ...], Shape, int]:
    asked = answer.asked
    return asked.wording, asked.parts, asked.shape, asked.bank_version


AT_FIRST = {
    KEPT: ("What was an ordinary day like?", (), Shape.OPEN, 1),
    REWORDED: (
        "How do I ask fathers what they see?",
        ("And what do I do with the answer?",),
        Shape.OPEN,
        1,
    ),
    GONE: ("How often do I visit?", (), Shape.OPEN, 1),
    REUSED: ("Do I always keep to the protocol?", (), Shape.SELF_AUDIT, 1),
}


def test_old_sittings_show_the_words_that_were_asked(practice: Practice, tmp_path: Path) -> None:
    sitting = begin(practice, *FIRST)
    hash_then = practice.banks.bank(BANK).hash
    practice.reflecting.finish(sitting, "")
    add(practice, tmp_path, 2, SECOND)

    again = practice.reflecting.resume(sitting)
    assert again.reflection.questions == tuple(FIRST)
    assert {id_: as_asked(answer) for id_, answer in again.answers.items()} == AT_FIRST
    assert {answer.asked.bank_hash for answer in again.answers.values()} == {hash_then}
    cards = practice.reflecting.answers(bank=BANK)
    assert {card.asked.question: card.asked.wording for card in cards} == {
        id_: asked[0] for id_, asked in AT_FIRST.items()
    }


@pytest.mark.parametrize("question", [REWORDED, GONE, REUSED])
def test_changing_an_old_answer_keeps_the_question_as_it_was_asked(
    practice: Practice, tmp_path: Path, question: str
) -> None:
    sitting = begin(practice, question)
    add(practice, tmp_path, 2, SECOND)
    before = practice.reflecting.resume(sitting).answers[question]
    edited = practice.reflecting.edit_answer(
        before.id, text="Emptied next.", scale=Scale.RARELY, revision=before.revision
    )
    emptied = practice.reflecting.save_answer(
        sitting, question, text="", scale=None, revision=edited.revision
    )
    again = practice.reflecting.save_answer(
        sitting, question, text="Said anew.", scale=None, revision=emptied.revision
    )
    assert [as_asked(one) for one in (edited, emptied, again)] == [AT_FIRST[question]] * 3


def test_an_emptied_answer_to_a_question_that_is_gone_can_still_be_given(
    practice: Practice, tmp_path: Path
) -> None:
    sitting = begin(practice, GONE)
    answer = practice.reflecting.resume(sitting).answers[GONE]
    practice.reflecting.save_answer(sitting, GONE, text="", scale=None, revision=answer.revision)
    add(practice, tmp_path, 2, SECOND)
    again = practice.reflecting.resume(sitting)
    assert GONE in again.reflection.questions
    assert as_asked(again.answers[GONE]) == AT_FIRST[GONE]


def test_a_sitting_whose_next_question_is_gone_goes_on_with_the_next_that_is_there(
    practice: Practice, tmp_path: Path
) -> None:
    sitting = begin(practice, KEPT, at=2)
    assert practice.reflecting.resume(sitting).reflection.question == GONE
    add(practice, tmp_path, 2, SECOND)

    going = practice.reflecting.begin(BANK)
    assert going.gone == {GONE}
    assert going.reflection.id == sitting
    assert going.reflection.questions == (KEPT, REWORDED, REUSED)
    assert (going.reflection.question, going.reflection.position) == (REUSED, 2)
    (waiting,) = practice.reflecting.unfinished()
    assert (waiting.question, waiting.position, len(waiting.questions)) == (REUSED, 2, 3)


def test_places_are_counted_among_what_is_still_asked(practice: Practice, tmp_path: Path) -> None:
    sitting = begin(practice)
    add(practice, tmp_path, 2, SECOND)
    reflecting = practice.reflecting
    for place, question in enumerate((KEPT, REWORDED, REUSED, None)):
        moved = reflecting.go_to(sitting, place)
        assert (moved.position, moved.question) == (place, question)
        assert reflecting.resume(sitting).reflection == moved
    reflecting.go_to(sitting, 1)
    skipped = reflecting.skip(sitting, REWORDED)
    assert (skipped.question, skipped.skipped) == (REUSED, {REWORDED})
    assert reflecting.go_to(sitting, -5).question == KEPT
    assert reflecting.go_to(sitting, 50).at_end


def test_what_was_not_answered_yet_is_asked_as_the_bank_asks_it_now(
    practice: Practice, tmp_path: Path
) -> None:
    sitting = begin(practice, KEPT)
    add(practice, tmp_path, 2, SECOND)
    for question in (REWORDED, REUSED):
        answer = practice.reflecting.save_answer(sitting, question, text="Now.", scale=None, revision=0).asked
        assert (answer.wording, answer.shape.value, answer.bank_version) == (*SECOND[question][:2], 2)
    assert as_asked(practice.reflecting.resume(sitting).answers[KEPT]) == AT_FIRST[KEPT]


def test_a_question_that_comes_back_is_asked_again(practice: Practice, tmp_path: Path) -> None:
    sitting = begin(practice, KEPT, at=2)
    add(practice, tmp_path, 2, SECOND)
    practice.reflecting.skip(sitting, REWORDED)
    add(practice, tmp_path, 3, THIRD)
    again = practice.reflecting.resume(sitting)
    assert (again.gone, again.reflection.questions) == (frozenset(), tuple(FIRST))


def test_with_nothing_left_to_ask_a_sitting_is_at_its_end_and_can_be_finished(
    practice: Practice, tmp_path: Path
) -> None:
    sitting = begin(practice, KEPT, at=1)
    practice.bank_shelf.remove(BANK)
    left = practice.reflecting.resume(sitting)
    assert (left.reflection.questions, left.reflection.at_end) == ((KEPT,), True)
    assert left.gone == {REWORDED, GONE, REUSED}
    assert as_asked(left.answers[KEPT]) == AT_FIRST[KEPT]
    assert practice.reflecting.finish(sitting, "Ask.").take_away == "Ask."
    assert practice.reflecting.unfinished() == ()


def test_another_program_finds_it_so_as_well(practice: Practice, signed_in: SignIn, tmp_path: Path) -> None:
    sitting = begin(practice, REUSED, at=2)
    add(practice, tmp_path, 2, SECOND)
    practice.close()
    again = signed_in().reflecting.resume(sitting)
    assert again.reflection.question == REUSED
    assert as_asked(again.answers[REUSED]) == AT_FIRST[REUSED]


@pytest.mark.parametrize(("question", "breaks"), [(KEPT, False), (REWORDED, True), (REUSED, True)])
def test_then_and_now_says_that_the_words_changed(
    practice: Practice, clock: StoppedClock, tmp_path: Path, question: str, breaks: bool
) -> None:
    practice.reflecting.add_answer(BANK, question, text="Then.", scale=None)
    add(practice, tmp_path, 2, SECOND)
    clock.go_on(days=40)
    now = practice.reflecting.add_answer(BANK, question, text="Now.", scale=None)
    both = practice.remembering.then_and_now(BANK, question)
    assert [one.text for one in both.answers] == ["Then.", "Now."]
    assert [one.asked.wording for one in both.answers] == [FIRST[question][0], SECOND[question][0]]
    assert both.reworded == ({now.id} if breaks else set())
    assert both.revised == (set() if breaks else {now.id})


def test_an_earlier_wording_that_is_brought_back_keeps_the_question_too(
    practice: Practice, clock: StoppedClock, tmp_path: Path
) -> None:
    sitting = begin(practice, REUSED)
    answer = practice.reflecting.resume(sitting).answers[REUSED]
    practice.reflecting.edit_answer(answer.id, text="A long text " * 40, scale=None, revision=1)
    clock.go_on(minutes=1)
    practice.reflecting.edit_answer(answer.id, text="Short.", scale=None, revision=2)
    add(practice, tmp_path, 2, SECOND)
    (version, *_) = practice.remembering.versions(answer.id)
    assert as_asked(practice.remembering.bring_back(answer.id, version.id)) == AT_FIRST[REUSED]


def test_what_is_gone_does_not_come_back_and_what_is_new_is_asked_in_the_next_sitting(
    practice: Practice, clock: StoppedClock, tmp_path: Path
) -> None:
    practice.reflecting.finish(begin(practice, KEPT, GONE), "")
    add(practice, tmp_path, 2, SECOND)
    clock.go_on(days=60)
    assert [one.question for one in practice.coming_back.questions()] == [KEPT]
    assert practice.reflecting.begin(BANK).reflection.questions == (KEPT, REWORDED, REUSED, NEW)
