"""Where a day is needed and missing, the field itself says so, and is where one writes next."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot

from one_to_one_stage import Two, at_parts, at_prepare, flat, type_in
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField
from waiting import press


def said_where_one_writes(pilot: Pilot[None]) -> str:
    """What the day field says in which one writes next, and all of which is in sight."""
    dialog = pilot.app.screen
    assert isinstance(dialog, FormDialog)
    (field,) = (one for one in dialog.query(DayField) if one.has_focus_within)
    assert next(iter(dialog.query(VerticalScroll)), dialog).region.contains_region(field.region)
    return str(field.query_one(".said").render())


@pytest.mark.parametrize("size", [(80, 24), (60, 18)], ids=["80x24", "60x18"])
async def test_an_action_without_a_day_is_asked_for_one_at_its_field(two: Two, size: tuple[int, int]) -> None:
    two.begun()
    async with two.at("Sam Supervisor", size) as pilot:
        await at_parts(pilot)
        await press(pilot, "f11", *"Ring her", "ctrl+s")
        missing = "It is not said by when. Write one, such as “Friday” or “in 3 weeks”."
        assert said_where_one_writes(pilot) == missing
        assert "`" not in flat(pilot)
        await type_in(pilot, "in 3 weeks")
        await press(pilot, "ctrl+s")
    assert [one.what for one in two.record().agreed_actions] == ["Ring her"]


async def test_a_one_to_one_is_neither_planned_nor_cancelled_without_a_day(two: Two) -> None:
    async with two.at("Sam Supervisor") as pilot:
        await at_prepare(pilot)
        await press(pilot, "d", "ctrl+s")
        missing = "No day was given. Write one, such as “Friday” or “in 4 weeks”."
        assert said_where_one_writes(pilot) == missing
        await type_in(pilot, "in 1 week")
        await press(pilot, "ctrl+s", "c", *"Leave", "ctrl+s")
        missing = "No new day was given. Write one, such as “Friday” or “in 2 weeks”."
        assert said_where_one_writes(pilot) == missing


async def test_the_day_on_which_one_was_held_is_not_left_out(two: Two) -> None:
    two.begun()
    async with two.at("Sam Supervisor") as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+r", "tab", *["backspace"] * 30, "tab", "ctrl+s")
        missing = "No day was given on which it was held. Write one, such as “yesterday”."
        assert said_where_one_writes(pilot) == missing
