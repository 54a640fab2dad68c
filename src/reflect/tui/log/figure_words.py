"""The figures of a team in words and charts: every chart has its numbers beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from reflect.domain.actions.action import Level
from reflect.domain.actions.rules import Rules
from reflect.domain.dates import said
from reflect.domain.figures.cells import AGES, By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.saying import (
    NONE_YET,
    NOT_SHOWN,
    NOT_YET,
    OF_WEEK,
    age_words,
    as_shown,
    how_long_a_nought_stays,
    of_week,
    quarter_words,
    what_is_due,
    when_they_begin,
    why_not_shown,
)
from reflect.domain.figures.team_figures import FigureCell, OneToOneCounts, TeamFigures, weeks_of
from reflect.tui.log.charts import HELD_BACK, NONE, Bar, bars, side_by_side
from reflect.tui.log.drawn import wrapped
from reflect.tui.words import counted, plain

_STANDING = (
    *((0, Measure.AGREED), (2, Measure.OPEN), (4, Measure.DUE), (4, Measure.OVERDUE), (4, Measure.STUCK)),
    *((2, Measure.AWAITING), (2, Measure.CONFIRMED), (2, Measure.EMBEDDED), (2, Measure.ENDED)),
    *((0, Measure.CARRIED), (0, Measure.ESCALATED), (0, Measure.IMPACT), (0, Measure.GOOD_PRACTICE)),
)
STANDING = tuple(
    (" " * within + (one.words if within else one.words.capitalize()), one) for within, one in _STANDING
)
"""Each number under its name; what is a part of another one stands below it, further in."""
TOLD_APART = tuple(measure for _, measure in STANDING)
NO_THEME = "Nothing of any theme."


def name_of(measure: Measure) -> str:
    """A number as a title says it, such as `Confirmed`."""
    return measure.words.capitalize()


def titled(title: str, lines: Sequence[Content], width: int) -> list[Content]:
    """A part of the page; without lines there is none."""
    return [*wrapped(plain(title, "bold $primary"), width), *lines, Content("")] if lines else []


def little_words(figures: TeamFigures, *, leads: bool, key: str) -> str:
    """Why little is shown, kindly; who leads the team is told of the log, which has the key `key`."""
    if figures.week is None:
        why = f"{NONE_YET} {when_they_begin(figures.people)}"
    elif figures.sees_little:
        why = (
            "A small team sees little here, so that nobody in it can be told from a number: it takes "
            f"{figures.people} people behind each."
        )
    else:
        return ""
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
    return [*bars(rows, width), *_days_to_done(figures, width)]


def _days_to_done(figures: TeamFigures, width: int) -> list[Content]:
    found = figures.cell(Measure.DAYS_TO_DONE)
    if found is None:
        return []
    days = (
        f"{counted(found.value, 'day')}{of_week(figures.earlier(Measure.DAYS_TO_DONE))}"
        if found.value is not None
        else NOT_SHOWN
    )
    return wrapped(Content(f"Median days to done: {days}."), width)


def by_theme(
    figures: TeamFigures, measure: Measure, width: int, label: Callable[[str], str], stubborn: Sequence[str]
) -> list[Content]:
    """A number by theme, the largest first."""
    cells = _largest_first(figures.told_apart(measure, By.THEME))

    def name(theme: str) -> str:
        return f"{label(theme)} (stubborn)" if theme in stubborn else label(theme)

    shown = [(name(one.cell.key), one.cell) for one in cells if one.value is not None]
    hidden = ", ".join(name(one.cell.key) for one in cells if one.value is None)
    told = wrapped(Content.assemble(f"{HELD_BACK} {NOT_SHOWN}: ", plain(hidden)), width)
    return [*_bars(figures, shown, width), *(told if hidden else ())] or [Content(NO_THEME)]


def _bars(figures: TeamFigures, rows: Sequence[tuple[str, Cell]], width: int) -> list[Content]:
    """The numbers of one table, each with the day of its week where that is not the one of most of them."""
    return bars(_in_table(figures, rows), width)


def _in_table(figures: TeamFigures, rows: Sequence[tuple[str, Cell]]) -> list[Bar]:
    cell = rows[0][1] if rows else Cell(Measure.AGREED)
    weeks = figures.weeks(cell.by, cell.measure)
    return [Bar(label, figures.value(*one), weeks.behind(figures.week_of(*one))) for label, one in rows]


def _largest_first(cells: Sequence[FigureCell]) -> list[FigureCell]:
    return sorted(cells, key=lambda one: (-(one.value or 0), one.cell.key))


def by_level(figures: TeamFigures, measure: Measure, width: int) -> list[Content]:
    """A number by who has to change something."""
    rows = [(level.value.capitalize(), Cell(measure, By.LEVEL, level.value)) for level in Level]
    return _bars(figures, rows, width)


def by_quarter(figures: TeamFigures, measure: Measure, width: int) -> list[Content]:
    """A number by the quarter in which the actions were agreed."""
    cells = figures.told_apart(measure, By.QUARTER)
    rows = [(quarter_words(one.cell.key), one.cell) for one in cells]
    return _bars(figures, rows, width) or [Content("Nothing was agreed in this period.")]


def ageing(figures: TeamFigures, width: int) -> list[Content]:
    """How long ago what is open was agreed."""
    return _bars(figures, [(age_words(age), Cell(Measure.OPEN, By.AGE, age)) for age in AGES], width)


def escalations(figures: TeamFigures, width: int, rules: Rules) -> list[Content]:
    """How far escalations have come."""
    rows = [
        (f"{number}. {stage.name}", Cell(Measure.ESCALATED, By.STAGE, str(number)))
        for number, stage in enumerate(rules.ladder, start=1)
    ]
    return _bars(figures, rows, width)


def reflected(figures: TeamFigures, width: int, title: Callable[[str], str]) -> list[Content]:
    """How many of those who chose to be counted reflected at all, and on each bank."""
    cells = _largest_first(figures.told_apart(Measure.REFLECTED, By.BANK))
    of_banks = _in_table(figures, [(title(one.cell.key), one.cell) for one in cells])
    whole = figures.value(Measure.REFLECTED)
    if not cells or whole is None or whole < (cells[0].value or 0):  # of another week, or held back
        return bars(of_banks, width)
    return bars([Bar("In all", whole, of_week(figures.earlier(Measure.REFLECTED))), *of_banks], width)


def one_to_ones(figures: TeamFigures, width: int) -> list[Content]:
    """How many one-to-ones were due and held; only for who leads the team."""
    found = figures.one_to_ones
    if found is None:
        return []
    rows = [
        Bar("Due", found.due),
        Bar("Held", found.held),
        Bar("Cancelled", found.cancelled),
        Bar("Planned", found.planned),
    ]
    return [*bars(rows, width), *_due_from([found], width)]


def one_to_ones_of_teams(several: Sequence[TeamFigures], width: int) -> list[Content]:
    """The same of several teams side by side; only for who leads them all."""
    found = [one.one_to_ones for one in several if one.one_to_ones is not None]
    if len(found) < len(several):
        return []
    rows = [
        ("Due", [str(one.due) for one in found]),
        ("Held", [str(one.held) for one in found]),
        ("Cancelled", [str(one.cancelled) for one in found]),
        ("Planned", [str(one.planned) for one in found]),
    ]
    return [*side_by_side([one.team for one in several], rows, width), *_due_from(found, width)]


def _due_from(several: Sequence[OneToOneCounts], width: int) -> list[Content]:
    words = what_is_due(
        sum(one.without_agreement for one in several), sum(one.without_supervisor for one in several)
    )
    return wrapped(plain(words, "$text-muted"), width)


def teams(several: Sequence[TeamFigures], width: int) -> list[Content]:
    """How everything agreed stands in several teams side by side."""
    return _table(several, [(label, Cell(measure)) for label, measure in STANDING], width)


def teams_by_theme(
    several: Sequence[TeamFigures], measure: Measure, width: int, label: Callable[[str], str]
) -> list[Content]:
    """A number by theme in several teams side by side."""
    themes = {found.cell.key for one in several for found in one.told_apart(measure, By.THEME)}
    rows = [(label(theme), Cell(measure, By.THEME, theme)) for theme in sorted(themes, key=label)]
    return _table(several, rows, width) if rows else [Content(NO_THEME)]


def _table(several: Sequence[TeamFigures], rows: Sequence[tuple[str, Cell]], width: int) -> list[Content]:
    weeks = weeks_of(several, rows[0][1].by, *dict.fromkeys(cell.measure for _, cell in rows))

    def told(figures: TeamFigures, cell: Cell) -> str:
        if figures.week is None:
            return NOT_YET
        number = as_shown(figures.value(*cell))
        return f"{number}{weeks.behind(figures.week_of(*cell))}"

    told_rows = [(label, [told(one, cell) for one in several]) for label, cell in rows]
    return side_by_side([one.team for one in several], told_rows, width)


def rules_words(figures: TeamFigures) -> str:
    """As at which day, from which week, for which period and under which rules numbers are shown."""
    week = f", as frozen in the week that began on {said(figures.week)}" if figures.week else ""
    return (
        f"As at {said(figures.as_at)}{week}. The period is {said(figures.since)} to {said(figures.until)}. A number is "
        f"not shown ({HELD_BACK}) where {why_not_shown(figures.people)}; "
        f"{how_long_a_nought_stays(figures.people, nought=f'0 ({NONE})')}. A number is shown "
        f"anew only once {figures.people} people's part in it has changed, so that no two weeks tell of one person. "
        f"{OF_WEEK}"
    )
