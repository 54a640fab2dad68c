"""The actions of one circle together with the key that opens them, within one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reflect.domain.actions.event import Event
from reflect.domain.actions.history import folded
from reflect.errors import DamagedFile
from reflect.services.actions import index, words
from reflect.services.actions.entry import Entry
from reflect.services.actions.index import ActionIndex
from reflect.services.actions.words import Kept

if TYPE_CHECKING:
    from reflect.storage.circle_actions import CircleActions
    from reflect.storage.mine_actions import MineActions
    from reflect.vault.sealing import CircleKey

UNREADABLE = (DamagedFile, LookupError, ValueError, TypeError, OverflowError)
History = tuple[Sequence[Event], int, str | None]


class CircleDrawer:
    """What is taken out is opened, what is put in is sealed."""

    def __init__(self, actions: CircleActions, key: CircleKey) -> None:
        self._actions = actions
        self._key = key
        self._table = actions.table

    @property
    def circle_id(self) -> str:
        """The id of the circle."""
        return self._key.circle_id

    def ids(self, beginning: str = "") -> list[str]:
        """The ids that begin so."""
        return self._actions.ids(beginning)

    def some(self, ids: Sequence[str]) -> list[Kept]:
        """The actions with these ids that are there, in this order."""
        rows: dict[str, bytes] = dict(self._actions.some(set(ids)))
        return [self.opened(id_, rows[id_]) for id_ in ids if id_ in rows]

    def all(self) -> Iterable[Kept]:
        """Every action, in no order."""
        return (self.opened(id_, sealed) for id_, sealed in self._actions.all())

    def readable(self, ids: Collection[str] | None = None) -> Iterator[Kept]:
        """Every action that opens, or those of them with these ids: what another who holds the key has spoilt keeps
        nobody from the rest."""
        for id_, sealed in self._actions.all() if ids is None else self._actions.some(ids):
            with suppress(*UNREADABLE):
                yield self.opened(id_, sealed)

    def events(self, action_id: str) -> tuple[Event, ...]:
        """The events of one action, in their order."""
        return self.events_of([action_id]).get(action_id, ())

    def events_of(self, ids: Collection[str]) -> dict[str, tuple[Event, ...]]:
        """The events of several actions, by the action's id, in their order."""
        return self._histories(sorted(self._actions.events(ids), key=lambda row: row[:2]))

    def every_history(self) -> dict[str, tuple[Event, ...]]:
        """The events of every action, by the action's id, in their order."""
        return self._histories(self._actions.every_event())

    def add(self, histories: Sequence[History]) -> list[Kept]:
        """Stores actions with the last events of each: its whole history, how many of its events are new, and the
        private answer that it came from. Row and events are one act. Raises WrongUse or NotPermitted where the events
        break the rules; the transaction must then end."""
        stored: list[Kept] = []
        for events, new, answer in histories:
            kept = Kept(folded(events), answer)
            self._actions.put(kept.action.id, words.seal_action(self._key, kept, self._table))
            for event in events[len(events) - new :]:
                sealed = words.seal_event(self._key, event, self._table)
                self._actions.add_event(kept.action.id, event.number, sealed)
            stored.append(kept)
        return stored

    def remove(self, action_id: str) -> None:
        """Takes an action out, since it stands in another circle now."""
        self._actions.remove(action_id)

    def rows(self) -> list[tuple[str, bytes]]:
        """Id and sealed state of every action, to be looked at one by one."""
        return self._actions.all()

    def event_rows(self) -> Iterable[tuple[str, int, bytes]]:
        """Action, number and sealed event of all events, in their order."""
        return self._actions.every_event()

    def opened(self, action_id: str, sealed: bytes) -> Kept:
        """One row, opened. Raises DamagedFile and what a row raises that says something else."""
        return words.open_action(self._key, action_id, sealed, self._table)

    def opened_event(self, action_id: str, number: int, sealed: bytes) -> Event:
        """One event, opened. Raises as `opened`."""
        return words.open_event(self._key, action_id, number, sealed, self._table)

    def _histories(self, rows: Iterable[tuple[str, int, bytes]]) -> dict[str, tuple[Event, ...]]:
        found: dict[str, list[Event]] = {}
        for id_, number, sealed in rows:
            found.setdefault(id_, []).append(self.opened_event(id_, number, sealed))
        return {id_: tuple(events) for id_, events in found.items()}


class OpenActions(CircleDrawer):
    """What one person keeps alone, with an index that is always what the rows say."""

    def __init__(self, actions: MineActions, key: CircleKey) -> None:
        super().__init__(actions, key)
        self._pages = actions

    def index(self) -> ActionIndex:
        """The whole index."""
        return index.read_index(self._key, self._pages.index_pages())

    def index_by_page(self) -> Iterator[tuple[str, ActionIndex]]:
        """The same page by page, each with its name."""
        for name, sealed in self._pages.index_pages():
            yield name, index.read_index(self._key, [(name, sealed)])

    def add(self, histories: Sequence[History]) -> list[Kept]:
        """As everywhere; row, events and index are one act."""
        stored = super().add(histories)
        parts: dict[str, list[Entry]] = {}
        for kept in stored:
            parts.setdefault(index.part_of(kept.action.id), []).append(Entry.of(kept.action))
        for part, entries in parts.items():
            page = self._page(part)
            page.update((entry.id, entry) for entry in entries)
            self._put_page(part, page)
        return stored

    def remove(self, action_id: str) -> None:
        """As everywhere, and out of the index."""
        super().remove(action_id)
        part = index.part_of(action_id)
        page = self._page(part)
        page.pop(action_id, None)
        self._put_page(part, page)

    def _page(self, part: str) -> dict[str, Entry]:
        return index.open_page(self._key, part, self._pages.index_page(part))

    def _put_page(self, part: str, page: dict[str, Entry]) -> None:
        self._pages.put_index_page(part, index.seal_page(self._key, part, page.values()))
