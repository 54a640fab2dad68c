"""The day of an action where it is written: what is wrong with it is said there; one that has passed is no bar."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from acting_stage import practice_of
from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.wanted import Wanted
from stage import Stage
from waiting import press, words_of

SMALL = (80, 24)
DUE = date(2026, 3, 9)


@pytest.fixture
def proposed(stage: Stage) -> Stage:
    """One proposal, by Monday 9 March 2026."""
    practice = practice_of(stage)
    practice.acting.propose(what="Ask Sam", due=DUE)
    practice.close()
    return stage


@pytest.fixture
def agreed(stage: Stage) -> Stage:
    """One action, agreed by Monday 9 March 2026."""
    practice = practice_of(stage)
    practice.acting.propose(what="Ask Sam", due=DUE, agree=True)
    practice.close()
    return stage


def only_action(stage: Stage) -> Action:
    practice = practice_of(stage)
    (action,) = practice.actions.listed(Wanted())
    practice.close()
    return action


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("", "An action is agreed with a date. Write one, such as"), ("someday", "“someday” is not a date")],
)
async def test_writing_one_leads_back_to_the_day_that_is_missing_or_wrong(
    stage: Stage, typed: str, wrong: str
) -> None:
    stage.workspace.set_up().close()
    async with stage.open(SMALL) as pilot:
        await press(pilot, "a", "n", *"Ask Sam", "tab", "tab", *typed)
        await press(pilot, "tab", "tab", "tab", "tab")
        assert "By when?" not in words_of(pilot)
        await press(pilot, "ctrl+s")
        assert pilot.app.focused is pilot.app.screen.query_one("#due-words", Input)
        assert wrong in words_of(pilot)
        assert "By when?" in words_of(pilot)


async def test_agreeing_leads_to_the_day_too_and_takes_no_day_that_has_passed(proposed: Stage) -> None:
    proposed.workspace.clock.go_on(days=30)
    async with proposed.open(SMALL) as pilot:
        await press(pilot, "a", "home", "enter", "g", "ctrl+s")
        assert pilot.app.focused is pilot.app.screen.query_one("#due-words", Input)
        assert "An action is agreed with a date. Write one, such as" in words_of(pilot)
    assert only_action(proposed).status is Status.PROPOSED


async def test_carrying_to_an_earlier_day_is_refused_at_the_day(agreed: Stage) -> None:
    async with agreed.open(SMALL) as pilot:
        await press(pilot, "a", "home", "enter", "c", *"No time", "tab", "tab", *"tomorrow", "ctrl+s")
        assert pilot.app.focused is pilot.app.screen.query_one("#due-words", Input)
        assert "This action is due on Monday 9 March 2026" in words_of(pilot)
    assert only_action(agreed).carried == 0


async def test_a_proposal_is_changed_though_its_day_has_passed(proposed: Stage) -> None:
    proposed.workspace.clock.go_on(days=30)
    async with proposed.open(SMALL) as pilot:
        await press(pilot, "a", "home", "enter", "e", *" and Kim", "ctrl+s")
    action = only_action(proposed)
    assert ("Kim" in action.what, action.due) == (True, DUE)


async def test_the_day_of_a_proposal_is_taken_out_by_emptying_it(proposed: Stage) -> None:
    async with proposed.open(SMALL) as pilot:
        await press(pilot, "a", "home", "enter", "e", "tab", "ctrl+u", "ctrl+s")
        assert "its day is left open" in words_of(pilot)
    assert only_action(proposed).due is None
