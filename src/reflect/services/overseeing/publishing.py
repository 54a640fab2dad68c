"""Freezing the figures of teams, once a week: what is published then stands, whatever happens afterwards."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from reflect.domain.figures.cells import Cell, day_cells
from reflect.domain.figures.people_counted import DAYS_TO_DONE, days_to_done, reflected
from reflect.domain.figures.publishing import publish
from reflect.domain.telling import NoticeKind
from reflect.errors import NotSaved, WrongUse
from reflect.services.links.endings import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reflect.clock import Clock
    from reflect.domain.actions.rules import Rules
    from reflect.storage.store import Store, Transaction

Count = dict[Cell, dict[str, int]]


class Publishing:
    """Freezes a week of a team at the first whole sign-in of somebody of the team, or when its figures are first read.
    A week in which nobody was there is simply not there."""

    def __init__(
        self,
        store: Store,
        person: str,
        rules: Callable[[], Rules],
        threshold: Callable[[], int],
        clock: Clock,
    ) -> None:
        self._store = store
        self._person = person
        self._rules = rules
        self._threshold = threshold
        self._clock = clock

    def settle(self) -> None:
        """Freezes this week of the person's teams. A disk that refuses, or a settings file that cannot be read, keeps
        nobody out: it is tried again when figures are read."""
        with suppress(WrongUse):
            with self._store.reading() as transaction:
                teams = [team.id for team in transaction.teams.of(self._person)]
            self.freeze(teams)

    def freeze(self, teams: Iterable[str]) -> None:
        """Freezes this week of teams, by their ids, where it is not frozen yet: each whole or not at all. Where the
        disk refuses, the weeks before stand. Raises WrongUse where the settings cannot be read."""
        if self._store.read_only:
            return
        today = self._clock.today()
        week = week_of(today)
        with self._store.reading() as transaction:
            waiting = [team for team in teams if not transaction.publications.is_frozen(team, week)]
        for team in waiting:
            rules, threshold = self._rules(), self._threshold()
            with suppress(NotSaved), self._store.writing() as transaction:
                if freeze(transaction, team, today, rules, threshold):
                    _tell_of_fewer(transaction, team, week, self._clock.now())


def freeze(transaction: Transaction, team: str, today: date, rules: Rules, threshold: int) -> bool:
    """Counts a team, by its id, as at today and freezes what may be shown of it for this week. What is frozen already
    stays as it is, and nothing is counted: False then."""
    publications, week = transaction.publications, week_of(today)
    if publications.is_frozen(team, week):
        return False
    publication = publications.load(team, threshold)
    everything, listed, numbers = counted(transaction, team, today, rules)
    change = publish(publication, everything, week, listed=listed, numbers=numbers)
    publications.freeze(team, week, today, threshold, change)
    return True


def _tell_of_fewer(transaction: Transaction, team: str, week: date, at: datetime) -> None:
    """Leaves word for everybody in the team when fewer people are enough from this week on."""
    lowered = transaction.publications.lowered(team, week)
    if lowered is None or lowered.week != week:
        return
    for found in transaction.teams.all():
        if found.id == team:
            for person in dict.fromkeys((found.lead, *found.members)):
                tell(transaction, person, NoticeKind.FEWER_ENOUGH, at=at, team=team)


def counted(
    transaction: Transaction, team: str, today: date, rules: Rules
) -> tuple[Count, Count, Mapping[Cell, int]]:
    """Who is behind each number of a team today: of everything agreed, of what is listed of it, and what numbers say
    that are no counts."""
    figures = transaction.figures
    everything, listed = figures.counted(team), figures.listed(team)
    for stored in figures.open_marks(team):
        for cell in day_cells(stored.mark, today, rules):
            for count in (everything, listed) if stored.listed else (everything,):
                behind = count.setdefault(cell, {})
                behind[stored.mark.person] = behind.get(stored.mark.person, 0) + 1
    everything |= reflected(transaction.publications.reflected(team))
    taken = figures.days_to_done(team)
    behind, median = days_to_done((person, days) for person, _, days in taken)
    if behind:
        everything[DAYS_TO_DONE] = behind
        by_hand, _ = days_to_done((person, days) for person, is_listed, days in taken if is_listed)
        listed[DAYS_TO_DONE] = by_hand
    return everything, listed, {DAYS_TO_DONE: median}


def week_of(day: date) -> date:
    """The Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())
