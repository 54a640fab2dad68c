"""Log, Learning and Figures: what each page says, that it can be read and reached, and for whom a log is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import OptionList

from log_stage import ANN, LEE, MORGAN, RING, North
from looking import out_of_reach, too_faint
from one_to_one_stage import flat
from reflect.tui.log.figures_page import FiguresPage
from reflect.tui.log.finding_page import FindingPage
from reflect.tui.log.learning_page import LearningPage
from reflect.tui.log.log_page import LogPage
from reflect.tui.screens.today import TodayPage
from stage import Stage
from waiting import press, resize, text_of, wait_for

FATHER = "The father was not spoken to before the plan was made."
SIZES = [((60, 18), "light"), ((80, 24), "dark"), ((120, 40), "light")]


@pytest.fixture
def north(stage: Stage) -> North:
    return North(stage)


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_the_log_says_how_many_there_are_of_each_letter_and_why(
    north: North, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    north.stage.workspace.use_theme(theme)
    async with north.at(LEE, size) as pilot:
        assert "You lead North" in flat(pilot)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, LogPage)
        said = flat(pilot)
        for wanted in (
            "Log of North",
            "6 listed: R red 3 · A amber 1 · G green 2",
            "Overdue · 3",
            RING,
            "R red: It was due 28 days ago.",
        ):
            assert wanted in said
        golden(f"log-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert await out_of_reach(pilot) == []


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_a_lead_sees_what_became_of_each_finding_and_what_came_from_it(
    north: North, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    north.stage.workspace.use_theme(theme)
    async with north.at(LEE, size) as pilot:
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, LearningPage)
        said = flat(pilot)
        for wanted in (
            "Learning · North",
            "left alone longest comes first",
            "On the log: nothing yet",
            "not moved yet",
        ):
            assert wanted in said or size[0] < 80
        await press(pilot, "end", "up", "up")
        said = flat(pilot)
        for wanted in (
            FATHER,
            "nobody reflected on the briefing · not shown: agreed",
            "On the log: 3 agreed · 3 stuck",
            "last moved",
        ):
            assert wanted in said or size[0] < 80
        golden(f"learning-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FindingPage)
        said = flat(pilot)
        for wanted in (
            FATHER,
            "From: Child M",
            "Themes: Fathers and partners",
            "On the log: 3 agreed · 3 stuck",
        ):
            assert wanted in said
        golden(f"finding-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert await out_of_reach(pilot) == []


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_the_numbers_stand_beside_their_charts(
    north: North, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    north.stage.workspace.use_theme(theme)
    async with north.at(LEE, size) as pilot:
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, FiguresPage)
        said = flat(pilot)
        assert "Figures · North" in said
        assert "█ 13" in said
        golden(f"figures-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        await press(pilot, "end")
        await wait_for(pilot, lambda: "until enough people's part" in flat(pilot), "the rules at the foot")
        assert too_faint(pilot) == []
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert await out_of_reach(pilot) == []


@pytest.mark.parametrize("name", [ANN, MORGAN])
async def test_nothing_says_that_there_is_a_log_to_who_leads_no_team(north: North, name: str) -> None:
    async with north.at(name, (120, 40)) as pilot:
        assert isinstance(pilot.app.screen, TodayPage)
        assert "Log" not in text_of(pilot)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, TodayPage)
        await press(pilot, "f1")
        assert " log " not in flat(pilot)
        await press(pilot, "escape", "ctrl+p")
        entries = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList)._options]
        assert any("Learning" in entry for entry in entries)
        assert any("Figures" in entry for entry in entries)
        assert not any("Log" in entry or " log " in entry for entry in entries)
