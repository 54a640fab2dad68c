"""The actions of two people as their one-to-one names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Status
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.told import told
from reflect.domain.supervision.one_to_one import ActionInRecord
from reflect.services.supervision.record_words import NamedAction

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.links import Link
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.record import ActionRecord
    from reflect.storage.store import Transaction

_NO_ANSWER = {EventKind.SHOWN, EventKind.EDITED, EventKind.UNDONE}
"""What somebody may do to an action without a word on what has become of it."""

Histories = Mapping[str, tuple["Action", Sequence[Event]]]
"""Every action that the two of a link see together, whatever became of it, with its events, by its id."""


class PairActions:
    """Reads them in a transaction of the caller's."""

    def __init__(self, record: ActionRecord) -> None:
        self._record = record

    def of(self, transaction: Transaction, link: Link) -> Histories:
        """The actions that the two keep together now. Raises DamagedFile."""
        with self._record.reading(transaction) as book:
            actions = {action.id: action for action in book.of_pair(link.id)}
            events = book.events_of(list(actions))
        return {id_: (action, events.get(id_, ())) for id_, action in actions.items()}

    def reader(self, transaction: Transaction) -> Callable[[Sequence[str]], Histories]:
        """What reads the actions with these ids, wherever they stand by now: one may have been handed over to somebody
        else in the team. Raises DamagedFile."""
        with self._record.reading(transaction) as book:
            return partial(_named, book)

    def check(self, transaction: Transaction, named: Sequence[NamedAction]) -> None:
        """Raises DamagedFile where something is told of one of these that was not signed by who did it."""
        with self._record.reading(transaction) as book:
            for _, events in _named(book, [one.id for one in named]).values():
                book.check_sound(events)


def _named(book: ActionBook, ids: Sequence[str]) -> Histories:
    found = {kept.action.id: kept.action for _, kept in book.placed(ids)}
    events = book.events_of(list(found))
    return {id_: (action, events.get(id_, ())) for id_, action in found.items()}


def standing_before(histories: Histories) -> tuple[NamedAction, ...]:
    """The actions that a one-to-one begins with: still to be done, or done and not confirmed; the soonest day first."""
    return tuple(
        NamedAction(action.id, len(histories[action.id][1]), True)
        for action in soonest_first(action for action, _ in histories.values())
        if is_previous(action)
    )


def is_previous(action: Action) -> bool:
    """Whether the next one-to-one has to look at it."""
    return action.is_open or action.status is Status.DONE


def soonest_first(actions: Iterable[Action]) -> list[Action]:
    """In the order of their next days; those without one come last."""
    return sorted(actions, key=lambda one: (one.next_day is None, one.next_day or one.created.date(), one.id))


def as_named(
    named: Sequence[NamedAction], histories: Histories, names: Mapping[str, str], link: Link
) -> tuple[ActionInRecord, ...]:
    """The actions as the record of these two shows them, with what happened to each since it was named: nothing, where
    none of it says what has become of the action."""
    found = []
    for one in named:
        if one.id in histories:
            action, events = histories[one.id]
            new = since(events, one.events)
            answered = any(_answers(event, link) for event in new)
            happened = tuple(told(event, names, events) for event in new) if answered else ()
            found.append(
                ActionInRecord(
                    action.id, action.what, action.owner, action.due, action.status, one.previous, happened
                )
            )
    return tuple(found)


def _answers(event: Event, link: Link) -> bool:
    """Whether one of the two said by it what has become of an action; where it was handed over, whoever did that has
    answered for them."""
    by_the_two = event.by in (link.supervisor, link.supervisee)
    return event.kind is EventKind.HANDED_OVER or (by_the_two and event.kind not in _NO_ANSWER)


def since(events: Sequence[Event], number: int) -> list[Event]:
    """What happened after the first `number` events and was not taken back; taking back what came before stays."""
    standing: list[Event] = []
    for event in events[number:]:
        taken_back = set(event.data["events"]) if event.kind is EventKind.UNDONE else set()
        if taken_back and min(taken_back) > number:
            standing = [one for one in standing if one.number not in taken_back]
        else:
            standing.append(event)
    return standing
