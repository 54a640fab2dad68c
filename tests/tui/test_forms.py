"""What holds in every dialog about an action: words that a choice hides are not lost, and Enter leads on to the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.widgets import Select

from acting_stage import at_action, feedback, practice_of
from reflect.domain.actions.action import Action, EvidenceKind, Status
from reflect.domain.actions.wanted import Wanted
from reflect.tui.dialogs.agree import AgreeDialog
from reflect.tui.dialogs.carry import CarryDialog
from reflect.tui.dialogs.show_evidence import EvidenceDialog
from reflect.tui.dialogs.write_action import WriteActionDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from stage import Stage, fill
from waiting import press, unframed

PAGE = (100, 40)


def actions(stage: Stage) -> tuple[Action, ...]:
    practice = practice_of(stage)
    try:
        return practice.actions.listed(Wanted())
    finally:
        practice.close()


def agreed(stage: Stage, *, done: bool = False) -> Action:
    practice = practice_of(stage)
    try:
        action = practice.acting.propose(what="Ring him", due=date(2026, 3, 9), agree=True)
        return practice.acting.done(action.id, evidence=feedback(stage)) if done else action
    finally:
        practice.close()


async def test_evidence_that_was_written_is_not_lost_when_it_is_said_to_follow(stage: Stage) -> None:
    action = agreed(stage)
    async with stage.open(PAGE) as pilot:
        await at_action(pilot, action.id)
        await press(pilot, "d", "tab", *"She told me")
        await fill(pilot, kind="to-follow", by_words="in 3 weeks")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, EvidenceDialog)
        said = unframed(pilot)
        assert "“What could somebody look at? (no names of families)” does not go with this choice" in said
        assert "Choose as before to keep it" in said
        assert actions(stage)[0].status is Status.AGREED
        await fill(pilot, kind=EvidenceKind.FEEDBACK.value)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ActionPage)
    assert [one.text for one in actions(stage)[0].evidence] == ["She told me"]


async def test_the_other_part_that_was_written_is_not_lost_when_another_date_is_chosen(stage: Stage) -> None:
    action = agreed(stage)
    async with stage.open(PAGE) as pilot:
        await at_action(pilot, action.id)
        await press(pilot, "c", *"Too much")
        await fill(pilot, choice="split", due_words="in 5 weeks")
        pilot.app.screen.query_one("#second").focus()
        await press(pilot, *"Ask Kim")
        await fill(pilot, choice="new-date")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, CarryDialog)
        assert "“The other part, an action of its own” does not go with this choice" in unframed(pilot)
        pilot.app.screen.query_one("#choice", Select).focus()
        await fill(pilot, choice="split")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ActionPage)
    assert {one.what for one in actions(stage)} == {"Ring him", "Ask Kim"}


@pytest.mark.parametrize("done", [True, False])
async def test_what_is_done_is_not_offered_to_be_withdrawn(stage: Stage, done: bool) -> None:
    action = agreed(stage, done=done)
    async with stage.open(PAGE) as pilot:
        await at_action(pilot, action.id)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CarryDialog)
        offered = [str(words) for words, _ in pilot.app.screen.query_one("#choice", Select)._options]
        assert ("Not any more: it is withdrawn" in offered) is not done


async def test_enter_leads_from_a_line_to_the_next_field(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "n", *"Ring him", "tab", "tab", *"Friday", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, WriteActionDialog)
        assert dialog.focused is dialog.query_one("#know")
        dialog.query_one("#supporter").focus()
        await press(pilot, *"Ali", "enter")
        assert pilot.app.screen is dialog
        assert dialog.focused is dialog.query_one("#theme")
        assert actions(stage) == ()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ActionsPage)
    assert [(one.what, one.supporter) for one in actions(stage)] == [("Ring him", "Ali")]


async def test_enter_keeps_in_the_last_line(stage: Stage) -> None:
    practice = practice_of(stage)
    action = practice.acting.propose(what="Ring him")
    practice.close()
    async with stage.open(PAGE) as pilot:
        await at_action(pilot, action.id)
        await press(pilot, "g")
        assert isinstance(pilot.app.screen, AgreeDialog)
        await press(pilot, *"tomorrow", "enter")
        assert isinstance(pilot.app.screen, ActionPage)
    (kept,) = actions(stage)
    assert kept.due == stage.workspace.clock.today() + timedelta(days=1)
