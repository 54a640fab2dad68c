"""Whether the actions that a person can open are what their events say, and the events what their makers signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.actions.event import Event
from reflect.domain.actions.history import folded
from reflect.domain.actions.roles import owners_of
from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile, ReflectError
from reflect.services.actions.drawer import UNREADABLE
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import page_of

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.places import Place
    from reflect.services.actions.record import ActionRecord

_CIRCLES = {
    # What others have seen can stand with its owner alone: when nobody supervises them just now.
    CircleKind.MINE: (CircleKind.MINE, CircleKind.PAIR),
    CircleKind.PAIR: (CircleKind.PAIR,),
    CircleKind.TEAM: (CircleKind.TEAM,),
}


def examine_actions(record: ActionRecord) -> tuple[str, ...]:
    """What is wrong with the actions of somebody and with those that others show them, a line each and without a word
    of them."""
    try:
        with record.reading() as book:
            own, actions = _faults(book, book.own_place)
            if not own and not _lists(book, actions):
                own.append("the list of the actions does not say what they say")
            shared = [fault for place in book.shared_places for fault in _faults(book, place)[0]]
            keys = book.places.examine(book.transaction)
            return (*own, *dict.fromkeys(shared), *keys)
    except DamagedFile:
        return ("not all of your actions can be read: bring the folder back from your backup",)


def _faults(book: ActionBook, place: Place) -> tuple[list[str], list[Action]]:
    faults: list[str] = []
    found: list[Action] = []
    histories: dict[str, list[Event]] = {}
    for id_, number, sealed in place.drawer.event_rows():
        try:
            histories.setdefault(id_, []).append(place.drawer.opened_event(id_, number, sealed))
        except UNREADABLE:
            faults.append(f"event {number} of the action {id_} does not open: it was changed outside reflect")
    rows = place.drawer.rows()
    for id_, sealed in rows:
        try:
            action = place.drawer.opened(id_, sealed).action
        except UNREADABLE:
            faults.append(f"the action {id_} does not open: it was changed outside reflect")
            continue
        found.append(action)
        if said := _fault_of(book, place, action, histories.get(id_, [])):
            faults.append(said)
    lost = histories.keys() - {id_ for id_, _ in rows}
    faults += [f"the action {id_} is missing, and its history is there" for id_ in sorted(lost)]
    return faults, found


def _fault_of(book: ActionBook, place: Place, action: Action, events: Sequence[Event]) -> str | None:
    if not events:
        return f"the action {action.id} has no history"
    if found := book.flaw(events):
        at, why = found
        return f"event {events[at].number} of the action {action.id}: {why}"
    try:
        if folded(events) != action:
            return f"the action {action.id} does not say what its events say"
    except (ReflectError, KeyError, ValueError, TypeError):
        return f"the history of the action {action.id} breaks the rules of an action"
    me = book.places.person
    stranger = place.kind is CircleKind.MINE and action.owner != me
    if stranger or action.circle not in _CIRCLES[place.kind]:
        return f"the action {action.id} does not stand where it belongs"
    if place.maker is not None and not _could_list(book, place, place.maker, events):
        return f"the key of the action {action.id} was made by somebody who has no part in it"
    return None


def _could_list(book: ActionBook, place: Place, maker: str, events: Sequence[Event]) -> bool:
    teams = [place.team] if place.team else []
    return any(book.ever.roles(maker, owner, teams) for owner in owners_of(events))


def _lists(book: ActionBook, actions: Sequence[Action]) -> bool:
    """Whether the index has a line for each action, and no other. One that was escalated before days of an answer were
    known there stands under the day on which it is due until its next step."""
    entries = {Entry.of(action) for action in actions}
    older = {replace(Entry.of(action), next_day=action.due) for action in actions if action.awaits_answer}
    listed: list[tuple[str, Entry]] = []
    try:
        for name, index in book.own.index_by_page():
            listed += [(name, entry) for entry in index.entries()]
    except UNREADABLE:
        return False
    stand = {(page_of(entry.id), entry) for entry in entries | older}
    return len(listed) == len(entries) == len({entry.id for _, entry in listed}) and set(listed) <= stand
