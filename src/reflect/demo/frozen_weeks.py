"""The weeks of a made-up team as they would have been frozen, each by what was known on its Monday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from reflect.domain.actions.action import OPEN
from reflect.domain.actions.history import folded
from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.cells import Cell
from reflect.domain.figures.marking import mark_of
from reflect.domain.figures.publishing import USUAL_THRESHOLD, Change, Publication, publish
from reflect.services.overseeing.publishing import counted, week_of
from reflect.storage.figures import StoredMark, Sum, sums_of

if TYPE_CHECKING:
    from reflect.domain.actions.event import Event
    from reflect.storage.store import Transaction

Moved = tuple[tuple[date, StoredMark], ...]
"""The marks of one action, each from a day on, oldest first."""
Taken = Counter[tuple[str, bool, int]]
"""How many actions took somebody so many days until they were done: person, whether listed, days."""

_DONE = frozenset({"done", "confirmed", "embedded"})


@dataclass(slots=True)
class TeamYear:
    """What a team's weeks are counted from: the sums of what was over before the first of them (`settled`), what moved
    since or is still open, days until done, and who reflected on which bank, from which day on."""

    team: str
    settled: Counter[Sum] = field(default_factory=Counter)
    moving: list[Moved] = field(default_factory=list)
    taken: Taken = field(default_factory=Counter)
    reflected: list[tuple[date, str, str]] = field(default_factory=list)


def mondays(until: date, weeks: int) -> tuple[date, ...]:
    """The Mondays of so many weeks before a day, oldest first."""
    last = week_of(until - timedelta(days=1))
    return tuple(last - timedelta(days=7 * back) for back in reversed(range(weeks)))


def moved(final: StoredMark, events: Sequence[Event], first: date) -> Moved:
    """How an action's mark moved from `first` on; the first of these marks is how it stood then. Nothing for one that
    was over by then."""
    if final.mark.updated < first and final.mark.status not in OPEN:
        return ()
    found: list[tuple[date, StoredMark]] = []
    for number, event in enumerate(events, 1):
        following = events[number].on if number < len(events) else None
        if following is not None and (following == event.on or following < first):
            continue
        mark = mark_of(folded(events[:number]))
        if mark is not None:
            listed = final.listed and any(one.kind.value == "shown" for one in events[:number])
            found.append((event.on, StoredMark(mark, final.team, final.circle, listed)))
    return tuple(found)


def took(stored: StoredMark) -> tuple[str, bool, int] | None:
    """Whose it is, whether it is listed, and in how many days it was done; None for one that was not."""
    mark = stored.mark
    if mark.keep or mark.done is None or mark.status.value not in _DONE:
        return None
    return mark.person, stored.listed, (mark.done - mark.agreed).days


def frozen_weeks(year: TeamYear, weeks: Sequence[date]) -> list[tuple[date, Change]]:
    """What each of these weeks has shown anew, one after the other."""
    publication, standing, found = Publication(USUAL_THRESHOLD), _Standing(year), []
    for monday in weeks:
        standing.go_on_to(monday)
        everything, listed, numbers = counted(cast("Transaction", standing), year.team, monday, USUAL)
        found.append((monday, publish(publication, everything, monday, listed=listed, numbers=numbers)))
    return found


class _Standing:
    """What a transaction would give of a team's figures on a day of the past: it stands in its place."""

    def __init__(self, year: TeamYear) -> None:
        self._year = year
        self._sums = Counter(year.settled)
        self._taken = Counter(year.taken)
        self._places = [0] * len(year.moving)
        self._day = date.min
        self.figures = self
        self.publications = self

    def go_on_to(self, monday: date) -> None:
        """Brings everything up to the end of the day before."""
        self._day = monday
        for number, marks in enumerate(self._year.moving):
            place = self._places[number]
            while place < len(marks) and marks[place][0] < monday:
                place += 1
            if place != self._places[number]:
                if self._places[number]:
                    self._count(marks[self._places[number] - 1][1], -1)
                self._count(marks[place - 1][1], 1)
                self._places[number] = place

    def counted(self, team: str) -> dict[Cell, dict[str, int]]:
        """As `Figures.counted`."""
        return self._behind(listed=False)

    def listed(self, team: str) -> dict[Cell, dict[str, int]]:
        """As `Figures.listed`."""
        return self._behind(listed=True)

    def open_marks(self, team: str) -> list[StoredMark]:
        """As `Figures.open_marks`."""
        now = (
            marks[place - 1][1] for marks, place in zip(self._year.moving, self._places, strict=True) if place
        )
        return [stored for stored in now if stored.mark.status in OPEN]

    def days_to_done(self, team: str) -> list[tuple[str, bool, int]]:
        """As `Figures.days_to_done`."""
        return list(self._taken.elements())

    def reflected(self, team: str) -> list[tuple[str, str]]:
        """As `Publications.reflected`."""
        return sorted({(person, bank) for day, person, bank in self._year.reflected if day < self._day})

    def _count(self, stored: StoredMark, amount: int) -> None:
        for which in sums_of(stored):
            self._sums[which] += amount
        done = took(stored)
        if done is not None:
            self._taken[done] += amount

    def _behind(self, *, listed: bool) -> dict[Cell, dict[str, int]]:
        found: dict[Cell, dict[str, int]] = {}
        for (_, is_listed, cell, person), amount in self._sums.items():
            if is_listed is listed and amount:
                found.setdefault(cell, {})[person] = amount
        return found


def sums_by_team(sums: Mapping[Sum, int]) -> dict[str, Counter[Sum]]:
    """Sums of many marks, each team's by themselves."""
    found: dict[str, Counter[Sum]] = {}
    for which, amount in sums.items():
        found.setdefault(which[0], Counter())[which] = amount
    return found
