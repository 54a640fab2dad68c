"""The buttons of a dialog: one line of them, whichever dialog was opened before."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from acting_stage import act_in_every_group, at_actions
from log_stage import LEE, North
from reflect.domain.actions.wanted import Wanted
from reflect.tui.dialogs.export_actions import ExportActionsDialog
from reflect.tui.dialogs.filter_actions import FilterActionsDialog
from reflect.tui.log.filter_log import FilterLogDialog
from stage import Stage
from waiting import press, settle

SIZES = [(80, 24), (100, 40)]


def buttons(pilot: Pilot[None]) -> Region:
    return pilot.app.screen.query_one(".buttons").region


@pytest.mark.parametrize("size", SIZES)
async def test_the_buttons_of_the_filter_of_the_log_take_one_line(
    stage: Stage, size: tuple[int, int]
) -> None:
    async with North(stage).at(LEE, size) as pilot:
        await press(pilot, "2", "f")
        assert isinstance(pilot.app.screen, FilterLogDialog)
        assert buttons(pilot).height == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_dialog_looks_the_same_after_another_one_was_open(
    stage: Stage, size: tuple[int, int]
) -> None:
    act_in_every_group(stage)
    async with stage.open(size) as pilot:
        await at_actions(pilot)
        pilot.app.push_screen(ExportActionsDialog(Wanted(), None))
        await settle(pilot)
        at_first = buttons(pilot)
        assert at_first.height == 1
        await press(pilot, "escape", "f")
        assert isinstance(pilot.app.screen, FilterActionsDialog)
        await press(pilot, "escape")
        pilot.app.push_screen(ExportActionsDialog(Wanted(), None))
        await settle(pilot)
        assert buttons(pilot) == at_first
