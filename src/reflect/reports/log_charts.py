"""The figures of one team as tables, and as charts where a picture says more. Every chart has its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reflect.domain.actions.action import Level
from reflect.domain.figures.cells import AGES, By, Cell
from reflect.domain.figures.measures import PARTS, Measure
from reflect.domain.figures.saying import NOT_YET, Weeks, of_week
from reflect.domain.figures.team_figures import TeamFigures
from reflect.reports.chart import Bar, Bars, Chart, Curve, Curves
from reflect.reports.log_words import Wording, counted, heading, is_nought, month_words, short
from reflect.reports.paper import Table

ACTIONS, PEOPLE = "number of actions", "number of people"
STANDING = "How what was agreed stands"
OVER_TIME = "Open and closed over time"
THEMES = "Open by theme over time"
TOLD_APART = (
    *(Measure.AGREED, Measure.OPEN, Measure.DUE, Measure.OVERDUE, Measure.CARRIED),
    *(Measure.AWAITING, Measure.CONFIRMED, Measure.EMBEDDED),
)
TOLD_APART_WIDTHS = (22, *(13 for _ in TOLD_APART))
CLOSING = (Measure.OPEN, Measure.AWAITING, Measure.CONFIRMED, Measure.EMBEDDED, Measure.ENDED)
_BY = {By.THEME: "By theme", By.LEVEL: "By level", By.QUARTER: "By quarter of agreement"}
_MOST_POINTS, _FEW_POINTS = 13, 6
_MOST_CURVES = 4

Part = tuple[Chart | None, Table]


@dataclass(frozen=True, slots=True)
class _Alone:
    """One measure that is told apart by itself."""

    measure: Measure
    by: By
    title: str
    unit: str
    column: str


_OPEN_FOR = _Alone(Measure.OPEN, By.AGE, "Open, by how long ago they were agreed", ACTIONS, "Agreed")
_STAGES = _Alone(
    Measure.ESCALATED, By.STAGE, "Escalated, by the stage that they have come to", ACTIONS, "Stage"
)
_REFLECTED = _Alone(Measure.REFLECTED, By.BANK, "Who reflected on each briefing", PEOPLE, "Briefing")


def parts_of(figures: TeamFigures, wording: Wording) -> Iterator[Part]:
    """Each table of the team's figures, with its chart where it has one."""
    yield _standing(figures, wording)
    for by in (By.THEME, By.LEVEL, By.QUARTER):
        if part := _told_apart(figures, by, wording):
            yield part
    banks = [one.cell.key for one in figures.told_apart(Measure.REFLECTED, By.BANK)]
    for alone, keys in ((_OPEN_FOR, AGES), (_STAGES, _stages(wording)), (_REFLECTED, banks)):
        if keys:
            yield _one_measure(figures, alone, keys, wording)
    yield over_time(figures, wording)
    yield from _themes_over_time(figures, wording)


def nought_cells(figures: TeamFigures, wording: Wording) -> Iterator[Cell]:
    """The cells that are 0 where they are not there."""
    yield from (Cell(measure) for measure in Measure if is_nought(measure))
    for by in _BY:
        for key in _keys(figures, by):
            yield from (Cell(measure, by, key) for measure in TOLD_APART)
    yield from (Cell(Measure.OPEN, By.AGE, age) for age in AGES)
    yield from (Cell(Measure.ESCALATED, By.STAGE, stage) for stage in _stages(wording))


def over_time(figures: TeamFigures, wording: Wording) -> Part:
    """What was open and what was closed at the end of each month or longer."""
    days = points(figures.since, figures.until_known, _MOST_POINTS)
    curves = tuple(_curve(figures, Cell(measure), short(measure), days, wording) for measure in CLOSING)
    names = tuple(map(month_words, days))
    return Curves(OVER_TIME, ACTIONS, names, curves), _by_month(OVER_TIME, names, curves)


def points(since: date, until: date, most: int) -> tuple[date, ...]:
    """The ends of months in a period, at most so many of them, the last of which is its last day: every month's, every
    third, sixth or twelfth, and so on."""
    ends = [until]
    while (before := ends[-1].replace(day=1) - timedelta(days=1)) >= since:
        ends.append(before)
    step = next(months for months in (1, 3, 6, *range(12, 1200, 12)) if -(-len(ends) // months) <= most)
    return tuple(reversed(ends[::step]))


def _standing(figures: TeamFigures, wording: Wording) -> Part:
    bars = tuple(
        _bar(heading(part), figures.value(part), of_week(figures.earlier(part)), wording)
        for part in (Measure.AGREED, *PARTS[Measure.AGREED])
    )
    table = Table(
        columns=("What is counted", "Number"),
        widths=(70, 30),
        rows=tuple(
            (
                heading(measure),
                f"{wording.said(figures.value(measure), measure)}{of_week(figures.earlier(measure))}",
            )
            for measure in Measure
            if figures.cell(measure) or is_nought(measure)
        ),
        caption="All figures of the team as a whole",
        numbers=True,
    )
    return Bars(STANDING, ACTIONS, bars), table


def _told_apart(figures: TeamFigures, by: By, wording: Wording) -> Part | None:
    keys = _keys(figures, by)
    if not keys:
        return None
    weeks = figures.weeks(by, *TOLD_APART)
    rows = tuple(
        (
            wording.key(Cell(Measure.AGREED, by, key)),
            *(wording.number_of(figures, Cell(measure, by, key), weeks) for measure in TOLD_APART),
        )
        for key in keys
    )
    name = _BY[by]
    caption = f"{name}{weeks.in_title}"
    table = Table((name, *map(short, TOLD_APART)), TOLD_APART_WIDTHS, rows, caption, numbers=True)
    agreed = [Cell(Measure.AGREED, by, key) for key in keys]
    weeks = figures.weeks(by, Measure.AGREED)
    bars = tuple(_of_table(figures, cell, weeks, wording) for cell in agreed)
    return Bars(f"Agreed, {name[0].lower()}{name[1:]}{weeks.in_title}", ACTIONS, bars), table


def _keys(figures: TeamFigures, by: By) -> Sequence[str]:
    """Levels and quarters in their order; themes with most agreed first, those that are not shown last."""
    found = {one.cell.key for one in figures.cells if one.cell.by is by and one.cell.measure in TOLD_APART}
    if by is By.LEVEL:
        return [level.value for level in Level if level.value in found]
    if by is By.QUARTER:
        return sorted(found)
    return sorted(found, key=lambda key: (-(figures.value(Measure.AGREED, by, key) or 0), key))


def _stages(wording: Wording) -> list[str]:
    return [str(number) for number, _ in enumerate(wording.report.rules.ladder, 1)]


def _one_measure(figures: TeamFigures, alone: _Alone, keys: Sequence[str], wording: Wording) -> Part:
    cells = [Cell(alone.measure, alone.by, key) for key in keys]
    weeks = figures.weeks(alone.by, alone.measure)
    bars = tuple(_of_table(figures, cell, weeks, wording) for cell in cells)
    rows = tuple((bar.name, bar.said) for bar in bars)
    caption = f"{alone.title}{weeks.in_title}"
    table = Table((alone.column, alone.unit.capitalize()), (70, 30), rows, caption, numbers=True)
    return Bars(caption, alone.unit, bars), table


def _themes_over_time(figures: TeamFigures, wording: Wording) -> Iterator[Part]:
    """The themes with most open month by month; where there are more, all of them in larger steps."""
    known = {one.cell.key for one in figures.history if one.cell.by is By.THEME}
    keys = [key for key in _keys(figures, By.THEME) if key in known]
    if not keys:
        return

    def curves(most: int) -> tuple[tuple[str, ...], list[Curve]]:
        days = points(figures.since, figures.until_known, most)
        found = [
            _curve(figures, Cell(Measure.OPEN, By.THEME, key), wording.theme(key), days, wording)
            for key in keys
        ]
        return tuple(map(month_words, days)), found

    names, all_ = curves(_MOST_POINTS)
    more = len(all_) > _MOST_CURVES
    # Of what is not shown nobody knows whether it is among the most.
    shown = [curve for curve in all_ if curve.values[-1] is not None] if more else all_
    drawn = tuple(sorted(shown, key=lambda curve: -(curve.values[-1] or 0))[:_MOST_CURVES])
    among = "" if len(shown) == len(all_) else " of those that are shown"
    themes = counted(len(drawn), "theme")
    title = f"{THEMES}: the {themes} with most open now{among}" if more else THEMES
    if drawn:
        is_seen = any(value is not None for curve in drawn for value in curve.values)
        yield Curves(title, ACTIONS, names, drawn) if is_seen else None, _by_month(title, names, drawn)
    if more:
        names, all_ = curves(_FEW_POINTS)
        rows = tuple((curve.name, *curve.said) for curve in all_)
        widths = (28, *(12 for _ in names))
        yield None, Table(("At the end of", *names), widths, rows, f"{THEMES}: all themes", numbers=True)


def _by_month(caption: str, names: Sequence[str], curves: Sequence[Curve]) -> Table:
    """A line for each month, the latest first, with a column for each curve."""
    rows = tuple(
        (name, *(curve.said[at] for curve in curves)) for at, name in reversed(list(enumerate(names)))
    )
    columns = ("At the end of", *(curve.name for curve in curves))
    return Table(columns, (20, *(16 for _ in curves)), rows, caption, numbers=True)


def _of_table(figures: TeamFigures, cell: Cell, weeks: Weeks, wording: Wording) -> Bar:
    return _bar(wording.key(cell), figures.value(*cell), weeks.behind(figures.week_of(*cell)), wording)


def _bar(name: str, value: int | None, day: str, wording: Wording) -> Bar:
    return Bar(name, wording.drawn(value), wording.said(value), day)


def _curve(figures: TeamFigures, cell: Cell, name: str, days: Sequence[date], wording: Wording) -> Curve:
    there = figures.over_time(cell, days)
    return Curve(
        name,
        tuple(wording.drawn(one.value) if one else None for one in there),
        tuple(wording.said(one.value) if one else NOT_YET for one in there),
    )
