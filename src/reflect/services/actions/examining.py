"""Whether a person's actions are what their events say, and the events what their makers signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reflect.domain.actions.event import Event
from reflect.domain.actions.history import folded
from reflect.errors import DamagedFile, ReflectError
from reflect.services.actions import words
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import page_of, read_index
from reflect.services.pen import flaw

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.storage.mine_actions import MineActions
    from reflect.storage.store import Store
    from reflect.vault.sealing import CircleKey

_UNREADABLE = (DamagedFile, LookupError, ValueError, TypeError, OverflowError)


def examine_actions(store: Store, key: CircleKey, owner: str) -> tuple[str, ...]:
    """What is wrong with the actions of the person with the id `owner`, a line each and without a word of theirs."""
    try:
        with store.reading() as transaction:
            holder = transaction.people.one(owner)
            sign_keys = {owner: holder.sign_key} if holder and holder.sign_key else {}
            return tuple(_faults(transaction.mine_actions(key.circle_id), key, sign_keys))
    except DamagedFile:
        return ("not all of your actions can be read: bring the folder back from your backup",)


def _faults(actions: MineActions, key: CircleKey, sign_keys: Mapping[str, bytes]) -> list[str]:
    faults: list[str] = []
    histories: dict[str, list[Event]] = {}
    for id_, number, sealed in actions.every_event():
        try:
            histories.setdefault(id_, []).append(words.open_event(key, id_, number, sealed))
        except _UNREADABLE:
            faults.append(f"event {number} of the action {id_} does not open: it was changed outside reflect")
    entries: set[Entry] = set()
    rows = actions.all()
    for id_, sealed in rows:
        try:
            action = words.open_action(key, id_, sealed).action
        except _UNREADABLE:
            faults.append(f"the action {id_} does not open: it was changed outside reflect")
            continue
        entries.add(Entry.of(action))
        if said := _fault_of(action, histories.get(id_, []), sign_keys):
            faults.append(said)
    lost = histories.keys() - {id_ for id_, _ in rows}
    faults += [f"the action {id_} is missing, and its history is there" for id_ in sorted(lost)]
    if not faults and not _lists(actions, key, entries):
        faults.append("the list of the actions does not say what they say")
    return faults


def _fault_of(action: Action, events: Sequence[Event], sign_keys: Mapping[str, bytes]) -> str | None:
    if not events:
        return f"the action {action.id} has no history"
    if found := flaw(events, sign_keys):
        place, why = found
        return f"event {events[place].number} of the action {action.id}: {why}"
    try:
        if folded(events) == action:
            return None
    except (ReflectError, KeyError, ValueError, TypeError):
        return f"the history of the action {action.id} breaks the rules of an action"
    return f"the action {action.id} does not say what its events say"


def _lists(actions: MineActions, key: CircleKey, entries: set[Entry]) -> bool:
    listed: list[tuple[str, Entry]] = []
    try:
        for name, sealed in actions.index_pages():
            listed += [(name, entry) for entry in read_index(key, [(name, sealed)]).entries()]
    except _UNREADABLE:
        return False
    return len(listed) == len(entries) and set(listed) == {(page_of(entry.id), entry) for entry in entries}
