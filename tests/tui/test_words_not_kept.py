"""Locked in the middle of a sentence about an action that others see: they read none of it, and whoever wrote it
finds it again on Today."""

from __future__ import annotations

from datetime import timedelta

from acting_stage import at_action
from one_to_one_stage import BO, FORGOTTEN, SAM, Two, flat, without_notes
from reflect.domain.people import CircleKind
from reflect.tui.dialogs.recheck import RecheckDialog
from reflect.tui.dialogs.say import SayDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.choices import Choices
from waiting import press, settle, wait_for


async def test_a_half_written_note_is_read_by_nobody_else_and_found_again_on_today(two: Two) -> None:
    made = two.agreed_action().id
    with two.signed_in(SAM) as sam:
        before = sam.actions.history(made)
    async with two.stage.open((100, 36), name=BO) as pilot:
        await at_action(pilot, made)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, SayDialog)
        await press(pilot, *"I may leave", "ctrl+l")
    with two.signed_in(SAM) as sam:
        assert sam.actions.history(made) == before
    async with two.stage.open((100, 36), name=BO) as pilot:
        assert isinstance(pilot.app.screen, TodayPage)
        said = await without_notes(pilot)
        assert "Typed, and not kept yet I may leave" in said
        today = pilot.app.screen.query_one(Choices)
        ids = [str(today.get_option_at_index(place).id) for place in range(today.option_count)]
        today.highlighted = next(place for place, id_ in enumerate(ids) if id_.startswith("aside:"))
        await settle(pilot)
        assert "Nobody else sees it" in flat(pilot)
        today.focus()
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        await press(pilot, "w", *"Not now", "ctrl+s", "escape")
        assert isinstance(pilot.app.screen, TodayPage)
        assert "I may leave" not in await without_notes(pilot)


async def test_a_half_written_answer_of_a_re_check_stays_an_answer_of_ones_own(two: Two) -> None:
    made = two.confirmed_action()
    with two.signed_in(SAM) as sam:
        before = sam.actions.history(made)
    async with two.stage.open((100, 36), name=BO) as pilot:
        await at_action(pilot, made)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, RecheckDialog)
        await press(pilot, *"I am tired")
        pilot.app.screen.query_one("#impact").focus()
        await press(pilot, *"Two of them", "ctrl+l")
    with two.signed_in(SAM) as sam:
        assert sam.actions.history(made) == before
    with two.signed_in(BO) as bo:
        (sitting,) = bo.reflecting.unfinished()
        assert [one.text for one in bo.reflecting.resume(sitting.id).answers.values()] == ["I am tired"]
        (rest,) = bo.putting_aside.waiting()
        assert (rest.what, rest.circle) == ("Two of them", CircleKind.MINE)
    async with two.stage.open((100, 36), name=BO) as pilot:
        said = await without_notes(pilot)
        assert "Typed, and not kept yet Two of them" in said
        assert "Where you left off" in said


async def test_a_re_check_that_is_refused_keeps_neither_the_answer_nor_the_result(two: Two) -> None:
    made = two.confirmed_action()
    async with two.stage.open((100, 36), name=BO) as pilot:
        await at_action(pilot, made)
        await press(pilot, "r", *"I ask")
        dialog = pilot.app.screen
        assert isinstance(dialog, RecheckDialog)
        dialog.query_one("#result").focus()
        await press(pilot, "enter", "down", "down", "enter", "tab", *"today", "tab")
        assert "That is today; here a later day is meant." in flat(pilot)
        await press(pilot, "ctrl+s")
        assert pilot.app.screen is dialog
        with two.signed_in(BO) as bo:
            assert [card.opening for card in bo.reflecting.answers()] == [FORGOTTEN]
        dialog.query_one("#now").focus()
        await press(pilot, *" each time")
        dialog.query_one("#again-words").focus()
        await press(pilot, *["backspace"] * 5, *"6 weeks", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action again")
    with two.signed_in(BO) as bo:
        assert [card.opening for card in bo.reflecting.answers()] == ["I ask each time", FORGOTTEN]
        assert bo.actions.action(made).recheck_due == two.stage.workspace.clock.today() + timedelta(days=42)
