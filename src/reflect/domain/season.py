"""A season or a year in reflection: what was touched, what was taken away, what was answered again.

For the person alone. It counts sittings and answers by theme and month and compares nobody with anybody: there is
no score, no rank and no row of days in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reflect.domain.dates import MONTHS, day_of
from reflect.domain.reflection import ReflectionCard

_SEASONS = {3: "Spring", 6: "Summer", 9: "Autumn", 12: "Winter"}

Month = tuple[int, int]


class Span(StrEnum):
    """How much time is looked at."""

    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """A season (three months, winter from December) or a calendar year; `first` and `last` belong to it."""

    span: Span
    first: date
    last: date

    @classmethod
    def around(cls, span: Span, day: date) -> Period:
        """The season or the year that a day belongs to."""
        if span is Span.YEAR:
            return cls(span, date(day.year, 1, 1), date(day.year, 12, 31))
        into = day.month % 3
        year, month = divmod(day.year * 12 + day.month - 1 - into, 12)
        first = date(year, month + 1, 1)
        return cls(span, first, _months_on(first, 3) - timedelta(days=1))

    @property
    def name(self) -> str:
        """`Autumn 2026`, `Winter 2026 to 2027` or `2026`."""
        if self.span is Span.YEAR:
            return str(self.first.year)
        years = f"{self.first.year}" + (f" to {self.last.year}" if self.last.year != self.first.year else "")
        return f"{_SEASONS[self.first.month]} {years}"

    @property
    def months(self) -> tuple[Month, ...]:
        """Year and month of each month in it."""
        number = 12 if self.span is Span.YEAR else 3
        days = (_months_on(self.first, step) for step in range(number))
        return tuple((day.year, day.month) for day in days)

    @property
    def month_names(self) -> tuple[str, ...]:
        """The names of its months."""
        return tuple(MONTHS[month - 1] for _, month in self.months)

    def before(self) -> Period:
        """The season or the year before."""
        return Period.around(self.span, self.first - timedelta(days=1))

    def after(self) -> Period:
        """The season or the year after."""
        return Period.around(self.span, self.last + timedelta(days=1))

    def holds(self, day: date) -> bool:
        """Whether a day belongs to it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Touched:
    """A theme that answers of this time speak of, and how many in each month of the period."""

    theme: str
    by_month: tuple[int, ...]

    @property
    def answers(self) -> int:
        """How many answers in all."""
        return sum(self.by_month)


@dataclass(frozen=True, slots=True)
class TakenAway:
    """What somebody took away from a finished sitting."""

    reflection: str
    bank_title: str
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class AnsweredAgain:
    """A question answered in this time that had been answered before: when first, when last, how often so far."""

    bank: str
    question: str
    first: date
    last: date
    times: int


@dataclass(frozen=True, slots=True)
class Season:
    """One period as the list of sittings tells it. `untouched` are themes that could be touched; `sittings` are the
    cards of the period, oldest first."""

    period: Period
    sittings: tuple[ReflectionCard, ...]
    touched: tuple[Touched, ...]
    untouched: tuple[str, ...]
    again: tuple[AnsweredAgain, ...]
    has_earlier: bool

    @property
    def finished(self) -> int:
        """How many of the sittings were finished."""
        return sum(card.is_finished for card in self.sittings)


def season_of(
    period: Period,
    cards: Iterable[ReflectionCard],
    themes_of: Callable[[str, str], Sequence[str]],
    could_be_touched: Sequence[str],
) -> Season:
    """What the sittings tell of a period. `themes_of` gives the themes of a question of a bank. An answer counts in
    the month in which its sitting began."""
    dated = sorted(((day_of(card.started), card) for card in cards), key=lambda pair: pair[1].started)
    within = [(day, card) for day, card in dated if period.holds(day)]
    counts: Counter[tuple[str, Month]] = Counter()
    for day, card in within:
        for question in card.answered:
            counts.update((theme, (day.year, day.month)) for theme in themes_of(card.bank, question))
    found = dict.fromkeys(theme for theme, _ in counts)
    touched = [Touched(theme, tuple(counts[theme, month] for month in period.months)) for theme in found]
    return Season(
        period=period,
        sittings=tuple(card for _, card in within),
        touched=tuple(sorted(touched, key=lambda one: -one.answers)),
        untouched=tuple(theme for theme in could_be_touched if theme not in found),
        again=_answered_again(period, dated),
        has_earlier=bool(dated) and dated[0][0] < period.first,
    )


def _answered_again(
    period: Period, dated: Iterable[tuple[date, ReflectionCard]]
) -> tuple[AnsweredAgain, ...]:
    days: dict[tuple[str, str], list[date]] = {}
    for day, card in dated:
        if day <= period.last:
            for question in card.answered:
                days.setdefault((card.bank, question), []).append(day)
    again = [
        AnsweredAgain(bank, question, answered[0], answered[-1], len(answered))
        for (bank, question), answered in days.items()
        if len(answered) > 1 and answered[-1] >= period.first
    ]
    return tuple(sorted(again, key=lambda one: (one.last, one.question), reverse=True))


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
