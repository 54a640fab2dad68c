"""A team's figures and what became of each finding, as they may be read. Nothing here can hold anyone's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import NamedTuple

from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.review_lines import ReviewLine
from reflect.domain.figures.saying import Weeks, percent

_COUNT_NO_ACTIONS = (Measure.REFLECTED, Measure.DAYS_TO_DONE)


class FigureCell(NamedTuple):
    """One number as it stood in the week that began on `week` (a Monday), when it was last shown anew. `value` is
    None where the number is not shown: from which week on that is must not be told."""

    cell: Cell
    value: int | None
    week: date

    @property
    def suppressed(self) -> bool:
        """Whether there is a number that is not shown."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class OneToOneCounts:
    """Of the one-to-ones of a team's people how many were planned for a day in a period, of these held and cancelled,
    and on how many days of it one was due by what two people agreed: exact, since a lead may see the dates and states
    of each. Nothing is due from `without_agreement`, people whom somebody supervises by no agreement that both have
    signed, and from `without_supervisor`, whom nobody supervises."""

    planned: int = 0
    held: int = 0
    cancelled: int = 0
    due: int = 0
    without_agreement: int = 0
    without_supervisor: int = 0


@dataclass(frozen=True, slots=True)
class Lowered:
    """From the week of this Monday on, fewer people were enough behind a number than before."""

    week: date
    before: int
    people: int


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """The figures of one team (by name) as at the end of a day. `week` is the Monday of the last week that was
    frozen, None where no number had been shown by then; `people` must stand behind a number before it is shown. A cell
    that is not there is 0 as of the week `first`, and stays so until as many people are behind it. `since` and `until`
    are the first and last day of the period that quarters, `history` and `one_to_ones` (None for those who do not lead
    the team) tell of. `history` holds what a number was whenever it was
    shown anew: of the whole, and of each theme, oldest first; the last from before `since` is among them. `first` is
    the Monday of the first week that showed any number: before it nothing is known. `lowered` says when it was last
    that fewer people were enough, None where that never was."""

    team: str
    as_at: date
    week: date | None
    people: int
    since: date
    until: date
    cells: tuple[FigureCell, ...] = ()
    history: tuple[FigureCell, ...] = ()
    one_to_ones: OneToOneCounts | None = None
    first: date | None = None
    lowered: Lowered | None = None

    @property
    def until_known(self) -> date:
        """The last day of the period of which anything can be known."""
        return min(self.until, self.as_at)

    @property
    def sees_little(self) -> bool:
        """Whether more numbers of the whole are held back than are shown: a team of few people."""
        if self.week is None:
            return False
        values = [self.value(measure) for measure in Measure if measure not in _COUNT_NO_ACTIONS]
        return values.count(None) > sum(1 for value in values if value)

    def cell(self, measure: Measure, by: By = By.WHOLE, key: str = "") -> FigureCell | None:
        """One cell; None where it is 0 as of the first week, and where nothing is shown yet."""
        wanted = Cell(measure, by, key)
        return next((one for one in self.cells if one.cell == wanted), None)

    def value(self, measure: Measure, by: By = By.WHOLE, key: str = "") -> int | None:
        """One number; None where it is not shown."""
        found = self.cell(measure, by, key)
        if found is None:
            return None if self.week is None else 0
        return found.value

    def earlier(self, measure: Measure, by: By = By.WHOLE, key: str = "") -> date | None:
        """The Monday of the week from which a number is, where that is not the last frozen one: it stands as it was
        until enough people's part in it has changed, and a 0 until enough people are behind it."""
        found = self.cell(measure, by, key)
        if found is not None and found.suppressed:
            return None
        week = self.first if found is None else found.week
        return None if week == self.week else week

    def week_of(self, measure: Measure, by: By = By.WHOLE, key: str = "") -> date | None:
        """The Monday of the week from which a number is; None where it is not shown, and for a zero that was always
        there."""
        found = self.cell(measure, by, key)
        return None if found is None or found.suppressed else found.week

    def weeks(self, by: By, *measures: Measure) -> Weeks:
        """Of which weeks the numbers of a table of measures are that are told apart in one way."""
        return weeks_of([self], by, *measures)

    def share(self, part: Measure, whole: Measure) -> int | None:
        """How many in a hundred of a whole a part of it is, halves up. None where one of the two is not shown, where
        there is nothing to take a part of, or where they are of different weeks: such numbers must not be compared."""
        some, all_ = self.cell(part), self.cell(whole)
        if all_ is None or not all_.value:
            return None
        week = self.first if some is None else some.week
        return percent(0 if some is None else some.value, all_.value) if week == all_.week else None

    def told_apart(self, measure: Measure, by: By) -> tuple[FigureCell, ...]:
        """The cells of a measure by theme, level, quarter, stage, age or finding, by their keys."""
        found = (one for one in self.cells if (one.cell.measure, one.cell.by) == (measure, by))
        return tuple(sorted(found, key=lambda one: one.cell.key))

    def over_time(self, cell: Cell, days: Iterable[date]) -> tuple[FigureCell | None, ...]:
        """What was shown of a cell at the end of each of these days, in their order: 0 before it was first there, and
        None where no number had been shown yet."""
        versions = [one for one in self.history if one.cell == cell]
        return tuple(self._at(day, cell, versions) for day in days)

    def _at(self, day: date, cell: Cell, versions: Sequence[FigureCell]) -> FigureCell | None:
        if self.first is None or day < self.first:
            return None
        return next((one for one in reversed(versions) if one.week <= day), FigureCell(cell, 0, self.first))


def weeks_of(several: Sequence[TeamFigures], by: By, *measures: Measure) -> Weeks:
    """Of which weeks the numbers of several teams in one table are."""
    cells = (found for one in several for measure in measures for found in one.told_apart(measure, by))
    last = next((one.week for one in several if one.week), None)
    return Weeks.of((None if one.suppressed else one.week for one in cells), last)


@dataclass(frozen=True, slots=True)
class ListedCounts:
    """Exact counts of the listed actions that lead back to one finding: a lead can count them by hand."""

    agreed: int = 0
    done: int = 0
    confirmed: int = 0
    embedded: int = 0
    escalated: int = 0
    stuck: int = 0


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What became of one finding of one review: figures over everything agreed (None where a number is not shown)
    beside the exact counts of what is listed (None for those who do not lead the team). `reflected` is how many
    reflected on the bank that it stands in. `last_moved` is the day on which a listed action of it last moved,
    `unfinished` how many of these are neither embedded nor ended, for `rechecks` of which it is time to look again;
    `stubborn` says that it is to be strengthened and one of its themes comes back across reviews and years. `weeks` are
    the Mondays of the weeks from which the figures are, each by its name here."""

    bank: str
    bank_title: str
    review: str
    finding: str
    text: str
    themes: tuple[str, ...]
    reflected: int | None
    agreed: int | None
    done: int | None
    confirmed: int | None
    embedded: int | None
    escalated: int | None
    stuck: int | None
    listed: ListedCounts | None
    last_moved: date | None
    stubborn: bool = False
    weeks: tuple[tuple[str, date], ...] = ()
    unfinished: int | None = None
    rechecks: int | None = None

    @property
    def not_frozen(self) -> tuple[str, ...]:
        """The names here of those numbers over everything agreed than which more can be counted on the log: they stand
        as they were in an earlier week, and are not to be said in words as if they were so now."""
        listed = asdict(self.listed) if self.listed else {}
        numbers = {name: getattr(self, name) for name in listed}
        return tuple(name for name, value in numbers.items() if value is not None and value < listed[name])

    @property
    def nothing_left(self) -> bool:
        """Whether all that was ever listed of it is over: nothing is left to do there."""
        return self.last_moved is not None and self.unfinished == 0

    @property
    def rechecks_words(self) -> str:
        """How many re-checks are due, in words; empty where none is."""
        if not self.rechecks:
            return ""
        return "1 re-check is due" if self.rechecks == 1 else f"{self.rechecks} re-checks are due"

    def week_of(self, name: str) -> date | None:
        """The Monday of the week from which a number over everything agreed is, by its name here (`agreed`); None where
        it is not shown, and for a zero that was always there."""
        return dict(self.weeks).get(name)


@dataclass(frozen=True, slots=True)
class LearningView:
    """The findings of the loaded banks, those that were left alone longest first. `stubborn` are the themes that come
    back across reviews and years, and `years` in how many years actions on each of them were agreed; `frozen` says
    whether any figure had been shown by then: without them nothing is known of everything agreed, and nothing is shown.
    `week` is the Monday of the last frozen week, `reviews` tell of all findings, review by review."""

    team: str
    as_at: date
    people: int
    lines: tuple[FindingLine, ...]
    stubborn: tuple[str, ...] = ()
    frozen: bool = True
    week: date | None = None
    reviews: tuple[ReviewLine, ...] = ()
    years: tuple[tuple[str, int], ...] = ()

    def stubborn_of(self, line: FindingLine) -> tuple[str, ...]:
        """The themes for which one of its lines is marked as stubborn."""
        return tuple(theme for theme in line.themes if line.stubborn and theme in self.stubborn)

    def years_of(self, theme: str) -> str:
        """In how many years actions on a stubborn theme were agreed, in words."""
        return f"agreed on in {dict(self.years).get(theme, 0)} years"

    @property
    def has_earlier(self) -> bool:
        """Whether any number that is said is of an earlier week than the last frozen one."""
        return any(monday != self.week for monday in _weeks_said(self.lines))

    def weeks(self, lines: Iterable[FindingLine]) -> Weeks:
        """Of which weeks the figures of some of its lines are."""
        return Weeks.of(_weeks_said(lines), self.week)


def _weeks_said(lines: Iterable[FindingLine]) -> Iterator[date]:
    for line in lines:
        not_frozen = line.not_frozen
        yield from (monday for name, monday in line.weeks if name not in not_frozen)
