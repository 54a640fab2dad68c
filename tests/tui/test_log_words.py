"""What the pages of the log say of numbers: those of a large team with their charts, and of findings, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hostile import MARKUP
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogGroup
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import (
    FigureCell,
    FindingLine,
    ListedCounts,
    OneToOneCounts,
    TeamFigures,
)
from reflect.tui.log import figure_words
from reflect.tui.log import words as log_words
from reflect.tui.log.figure_parts import LookedAt, one_team, several_teams
from reflect.tui.log.log_list import ids_in, row_near, rows_of

WEEK, AS_AT = date(2026, 11, 16), date(2026, 11, 21)
FINDING = FindingLine(
    bank="child-m",
    bank_title="Learning from Child M",
    review="Child M",
    finding="father-left-out",
    text="The father was not spoken to.",
    themes=("fathers", "neglect"),
    reflected=12,
    agreed=7,
    done=0,
    confirmed=3,
    embedded=2,
    escalated=0,
    stuck=1,
    listed=None,
    last_moved=None,
)


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
        "North", AS_AT, WEEK, 5, date(2025, 11, 21), AS_AT, cells, history, OneToOneCounts(40, 35, 5)
    )


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
        "┄┄┄ fewer than 5",
        "60 (50 % of those agreed)",
        "in the middle: 61 days",
        "Fathers (stubborn)",
        "┄ fewer than 5: Neglect",
        "Local:[/]",
        "July to September 2026",
        "1. Practitioner to practitioner",
        "Bank child-m",
        "held",
    ):
        assert wanted in said
    if width == 74:
        golden("figures-of-a-large-team", said + "\n")


def test_open_and_closed_are_said_month_by_month() -> None:
    said = figure_words.month_by_month(large()).plain.splitlines()
    assert said[0] == "November 2026: 34 open, 75 closed"
    assert said[1] == "October 2026: fewer than 5 open, 75 closed"
    assert said[2] == "September 2026: fewer than 5 open, 30 closed"
    assert said[-1] == "November 2025: 0 open, 0 closed"


def test_where_one_part_of_a_sum_is_not_shown_the_sum_is_not() -> None:
    figures = large()
    hidden = replace(figures, history=(*figures.history, shown(None, Measure.ENDED, weeks=1)))
    assert figure_words.month_by_month(hidden).plain.startswith("November 2026: 34 open, fewer than 5 closed")


def test_the_ends_of_months_and_quarters_end_with_the_period() -> None:
    ends = figure_words.month_ends(date(2026, 1, 15), date(2026, 5, 2))
    assert [str(day) for day in ends] == [
        "2026-01-31",
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-02",
    ]
    quarters = figure_words.quarter_ends(date(2026, 1, 15), date(2026, 5, 2))
    assert [str(day) for day in quarters] == ["2026-03-31", "2026-05-02"]
    assert figure_words.month_ends(date(2026, 5, 2), date(2026, 5, 2)) == [date(2026, 5, 2)]


def test_a_small_team_is_told_why_and_only_its_lead_of_the_log() -> None:
    small = replace(large(), cells=(shown(None, Measure.AGREED), shown(None, Measure.OPEN)), history=())
    assert "The log (2) is your tool" in figure_words.little_words(small, leads=True, key="2")
    assert "log" not in figure_words.little_words(small, leads=False, key="2")
    assert "takes 5 people behind each" in figure_words.little_words(small, leads=False, key="2")
    assert figure_words.little_words(large(), leads=True, key="2") == ""
    unfrozen = replace(small, week=None)
    assert "No week has been counted" in figure_words.little_words(unfrozen, leads=True, key="2")


def test_several_teams_stand_side_by_side() -> None:
    south = replace(large(), team="South [/]", cells=(shown(None, Measure.AGREED),), people=8)
    said = "\n".join(line.plain.rstrip() for line in several_teams((large(), south), looked_at(), 74))
    assert "North" in said.splitlines()[1]
    assert "South [/]" in said.splitlines()[1]
    rows = [" ".join(line.split()) for line in said.splitlines()]
    assert "Agreed 120 fewer than 8" in rows
    assert "Fathers 80 0" in rows


def test_what_became_of_a_finding_is_said_in_words() -> None:
    assert (
        log_words.became_words(FINDING, 5) == "12 reflected · 7 agreed · 3 confirmed · 2 embedded · 1 stuck"
    )
    none = replace(FINDING, reflected=0, agreed=0)
    assert log_words.became_words(none, 5) == "nobody reflected · none agreed"
    few = replace(FINDING, reflected=None, agreed=None, confirmed=None)
    assert log_words.became_words(few, 8) == "fewer than 8 reflected · fewer than 8 agreed"
    parts = replace(FINDING, confirmed=None, stuck=None)
    assert log_words.became_words(parts, 5) == (
        "12 reflected · 7 agreed · 2 embedded · fewer than 5 confirmed, stuck"
    )


def test_only_a_lead_reads_of_the_log_beside_a_finding() -> None:
    assert log_words.finding_row(FINDING, 5).plain.splitlines()[2] == "  Child M"
    listed = replace(
        FINDING, listed=ListedCounts(agreed=3, embedded=1), last_moved=date(2026, 3, 3), stubborn=True
    )
    rows = log_words.finding_row(listed, 5).plain.splitlines()
    assert rows[2:] == ["  On the log: 3 agreed · 1 embedded", "  Child M · last moved 3 Mar 2026 · stubborn"]
    assert "log" not in log_words.rule_words(5, leads=False)
    assert "The log is exact each day." in log_words.rule_words(5, leads=True)


def test_stubborn_themes_are_named_or_counted() -> None:
    assert log_words.stubborn_words((), str) == ""
    assert log_words.stubborn_words(("a", "b"), str.upper).endswith("years: A, B.")
    assert log_words.stubborn_words(tuple("abcd"), str).startswith("4 themes are stubborn")


def test_words_of_a_finding_are_never_markup() -> None:
    for words in MARKUP:
        line = replace(FINDING, text=words, review=words, bank_title=words)
        assert log_words.finding_row(line, 5).plain.startswith(words)
        assert words in log_words.finding_words(line, 5, (), str).plain


def test_a_log_is_counted_by_letter_and_what_has_none() -> None:
    log = ListedLog(("North",), AS_AT, LogBy.DAY, (), 7, ((Rag.RED, 2), (Rag.GREY, 1)))
    assert log_words.log_counts(log).plain == "7 listed: R red 2 · - grey 1 · good practice 4"
    assert log_words.teams_words(("North",)) == "North"
    assert log_words.teams_words(("North", "South")) == "North and South"
    assert log_words.teams_words(tuple("abcd")) == "4 teams"


def test_rows_of_a_log_are_found_by_slices_and_near_where_one_was() -> None:
    groups = (LogGroup("a", "A", ("1", "2")), LogGroup("b", "B", ()), LogGroup("c", "C", ("3", "1", "4")))
    rows = rows_of(ListedLog(("North",), AS_AT, LogBy.THEME, groups, 4))
    assert len(rows) == 2 + 3 + 3
    assert ids_in(rows, range(len(rows))) == {1: "1", 2: "2", 5: "3", 6: "1", 7: "4"}
    assert row_near(rows, "1", 6) == 6
    assert row_near(rows, "1", 2) == 1
    assert row_near(rows, "gone", 5) == 5
    assert row_near(rows, "gone", 4) == 1
    assert row_near(rows_of(ListedLog(("North",), AS_AT, LogBy.DAY, (), 0)), "1", 6) == 0
