"""What the page of figures says of a large team and of several: every chart with its numbers in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.content import Content

from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import (
    FigureCell,
    OneToOneCounts,
    TeamFigures,
)
from reflect.tui.log import figure_words, figures_over_time
from reflect.tui.log.figure_parts import LookedAt, one_team, several_teams

WEEK, AS_AT = date(2026, 11, 16), date(2026, 11, 21)


def shown(
    value: int | None, measure: Measure, by: By = By.WHOLE, key: str = "", weeks: int = 0
) -> FigureCell:
    return FigureCell(Cell(measure, by, key), value, WEEK - timedelta(weeks=weeks))


def large() -> TeamFigures:
    """Forty people's worth of numbers, some held back."""
    cells = (
        shown(120, Measure.AGREED),
        shown(34, Measure.OPEN),
        shown(None, Measure.DUE),
        shown(9, Measure.OVERDUE),
        shown(45, Measure.EMBEDDED),
        shown(30, Measure.CONFIRMED),
        shown(60, Measure.IMPACT),
        shown(61, Measure.DAYS_TO_DONE),
        shown(80, Measure.AGREED, By.THEME, "fathers"),
        shown(None, Measure.AGREED, By.THEME, "neglect"),
        shown(20, Measure.AGREED, By.THEME, "local:[/]"),
        shown(100, Measure.AGREED, By.LEVEL, "practitioner"),
        shown(None, Measure.AGREED, By.LEVEL, "team"),
        shown(70, Measure.AGREED, By.QUARTER, "2026-07"),
        shown(20, Measure.OPEN, By.AGE, "0-30"),
        shown(None, Measure.OPEN, By.AGE, "181-"),
        shown(8, Measure.ESCALATED, By.STAGE, "1"),
        shown(17, Measure.REFLECTED, By.BANK, "child-m"),
    )
    history = (
        shown(10, Measure.OPEN, weeks=30),
        shown(None, Measure.OPEN, weeks=20),
        shown(34, Measure.OPEN),
        shown(30, Measure.CONFIRMED, weeks=10),
        shown(45, Measure.EMBEDDED, weeks=5),
        shown(40, Measure.AGREED, By.THEME, "fathers", weeks=25),
        shown(80, Measure.AGREED, By.THEME, "fathers"),
        shown(None, Measure.AGREED, By.THEME, "neglect"),
    )
    return TeamFigures(
        *("North", AS_AT, WEEK, 5, date(2025, 11, 21), AS_AT, cells, history),
        OneToOneCounts(40, 35, 5, due=44, without_agreement=1),
        first=WEEK - timedelta(weeks=30),
    )


def in_words(figures: TeamFigures) -> list[str]:
    return figures_over_time.month_by_month(
        figures, Measure.AGREED, "Agreed", str.capitalize
    ).plain.splitlines()


def looked_at(measure: Measure = Measure.AGREED) -> LookedAt:
    return LookedAt(measure, lambda code: code.capitalize(), lambda bank: f"Bank {bank}", ("fathers",), USUAL)


@pytest.mark.parametrize("width", [54, 74, 114])
def test_everything_of_a_large_team_fits_the_page_and_stands_in_words(
    golden: Callable[[str, str], None], width: int
) -> None:
    drawn = one_team(large(), looked_at(), width)
    assert all(line.cell_length <= width for line in drawn)
    said = "\n".join(line.plain.rstrip() for line in drawn)
    for wanted in (
        "█ 120",
        "due soon",
        "┄┄┄ not shown",
        "60 (50 % of those agreed)",
        "Median days to done: 61 days",
        "Fathers (stubborn)",
        "┄ not shown: Neglect",
        "Local:[/]",
        "July to September 2026",
        "1. Practitioner to practitioner",
        "Bank child-m",
        "Due is one for each interval",
    ):
        assert wanted in said
    if width == 74:
        golden("figures-of-a-large-team", said + "\n")


def test_every_number_over_time_is_said_month_by_month_and_where_nothing_was_frozen_it_says_so() -> None:
    said = in_words(large())
    closed = "30 confirmed, 45 embedded, 0 ended otherwise"
    assert said[2] == f"November 2026: 34 open, 0 awaiting confirmation, {closed}"
    assert said[3] == f"October 2026: open not shown, 0 awaiting confirmation, {closed}"
    assert (
        said[9] == "April 2026: 10 open, 0 awaiting confirmation, 0 confirmed, 0 embedded, 0 ended otherwise"
    )
    assert said[10:15] == [f"{month}: no figures yet" for month in MONTHS_BEFORE]
    themes = said[said.index("Agreed, by theme") + 2 :]
    assert themes[0] == "November 2026: Fathers 80, Neglect not shown"
    assert themes[1] == "October 2026: Fathers 40, Neglect 0"
    assert themes[-1] == "November 2025: no figures yet"


MONTHS_BEFORE = ("March 2026", "February 2026", "January 2026", "December 2025", "November 2025")


def test_what_moved_from_confirmed_to_embedded_is_in_no_sum_of_different_weeks() -> None:
    said = "\n".join(line.plain for line in figures_over_time.over_time(large(), 74))
    assert "last 30" in said
    assert "last 45" in said
    assert "75" not in said
    assert "75" not in "\n".join(in_words(large()))


def test_nothing_is_said_of_days_that_are_still_to_come() -> None:
    later = replace(large(), until=date(2027, 3, 31))
    assert in_words(later) == in_words(large())
    for draw in (figures_over_time.over_time, themes):
        assert [line.plain for line in draw(later, 74)] == [line.plain for line in draw(large(), 74)]


def themes(figures: TeamFigures, width: int) -> list[Content]:
    return figures_over_time.themes_over_time(figures, Measure.AGREED, width, str.capitalize)


def test_themes_are_drawn_month_by_month_from_the_first_frozen_week_on() -> None:
    (drawn, *_) = themes(large(), 74)
    assert drawn.plain == "Fathers  ·▄▄▄▄▄▄█  first 0, last 80"


def test_before_the_first_frozen_week_nothing_but_one_to_ones_is_drawn() -> None:
    never = replace(large(), week=None, cells=(), history=(), first=None)
    for draw in (one_team, one_beside_another):
        said = "\n".join(line.plain for line in draw(never, looked_at(), 74))
        assert "· 0" not in said
        assert "Agreed" not in said
        assert "Planned" in said
    assert "No figures are shown yet." in said
    two = several_teams((large(), replace(never, team="South")), looked_at(), 74)
    assert ["Agreed", "120", "no figures yet"] in [line.plain.rstrip().split(maxsplit=2) for line in two]


def one_beside_another(figures: TeamFigures, by: LookedAt, width: int) -> list[Content]:
    return several_teams((figures, figures), by, width)


def test_the_ends_of_months_end_with_the_period() -> None:
    ends = figures_over_time.month_ends(date(2026, 1, 15), date(2026, 5, 2))
    assert [str(day) for day in ends] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-02",
    ]
    assert figures_over_time.month_ends(date(2026, 5, 2), date(2026, 5, 2)) == [date(2026, 5, 2)]


def test_a_small_team_is_told_why_and_only_its_lead_of_the_log() -> None:
    small = replace(large(), cells=(shown(None, Measure.AGREED), shown(None, Measure.OPEN)), history=())
    assert "The log (2) is your tool" in figure_words.little_words(small, leads=True, key="2")
    assert "log" not in figure_words.little_words(small, leads=False, key="2")
    assert "takes 5 people behind each" in figure_words.little_words(small, leads=False, key="2")
    assert figure_words.little_words(large(), leads=True, key="2") == ""
    unfrozen = replace(small, week=None)
    assert "No figures are shown yet." in figure_words.little_words(unfrozen, leads=True, key="2")


def test_several_teams_stand_side_by_side() -> None:
    south = replace(large(), team="South [/]", cells=(shown(None, Measure.AGREED),), people=8)
    said = "\n".join(line.plain.rstrip() for line in several_teams((large(), south), looked_at(), 74))
    assert "North" in said.splitlines()[1]
    assert "South [/]" in said.splitlines()[1]
    rows = [" ".join(line.split()) for line in said.splitlines()]
    assert "Agreed 120 not shown" in rows
    assert "Fathers 80 0" in rows
    assert rows[rows.index("One-to-ones in the period") :][2:6] == [
        "Due 44 44",
        "Held 35 35",
        "Cancelled 5 5",
        "Planned 40 40",
    ]
    assert "both have signed is known to say how often they meet" in " ".join(rows)
    assert "For 2 people no agreement" in " ".join(rows)
    others = several_teams((large(), replace(south, one_to_ones=None)), looked_at(), 74)
    assert "One-to-ones" not in "\n".join(line.plain for line in others)


def test_how_many_reflected_at_all_stands_above_how_many_did_on_each_bank() -> None:
    def told(whole: int | None) -> list[str]:
        banks = [shown(value, Measure.REFLECTED, By.BANK, name) for name, value in (("a", 7), ("b", None))]
        figures = replace(large(), cells=(shown(whole, Measure.REFLECTED), *banks))
        return [" ".join(line.plain.split()) for line in figure_words.reflected(figures, 40, str.upper)]

    assert [line.split()[0] for line in told(9)] == ["In", "A", "B"]
    assert told(9)[0].endswith("9")
    assert [line.split()[0] for line in told(None)] == ["A", "B"]
    assert [line.split()[0] for line in told(5)] == ["A", "B"]
