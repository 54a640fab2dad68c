"""Words are looked for in all that people wrote in an action: in what it says, and in what happened to it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import DUE, SignIn, Team
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.services.practice import Practice


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def found(practice: Practice, wanted: Wanted) -> set[str]:
    return {action.id for action in practice.actions.listed(wanted)}


def test_notes_and_reasons_are_searched_and_what_was_taken_back_is_not(team: Team) -> None:
    acting = team.bo.acting
    action = acting.propose(what="Ask both parents", due=DUE, agree=True).id
    acting.note(action, "The interpreter rang back")
    acting.block(action, "The clinic is shut")
    acting.unblock(action)
    acting.escalate(action, "Nobody at the surgery answers")
    acting.note(action, "Written in error")
    acting.undo(action)
    for words in ("interpreter", "clinic shut", "surgery", "parents interpreter"):
        assert found(team.bo, Wanted(search=words)) == {action}, words
    assert found(team.bo, Wanted(search="error")) == set()


def test_those_who_are_shown_an_action_find_it_by_its_notes_too(team: Team) -> None:
    action = team.listed().id
    team.lena.acting.note(action, "Raised with the borough")
    for practice in (team.bo, team.sam, team.lena):
        assert found(practice, Wanted(search="borough")) == {action}
        assert found(practice, Wanted(search="borough", whose=Whose.LISTED)) == {action}
    assert found(team.alex, Wanted(search="borough")) == set()


def test_as_at_an_earlier_day_what_was_said_later_is_not_found(team: Team) -> None:
    action = team.agreed().id
    before = team.clock.today()
    team.clock.go_on(days=1)
    team.bo.acting.note(action, "The interpreter rang back")
    for day, expected in ((before, set()), (before + timedelta(days=1), {action})):
        wanted = Wanted(search="interpreter", as_at=day, whose=Whose.MINE)
        assert found(team.bo, wanted) == expected
        assert team.bo.actions.found(wanted) == expected
