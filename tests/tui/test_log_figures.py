"""Figures in the app, by keys alone: numbers, charts, their rules, and what a small team sees."""

from __future__ import annotations

import pytest

from log_stage import ANN, LEE, MORGAN, North
from one_to_one_stage import flat
from stage import Stage, fill
from waiting import press

SMALL = "No figures are shown yet. They begin once 5 people stand behind a number"


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


async def test_another_number_is_told_apart_and_another_period_looked_at(north: North) -> None:
    async with north.at(LEE, (120, 90)) as pilot:
        await press(pilot, "4")
        said = flat(pilot)
        for wanted in (
            "Agreed, by theme",
            "Agreed, by level",
            "Open against closed",
            "One-to-ones in the period",
        ):
            assert wanted in said
        assert "January to March 2026 " in said
        await press(pilot, "g", *["down"] * 6, "enter")
        assert "Confirmed, by theme" in flat(pilot)
        await press(pilot, "c")
        await fill(pilot, since_words="1 May 2026", until_words="1 April 2026")
        await press(pilot, "ctrl+s")
        assert "It would end before it begins." in flat(pilot)
        await fill(pilot, until_words="29 May 2026")
        await press(pilot, "ctrl+s")
        assert "The period is Friday 1 May 2026 to Friday 29 May 2026." in flat(pilot)
        assert "all other numbers count all so far" in flat(pilot)
        await press(pilot, "o")
        assert "May 2026: open not shown, awaiting confirmation not shown" in flat(pilot)
        assert "Confirmed, by theme" not in flat(pilot)


async def test_a_small_team_is_told_kindly_and_pointed_to_its_log(north: North) -> None:
    north.add_south()
    with north.signed_in(LEE) as lee:
        link = lee.links.add(LEE, MORGAN).id
    with north.signed_in(MORGAN) as morgan:
        due = north.clock.today()
        morgan.acting.propose(what="Ask", due=due, agree=True, pair=link)
    north.clock.go_on(days=7)
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "4")
        said = flat(pilot)
        for wanted in ("side by side", "North South [/]", "Agreed 13 no figures yet"):
            assert wanted in said
        await press(pilot, "w", "end", "enter")
        said = flat(pilot)
        assert "Figures · South [/]" in said
        assert SMALL in said
        assert "The log (2) is your tool" in said
    async with north.at(MORGAN, (100, 40)) as pilot:
        await press(pilot, "4")
        assert SMALL in flat(pilot)
        assert "log" not in flat(pilot)


async def test_as_at_an_earlier_day_it_says_what_was_shown_then(north: North) -> None:
    async with north.at(ANN, (100, 40)) as pilot:
        await press(pilot, "4", "d")
        await fill(pilot, as_at_words="10 March 2026")
        await press(pilot, "ctrl+s")
        said = flat(pilot)
        assert "as at 10 Mar 2026" in said
        assert "confirmed █" not in said
        await press(pilot, "n")
        assert "as at" not in flat(pilot).split("How it stands")[0]


async def test_who_is_in_no_team_is_told_so(north: North) -> None:
    async with north.at(MORGAN) as pilot:
        await press(pilot, "4")
        assert "You are in no team here yet" in flat(pilot)
