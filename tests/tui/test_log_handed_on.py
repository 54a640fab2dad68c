"""A team gets another lead while the former one has its log open: they are told who leads it now, and no more."""

from __future__ import annotations

import pytest

from log_stage import LEE as LEADER
from log_stage import MORGAN, North
from one_to_one_stage import ALEX, LEE, SAM, Two, flat
from reflect.tui.log.log_page import LogPage
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.today import TodayPage
from stage import Stage
from waiting import press

HANDED_ON = f"{ALEX} leads North now: its log no longer opens for you."


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage).with_a_log()


def hand_on(two: Two) -> None:
    with two.signed_in(SAM) as sam:
        sam.teams.change_lead("North", ALEX)


@pytest.mark.parametrize("in_action", [False, True], ids=["on the log", "in an action"])
async def test_the_log_closes_and_says_who_leads_the_team(two: Two, in_action: bool) -> None:
    async with two.stage.open((100, 36), name=LEE) as pilot:
        await press(pilot, "2", *(["enter"] if in_action else []))
        assert isinstance(pilot.app.screen, ActionPage if in_action else LogPage)
        hand_on(two)
        await press(pilot, "escape" if in_action else "enter")
        said = flat(pilot)
        assert isinstance(pilot.app.screen, TodayPage)
        assert said.count(HANDED_ON) == 1
        assert "no action with this id" not in said
        assert "You lead no team" not in said


async def test_of_several_teams_the_log_of_the_others_stays_open(two: Two) -> None:
    with two.signed_in(SAM) as sam:
        sam.teams.add("South", lead=LEE)
    async with two.stage.open((100, 36), name=LEE) as pilot:
        await press(pilot, "2")
        assert "Log of North and South" in flat(pilot)
        hand_on(two)
        await press(pilot, "enter")
        assert HANDED_ON in flat(pilot)
        assert "Log of South" in flat(pilot)


async def test_a_finding_shows_no_listed_action_any_more(stage: Stage) -> None:
    north = North(stage)
    async with north.at(LEADER) as pilot:
        await press(pilot, "3", "down", "enter")
        assert "Listed actions that came from it" in flat(pilot)
        await press(pilot, "tab", "enter")
        with north.signed_in(LEADER) as lead:
            lead.teams.change_lead("North", MORGAN)
        await press(pilot, "escape")
        said = flat(pilot)
        assert "opens for you." in said
        assert "Listed actions that came from it" not in said
