"""How a team's figures went over a period, month by month, in words and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from textual.content import Content

from reflect.domain.dates import MONTHS, said
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import NOT_SHOWN, NOT_YET, as_shown
from reflect.domain.figures.team_figures import TeamFigures
from reflect.tui.log.charts import rising
from reflect.tui.log.drawn import wrapped

_CLOSING = (Measure.OPEN, Measure.AWAITING, Measure.CONFIRMED, Measure.EMBEDDED, Measure.ENDED)
COURSES = tuple((one.words.capitalize(), one) for one in _CLOSING)
_MOST_MONTHS = 24
_ALL_NUMBERS = "o says every number."
Courses = list[tuple[str, list[int | None]]]


def over_time(figures: TeamFigures, width: int) -> list[Content]:
    """What was open, and each way in which actions are closed, at the end of each month of the period."""
    days = _months(figures)
    if not days:
        return [Content(f"{NOT_YET.capitalize()}.")]
    return _drawn(
        figures, _courses(figures, [(name, Cell(one)) for name, one in COURSES], days), days, "", width
    )


def themes_over_time(
    figures: TeamFigures, measure: Measure, width: int, label: Callable[[str], str]
) -> list[Content]:
    """A number by theme at the end of each month of the period."""
    days = _months(figures)
    courses = [
        (name, values)
        for name, values in _courses(figures, _themes(figures, measure, label), days)
        if any(values)
    ]
    return _drawn(figures, courses, days, " Themes without a number are left out.", width) if courses else []


def month_by_month(figures: TeamFigures, measure: Measure, name: str, label: Callable[[str], str]) -> Content:
    """Every number over time in words, the latest month first: how all stood, and one number by theme."""
    by_month = [(one.words, Cell(one)) for _, one in COURSES]
    themes = _themes(figures, measure, label)
    told = ["At the end of each month", "", *_told(figures, by_month)]
    if themes:
        told += ["", f"{name}, by theme", "", *_told(figures, themes, after=True)]
    return Content("\n").join(map(Content, told))


def month_ends(since: date, until: date) -> list[date]:
    """The last day of each month of a period, the last of them where it ends; of a long one, the latest two years."""
    ends: list[date] = []
    day = until
    while day >= since and len(ends) < _MOST_MONTHS:
        ends.append(day)
        day = day.replace(day=1) - timedelta(days=1)
    return ends[::-1] or [until]


def _drawn(
    figures: TeamFigures, courses: Courses, days: Sequence[date], more: str, width: int
) -> list[Content]:
    """The months of which anything is known, drawn, with the first and the last in words."""
    drawn = rising([(name, values, _course(values)) for name, values in courses], width)
    first = figures.first
    before = f" Before {said(first)} nothing was shown." if first and first > figures.since else ""
    told = f"At the end of each month, {_month(days[0])} to {_month(days[-1])}.{before}{more} {_ALL_NUMBERS}"
    return [*drawn, *(line.stylize("$text-muted") for line in wrapped(Content(told), width))]


def _months(figures: TeamFigures) -> list[date]:
    """The ends of months of which anything is known: none before the first frozen week, none that is still to come."""
    first = figures.first
    ends = month_ends(figures.since, figures.until_known)
    return [day for day in ends if first is not None and day >= first]


def _courses(figures: TeamFigures, rows: Sequence[tuple[str, Cell]], days: Sequence[date]) -> Courses:
    """The numbers of each row on days of which something is known."""
    return [
        (name, [one.value if one else None for one in figures.over_time(cell, days)]) for name, cell in rows
    ]


def _themes(figures: TeamFigures, measure: Measure, label: Callable[[str], str]) -> list[tuple[str, Cell]]:
    found = {one.cell for one in figures.history if (one.cell.measure, one.cell.by) == (measure, By.THEME)}
    return sorted((label(cell.key), cell) for cell in found)


def _told(figures: TeamFigures, rows: Sequence[tuple[str, Cell]], *, after: bool = False) -> list[str]:
    """A line for each month with each number and its name before or after it."""
    days = month_ends(figures.since, figures.until_known)
    known = {day: at for at, day in enumerate(_months(figures))}
    courses = _courses(figures, rows, list(known))

    def line(at: int) -> str:
        numbers = [(name, as_shown(values[at])) for name, values in courses]
        return ", ".join(
            f"{name} {number}" if after or number == NOT_SHOWN else f"{number} {name}"
            for name, number in numbers
        )

    return [f"{_month(day)}: {line(known[day]) if day in known else NOT_YET}" for day in reversed(days)]


def _course(values: Sequence[int | None]) -> str:
    if all(value is None for value in values):
        return f"{NOT_SHOWN} throughout"
    return f"first {as_shown(values[0])}, last {as_shown(values[-1])}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
