"""Learning in the app, by keys alone: what became of each finding, for the lead with what is listed of it."""

from __future__ import annotations

from datetime import date

import pytest

from log_stage import ANN, IMPACT, LEE, MORGAN, RING, VISITS, North
from one_to_one_stage import flat
from reflect.tui.log.as_it_stood import AsItStoodPage
from reflect.tui.log.finding_page import FindingPage
from reflect.tui.log.learning_page import LearningPage
from reflect.tui.screens.action import ActionPage
from stage import Stage, fill
from waiting import press

FATHER = "The father was not spoken to before the plan was made."


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


async def test_the_listed_actions_of_a_finding_say_their_impact_and_open(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "3", "end")
        marked = pilot.app.screen
        assert isinstance(marked, LearningPage)
        while marked._marked is not None and marked._marked.finding != "nurse-kept-asking":
            await press(pilot, "up")
        await press(pilot, "enter")
        said = flat(pilot)
        assert "Confirmed · 2" in said
        assert f"{ANN}: {VISITS}" in said
        assert f"Impact: {IMPACT}" in said
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, FindingPage)


async def test_as_at_a_past_day_an_action_opens_as_it_stood(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "3", "d")
        await fill(pilot, as_at_words="3 March 2026")
        await press(pilot, "ctrl+s")
        assert "as at 3 Mar 2026" in flat(pilot)
        await press(pilot, "end", "enter")
        assert "as at 3 Mar 2026" in flat(pilot)
        assert "last moved" not in flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AsItStoodPage)
        await press(pilot, "escape", "escape", "n")
        assert "as at" not in flat(pilot).split("What became")[0]


async def test_a_practitioner_reads_the_figures_and_nothing_of_a_log(north: North) -> None:
    async with north.at(ANN, (100, 40)) as pilot:
        await press(pilot, "3")
        said = flat(pilot)
        assert "nobody reflected on the briefing · not shown: agreed" in said
        for unseen in ("log", "left alone", "moved"):
            assert unseen not in said
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, FindingPage)
        said = flat(pilot)
        assert "Over everything agreed: nobody reflected on the briefing" in said
        for unseen in (" log", "Listed", RING, "Open"):
            assert unseen not in said


async def test_c_shows_only_what_moved_in_a_period_as_the_command_line_does(north: North) -> None:
    async with north.at(LEE, (100, 40)) as pilot:
        await press(pilot, "3")
        page = pilot.app.screen
        assert isinstance(page, LearningPage)
        await press(pilot, "c")
        await fill(pilot, since_words="1 March 2026", until_words="20 March 2026")
        await press(pilot, "ctrl+s")
        said = flat(pilot)
        assert "moved from Sunday 1 March 2026 to Friday 20 March 2026." in said
        assert "as at 20 Mar 2026" in said
        until = date(2026, 3, 20)
        with north.signed_in(LEE) as lee:
            (moved,) = lee.overseeing.learning(since=date(2026, 3, 1), as_at=until)
            (every,) = lee.overseeing.learning(as_at=until)
        assert page._view is not None
        assert page._view.lines == moved.lines
        assert 0 < len(moved.lines) < len(every.lines)
        await press(pilot, "c")
        await fill(pilot, since_words="1 May 2026", until_words="20 May 2026")
        await press(pilot, "ctrl+s")
        assert "Nothing did. n shows all again." in flat(pilot)
        await press(pilot, "n")
        assert page._view.lines != ()
        assert "Only findings" not in flat(pilot)
    async with north.at(ANN, (100, 40)) as pilot:
        await press(pilot, "3", "c")
        assert isinstance(pilot.app.screen, LearningPage)


async def test_r_says_of_each_review_how_many_of_its_findings_were_taken_up(north: North) -> None:
    async with north.at(LEE, (80, 24)) as pilot:
        await press(pilot, "3", "r")
        said = flat(pilot)
        assert "What became of each review" in said
        with north.signed_in(LEE) as lee:
            (view,) = lee.overseeing.learning()
        assert [review.words for review in view.reviews if review.words not in said] == []
        assert any(" of " in review.words for review in view.reviews)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LearningPage)


async def test_who_is_in_no_team_is_told_so(north: North) -> None:
    async with north.at(MORGAN) as pilot:
        await press(pilot, "3")
        assert "You are in no team here yet" in flat(pilot)
        assert "enter Open" not in flat(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LearningPage)


async def test_who_leads_several_teams_chooses_whose_learning(north: North) -> None:
    north.add_south()
    async with north.at(LEE) as pilot:
        await press(pilot, "3", "w", "end", "enter")
        assert "Learning · South [/]" in flat(pilot)
        await press(pilot, "end")
        assert "No figures are shown yet. They begin once 5 people stand behind a number" in flat(pilot)
        assert "none agreed" not in flat(pilot)
