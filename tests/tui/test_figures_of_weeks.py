"""Figures and learning on the command line and in the app, of a team whose numbers are of different weeks, and of days
before its first."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from command_line import CommandLine, widest
from log_stage import LEE, North
from one_to_one_stage import flat
from reflect.cli.door import Door
from stage import Stage, fill
from waiting import press

NONE_YET = "No figures are shown yet."
BEFORE = "1 March 2026"


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


def test_the_command_line_says_of_which_week_each_number_is(
    north: North, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reflect = CommandLine(stage.workspace.folder, north.clock, monkeypatch)
    with north.signed_in(LEE) as lee:
        monkeypatch.setattr(Door, "signed_in", lambda *_: nullcontext(lee))
        figures, early = reflect("log", "figures").out, reflect("log", "figures", "--as-at", BEFORE).out
        later = reflect("log", "figures", "--from", "1 May 2026", "--to", "1 December 2026").out
        learning = reflect("log", "learning")
    assert max(map(widest, (figures, early, later, learning.out, learning.err))) <= 80
    of_finding = " ".join(learning.out.split())
    assert (
        "reflected on the briefing 0, embedded 0, escalated 0, stuck 0; not shown: agreed, done" in of_finding
    )
    assert "not shown: agreed, done; not frozen yet: confirmed" in of_finding
    words = " ".join(figures.split())
    assert "BY QUARTER OF AGREEMENT, as frozen on 9 Mar 2026 January to March 2026: agreed 13, due" in words
    assert (
        "due soon 0, overdue 0, carried 0, confirmed 0, embedded 0; not shown: open, awaiting confirmation"
        in words
    )
    assert "Median days to done not shown" in words
    assert "A day behind a number, or in the title above it, is the Monday of the week" in words
    assert NONE_YET in early
    assert "Agreed" not in early
    assert "sees little" not in early
    assert "QUARTER" not in later
    assert "Agreed" in later


async def test_before_the_first_frozen_week_the_app_shows_nothing_but_one_to_ones(north: North) -> None:
    async with north.at(LEE, (100, 60)) as pilot:
        for key, page in (("4", "Figures"), ("3", "Learning")):
            await press(pilot, key, "d")
            await fill(pilot, as_at_words=BEFORE)
            await press(pilot, "ctrl+s")
            said = flat(pilot)
            assert f"{page} · North" in said
            assert NONE_YET in said
            for untrue in ("5 agreed", "none agreed", "reflected on", "Agreed", "Confirmed", "o Over time"):
                assert untrue not in said.split("Under which rules")[0]
            assert ("One-to-ones in the period" in said) is (page == "Figures")


async def test_nothing_is_said_of_the_days_of_a_period_that_come_after_the_day_looked_at(
    north: North,
) -> None:
    async with north.at(LEE, (100, 90)) as pilot:
        await press(pilot, "4", "c")
        await fill(pilot, since_words="1 January 2026", until_words="29 May 2026")
        await press(pilot, "ctrl+s", "d")
        await fill(pilot, as_at_words="20 March 2026")
        await press(pilot, "ctrl+s")
        assert "The period is Thursday 1 January 2026 to Friday 29 May 2026." in flat(pilot)
        await press(pilot, "o")
        said = flat(pilot).split("Month by month")[1]
        assert "March 2026: open not shown" in said
        assert "February 2026: no figures yet" in said
        for month in ("April 2026", "May 2026"):
            assert month not in said
