"""An action that is agreed in a one-to-one says from which shared question it comes, and so leads to the review."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Select

from one_to_one_stage import BO, SAM, Two, at_parts, flat, go_to_part, type_in
from reflect.domain.actions.action import Action
from reflect.domain.actions.wanted import Wanted
from reflect.domain.supervision.entry import Section
from stage import Stage
from waiting import press

ASKED = "Do I always ask a child what an ordinary day at home is like?"


@pytest.fixture
def two(stage: Stage) -> Two:
    two = Two(stage)
    two.begun()
    two.shared()
    return two


def agreed(two: Two) -> Action:
    with two.signed_in(BO) as bo:
        (action,) = bo.actions.listed(Wanted())
        return action


async def write_it(pilot: Pilot[None]) -> None:
    await type_in(pilot, "Ask one child")
    await press(pilot, "tab", "tab")
    await type_in(pilot, "in 2 weeks")
    await press(pilot, "ctrl+s")


async def test_at_a_share_its_question_stands_there_already(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.SHARED)
        await press(pilot, "f11")
        assert f"Where does it come from? {ASKED}" in flat(pilot)
        assert pilot.app.screen.query_one("#theme", Select).prompt.startswith("As there: The child's daily")
        await write_it(pilot)
    origin = agreed(two).origin
    assert origin is not None
    assert (origin.bank, origin.question) == ("child-m", "ask-about-a-day")


async def test_in_another_part_it_can_be_chosen(two: Two) -> None:
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await press(pilot, "f11")
        assert "Where does it come from? Nothing that was shared" in flat(pilot)
        await press(pilot, "shift+tab", "enter", "down", "enter", "tab")
        await write_it(pilot)
    origin = agreed(two).origin
    assert origin is not None
    assert (origin.bank, origin.question) == ("child-m", "ask-about-a-day")
    assert agreed(two).themes == ("child-daily-life", "neglect")


async def test_or_it_comes_from_nothing_that_was_shared(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.WELLBEING)
        await press(pilot, "f11")
        await write_it(pilot)
    assert (agreed(two).origin is None, agreed(two).themes) == (True, ())
