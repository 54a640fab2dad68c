"""The same number everywhere: whatever a report holds, each kind of document says it, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

import pytest

from log_reader import OVER_ALL, Of, figures_in, findings_in, grids, rows_of, seen, sheets
from log_reported import THEMES, finding, log_report, team_figures, team_report
from reflect.domain.actions.action import Level
from reflect.domain.figures.cells import AGES, By, Cell
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import age_words, as_shown, quarter_words
from reflect.domain.figures.team_figures import (
    FigureCell,
    FindingLine,
    ListedCounts,
    OneToOneCounts,
    TeamFigures,
)
from reflect.reports.log_charts import TOLD_APART
from reflect.reports.log_documents import written
from reflect.reports.log_json import figures_json
from reflect.reports.log_words import heading
from reflect.tui.log.figure_words import one_to_ones

PAGES = ("html", "docx", "md")
KINDS = (*PAGES, "csv", "xlsx")
KEYS = {By.THEME: tuple(THEMES), By.LEVEL: tuple(Level), By.QUARTER: ("2026-04", "2026-07", "2026-10")}
SEEDS = range(2)


def a_number(chance: Random) -> int | None:
    """Nothing, not shown, or enough."""
    return chance.choice([0, None, chance.randint(3, 9), chance.randint(10, 4_000)])


def a_report(seed: int) -> LogReport:
    """A report of two teams in which every number is another one."""
    chance = Random(seed)
    return log_report(*(_team(name, chance) for name in ("North", "South-West")), rounded=seed % 2 == 1)


def _team(name: str, chance: Random) -> TeamReport:
    found = {Cell(measure): a_number(chance) for measure in Measure}
    for by, keys in KEYS.items():
        found |= {Cell(measure, by, key): a_number(chance) for key in keys for measure in TOLD_APART}
    found |= {Cell(Measure.OPEN, By.AGE, age): a_number(chance) for age in AGES}
    found |= {Cell(Measure.ESCALATED, By.STAGE, str(stage)): a_number(chance) for stage in range(1, 5)}
    found |= {Cell(Measure.REFLECTED, By.BANK, "child-s"): a_number(chance)}
    # A cell that is not there is a true nought, and so is one that says so.
    kept = {cell: value for cell, value in found.items() if value != 0 or chance.random() < 0.5}
    week = team_figures().week
    assert week is not None
    history = (
        FigureCell(cell, a_number(chance), week - timedelta(weeks=weeks))
        for weeks in (40, 20, 10, 0)
        for cell in kept
        if cell.by in (By.WHOLE, By.THEME)
    )
    figures = team_figures(
        name,
        cells=tuple(FigureCell(cell, value, week) for cell, value in kept.items()),
        history=tuple(history),
        one_to_ones=OneToOneCounts(*(chance.randint(0, 60) for _ in range(6))),
    )
    team = team_report(name)
    lines = tuple(_finding(number, chance) for number in range(1, 6))
    return replace(team, figures=figures, learning=replace(team.learning, lines=lines))


def _finding(number: int, chance: Random) -> FindingLine:
    counted = {name.lower(): a_number(chance) for name in OVER_ALL}
    return finding(number, **counted, listed=ListedCounts(*(chance.randint(0, 40) for _ in range(6))))


def said(report: LogReport, value: int | None, measure: Measure = Measure.AGREED) -> str:
    """A number as it must stand everywhere."""
    return str(as_shown(value, rounded=report.rounded and measure is not Measure.DAYS_TO_DONE))


def expected(report: LogReport) -> dict[Of, str]:
    """Every figure that the pages show, from the value itself."""
    return {
        (team.figures.team, cell.by.value, name, heading(cell.measure)): said(
            report, team.figures.value(cell.measure, cell.by, cell.key), cell.measure
        )
        for team in report.teams
        for cell, name in _cells_shown(team.figures, report)
    }


def _cells_shown(figures: TeamFigures, report: LogReport) -> Iterator[tuple[Cell, str]]:
    names = {By.THEME: THEMES.__getitem__, By.LEVEL: str, By.QUARTER: quarter_words}
    for measure in Measure:
        if figures.cell(measure) or measure is not Measure.DAYS_TO_DONE:
            yield Cell(measure), ""
    for by, name_of in names.items():
        for key in {one.cell.key for one in figures.cells if one.cell.by is by}:
            yield from ((Cell(measure, by, key), name_of(key)) for measure in TOLD_APART)
    yield from ((Cell(Measure.OPEN, By.AGE, age), age_words(age)) for age in AGES)
    for number, stage in enumerate(report.rules.ladder, 1):
        yield Cell(Measure.ESCALATED, By.STAGE, str(number)), f"Stage {number}: {stage.name}"
    for one in figures.told_apart(Measure.REFLECTED, By.BANK):
        yield one.cell, "Child S"


@dataclass(frozen=True)
class Told:
    """A report, and its document of each kind."""

    report: LogReport
    documents: dict[str, bytes]


@pytest.fixture(scope="module", params=SEEDS)
def told(request: pytest.FixtureRequest) -> Told:
    report = a_report(request.param)
    return Told(report, {kind: written(report, kind) for kind in KINDS})


def test_every_figure_is_the_same_in_every_kind_of_document(told: Told) -> None:
    wanted = expected(told.report)
    assert "not shown" in wanted.values()
    assert "0" in wanted.values()
    for kind, document in told.documents.items():
        assert figures_in(document, kind) == wanted, kind


def test_what_became_of_each_finding_is_the_same_in_every_kind_of_document(told: Told) -> None:
    for kind, document in told.documents.items():
        assert findings_in(document, kind) == dict(_findings_shown(told.report, kind)), kind


def _findings_shown(report: LogReport, kind: str) -> Iterator[tuple[tuple[str, str, str], str]]:
    """On pages nothing is told apart of a finding that nothing came of."""
    for team in report.teams:
        for line in team.learning.lines:
            assert line.listed is not None
            whole = kind in ("csv", "xlsx") or line.agreed != 0 or line.listed.agreed
            of = team.figures.team, line.text
            for name in OVER_ALL if whole else OVER_ALL[:1]:
                late = name.lower() in line.not_frozen and kind in PAGES
                yield (*of, name), "not frozen yet" if late else said(report, getattr(line, name.lower()))
            for name in OVER_ALL[1:] if whole else ():
                yield (*of, f"Listed: {name}"), str(getattr(line.listed, name.lower()))


def test_the_course_over_time_is_the_same_on_every_page_and_ends_with_what_is_shown_now(told: Told) -> None:
    web, *others = (
        {key: rows for key, rows in grids(told.documents[kind], kind).items() if "over time" in key[1]}
        for kind in PAGES
    )
    assert others == [web, web]
    for team in told.report.teams:
        figures = team.figures
        columns, latest, *_ = web[figures.team, "Open and closed over time"]
        shown = dict(zip(columns, latest, strict=True))
        for measure, name in ((Measure.OPEN, "Open"), (Measure.EMBEDDED, "Embedded")):
            (there,) = figures.over_time(Cell(measure), [figures.until])
            assert there is not None
            assert shown[name] == said(told.report, there.value)


def test_every_number_stands_in_the_sheets_with_its_week_and_one_that_is_not_shown_without(
    told: Told,
) -> None:
    wanted = [
        (
            *(team.figures.team, heading(one.cell.measure), "" if one.suppressed else one.week.isoformat()),
            said(told.report, one.value, one.cell.measure),
        )
        for team in told.report.teams
        for one in team.figures.history
    ]
    rows = rows_of(told.documents["csv"], "csv", "over-time", "")
    assert [(row["team"], row["measure"], row["week"], row["number"]) for row in rows] == wanted
    _, *shown = sheets(told.documents["xlsx"])["Over time"]
    week = [row[7].date().isoformat() if row[7] else "" for row in shown]
    assert [(row[0], row[2], monday, str(row[6])) for row, monday in zip(shown, week, strict=True)] == wanted


def test_one_to_ones_are_exact_and_the_same_everywhere(told: Told) -> None:
    found = sheets(told.documents["xlsx"])["One-to-ones"]
    lines = rows_of(told.documents["csv"], "csv", "one-to-ones", "")
    for team in told.report.teams:
        figures, counts = team.figures, team.figures.one_to_ones
        assert counts is not None
        shown = {
            "due": counts.due,
            "held": counts.held,
            "cancelled": counts.cancelled,
            "planned": counts.planned,
        }
        exact = {
            **shown,
            "without_agreement": counts.without_agreement,
            "without_supervisor": counts.without_supervisor,
        }
        (row,) = (row for row in found if row[0] == figures.team)
        assert list(row[2:]) == list(exact.values())
        (line,) = (line for line in lines if line["team"] == figures.team)
        assert [line[name] for name in exact] == [str(number) for number in exact.values()]
        assert figures_json([figures], 5, figures.as_at)["teams"][0]["one_to_ones"] == exact
        for kind in PAGES:
            words = " ".join(seen(told.documents[kind], kind).replace(":", "").split())
            told_of = words[words.index(f"Team {figures.team}") :]
            told_of = told_of[told_of.index("One-to-ones Of the team") :]
            assert " ".join(f"{name.capitalize()} {number}" for name, number in shown.items()) in told_of
            assert f"For {counts.without_agreement} people no agreement" in told_of[:1_000]
            assert f"Nobody supervises {counts.without_supervisor} people" in told_of[:1_000]
        drawn = one_to_ones(figures, 74)
        numbers = dict(
            re.findall(r"^(\w+) .*?(\d+)$", "\n".join(one.plain.rstrip() for one in drawn), re.MULTILINE)
        )
        assert {name.lower(): int(number) for name, number in numbers.items()} == shown


def test_letters_are_exact_in_every_sheet(told: Told) -> None:
    found = sheets(told.documents["xlsx"])
    rows = told.documents["csv"]
    for team in told.report.teams:
        name = team.figures.team
        of_letters = [*(number for _, number in team.letters), sum(one.keep for one in team.listed)]
        assert [row[4] for row in found["Letters"] if row[0] == name] == of_letters
        told_apart = rows_of(rows, "csv", "letter", "")
        assert [int(row["count"]) for row in told_apart if row["team"] == name] == of_letters
