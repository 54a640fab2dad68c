"""The record of a person's actions: every step is one act, read from it and written to it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import folded
from reflect.services.actions.drawer import OpenActions
from reflect.services.pen import write_event

if TYPE_CHECKING:
    from reflect.clock import Clock
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.storage.store import Store
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

Step = tuple[EventKind, Mapping[str, Any]]


class ActionRecord:
    """Opens a person's actions, to read or to write, with their signing keys and the time at hand."""

    def __init__(self, store: Store, key: CircleKey, keys: KeyPairs, clock: Clock) -> None:
        self._store = store
        self._key = key
        self._keys = keys
        self._clock = clock

    def today(self) -> date:
        """The date where the person is."""
        return self._clock.today()

    @contextmanager
    def reading(self) -> Iterator[OpenActions]:
        """The actions as they stand at one moment."""
        with self._store.reading() as transaction:
            yield OpenActions(transaction.mine_actions(self._key.circle_id), self._key)

    @contextmanager
    def writing(self) -> Iterator[OpenActions]:
        """The actions to be changed; on the disk when this ends, or as they were. Raises NotSaved."""
        with self._store.writing() as transaction:
            yield OpenActions(transaction.mine_actions(self._key.circle_id), self._key)

    def changes(self) -> int:
        """A number that is another one after anybody has written to the file."""
        return self._store.changes()

    def people(self) -> dict[str, tuple[str, bytes]]:
        """The name and the public signing key of each person who has one, by their id."""
        with self._store.reading() as transaction:
            return {
                holder.person.id: (holder.person.name, holder.sign_key)
                for holder in transaction.people.all()
                if holder.sign_key is not None
            }

    def action(self, beginning: str) -> Action:
        """One action as it stands. Raises NotFound, and WrongUse where several ids begin so."""
        with self.reading() as opened:
            return opened.kept(opened.whole_id(beginning)).action

    def history(self, beginning: str) -> tuple[Event, ...]:
        """All events of one action, those that were taken back too. Raises as `action`."""
        with self.reading() as opened:
            return opened.events(opened.whole_id(beginning))

    def begin(self, action_id: str, steps: Sequence[Step], *, answer: str | None = None) -> Action:
        """A new action with its first events."""
        with self.writing() as opened:
            events = self._written(action_id, (), steps)
            return opened.add([(events, len(events), answer)])[0].action

    def write(self, beginning: str, steps: Callable[[Action], Sequence[Step]]) -> Action:
        """Adds the events that `steps` makes of the action as it stands."""
        return self.write_after(beginning, lambda events, _: steps(folded(events)))

    def write_after(self, beginning: str, steps: Callable[[Sequence[Event], str], Sequence[Step]]) -> Action:
        """Adds the events that `steps` makes of the events so far and of the person's id."""
        with self.writing() as opened:
            kept = opened.kept(opened.whole_id(beginning))
            before = opened.events(kept.action.id)
            said = steps(before, self._keys.person_id)
            events = self._written(kept.action.id, before, said)
            return opened.add([(events, len(said), kept.answer)])[0].action

    def split(
        self, beginning: str, step: Step, other_id: str, other: Callable[[Action], Mapping[str, Any]]
    ) -> Action:
        """Adds an event, and in the same act another action, agreed at once, that `other` says."""
        with self.writing() as opened:
            kept = opened.kept(opened.whole_id(beginning))
            before = opened.events(kept.action.id)
            events = self._written(kept.action.id, before, [step])
            begun = [(EventKind.PROPOSED, other(kept.action)), (EventKind.AGREED, {"due": None})]
            others = self._written(other_id, (), begun)
            return opened.add([(events, 1, kept.answer), (others, 2, kept.answer)])[0].action

    def _written(self, action_id: str, before: Sequence[Event], steps: Sequence[Step]) -> tuple[Event, ...]:
        # Whole seconds, so that a moment reads the same wherever it is written.
        at, on = self._clock.now().replace(microsecond=0), self._clock.today()
        events = tuple(before)
        for kind, data in steps:
            event = write_event(self._keys, action_id, events, kind, data, at=at, on=on)
            events = (*events, event)
        return events
