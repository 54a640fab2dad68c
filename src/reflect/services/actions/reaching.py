"""Which actions may have to go to others than those who can read them now: told from what stands in clear, since a
lead's program would otherwise open every action on the log at each sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.actions.action import ENDED
from reflect.services.actions import moving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reflect.services.actions.book import ActionBook


def may_be_misplaced(book: ActionBook) -> list[str]:
    """The ids of actions of this person, or of somebody whom they supervise, that seem to stand where not everybody
    who should can read them. Each is to be looked at once more, opened."""
    return list(dict.fromkeys([*_listed(book), *_between_two(book)]))


def _listed(book: ActionBook) -> Iterator[str]:
    me = book.places.person
    supervised = (supervisee for supervisor, supervisee in book.now.supervises if supervisor == me)
    wanted: dict[tuple[str, str, frozenset[str]], frozenset[str]] = {}
    for row in book.transaction.listed_actions.marked(me, {me, *supervised}):
        if row.owner is None or row.status is None:
            yield row.action
            continue
        over = row.status in ENDED and row.readers.issuperset(book.now.leads.get(row.team, ()))
        if over or row.circle != row.marked_circle:
            continue
        key = row.owner, row.team, row.readers
        if key not in wanted:
            wanted[key] = frozenset(book.places.readers(book.transaction, book.now, *key))
        if not row.takes_words or row.readers != wanted[key]:
            yield row.action


def _between_two(book: ActionBook) -> Iterator[str]:
    """Only what stands where nothing new is taken any more, and is this person's to take along, belongs elsewhere."""
    readable = book.transaction.readable_actions(book.places.person)
    for place in book.pair_places:
        if place.takes_words:
            continue
        ids = readable.left_unfinished(place.drawer.circle_id)
        for kept in place.drawer.readable(ids):
            if kept.action.status not in ENDED and moving.misplaced(book, kept.action, place):
                yield kept.action.id
