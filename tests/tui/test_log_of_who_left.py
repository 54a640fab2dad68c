"""What a lead sees of a listed action whose owner has left: that they have, and that it is to be handed over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from log_stage import ANN, BEA, LEE, North
from reflect.domain.figures.listed_log import LogBy
from reflect.tui.screens.action import ActionPage
from stage import Stage
from waiting import press, settle, words_of

LEFT = f"{BEA} (has left)"
NEXT = "Hand it over to somebody else in the team, since its owner has left."


@pytest.fixture
def north(stage: Stage) -> North:
    """Bea has left North, and a listed action of hers is on its way."""
    north = North(stage)
    with north.signed_in(LEE) as lee:
        lee.people.deactivate(BEA)
    return north


async def test_rows_and_groups_of_the_log_say_that_their_owner_has_left(north: North) -> None:
    async with north.at(LEE, (80, 24)) as pilot:
        await press(pilot, "2")
        assert f"{LEFT}: Ring the father" in words_of(pilot)
        assert f"{ANN}: Ring the father" in words_of(pilot)
        await press(pilot, *["g"] * list(LogBy).index(LogBy.OWNER))
        await settle(pilot)
        assert f"{LEFT} · 1" in words_of(pilot)


async def test_the_page_of_the_action_says_so_and_that_it_is_to_be_handed_over(north: North) -> None:
    with north.signed_in(LEE) as lee:
        (group,) = [one for one in lee.overseeing.log(by=LogBy.OWNER).groups if one.words == LEFT]
        (action,) = group.ids
    async with north.at(LEE, (100, 36)) as pilot:
        pilot.app.push_screen(ActionPage(action, of_log=True))
        await settle(pilot)
        assert f"Owner: {BEA}, who has left" in words_of(pilot)
        assert f"Next: {NEXT}" in words_of(pilot)
        await press(pilot, "y")
        assert "To whom?" in words_of(pilot)


async def test_nothing_of_it_is_said_of_a_past_day_or_of_who_is_still_here(north: North) -> None:
    with north.signed_in(LEE) as lee:
        past = lee.overseeing.log(by=LogBy.OWNER, as_at=north.clock.today() - timedelta(days=1))
        assert {BEA, ANN} <= {group.words for group in past.groups}
        assert set(lee.overseeing.owners(past).values()) == set(lee.overseeing.names().values())
        names, log = lee.overseeing.names(), lee.overseeing.log()
        shown = lee.overseeing.shown(log, [id_ for group in log.groups for id_ in group.ids])
        behind = {names[action.owner] for action in shown if lee.overseeing.is_left_behind(action)}
        assert (behind, len({action.owner for action in shown}) > 1) == ({BEA}, True)
