"""The buttons of a dialog: one line of them, whichever dialog was opened before, and the same words in the foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Button

from acting_stage import act_in_every_group, at_actions
from actions_out import agreed
from log_stage import LEE, North
from reflect.domain.actions.history import folded
from reflect.domain.actions.wanted import Wanted
from reflect.tui.dialogs.as_at import AsAtDialog
from reflect.tui.dialogs.export_actions import ExportActionsDialog
from reflect.tui.dialogs.filter_actions import FilterActionsDialog
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.dialogs.hand_action_over import HandActionOverDialog
from reflect.tui.dialogs.invite import InviteDialog
from reflect.tui.dialogs.since_when import SinceWhenDialog
from reflect.tui.dialogs.topic import TopicDialog
from reflect.tui.log.filter_log import FilterLogDialog
from stage import Stage
from waiting import press, settle, text_of

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


DAY = date(2026, 3, 2)
DIALOGS: list[tuple[Callable[[], FormDialog[Any]], str]] = [
    (lambda: AsAtDialog(None, DAY), "Show it"),
    (lambda: SinceWhenDialog(DAY, DAY), "Look from there"),
    (lambda: HandActionOverDialog(folded(agreed()), ["Lee"]), "Hand it over"),
    (lambda: TopicDialog("1", "Lee"), "Put it on the agenda"),
    (InviteDialog, "Invite"),
]


@pytest.mark.parametrize(("dialog", "act"), DIALOGS, ids=[act for _, act in DIALOGS])
async def test_the_foot_says_of_the_key_what_the_button_says(
    stage: Stage, dialog: Callable[[], FormDialog[Any]], act: str
) -> None:
    async with stage.open((60, 18)) as pilot:
        pilot.app.push_screen(dialog())
        await settle(pilot)
        assert str(pilot.app.screen.query_one("#keep", Button).label) == act
        assert text_of(pilot).splitlines()[-1].strip().startswith(f"ctrl+s {act}   esc Close")
        assert act in [one.title for one in pilot.app.get_system_commands(pilot.app.screen)]
