"""Listed actions as the lead of a team gets at them: by their marks, and each through its own circle to open it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.actions import history
from reflect.domain.actions.action import ENDED
from reflect.domain.figures.cells import By
from reflect.domain.figures.learning import ListedLearning
from reflect.domain.figures.log_rows import LogRow
from reflect.domain.people import CircleKind
from reflect.services.actions.drawer import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from reflect.domain.actions.action import Action, Status
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.places import Place
    from reflect.services.actions.record import ActionRecord
    from reflect.services.actions.words import Kept
    from reflect.storage.figures import StoredMark

    Lanes = dict[tuple[Status, bool], int]


class Listed:
    """What stands on the logs of teams, which are given by their ids."""

    def __init__(self, record: ActionRecord) -> None:
        self._record = record

    def live(self, teams: Collection[str]) -> tuple[list[LogRow], Lanes]:
        """What is not over, and how much is over, by status and whether of good practice."""
        with self._record.reading() as book:
            marks = book.transaction.listed_marks
            live, counts = marks.live(teams), marks.counts(teams)
        return [_row(mark) for mark in live], {
            lane: count for lane, count in counts.items() if lane[0] in ENDED and count
        }

    def over_ids(
        self, teams: Collection[str], lanes: Collection[tuple[Status, bool]], start: int, count: int
    ) -> Sequence[str]:
        """So many ids of what is over in these ways, the latest change first."""
        with self._record.reading() as book:
            return book.transaction.listed_marks.over_ids(teams, lanes, start, count)

    def rows(self, teams: Collection[str], day: date) -> list[LogRow]:
        """All that was listed at the end of a day, as it stood. Only what has changed since is opened."""
        with self._record.reading() as book:
            marks = book.transaction.listed_marks
            known = [*marks.live(teams), *marks.over(teams)]
            if day >= self._record.today():
                return [_row(mark) for mark in known]
            before = [_row(mark) for mark in known if mark.mark.updated <= day]
            changed = {mark.circle for mark in known if mark.mark.agreed <= day < mark.mark.updated}
            stood = [_as_at(place, kept, day) for place, kept in _opened(book, teams, changed)]
        return [*before, *(row for action in stood if action is not None if (row := LogRow.of(action)))]

    def shown(self, teams: Collection[str], day: date, ids: Sequence[str]) -> tuple[Action, ...]:
        """These actions in this order, as they stood at the end of a day."""
        with self._record.reading() as book:
            today, found = self._record.today(), self._found(book, teams, ids)
            actions = (kept.action if day >= today else _as_at(place, kept, day) for place, kept in found)
            return tuple(action for action in actions if action is not None)

    def histories(
        self, teams: Collection[str], day: date, ids: Sequence[str]
    ) -> dict[str, tuple[Event, ...]]:
        """What had happened to these actions by the end of a day, by their ids."""
        with self._record.reading() as book:
            found = self._found(book, teams, ids)
            return {
                kept.action.id: history.known_on(place.drawer.events(kept.action.id), day)
                for place, kept in found
            }

    def learnt(self, team: str, day: date, rules: Rules) -> ListedLearning:
        """What can be counted of each finding today, from sums and from what is live."""
        with self._record.reading() as book:
            figures, marks = book.transaction.figures, book.transaction.listed_marks
            counts = figures.listed_counts(team, By.FINDING)
            live = map(_row, marks.live([team]))
            return ListedLearning.of_live(
                counts, figures.last_moved(team), marks.years(team), live, day, rules
            )

    def _found(
        self, book: ActionBook, teams: Collection[str], ids: Sequence[str]
    ) -> list[tuple[Place, Kept]]:
        known = (book.transaction.figures.mark(id_) for id_ in ids)
        circles = {mark.circle for mark in known if mark is not None and mark.listed and mark.team in teams}
        found = {kept.action.id: (place, kept) for place, kept in _opened(book, teams, circles)}
        return [found[id_] for id_ in ids if id_ in found]


def _row(stored: StoredMark) -> LogRow:
    return LogRow(stored.mark, stored.next_day)


def _as_at(place: Place, kept: Kept, day: date) -> Action | None:
    """An action as it stood at the end of a day; None where it was not listed yet."""
    if kept.action.updated_on <= day:
        return kept.action
    with suppress(*UNREADABLE):
        action = history.as_at(place.drawer.events(kept.action.id), day)
        return action if action is not None and action.circle is CircleKind.TEAM else None
    return None


def _opened(
    book: ActionBook, teams: Collection[str], circles: Collection[str]
) -> Iterator[tuple[Place, Kept]]:
    """The actions that stand in these circles and are on the logs of these teams. What cannot be read is left out."""
    for place in book.places.listed(book.transaction, circles):
        if place.team in teams:
            for kept in _readable(place):
                yield place, kept


def _readable(place: Place) -> Iterable[Kept]:
    with suppress(*UNREADABLE):
        yield from (kept for kept in place.drawer.readable() if kept.action.circle is CircleKind.TEAM)
