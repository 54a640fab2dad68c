"""A made-up report on the log of two teams, as many tests need it: one with enough people for figures, and one with
too few; numbers that are shown, that are not, and true noughts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from actions_out import NAMES, TODAY, agreed, everything, good_practice
from reflect.domain.actions.action import Action, Level
from reflect.domain.actions.history import folded
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.rules import USUAL
from reflect.domain.banks import Handling
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.team_figures import (
    FigureCell,
    FindingLine,
    LearningView,
    ListedCounts,
    OneToOneCounts,
    TeamFigures,
)

Words = Callable[[str], str]
MONDAY = date(2026, 11, 16)
SINCE = date(2025, 11, 21)
FIRST = date(2025, 11, 17)
THEMES = {"fathers-and-partners": "Fathers and partners", "voice-of-the-child": "The voice of the child"}
WHOLE: dict[Measure, int | None] = {
    Measure.AGREED: 83,
    Measure.OPEN: 31,
    Measure.DUE: 7,
    Measure.OVERDUE: 12,
    Measure.STUCK: None,
    Measure.AWAITING: 6,
    Measure.CONFIRMED: 17,
    Measure.EMBEDDED: 22,
    Measure.ENDED: None,
    Measure.CARRIED: 9,
    Measure.ESCALATED: 0,
    Measure.IMPACT: 28,
    Measure.GOOD_PRACTICE: 11,
}


def as_they_are(words: str) -> str:
    return words


def cells() -> tuple[FigureCell, ...]:
    """Figures of the whole, by theme, level, quarter, age and briefing."""
    found = {Cell(measure): value for measure, value in WHOLE.items() if value != 0}
    for by, keys in (
        (By.THEME, THEMES),
        (By.LEVEL, [Level.PRACTITIONER.value, Level.TEAM.value]),
        (By.QUARTER, ["2026-07", "2026-10"]),
    ):
        for number, key in enumerate(keys):
            found[Cell(Measure.AGREED, by, key)] = 40 - 3 * number
            found[Cell(Measure.OPEN, by, key)] = 18 - number if number else None
            found[Cell(Measure.EMBEDDED, by, key)] = 8 + number
    found[Cell(Measure.DAYS_TO_DONE)] = 41
    found |= {Cell(Measure.OPEN, By.AGE, key): value for key, value in AGES.items()}
    found |= {Cell(Measure.REFLECTED, By.BANK, "child-s"): 14, Cell(Measure.ESCALATED, By.STAGE, "1"): None}
    return tuple(FigureCell(cell, value, MONDAY) for cell, value in found.items())


AGES = {"0-30": 13, "31-90": 9, "91-180": None, "181-": 6}


def history() -> tuple[FigureCell, ...]:
    """What was shown as the year went by: more open, then fewer; closed ones only late."""
    shown = []
    for month, value in enumerate((12, 19, 27, 36, None, 33, 31)):
        monday = date(2025, 12, 1) + timedelta(weeks=7 * month)
        shown.append(FigureCell(Cell(Measure.OPEN), value, monday))
        if month > 2:
            shown.append(FigureCell(Cell(Measure.EMBEDDED), 5 * month - 8, monday))
        for place, theme in enumerate(THEMES):
            shown.append(FigureCell(Cell(Measure.OPEN, By.THEME, theme), 5 + month + 4 * place, monday))
    return tuple(shown)


def team_figures(team: str = "North", **changed: Any) -> TeamFigures:
    """A team with enough people."""
    known = TeamFigures(
        team=team,
        as_at=TODAY,
        week=MONDAY,
        people=5,
        since=SINCE,
        until=TODAY,
        cells=cells(),
        history=history(),
        one_to_ones=OneToOneCounts(planned=48, held=41, cancelled=3, due=52, without_agreement=2),
        first=FIRST,
    )
    return replace(known, **changed)


def finding(number: int, words: Words = as_they_are, **changed: Any) -> FindingLine:
    """A finding that something came of."""
    known = FindingLine(
        bank="child-s",
        bank_title=words("Child S"),
        review=words("Child S review"),
        finding=f"finding-{number}",
        text=words(f"Fathers were not asked, the {number}th time"),
        themes=("fathers-and-partners",),
        reflected=14,
        agreed=23,
        done=9,
        confirmed=8,
        embedded=None,
        escalated=0,
        stuck=6,
        listed=ListedCounts(agreed=5, done=4, confirmed=3, embedded=2, escalated=0, stuck=0),
        last_moved=date(2026, 5, 4),
        stubborn=number == 1,
    )
    return replace(known, **changed)


def nothing_yet(number: int, words: Words = as_they_are) -> FindingLine:
    """A finding on which nothing was agreed."""
    none = dict.fromkeys(("agreed", "done", "confirmed", "embedded", "escalated", "stuck"), 0)
    return finding(number, words, **none, reflected=0, listed=ListedCounts(), last_moved=None, stubborn=False)


def listed_actions(words: Words = as_they_are) -> tuple[Action, ...]:
    """Actions to which different things happened."""
    return (
        folded(everything("whole", words)),
        folded(agreed("plain", what=words("Read the plan"), due="2026-12-24")),
        folded(agreed("late", what=words("Ring the nurse"))),
        folded(good_practice()),
    )


def team_report(team: str = "North", words: Words = as_they_are, **changed: Any) -> TeamReport:
    """One team, with all that there can be."""
    listed = listed_actions(words)
    known = TeamReport(
        figures=team_figures(words(team)),
        learning=LearningView(
            team=words(team),
            as_at=TODAY,
            people=5,
            lines=(nothing_yet(3, words), finding(1, words), finding(2, words, agreed=None)),
            stubborn=("fathers-and-partners",),
        ),
        listed=listed,
        letters=letters(listed),
    )
    return replace(known, **changed)


def small_team(words: Words = as_they_are) -> TeamReport:
    """A team in which no number can be shown."""
    hidden = tuple(one._replace(value=None) for one in cells() if not one.cell.key)
    never = tuple(FigureCell(Cell(measure), None, FIRST) for measure in WHOLE)
    figures = team_figures(words("South"), cells=hidden, history=never, one_to_ones=OneToOneCounts())
    none_shown = dict.fromkeys(("agreed", "done", "confirmed", "embedded", "escalated", "stuck"), None)
    lines = (finding(1, words, **none_shown, reflected=None, listed=ListedCounts(agreed=1)),)
    view = LearningView(words("South"), TODAY, 5, lines)
    return TeamReport(figures, view, listed=(), letters=())


def letters(listed: Iterable[Action]) -> tuple[tuple[Rag, int], ...]:
    """How many have each letter."""
    found = [rag(action, TODAY, USUAL) for action in listed]
    return tuple((letter, found.count(letter)) for letter in Rag)


def log_report(*teams: TeamReport, words: Words = as_they_are, **changed: Any) -> LogReport:
    """The report of these teams, or of both."""
    known = LogReport(
        made=TODAY,
        made_by=words("Lee Leader"),
        since=SINCE,
        until=TODAY,
        as_at=TODAY,
        people=5,
        rounded=False,
        handling=Handling.PROFESSIONALS_ONLY,
        rules=USUAL,
        names={who: words(name) for who, name in NAMES.items()},
        themes={code: words(label) for code, label in THEMES.items()},
        teams=teams or (team_report(words=words), small_team(words)),
    )
    return replace(known, **changed)
