"""Who helps with an action: said when it is written, and changed later."""

from __future__ import annotations

from textual.widgets import Input

from acting_stage import practice_of, without_notes
from reflect.domain.actions.action import Action
from reflect.domain.actions.wanted import Wanted
from reflect.tui.dialogs.edit_action import EditActionDialog
from reflect.tui.dialogs.write_action import WriteActionDialog
from stage import Stage
from waiting import press

PAGE = (100, 40)


def only_action(stage: Stage) -> Action:
    practice = practice_of(stage)
    try:
        (action,) = practice.actions.listed(Wanted())
    finally:
        practice.close()
    return action


async def test_who_helps_is_written_changed_and_taken_away(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "n", *"Ring him")
        assert isinstance(pilot.app.screen, WriteActionDialog)
        pilot.app.screen.query_one("#supporter", Input).focus()
        await press(pilot, *"Ali", "shift+tab", "shift+tab", "shift+tab", *"Friday", "ctrl+s")
        assert only_action(stage).supporter == "Ali"
        await press(pilot, "enter")
        assert "Supporter: Ali" in await without_notes(pilot)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, EditActionDialog)
        pilot.app.screen.query_one("#supporter", Input).focus()
        await press(pilot, *" B", "ctrl+s")
        assert only_action(stage).supporter == "Ali B"
        await press(pilot, "e")
        pilot.app.screen.query_one("#supporter", Input).value = ""
        await press(pilot, "ctrl+s")
        assert "nobody supports it now" in await without_notes(pilot)
    action = only_action(stage)
    assert (action.what, action.supporter) == ("Ring him", "")
