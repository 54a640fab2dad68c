"""A report on the log as tables for spreadsheets, one for each kind of thing: what a number is of stands beside it, and
one that is not shown is said in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import key_words
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.domain.figures.saying import NOT_YET
from reflect.domain.figures.team_figures import FigureCell, FindingLine
from reflect.reports.action_pages import GOOD_PRACTICE
from reflect.reports.log_charts import nought_cells
from reflect.reports.log_findings import counts_of, over_all
from reflect.reports.log_words import GOOD, Wording, facts, heading, meanings, rules_of_showing, title
from reflect.reports.paper_parts import letter_words
from reflect.reports.spreadsheet import Cell

KEPT = "No letter"
NO_LETTER = "none"
_PART = ("part", "Part", 8)
_TEAM = (("team", "Team", 22), _PART)
_OF_FIGURES = (
    *(("measure", "What is counted", 24), ("by", "Told apart by", 14), ("key", "Code", 24)),
    *(("name", "Name", 30), ("number", "Number", 14), ("week", "Shown since the week of", 12)),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: what it is called, by programs and by people, its columns (name, heading, width), and its rows. The
    first cell of a row is what it is known by; its second is given empty: it says which part it is, where a text takes
    several rows."""

    name: str
    title: str
    columns: tuple[tuple[str, str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of(report: LogReport) -> Iterator[Sheet]:
    """Every table of the report."""
    wording, teams = Wording(report), report.teams
    figures = tuple(row for team in teams for row in _figures(team, wording))
    yield Sheet("figure", "Figures", (*_TEAM, *_OF_FIGURES), figures)
    history = tuple(
        _figure(team, one, wording) for team in teams for one in team.figures.history if _is_within(one, team)
    )
    yield Sheet("over-time", "Over time", (*_TEAM, *_OF_FIGURES), history)
    learning = tuple(_finding(team, line, wording) for team in teams for line in team.learning.lines)
    yield Sheet("finding", "Findings", _OF_FINDINGS, learning)
    listed = tuple(_listed(team, action, wording) for team in teams for action in team.listed)
    yield Sheet("listed", "Listed actions", _OF_LISTED, listed)
    letters = tuple((team.figures.team, None, *row) for team in teams for row in _letters(team))
    yield Sheet("letter", "Letters", (*_TEAM, *_OF_LETTERS), letters)
    held = tuple(
        (
            *(team.figures.team, None, one.due, one.held, one.cancelled, one.planned),
            *(one.without_agreement, one.without_supervisor),
        )
        for team in teams
        if (one := team.figures.one_to_ones)
    )
    yield Sheet("one-to-ones", "One-to-ones", (*_TEAM, *_OF_ONE_TO_ONES), held)


def about(report: LogReport) -> Iterator[tuple[str, str]]:
    """What the report is, under which rules, and what its words and letters mean."""
    yield "Title", title(report)
    yield from facts(report)
    yield from (("Rule", rule) for rule in rules_of_showing(report))
    yield from meanings(report)
    yield from ((f"Letter {letter.words}", words) for letter, words in key_words(report.rules))
    yield KEPT, GOOD_PRACTICE


_OF_FINDINGS = (
    *(("finding", "Code", 18), _PART, ("team", "Team", 22), ("bank", "Bank", 20)),
    *(("bank_title", "Briefing", 25), ("review", "Review", 25), ("text", "Finding", 50)),
    *(("themes", "Themes", 25), ("stubborn", "Comes back", 9)),
    *(("reflected", "Reflected", 11), ("agreed", "Agreed", 11), ("done", "Done", 11)),
    *(("confirmed", "Confirmed", 11), ("embedded", "Embedded", 11), ("escalated", "Escalated", 11)),
    *(("stuck", "Stuck", 11), ("listed_agreed", "Listed: agreed", 9), ("listed_done", "Listed: done", 9)),
    *(("listed_confirmed", "Listed: confirmed", 9), ("listed_embedded", "Listed: embedded", 9)),
    *(("listed_escalated", "Listed: escalated", 9), ("listed_stuck", "Listed: stuck", 9)),
    ("last_moved", "Last moved", 11),
)
_OF_LISTED = (
    *(("id", "Id", 12), _PART, ("team", "Team", 22)),
    *(("what", "What is to be done", 50), ("owner", "Owner", 20)),
    *(("letter", "Letter", 10), ("status", "Status", 14), ("agreed_on", "Agreed on", 11), ("due", "Due", 11)),
    *(("done_on", "Done on", 11), ("confirmed_on", "Confirmed on", 11), ("ended_on", "Ended on", 11)),
    *(("carried", "Times carried forward", 9), ("stage", "Stage of escalation", 9)),
    *(("level", "Level", 12), ("themes", "Themes", 25), ("origin", "Comes from", 25)),
    ("impact", "What difference it made", 50),
)
_OF_LETTERS = (("letter_code", "Letter", 8), ("word", "Word", 10), ("count", "Listed actions", 10))
_OF_ONE_TO_ONES = (
    *(("due", "Due", 10), ("held", "Held", 10), ("cancelled", "Cancelled", 10), ("planned", "Planned", 10)),
    ("without_agreement", "People without an agreement", 12),
    ("without_supervisor", "People without a supervisor", 12),
)


def _figures(team: TeamReport, wording: Wording) -> Iterator[tuple[Cell, ...]]:
    """Every cell that there is, and a 0 of the first week wherever a reader of the pages finds one."""
    figures = team.figures
    there = {one.cell for one in figures.cells}
    for one in figures.cells:
        yield _figure(team, one, wording)
    if figures.first is not None:
        for cell in nought_cells(figures, wording):
            if cell not in there:
                yield _figure(team, FigureCell(cell, 0, figures.first), wording)


def _figure(team: TeamReport, one: FigureCell, wording: Wording) -> tuple[Cell, ...]:
    cell = one.cell
    number = wording.number(one.value, cell.measure)
    name = wording.key(cell) or None
    return (
        *(team.figures.team, None, heading(cell.measure), cell.by.value, cell.key or None),
        *(name, number, None if one.suppressed else one.week),
    )


def _is_within(one: FigureCell, team: TeamReport) -> bool:
    return one.week <= team.figures.until_known


def _finding(team: TeamReport, line: FindingLine, wording: Wording) -> tuple[Cell, ...]:
    listed = counts_of(line.listed) if line.listed else (None,) * 6
    return (
        *(line.finding, None, team.figures.team, line.bank, line.bank_title, line.review, line.text),
        *(wording.themes(line.themes) or None, "yes" if line.stubborn else "no"),
        *(wording.number(value) if team.learning.frozen else NOT_YET for value in over_all(line)),
        *listed,
        line.last_moved or ("never" if line.listed else None),
    )


def _letters(team: TeamReport) -> Iterator[tuple[str, str, int]]:
    """How many have each letter, and good practice, so that they add up to all."""
    for letter, number in team.letters:
        yield (letter.letter if letter.letter.isalpha() else NO_LETTER), letter.value, number
    yield NO_LETTER, GOOD, team.kept


def _listed(team: TeamReport, action: Action, wording: Wording) -> tuple[Cell, ...]:
    return (
        *(action.id, None, team.figures.team, action.what, wording.person(action.owner)),
        *(
            letter_words(action, wording.report.as_at, wording.report.rules).removeprefix("- "),
            action.status.value,
            action.agreed,
            action.due or "no day",
        ),
        *(action.done, action.confirmed, action.ended, action.carried),
        *(action.escalation.stage if action.escalation else "none", action.level.value),
        *(wording.themes(action.themes) or None, action.comes_from),
        action.impact if action.impact.strip() else "nothing written yet",
    )
