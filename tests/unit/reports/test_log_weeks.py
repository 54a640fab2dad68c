"""A report on the log says of each number of which week it is, and nothing of days before any week was frozen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from log_reader import grids, seen, sheets
from log_reported import MONDAY, finding, history, log_report, team_figures, team_report
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.log_report import LogReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import FigureCell
from reflect.reports.log_documents import Kind, written
from web_reader import read

PAGES = (Kind.HTML, Kind.DOCX, Kind.MD)
EARLIER = date(2026, 5, 25)
THEMES = {f"theme-{number}": f"Theme {number}" for number in range(6)}


def of_two_weeks() -> LogReport:
    """Everything by theme and of findings as it was in May, but for what lasted."""
    cells = tuple(
        one._replace(week=EARLIER)
        if one.cell.by is By.THEME and one.cell.measure is not Measure.EMBEDDED
        else one
        for one in team_figures().cells
    )
    weeks = {"reflected": EARLIER, "agreed": EARLIER, "confirmed": EARLIER, "stuck": MONDAY}
    line = finding(1, weeks=tuple(weeks.items()))
    team = team_report(figures=team_figures(cells=cells))
    return log_report(replace(team, learning=replace(team.learning, lines=(line,), week=MONDAY)))


@pytest.mark.parametrize("kind", PAGES)
def test_the_week_of_most_numbers_stands_in_the_title_of_a_table_and_behind_others_their_own(
    kind: Kind,
) -> None:
    found = {caption: rows for (_, caption), rows in grids(written(of_two_weeks(), kind), kind).items()}
    _, first, second = found["By theme, as frozen on 25 May 2026"]
    assert first == ["Fathers and partners", "40", *["not shown", *"000"], "0", "0", "8 (16 Nov 2026)"]
    assert second[1:3] == ["37", "17"]
    assert "By level" in found
    _, row = found[
        "Findings that something came of: figures over everything agreed, as frozen on 25 May 2026"
    ]
    assert row[1:] == ["14", "23", "9", "8", "not shown", "0", "6 (16 Nov 2026)"]


def test_a_picture_says_the_day_behind_a_number_as_the_table_beside_it_does() -> None:
    cells = tuple(
        one._replace(week=EARLIER) if one.cell == Cell(Measure.EMBEDDED) else one
        for one in team_figures().cells
        if one.cell != Cell(Measure.ENDED)
    )
    report = log_report(team_report(figures=team_figures(cells=cells)))
    pictures = [one for one in read(written(report, "html")).all() if one.name == "svg"]
    assert "Agreed: 83;" in (pictures[0].attributes["aria-label"] or "")
    assert "Embedded: 22 (25 May 2026);" in (pictures[0].attributes["aria-label"] or "")
    assert (pictures[0].attributes["aria-label"] or "").endswith("Ended otherwise: 0 (17 Nov 2025).")
    assert "22 (25 May 2026)" in pictures[0].texts("text")
    by_theme = [
        one.attributes["aria-label"] or ""
        for one in read(written(of_two_weeks(), "html")).all()
        if one.name == "svg" and "by theme" in "".join(one.texts("title"))
    ]
    assert by_theme[0].startswith(
        "Agreed, by theme, as frozen on 25 May 2026 (number of actions). Fathers and"
    )
    names = [row[0] for row in sheets(written(report, "xlsx"))["Charts"]]
    assert "Embedded (25 May 2026)" in names


@pytest.mark.parametrize("kind", PAGES)
def test_a_team_of_which_nothing_was_frozen_has_no_nought_beside_others(kind: Kind) -> None:
    never = team_figures("West", week=None, cells=(), history=(), first=None)
    report = log_report(team_report(), team_report("West", figures=never))
    rows = grids(written(report, kind), kind)["", "Figures over everything agreed, by team"]
    assert rows[1][:3] == ["North", "83", "31"]
    assert rows[2] == ["West", *["no figures yet"] * 8]


@pytest.mark.parametrize("kind", PAGES)
def test_over_time_nothing_is_known_before_the_first_frozen_week(kind: Kind) -> None:
    late = team_figures(first=date(2026, 3, 2))
    document = written(log_report(team_report(figures=late)), kind)
    rows = grids(document, kind)["North", "Open and closed over time"]
    assert rows[-1] == ["Nov 2025", *["no figures yet"] * 5]
    assert rows[-4][0] == "Feb 2026"
    assert rows[-5] == ["Mar 2026", "27", "0", "0", "0", "0"]
    if kind is Kind.HTML:
        told = [one.attributes["aria-label"] or "" for one in read(document).all() if one.name == "svg"]
        assert any(
            "Open: no figures yet at the end of Nov 2025, 31 at the end of Nov 2026" in one for one in told
        )


@pytest.mark.parametrize("kind", PAGES)
def test_the_themes_with_most_open_are_drawn_month_by_month_and_all_are_told_in_larger_steps(
    kind: Kind,
) -> None:
    shown = [
        FigureCell(Cell(Measure.OPEN, By.THEME, theme), 10 + at, MONDAY - timedelta(weeks=30 - at))
        for at, theme in enumerate(THEMES)
    ]
    cells = tuple(one for one in team_figures().cells if one.cell.by is not By.THEME)
    figures = team_figures(cells=(*cells, *shown), history=(*history(), *shown))
    found = grids(written(log_report(team_report(figures=figures), themes=THEMES), kind), kind)
    drawn = found["North", "Open by theme over time: the 4 themes with most open now"]
    assert drawn[0] == ["At the end of", "Theme 5", "Theme 4", "Theme 3", "Theme 2"]
    assert len(drawn) == 14
    assert drawn[1] == ["Nov 2026", "15", "14", "13", "12"]
    every = found["North", "Open by theme over time: all themes"]
    assert [row[0] for row in every[1:]] == list(THEMES.values())
    assert len(every[0]) <= 7


def test_before_the_first_frozen_week_its_report_names_no_number() -> None:
    never = team_figures(week=None, cells=(), history=(), first=None)
    view = replace(team_report().learning, frozen=False)
    words = seen(written(log_report(team_report(figures=never, learning=view)), "html"), "html")
    assert "No figures are shown yet. They begin once 5 people" in words
    assert "A small team sees little" not in words
