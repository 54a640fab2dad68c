"""The figures of a team in words and charts: every chart has its numbers beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from textual.content import Content

from reflect.domain.actions.action import Level
from reflect.domain.actions.rules import Rules
from reflect.domain.dates import MONTHS, said
from reflect.domain.figures.cells import AGES, By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import OF_WEEK, age_words, as_shown, fewer, of_week, quarter_words
from reflect.domain.figures.team_figures import FigureCell, TeamFigures
from reflect.tui.log.charts import NONE, NOT_SHOWN, Bar, bars, rising, side_by_side
from reflect.tui.log.drawn import wrapped
from reflect.tui.words import counted, plain

STANDING: tuple[tuple[str, Measure], ...] = (
    ("Agreed", Measure.AGREED),
    ("  open", Measure.OPEN),
    ("    due soon", Measure.DUE),
    ("    overdue", Measure.OVERDUE),
    ("    stuck", Measure.STUCK),
    ("  done, to be confirmed", Measure.AWAITING),
    ("  confirmed", Measure.CONFIRMED),
    ("  embedded: it lasted", Measure.EMBEDDED),
    ("  ended otherwise", Measure.ENDED),
    ("Carried forward", Measure.CARRIED),
    ("Escalated", Measure.ESCALATED),
    ("With an impact statement", Measure.IMPACT),
    ("Good practice shared", Measure.GOOD_PRACTICE),
)
TOLD_APART = tuple(measure for _, measure in STANDING)
CLOSED = (Measure.CONFIRMED, Measure.EMBEDDED, Measure.ENDED)
_MOST_MONTHS = 24
NO_THEME = "Nothing of any theme."


def name_of(measure: Measure) -> str:
    """A number as a title says it, such as `Confirmed`."""
    return next(words for words, one in STANDING if one is measure).strip().split(":")[0].capitalize()


def titled(title: str, lines: Sequence[Content]) -> list[Content]:
    """A part of the page; without lines there is none."""
    return [plain(title, "bold $primary"), *lines, Content("")] if lines else []


def sees_little(figures: TeamFigures) -> bool:
    """Whether more numbers are held back than are shown: a team of few people."""
    values = [figures.value(measure) for _, measure in STANDING]
    return values.count(None) > sum(1 for value in values if value)


def little_words(figures: TeamFigures, *, leads: bool, key: str) -> str:
    """Why little is shown, kindly; who leads the team is told of the log, which has the key `key`."""
    if figures.week is None:
        return "No week has been counted for this team yet. The first numbers come with its first whole week."
    if not sees_little(figures):
        return ""
    why = (
        f"A small team sees little here, so that nobody in it can be told from a number: it takes {figures.people} "
        "people behind each."
    )
    return f"{why} The log ({key}) is your tool: every listed action, with exact counts." if leads else why


def standing(figures: TeamFigures, width: int) -> list[Content]:
    """How everything agreed stands."""
    share = figures.share(Measure.IMPACT, Measure.AGREED)
    rows = [
        Bar(
            label,
            figures.value(measure),
            of_week(figures.earlier(measure))
            + (f" ({share} % of those agreed)" if measure is Measure.IMPACT and share is not None else ""),
        )
        for label, measure in STANDING
    ]
    return [*bars(rows, width, figures.people), *_days_to_done(figures, width)]


def _days_to_done(figures: TeamFigures, width: int) -> list[Content]:
    found = figures.cell(Measure.DAYS_TO_DONE)
    if found is None:
        return []
    days = (
        counted(found.value, "day")
        if found.value is not None
        else f"not shown, with {fewer(figures.people)} people behind it"
    )
    return wrapped(Content(f"From agreed to done, in the middle: {days}."), width)


def by_theme(
    figures: TeamFigures, measure: Measure, width: int, label: Callable[[str], str], stubborn: Sequence[str]
) -> list[Content]:
    """A number by theme, the largest first."""
    cells = _largest_first(figures.told_apart(measure, By.THEME))

    def name(theme: str) -> str:
        return f"{label(theme)} (stubborn)" if theme in stubborn else label(theme)

    shown = [Bar(name(one.cell.key), one.value) for one in cells if one.value is not None]
    hidden = ", ".join(name(one.cell.key) for one in cells if one.value is None)
    told = wrapped(Content.assemble(f"{NOT_SHOWN} {fewer(figures.people)}: ", plain(hidden)), width)
    return [*bars(shown, width, figures.people), *(told if hidden else ())] or [Content(NO_THEME)]


def _largest_first(cells: Sequence[FigureCell]) -> list[FigureCell]:
    return sorted(cells, key=lambda one: (-(one.value or 0), one.cell.key))


def by_level(figures: TeamFigures, measure: Measure, width: int) -> list[Content]:
    """A number by who has to change something."""
    rows = [Bar(level.value.capitalize(), figures.value(measure, By.LEVEL, level.value)) for level in Level]
    return bars(rows, width, figures.people)


def by_quarter(figures: TeamFigures, measure: Measure, width: int) -> list[Content]:
    """A number by the quarter in which the actions were agreed."""
    cells = figures.told_apart(measure, By.QUARTER)
    rows = [Bar(quarter_words(one.cell.key), one.value) for one in cells]
    return bars(rows, width, figures.people) or [Content("Nothing was agreed in this period.")]


def ageing(figures: TeamFigures, width: int) -> list[Content]:
    """How long ago what is open was agreed."""
    rows = [Bar(age_words(age), figures.value(Measure.OPEN, By.AGE, age)) for age in AGES]
    return bars(rows, width, figures.people)


def escalations(figures: TeamFigures, width: int, rules: Rules) -> list[Content]:
    """How far escalations have come."""
    rows = [
        Bar(f"{number}. {stage.name}", figures.value(Measure.ESCALATED, By.STAGE, str(number)))
        for number, stage in enumerate(rules.ladder, start=1)
    ]
    return bars(rows, width, figures.people)


def reflected(figures: TeamFigures, width: int, title: Callable[[str], str]) -> list[Content]:
    """How many of those who chose to be counted reflected on each bank."""
    cells = _largest_first(figures.told_apart(Measure.REFLECTED, By.BANK))
    return bars([Bar(title(one.cell.key), one.value) for one in cells], width, figures.people)


def over_time(figures: TeamFigures, width: int) -> list[Content]:
    """Open against closed, at the end of each month of the period."""
    days, opened, closed = _courses(figures)
    rows = [
        (name, values, _course(values, figures.people))
        for name, values in (("Open", opened), ("Closed", closed))
    ]
    told = f"At the end of each month, {_month(days[0])} to {_month(days[-1])}. Closed is confirmed, embedded or ended."
    return [*rising(rows, width), *_muted(told, width)]


def month_by_month(figures: TeamFigures) -> Content:
    """Every number of open against closed in words, the latest month first."""
    people = figures.people
    return Content("\n").join(
        Content(f"{_month(day)}: {as_shown(opened, people)} open, {as_shown(closed, people)} closed")
        for day, opened, closed in reversed(list(zip(*_courses(figures), strict=True)))
    )


def _courses(figures: TeamFigures) -> tuple[list[date], Sequence[int | None], Sequence[int | None]]:
    days = month_ends(figures.since, figures.until)
    parts = [figures.over_time(Cell(measure), days) for measure in CLOSED]
    closed = [_sum(at) for at in zip(*parts, strict=True)]
    return days, figures.over_time(Cell(Measure.OPEN), days), closed


def themes_over_time(
    figures: TeamFigures, measure: Measure, width: int, label: Callable[[str], str]
) -> list[Content]:
    """A number by theme at the end of each quarter of the period."""
    days = quarter_ends(figures.since, figures.until)
    themes = {
        one.cell.key for one in figures.history if (one.cell.measure, one.cell.by) == (measure, By.THEME)
    }
    rows = []
    for theme in sorted(themes, key=label):
        values = figures.over_time(Cell(measure, By.THEME, theme), days)
        if any(values):
            numbers = ", ".join(NOT_SHOWN if value is None else str(value) for value in values)
            rows.append((label(theme), values, numbers))
    told = f"At the end of each quarter, {_month(days[0])} to {_month(days[-1])}. Themes without a number are left out."
    return [*rising(rows, width), *_muted(told, width)] if rows else []


def _muted(words: str, width: int) -> list[Content]:
    return [line.stylize("$text-muted") for line in wrapped(Content(words), width)]


def one_to_ones(figures: TeamFigures, width: int) -> list[Content]:
    """How many one-to-ones were planned and held; only for who leads the team."""
    found = figures.one_to_ones
    if found is None:
        return []
    rows = [
        Bar("Planned", found.planned),
        Bar("  held", found.held),
        Bar("  cancelled", found.cancelled),
    ]
    return bars(rows, width, figures.people)


def teams(several: Sequence[TeamFigures], width: int) -> list[Content]:
    """How everything agreed stands in several teams side by side."""
    rows = [(label, [one.value(measure) for one in several]) for label, measure in STANDING]
    return _table(several, rows, width)


def teams_by_theme(
    several: Sequence[TeamFigures], measure: Measure, width: int, label: Callable[[str], str]
) -> list[Content]:
    """A number by theme in several teams side by side."""
    themes = {found.cell.key for one in several for found in one.told_apart(measure, By.THEME)}
    rows = [
        (label(theme), [one.value(measure, By.THEME, theme) for one in several])
        for theme in sorted(themes, key=label)
    ]
    return _table(several, rows, width) if rows else [Content(NO_THEME)]


def _table(
    several: Sequence[TeamFigures], rows: Sequence[tuple[str, Sequence[int | None]]], width: int
) -> list[Content]:
    return side_by_side([one.team for one in several], rows, width, [one.people for one in several])


def rules_words(figures: TeamFigures) -> str:
    """As at which day, from which week, for which period and under which rules numbers are shown."""
    week = f", as frozen in the week that began on {said(figures.week)}" if figures.week else ""
    return (
        f"As at {said(figures.as_at)}{week}. The period is {said(figures.since)} to {said(figures.until)}. A number is "
        f"shown when {figures.people} people or more are behind it, or nobody is (0). “{fewer(figures.people)}” stands "
        "for any other, and where a number would give such a one away. A number is shown anew only once as many "
        f"people's part in it has changed, so that no two weeks tell of one person. {OF_WEEK} {NOT_SHOWN} is not "
        f"shown, {NONE} is none."
    )


def month_ends(since: date, until: date) -> list[date]:
    """The last day of each month of a period, the last of them where it ends; of a long one, the latest two years."""
    ends: list[date] = []
    day = until
    while day >= since and len(ends) < _MOST_MONTHS:
        ends.append(day)
        day = day.replace(day=1) - timedelta(days=1)
    return ends[::-1] or [until]


def quarter_ends(since: date, until: date) -> list[date]:
    """The last day of each quarter of a period, the last of them where it ends."""
    return [day for day in month_ends(since, until) if day == until or day.month % 3 == 0]


def _sum(values: Sequence[int | None]) -> int | None:
    shown = [value for value in values if value is not None]
    return sum(shown) if len(shown) == len(values) else None


def _course(values: Sequence[int | None], people: int) -> str:
    if all(value is None for value in values):
        return f"{fewer(people)} throughout"
    return f"first {as_shown(values[0], people)}, last {as_shown(values[-1], people)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
