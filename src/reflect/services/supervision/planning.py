"""One-to-ones as somebody: found, prepared and planned by the two of a link, and by nobody else."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.dates import said
from reflect.domain.supervision.merging import merged_facts
from reflect.domain.supervision.one_to_one import Facts, Kind, MeetingStatus, OneToOne
from reflect.errors import WrongUse
from reflect.services.drawer import new_id
from reflect.services.supervision.meetings import one_to_one_of
from reflect.services.supervision.record_words import MeetingHead
from reflect.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reflect.domain.supervision.cadence import Due
    from reflect.domain.supervision.days import MeetingDates
    from reflect.domain.supervision.prepared import Following, Prepared
    from reflect.services.supervision.pair_file import PairFile, Record
    from reflect.services.supervision.preparing import Preparing
    from reflect.services.supervision.room import Room
    from reflect.storage.store import Store, Transaction


class Planning:
    """The one-to-ones of one person, on either side, up to the moment when they begin. Raises as `OneToOnes`."""

    def __init__(self, store: Store, room: Room, preparing: Preparing) -> None:
        self._store = store
        self._room = room
        self._places = room.places
        self._preparing = preparing

    def all(self, name: str | None = None) -> tuple[OneToOne, ...]:
        """Every one, or those with somebody of this name, the latest day first; of former supervisees this person's
        own copies of what they signed."""
        with self._store.reading() as transaction:
            found = [
                meeting
                for link in self._places.readable(transaction, name)
                for meeting in self._room.meetings(transaction, link).all()
            ]
            names = _names(transaction)
            found += [
                one_to_one_of(link, names, copy)
                for link, copy in self._places.copies(transaction, MeetingHead.KIND, name)
            ]
        return tuple(sorted(found, key=lambda one: (one.facts.day, one.id), reverse=True))

    def one(self, id: str) -> OneToOne:
        """One of them. A supervisor sees by it what was shared and is discussed in it, and its owner when that was."""
        with self._store.reading() as transaction:
            link, record_id = self._places.found(transaction, MeetingHead.KIND, id)
            copy = self._places.copy_of(transaction, MeetingHead.KIND, link, record_id)
            if copy is not None:
                return one_to_one_of(link, _names(transaction), copy)
            file = self._places.file(transaction, link, MeetingHead)
            record = file.record(record_id)
            shares = self._room.shares(transaction, file)
            closed = shares.not_opened(record.head.discussed)
            if not closed or self._store.read_only:
                return self._room.meetings(transaction, link).shown(record)
        with self._room.at(record_id) as desk:
            desk.shares.open(closed, desk.now)
            return desk.shown()

    def held(self, id: str) -> tuple[str, date]:
        """The whole id of one of them and the day on which it was held, or is to be. It opens nothing that was
        shared."""
        with self._store.reading() as transaction:
            link, record_id = self._places.found(transaction, MeetingHead.KIND, id)
            copy = self._places.copy_of(transaction, MeetingHead.KIND, link, record_id)
            if copy is not None:
                return record_id, one_to_one_of(link, _names(transaction), copy).facts.day
            head = self._places.file(transaction, link, MeetingHead).record(record_id).head
            return record_id, head.facts.day

    def prepare(self, name: str) -> Prepared:
        """What is before this person and somebody of this name for their next one-to-one."""
        return self._preparing.prepare(name)

    def next_day(self, name: str) -> date | None:
        """The day that is proposed for the next one: what the two said last time, if it is still to come; otherwise by
        the cadence, today where that has passed. None where neither is known."""
        return self._preparing.next_day(name)

    def following(self, id: str) -> Following | None:
        """What is proposed as the day of the next one in the record of one that has begun; None where nobody knows."""
        with self._store.reading() as transaction:
            link, record_id = self._places.found(transaction, MeetingHead.KIND, id)
            head = self._places.file(transaction, link, MeetingHead).record(record_id).head
        return self._preparing.following(link, head)

    def due(self) -> tuple[Due, ...]:
        """When the next one is due by each link that holds, the soonest first."""
        return self._preparing.due()

    def dates(self) -> tuple[MeetingDates, ...]:
        """Of those whose team this person leads: days and states, and no words. The latest day first."""
        return self._preparing.dates()

    def plan(self, name: str, on: date, kind: Kind = Kind.SCHEDULED) -> OneToOne:
        """A new one-to-one with somebody. Of those that the cadence asks for, one is planned at a time."""
        with self._writing(name) as (transaction, file):
            if kind is Kind.SCHEDULED:
                _one_at_a_time(file)
            return self._room.meetings(transaction, file.link).one(self._added(file, on, kind))

    @contextmanager
    def _writing(self, name: str) -> Iterator[tuple[Transaction, PairFile[MeetingHead]]]:
        """The file of this person and somebody of this name, to be written in."""
        with self._store.reading() as transaction:
            link = self._places.with_somebody(transaction, name)
        self._places.make_key(link)
        with self._store.writing() as transaction:
            link = self._places.with_somebody(transaction, name)
            yield transaction, self._places.file(transaction, link, MeetingHead, writing=True)

    def _added(self, file: PairFile[MeetingHead], on: date, kind: Kind) -> str:
        record_id = new_id()
        planned = MeetingHead(kind, MeetingStatus.PLANNED, Facts(planned=on))
        file.add(record_id, planned, self._places.now())
        return record_id

    def replan(self, id: str, on: date, *, before: date) -> OneToOne:
        """Moves one that is planned `before`, as it was read, to another day. Raises ChangedMeanwhile, and changes
        nothing, where somebody else moved it to a third one meanwhile."""
        with self._room.at(id) as desk:
            must_be(desk.record, MeetingStatus.PLANNED)
            head = desk.record.head
            was = replace(head.facts, planned=before)
            facts = merged_facts(head.facts, was, replace(was, planned=on))
            return desk.change(replace(head, facts=facts))

    def cancel(self, id: str, reason: str, new: date | None = None) -> OneToOne:
        """Cancels one that is planned, with a reason, and plans the one that takes its place on the `new` day, which
        goes on with its agenda. One that came up and was begun by mistake, with nothing in its record, is cancelled
        without a new day. Gives the cancelled one."""
        why = clean(reason).strip()
        if not why:
            raise WrongUse("It is missing why it is cancelled.", "Nothing was changed. Say it in a sentence.")
        with self._room.at(id) as desk:
            head = desk.record.head
            if desk.shown().is_mistaken:
                facts = replace(head.facts, started=None, ended=None)
                head = replace(head, facts=facts, actions=())
            else:
                must_be(desk.record, MeetingStatus.PLANNED)
                if new is None:
                    raise WrongUse(
                        "It is missing on which day it takes place instead.", "Nothing was changed."
                    )
            if new is not None:
                follows = (*head.follows, desk.record.id)
                facts = replace(head.facts, planned=new)
                planned = replace(head, status=MeetingStatus.PLANNED, facts=facts, follows=follows, voided=())
                desk.file.add(new_id(), planned, desk.now)
            return desk.change(replace(head, status=MeetingStatus.CANCELLED, cancelled_reason=why))


def must_be(record: Record[MeetingHead], status: MeetingStatus) -> None:
    """Raises WrongUse where a one-to-one stands otherwise."""
    if record.head.status is status:
        return
    if record.head.status is MeetingStatus.CANCELLED:
        raise was_cancelled()
    if status is MeetingStatus.HELD:
        raise WrongUse("This one-to-one has not begun yet.", "Nothing was changed. Begin it first.")
    raise WrongUse("This one-to-one has begun already.", "Nothing was changed.")


def was_cancelled() -> WrongUse:
    """Nothing more is done with it."""
    return WrongUse("This one-to-one was cancelled.", "Nothing was changed. Why it was stands in its record.")


def _names(transaction: Transaction) -> dict[str, str]:
    return {holder.person.id: holder.person.name for holder in transaction.people.all()}


def _one_at_a_time(file: PairFile[MeetingHead]) -> None:
    for record in file.records():
        if (record.head.kind, record.head.status) == (Kind.SCHEDULED, MeetingStatus.PLANNED):
            raise WrongUse(
                f"One is planned already, for {said(record.head.facts.planned)}.",
                "Nothing was changed. Move that one to another day, or cancel it with a reason.",
            )
