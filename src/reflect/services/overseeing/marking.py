"""Marking what others agreed: each step of such an action changes its mark and the sums in the same transaction."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.figures.marking import mark_of
from reflect.domain.people import CircleKind
from reflect.errors import NotSaved
from reflect.services.actions.drawer import UNREADABLE
from reflect.storage.figures import StoredMark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reflect.domain.actions.action import Action
    from reflect.services.actions.book import ActionBook, Placed
    from reflect.services.actions.places import Place
    from reflect.services.actions.record import ActionRecord
    from reflect.storage.store import Transaction

_FEW = 50


def mark(transaction: Transaction, action: Action, place: Place) -> None:
    """Marks an action as it stands now. What is its owner's alone is never marked; a mark from before stays as it was
    until others see the action again."""
    if place.kind is CircleKind.MINE:
        return
    stored = stored_as(transaction, action, place)
    if stored is not None:
        transaction.figures.put(stored)
    elif action.agreed is None:
        transaction.figures.remove(action.id)


def stored_as(transaction: Transaction, action: Action, place: Place) -> StoredMark | None:
    """The mark of an action that stands there; None where it is not agreed, or its owner is in no team."""
    said = mark_of(action)
    if said is None:
        return None
    team = place.team
    if team is None:
        before = transaction.figures.mark(action.id)
        team = before.team if before else transaction.figures.team_of(action.owner)
    if team is None:
        return None
    listed = place.kind is CircleKind.TEAM
    return StoredMark(said, team, place.drawer.circle_id, listed, action.next_day)


def settle(record: ActionRecord) -> None:
    """Marks what has no mark yet: agreed before there were any, or before its owner was in a team. A disk that refuses
    keeps nobody out: it is tried again at the next sign-in."""
    found = False
    with suppress(*UNREADABLE), record.reading() as book:
        found = any(True for _ in _without(book))
    if found:
        with suppress(NotSaved, *UNREADABLE), record.writing() as book:
            for action, place in list(_without(book)):
                mark(book.transaction, action, place)


def _without(book: ActionBook) -> Iterator[tuple[Action, Place]]:
    """Actions without a mark that should have one, where this person's program knows how they stand now."""
    me = book.places.person
    ids = book.transaction.readable_actions(me).unmarked()
    for place, kept in _placed(book, ids) if ids else ():
        action = kept.action
        present = place.takes_words or action.owner == me
        if place.kind is not CircleKind.MINE and present and stored_as(book.transaction, action, place):
            yield action, place


def _placed(book: ActionBook, ids: list[str]) -> list[Placed]:
    if len(ids) <= _FEW:
        with suppress(*UNREADABLE):
            return book.placed(ids)
    wanted = set(ids)
    return [(place, kept) for place, kept in book.shared() if kept.action.id in wanted]
