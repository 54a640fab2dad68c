"""On which days one-to-ones are due by what two people agreed: one for each interval, counted from the day on which
their agreement begins to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.cadence import Cadence

_PACE = re.compile(r"([1-9][0-9]{0,3})(?::([1-9][0-9]{0,3}))?")


class Pace(NamedTuple):
    """Every so many days, up to the day `until_day` of the agreement, counted from its start (None: from then on)."""

    every_days: int
    until_day: int | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """After how many days each one-to-one is due by an agreement that holds from `start`: one pace after another.
    Raises ValueError unless each but the last has its last day, later than that of the one before."""

    start: date
    paces: tuple[Pace, ...]

    def __post_init__(self) -> None:
        ends = [0, *(pace.until_day for pace in self.paces[:-1])]
        in_order = all(two is not None and (one or 0) < two for one, two in pairwise(ends))
        goes_on = bool(self.paces) and self.paces[-1].until_day is None
        if not in_order or not goes_on or any(pace.every_days < 1 for pace in self.paces):
            raise ValueError("this is no rhythm")

    @classmethod
    def of(cls, terms: Terms, cadences: Iterable[Cadence]) -> Rhythm:
        """What these terms say."""
        return cls(
            terms.start, tuple(Pace(max(1, one.every_days), one.until_day) for one in terms.steps(cadences))
        )

    @classmethod
    def read(cls, start: date, written: str) -> Rhythm:
        """One that was written down, of an agreement from `start`. Raises ValueError."""
        found = [_PACE.fullmatch(one) for one in written.split(" ")]
        paces = [Pace(int(one[1]), int(one[2]) if one[2] else None) for one in found if one]
        if len(paces) != len(found):
            raise ValueError("this is no rhythm")
        return cls(start, tuple(paces))

    @property
    def written(self) -> str:
        """Its paces in one line, such as `7:42 14:182 28`."""
        return " ".join(str(every) if until is None else f"{every}:{until}" for every, until in self.paces)

    def after(self, day: date) -> date:
        """The day on which the next one is due after one that was due, or held, on a day."""
        return day + timedelta(days=self._pace_on(day).every_days)

    def ahead(self, day: date, since: date) -> date:
        """The last of the days on which one is due from a due day on, before `since` and at the pace of that day; the
        day itself where the next one is later than that."""
        pace = self._pace_on(day)
        at_this_pace = (since - day).days - 1
        if pace.until_day is not None:
            at_this_pace = min(at_this_pace, pace.until_day - (day - self.start).days)
        return day + timedelta(days=max(at_this_pace, 0) // pace.every_days * pace.every_days)

    def _pace_on(self, day: date) -> Pace:
        since = (day - self.start).days
        return next(one for one in self.paces if one.until_day is None or since <= one.until_day)


def due_days(rhythms: Sequence[Rhythm], since: date, until: date) -> list[date]:
    """The days from `since` to `until` on which a one-to-one was due between two people: one at the end of each
    interval. Of their agreements each counts from its start to that of the next; of two with one start the one that is
    given later."""
    in_order = sorted(rhythms, key=lambda rhythm: rhythm.start)
    ends = [min(until, following.start) for following in in_order[1:]]
    return [
        day
        for rhythm, last in zip(in_order, [*ends, until], strict=False)
        for day in _through(rhythm, since, last)
    ]


def _through(rhythm: Rhythm, since: date, last: date) -> Iterable[date]:
    day = rhythm.start
    while day < last:
        day = rhythm.after(rhythm.ahead(day, since))
        if since <= day <= last:
            yield day
