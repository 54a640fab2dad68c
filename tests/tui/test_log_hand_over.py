"""Handing a listed action over in the app, by keys alone: for the lead of the team and the supervisor of its owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from one_to_one_stage import BO, CLEO, LEE, LISTED, SAM, Two, flat, type_in, without_notes
from reflect.tui.dialogs.hand_action_over import HandActionOverDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from stage import Stage, fill
from waiting import press, settle

WHY = "Bo is leaving."


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage).with_a_log()


async def to_listed(pilot: Pilot[None], times: int) -> None:
    """From Today to the action on the log, past so many lists of others."""
    await press(pilot, "a", *["w"] * times)
    assert isinstance(pilot.app.screen, ActionsPage)
    await settle(pilot)
    await press(pilot, "home", "enter")
    assert isinstance(pilot.app.screen, ActionPage)


@pytest.mark.parametrize(("who", "times"), [(LEE, 1), (SAM, 2)])
async def test_it_goes_to_somebody_in_the_team_and_says_why(two: Two, who: str, times: int) -> None:
    async with two.stage.open((100, 36), name=who) as pilot:
        await to_listed(pilot, times)
        assert f"Owner: {BO}" in flat(pilot)
        await press(pilot, "y")
        dialog = pilot.app.screen
        assert isinstance(dialog, HandActionOverDialog)
        assert {CLEO, LEE} == set(dialog._names)
        await press(pilot, "ctrl+s")
        assert "It is not said to whom it goes." in flat(pilot)
        await fill(pilot, to=CLEO)
        await press(pilot, "ctrl+s")
        assert "why it is handed over" in flat(pilot)
        dialog.query_one("#why").focus()
        await type_in(pilot, WHY)
        await press(pilot, "ctrl+s")
        assert "It is handed over." in flat(pilot)
        if who == LEE:
            said = await without_notes(pilot)
            assert f"Owner: {CLEO}" in said
            assert WHY in said
        else:
            assert "no action" not in flat(pilot)
    with two.signed_in(CLEO) as cleo:
        assert cleo.actions.action(cleo.actions.arranged().index.id_at(0)).what == LISTED


async def test_who_owns_it_is_not_offered_to_hand_it_over(two: Two) -> None:
    async with two.stage.open(name=BO) as pilot:
        await press(pilot, "a", "home", "enter")
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, ActionPage)


async def test_what_is_not_listed_is_not_handed_over(two: Two) -> None:
    with two.signed_in(BO) as bo:
        due = two.stage.workspace.clock.today() + timedelta(days=1)
        bo.acting.propose(what="Between us", due=due, agree=True, pair=two.link)
    async with two.stage.open(name=SAM) as pilot:
        await press(pilot, "a", "w", "home", "enter")
        assert "Between us" in flat(pilot)
        assert "Hand over" not in flat(pilot)
        await press(pilot, "y")
        assert isinstance(pilot.app.screen, ActionPage)


async def test_where_nobody_else_is_in_the_team_it_is_said(two: Two) -> None:
    with two.signed_in(SAM) as sam:
        sam.teams.change_members("North", remove=[CLEO])
        sam.teams.change_lead("North", BO)
    async with two.stage.open(name=SAM) as pilot:
        await to_listed(pilot, 1)
        await press(pilot, "y")
        assert "There is nobody else in this team who could take it over." in flat(pilot)
