"""Listed actions as the lead of a team may open them: each through its own circle, and no more than are asked for."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.people import CircleKind
from reflect.services.actions.drawer import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.places import Place
    from reflect.services.actions.words import Kept


def opened(
    book: ActionBook, teams: Collection[str], circles: Collection[str] | None = None
) -> Iterator[tuple[Place, Kept]]:
    """The actions on the logs of these teams, by their ids, each where most has happened to it: all of them, or those
    that stand in these circles. What cannot be read is left out."""
    found: dict[str, tuple[Place, Kept]] = {}
    for place in book.places.listed(book.transaction, circles):
        if place.team in teams:
            for kept in _readable(place):
                before = found.get(kept.action.id)
                if before is None or _weight(*before) < _weight(place, kept):
                    found[kept.action.id] = place, kept
    yield from found.values()


def _readable(place: Place) -> Iterable[Kept]:
    with suppress(*UNREADABLE):
        for kept in place.drawer.readable():
            if kept.action.circle is CircleKind.TEAM:
                yield kept


def _weight(place: Place, kept: Kept) -> tuple[int, bool]:
    return kept.action.events, place.takes_words
