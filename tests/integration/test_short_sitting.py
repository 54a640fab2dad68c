"""A short sitting: a few questions of a bank that somebody chose, and otherwise a sitting like any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clocks import StoppedClock
from reflect.errors import NotFound, WrongUse
from reflect.services.practice import Practice

BANK = "child-d"
SignIn = Callable[..., Practice]


def test_only_the_chosen_questions_are_asked_and_it_waits_to_be_gone_on_with(signed_in: SignIn) -> None:
    practice = signed_in()
    chosen = [question.id for question in practice.banks.bank(BANK).questions[3:0:-1]]
    sitting = practice.reflecting.begin_anew(BANK, questions=chosen).reflection
    assert (list(sitting.questions), sitting.position) == (chosen, 0)
    practice.reflecting.save_answer(sitting.id, chosen[0], text="Twice.", scale=None, revision=0)
    practice.reflecting.go_to(sitting.id, 1)
    practice.close()

    again = signed_in().reflecting.begin(BANK)
    assert again.reflection.id == sitting.id
    assert again.reflection.question == chosen[1]
    assert again.answers[chosen[0]].text == "Twice."


def test_an_unknown_question_or_none_begins_nothing(signed_in: SignIn) -> None:
    reflecting = signed_in().reflecting
    with pytest.raises(NotFound):
        reflecting.begin_anew(BANK, questions=["no-such-question"])
    with pytest.raises(WrongUse):
        reflecting.begin_anew(BANK, questions=[])
    assert reflecting.reflections() == ()


def test_what_was_answered_lately_is_not_suggested_again(signed_in: SignIn, clock: StoppedClock) -> None:
    reflecting = signed_in().reflecting
    first = reflecting.a_few(BANK)
    assert len(first.suggested) == 3
    for question in first.suggested:
        reflecting.add_answer(BANK, question, text="Now.", scale=None)
    clock.go_on(days=1)
    assert not set(reflecting.a_few(BANK).suggested) & set(first.suggested)


def test_only_questions_for_the_persons_profession_are_offered(signed_in: SignIn) -> None:
    practice = signed_in("Robin Example", "Police officer")
    offered = practice.reflecting.a_few("child-s").questions
    meant = [one for one in practice.banks.bank("child-s").questions if one.is_for("police-officer")]
    assert list(offered) == meant
    assert 0 < len(meant) < len(practice.banks.bank("child-s").questions)
