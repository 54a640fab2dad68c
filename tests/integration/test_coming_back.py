"""Questions return when a person wants them to, and what they want stays theirs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.preferences import Preferences
from reflect.errors import WrongUse
from reflect.services.practice import Practice
from reflect.settings import Settings, save_settings
from reflect.workspace import Workspace

BANK, FIRST, SECOND = "child-s", "both-parents-co-sleeping", "what-probably-means"
SignIn = Callable[..., Practice]


def returning(practice: Practice) -> list[str]:
    return [seen.question for seen in practice.coming_back.questions()]


def test_a_question_comes_back_after_thirty_days_and_then_after_ninety(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    clock.go_on(days=29)
    assert returning(practice) == []
    clock.go_on(days=1)
    assert returning(practice) == [FIRST]
    practice.reflecting.add_answer(BANK, FIRST, text="Twice.", scale=None)
    clock.go_on(days=89)
    assert returning(practice) == []
    clock.go_on(days=1)
    assert returning(practice) == [FIRST]


def test_an_empty_answer_is_not_a_sitting_with_the_question(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    sitting = practice.reflecting.begin(BANK).reflection
    practice.reflecting.save_answer(sitting.id, FIRST, text=" ", scale=None, revision=0)
    clock.go_on(days=200)
    assert returning(practice) == []


def test_a_question_can_be_put_off_stopped_or_given_another_rhythm(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    practice.coming_back.choose_rhythm(BANK, FIRST, 7)
    clock.go_on(days=7)
    assert returning(practice) == [FIRST]
    practice.coming_back.put_off(BANK, FIRST)
    assert returning(practice) == []
    clock.go_on(days=30)
    assert returning(practice) == [FIRST]
    practice.coming_back.stop(BANK, FIRST)
    assert returning(practice) == []
    with pytest.raises(WrongUse):
        practice.coming_back.choose_rhythm(BANK, FIRST, 0)


def test_another_time_counts_from_the_day_on_which_it_was_chosen(
    signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    clock.go_on(days=100)
    practice.coming_back.choose_rhythm(BANK, FIRST, 30)
    assert returning(practice) == []
    clock.go_on(days=30)
    assert returning(practice) == [FIRST]


def test_somebody_can_ask_when_a_question_comes_back(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    coming_back = practice.coming_back
    assert coming_back.outlook(BANK, FIRST).day is None
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    assert coming_back.outlook(BANK, FIRST).day == clock.today() + timedelta(days=30)
    coming_back.stop(BANK, FIRST)
    stopped = coming_back.outlook(BANK, FIRST)
    assert (stopped.day, stopped.wish.stopped, stopped.is_asked) == (None, True, True)
    coming_back.choose_rhythm(BANK, FIRST, 90)
    coming_back.let_questions_return(False)
    off = coming_back.outlook(BANK, FIRST)
    assert (off.day, off.all_return) == (clock.today() + timedelta(days=90), False)
    assert not coming_back.outlook(BANK, "asked-no-more").is_asked


def test_all_of_it_can_be_stopped(signed_in: SignIn, clock: StoppedClock) -> None:
    practice = signed_in()
    practice.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    clock.go_on(days=60)
    practice.coming_back.let_questions_return(False)
    assert returning(practice) == []


def test_being_counted_is_no_until_somebody_says_yes(signed_in: SignIn) -> None:
    practice = signed_in()
    assert practice.coming_back.preferences() == Preferences()
    assert practice.coming_back.preferences().counted is None
    practice.coming_back.be_counted(True)
    practice.coming_back.wave_away("likely")
    practice.close()

    again = signed_in().coming_back.preferences()
    assert again.counted is True
    assert again.waved_away == {"likely"}


def test_what_one_person_wants_is_not_what_another_gets(signed_in: SignIn, clock: StoppedClock) -> None:
    robin, sam = signed_in(), signed_in("Sam Sample")
    robin.reflecting.add_answer(BANK, FIRST, text="Once.", scale=None)
    sam.coming_back.let_questions_return(False)
    clock.go_on(days=30)
    assert returning(robin) == [FIRST]
    assert sam.coming_back.preferences().waved_away == frozenset()


def test_what_the_team_set_holds_until_a_person_says_so_for_themselves(
    signed_in: SignIn, workspace: Workspace
) -> None:
    practice = signed_in()
    assert practice.coming_back.preferences().questions_return is True
    practice.coming_back.wave_away("likely")
    save_settings(workspace.folder, Settings(questions_return=False))
    assert practice.coming_back.preferences().questions_return is False
    practice.coming_back.let_questions_return(True)
    assert practice.coming_back.preferences().questions_return is True
    practice.coming_back.wave_away("mother")
    assert practice.coming_back.preferences().questions_return is True
