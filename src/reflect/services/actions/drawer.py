"""One person's own actions together with the key that opens them, within one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from reflect.domain.actions.event import Event
from reflect.domain.actions.history import folded
from reflect.errors import NotFound
from reflect.services.actions import index, words
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import ActionIndex
from reflect.services.actions.words import Kept
from reflect.services.beginnings import SHORTEST_ID, only

if TYPE_CHECKING:
    from reflect.storage.mine_actions import MineActions
    from reflect.vault.sealing import CircleKey


class OpenActions:
    """What is taken out is opened, what is put in is sealed."""

    def __init__(self, actions: MineActions, key: CircleKey) -> None:
        self._actions = actions
        self._key = key

    def index(self) -> ActionIndex:
        """The whole index."""
        return index.read_index(self._key, self._actions.index_pages())

    def whole_id(self, beginning: str) -> str:
        """The one id that begins so. Raises NotFound, and WrongUse where several do."""
        wanted = beginning.strip().casefold()
        found = self._actions.ids(wanted) if len(wanted) >= SHORTEST_ID else []
        none = NotFound(
            "There is no action with this id.",
            f"`reflect action list` shows them; {SHORTEST_ID} characters of an id are enough.",
        )
        return only(found, "actions", none)

    def kept(self, action_id: str) -> Kept:
        """One action. Raises NotFound."""
        for kept in self.some([action_id]):
            return kept
        raise NotFound("There is no such action.", "See them with: reflect action list")

    def some(self, ids: Sequence[str]) -> list[Kept]:
        """The actions with these ids that are there, in this order."""
        rows: dict[str, bytes] = dict(self._actions.some(set(ids)))
        return [words.open_action(self._key, id_, rows[id_]) for id_ in ids if id_ in rows]

    def all(self) -> Iterable[Kept]:
        """Every action, in no order."""
        return (words.open_action(self._key, id_, sealed) for id_, sealed in self._actions.all())

    def events(self, action_id: str) -> tuple[Event, ...]:
        """The events of one action, in their order."""
        return self.events_of([action_id]).get(action_id, ())

    def events_of(self, ids: Collection[str]) -> dict[str, tuple[Event, ...]]:
        """The events of several actions, by the action's id, in their order."""
        found: dict[str, list[Event]] = {}
        for id_, number, sealed in sorted(self._actions.events(ids), key=lambda row: row[:2]):
            found.setdefault(id_, []).append(words.open_event(self._key, id_, number, sealed))
        return {id_: tuple(events) for id_, events in found.items()}

    def every_history(self) -> dict[str, tuple[Event, ...]]:
        """The events of every action, by the action's id, in their order."""
        found: dict[str, list[Event]] = {}
        for id_, number, sealed in self._actions.every_event():
            found.setdefault(id_, []).append(words.open_event(self._key, id_, number, sealed))
        return {id_: tuple(events) for id_, events in found.items()}

    def add(self, histories: Sequence[tuple[Sequence[Event], int, str | None]]) -> list[Kept]:
        """Stores actions with the last events of each: its whole history, how many of its events are new, and the
        private answer that it came from. Row, events and index are one act. Raises WrongUse or NotPermitted where
        the events break the rules; the transaction must then end."""
        stored: list[Kept] = []
        parts: dict[str, list[Entry]] = {}
        for events, new, answer in histories:
            kept = Kept(folded(events), answer)
            action = kept.action
            self._actions.put(action.id, words.seal_action(self._key, kept))
            for event in events[len(events) - new :]:
                self._actions.add_event(action.id, event.number, words.seal_event(self._key, event))
            parts.setdefault(index.part_of(action.id), []).append(Entry.of(action))
            stored.append(kept)
        for part, entries in parts.items():
            page = index.open_page(self._key, part, self._actions.index_page(part))
            page.update((entry.id, entry) for entry in entries)
            self._actions.put_index_page(part, index.seal_page(self._key, part, page.values()))
        return stored
