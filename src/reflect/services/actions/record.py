"""The record of a person's actions: every step is one act, read from it and written to it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import ENDED
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.roles import Role, check_may, may
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted, NotSaved, WrongUse
from reflect.services.actions import moving
from reflect.services.actions.book import ActionBook
from reflect.services.actions.drawer import UNREADABLE
from reflect.services.actions.places import Places
from reflect.services.actions.reaching import may_be_misplaced
from reflect.services.pen import write_event

if TYPE_CHECKING:
    from reflect.clock import Clock
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.services.actions.places import Place
    from reflect.services.links.links import Links
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

Step = tuple[EventKind, Mapping[str, Any]]


class ActionRecord:
    """Opens a person's actions, to read or to write, with their signing keys and the time at hand. Where a method takes
    `within`, it is part of that transaction and ends with it."""

    def __init__(self, store: Store, key: CircleKey, keys: KeyPairs, links: Links, clock: Clock) -> None:
        self._store = store
        self._key = key
        self._keys = keys
        self._clock = clock
        self._places = Places(key, keys, links, clock)

    @property
    def person(self) -> str:
        """The id of the person."""
        return self._keys.person_id

    def today(self) -> date:
        """The date where the person is."""
        return self._clock.today()

    @contextmanager
    def reading(self, within: Transaction | None = None) -> Iterator[ActionBook]:
        """The actions as they stand at one moment."""
        if within is not None:
            yield self._book(within)
            return
        with self._store.reading() as transaction:
            yield self._book(transaction)

    @contextmanager
    def writing(self, within: Transaction | None = None) -> Iterator[ActionBook]:
        """The actions to be changed; on the disk when this ends, or as they were. Raises NotSaved."""
        if within is not None:
            yield self._book(within)
            return
        with self._store.writing() as transaction:
            yield self._book(transaction)

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
        with self.reading() as book:
            return book.the(beginning)[1].action

    def history(self, beginning: str) -> tuple[Event, ...]:
        """All events of one action, those that were taken back too. Raises as `action`."""
        with self.reading() as book:
            place, kept = book.the(beginning)
            return place.drawer.events(kept.action.id)

    def begin(
        self,
        action_id: str,
        steps: Sequence[Step],
        *,
        answer: str | None = None,
        link: str | None = None,
        within: Transaction | None = None,
    ) -> Action:
        """A new action with its first events: the person's alone, or with the two of a `link`."""
        with self.writing(within) as book:
            events = self._written(action_id, (), steps)
            begun = folded(events[:1])
            if link is not None:
                pair = book.places.of_link(book.transaction, link)
                if begun.owner not in pair.readers:
                    raise WrongUse("An action of two people belongs to one of them.", "Nothing was changed.")
                _check(book.roles(pair, begun), steps)
            return moving.put(book, events, len(events), None, answer=answer, to=link)[1].action

    def write(
        self,
        beginning: str,
        steps: Callable[[Action], Sequence[Step]],
        *,
        to: str | None = None,
        within: Transaction | None = None,
    ) -> Action:
        """Adds the events that `steps` makes of the action as it stands. `to` is the link whose two see it from now
        on."""
        return self.write_after(beginning, lambda events, _: steps(folded(events)), to=to, within=within)

    def write_after(
        self,
        beginning: str,
        steps: Callable[[Sequence[Event], str], Sequence[Step]],
        *,
        to: str | None = None,
        within: Transaction | None = None,
    ) -> Action:
        """Adds the events that `steps` makes of the events so far and of the person's id."""
        with self.writing(within) as book:
            place, kept = book.the(beginning)
            before = place.drawer.events(kept.action.id)
            said = steps(before, self._keys.person_id)
            self._may(book, place, kept.action, before, said)
            events = self._written(kept.action.id, before, said)
            return moving.put(book, events, len(said), place, answer=kept.answer, to=to)[1].action

    def split(
        self, beginning: str, step: Step, other_id: str, other: Callable[[Action], Mapping[str, Any]]
    ) -> Action:
        """Adds an event, and in the same act another action, agreed at once and seen by the same people, that `other`
        says."""
        with self.writing() as book:
            place, kept = book.the(beginning)
            before = place.drawer.events(kept.action.id)
            self._may(book, place, kept.action, before, [step])
            events = self._written(kept.action.id, before, [step])
            stands, stored = moving.put(book, events, 1, place, answer=kept.answer)
            action = kept.action
            said = {**other(action), **self._begins_as(action)}
            begun: list[Step] = [(EventKind.PROPOSED, said), (EventKind.AGREED, {"due": None})]
            if action.circle is CircleKind.TEAM:
                begun.append((EventKind.SHOWN, {"circle": CircleKind.TEAM.value, "team": stands.team}))
            others = self._written(other_id, (), begun)
            link = stands.link.id if stands.link else None
            behind = kept.answer or book.answers_behind([action.id]).get(action.id)
            moving.put(book, others, len(begun), None, answer=behind, to=link)
            return stored.action

    def may(self, beginning: str) -> frozenset[EventKind]:
        """What the person may do with an action, in whatever state it is. Raises NotFound."""
        with self.reading() as book:
            place, kept = book.the(beginning)
            if kept.action.circle is CircleKind.MINE:
                return frozenset(EventKind) - {EventKind.HANDED_OVER}
            roles = book.roles(place, kept.action)
            return frozenset(kind for kind in EventKind if may(roles, kind))

    def check_may(self, beginning: str, kind: EventKind) -> Action:
        """The action, if the person may do this with it, in whatever state it is. Raises NotPermitted, NotFound."""
        with self.reading() as book:
            place, kept = book.the(beginning)
            if kept.action.circle is not CircleKind.MINE:
                check_may(book.roles(place, kept.action), kind)
            return kept.action

    def settle(self) -> None:
        """Takes actions to those who are to see them now: where a link has ended and another began, or a team has
        another lead. A disk that refuses keeps nobody out: it is tried again at the next sign-in."""
        found = False
        with suppress(*UNREADABLE), self._store.reading() as transaction:
            found = bool(self._misplaced(self._book(transaction)))
        if found:
            with suppress(NotSaved, *UNREADABLE):
                with self._store.writing() as transaction:
                    book = self._book(transaction)
                    for place, action in self._misplaced(book):
                        events = place.drawer.events(action.id)
                        if book.flaw(events) is None:
                            with suppress(NotPermitted):
                                moving.put(book, events, 0, place)

    def _misplaced(self, book: ActionBook) -> list[tuple[Place, Action]]:
        # One that was between two supervisors and is shown again can be among both; it is taken along once.
        wanted = list(dict.fromkeys([*book.remembered()["between"], *may_be_misplaced(book)]))
        return [
            (place, kept.action)
            for place, kept in (book.placed(wanted) if wanted else ())
            if (kept.action.status not in ENDED or _is_kept_from_lead(book, place))
            and book.roles(place, kept.action) & {Role.OWNER, Role.SUPERVISOR}
            and moving.misplaced(book, kept.action, place)
        ]

    def _book(self, transaction: Transaction) -> ActionBook:
        return ActionBook(transaction, self._places, self._key)

    def _begins_as(self, action: Action) -> dict[str, str]:
        """What a first event says of an action that others see from its beginning."""
        if action.circle is CircleKind.MINE:
            return {}
        owner = {} if action.owner == self._keys.person_id else {"owner": action.owner}
        return {"circle": CircleKind.PAIR.value, **owner}

    def _may(
        self,
        book: ActionBook,
        place: Place,
        action: Action,
        before: Sequence[Event],
        steps: Sequence[Step],
    ) -> None:
        """What others may have written is not built on unseen."""
        if action.circle is not CircleKind.MINE:
            _check(book.roles(place, action), steps)
            book.check_sound(before)

    def _written(self, action_id: str, before: Sequence[Event], steps: Sequence[Step]) -> tuple[Event, ...]:
        # Whole seconds, so that a moment reads the same wherever it is written.
        at, on = self._clock.now().replace(microsecond=0), self._clock.today()
        events = tuple(before)
        for kind, data in steps:
            event = write_event(self._keys, action_id, events, kind, data, at=at, on=on)
            events = (*events, event)
        return events


def _check(roles: frozenset[Role], steps: Sequence[Step]) -> None:
    for kind, _ in steps:
        check_may(roles, kind)


def _is_kept_from_lead(book: ActionBook, place: Place) -> bool:
    """Whether the lead of the team on whose log it stands has no key to it: a log is read by its lead to the end, also
    what was over before they came."""
    return place.team is not None and not place.readers.issuperset(book.now.leads.get(place.team, ()))
