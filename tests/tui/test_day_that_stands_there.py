"""A day that stands in a field already is replaced by typing, and stays where nobody types."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from acting_stage import practice_of
from reflect.domain.actions.wanted import Wanted
from stage import Stage
from waiting import press, unframed


@pytest.fixture
def stage_with_an_action(stage: Stage) -> Stage:
    practice = practice_of(stage)
    practice.acting.propose(what="Ask Sam", due=date(2026, 3, 9), agree=True)
    practice.close()
    return stage


def shown_by(stage: Stage) -> list[date]:
    practice = practice_of(stage)
    (action,) = practice.actions.listed(Wanted())
    practice.close()
    return [one.on for one in action.evidence]


async def say_done(pilot: Pilot[None]) -> None:
    await press(pilot, "a", "home", "enter", "d", "tab", *"She said so", "tab")
    assert pilot.app.screen.query_one("#on-words", Input).has_focus


async def test_typing_takes_its_place(stage_with_an_action: Stage) -> None:
    async with stage_with_an_action.open() as pilot:
        await say_done(pilot)
        await press(pilot, *"yesterday")
        assert "That is Sunday 1 March 2026." in unframed(pilot)
        await press(pilot, "ctrl+s")
    assert shown_by(stage_with_an_action) == [date(2026, 3, 1)]


async def test_it_stays_when_somebody_only_passes_and_can_be_changed_in_the_middle(
    stage_with_an_action: Stage,
) -> None:
    async with stage_with_an_action.open() as pilot:
        await say_done(pilot)
        await press(pilot, "tab", "shift+tab", "home", *["delete"] * len("Monday "))
        assert pilot.app.screen.query_one("#on-words", Input).value == "2 March 2026"
        await press(pilot, "ctrl+s")
    assert shown_by(stage_with_an_action) == [date(2026, 3, 2)]
