"""Whether one-to-ones and agreements are what the two of a pair wrote and signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from reflect.errors import DamagedFile, NotPermitted
from reflect.services.examining import UNREADABLE
from reflect.services.supervision.agreements import body_of
from reflect.services.supervision.copies import OwnCopies
from reflect.services.supervision.record_words import AgreementHead, MeetingHead
from reflect.services.supervision.signed_words import Body

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.services.supervision.pair_file import PairFile, Record
    from reflect.services.supervision.room import Room
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs

_IN_MEETINGS = ("type", "facts", "entries")


def examine(store: Store, room: Room, keys: KeyPairs) -> tuple[str, ...]:
    """What is wrong, a line each, without any of the words; nothing when all is well. Every body that was signed is
    made anew from the rows, and every signature, entry, state and day is checked."""
    faults: list[str] = []
    with store.reading() as transaction:
        held = _Held(transaction, keys)
        for link in room.places.readable(transaction):
            try:
                room.places.file(transaction, link, MeetingHead)
            except (NotPermitted, DamagedFile):  # of a key that is not theirs the examination of links tells
                continue
            faults += _faults_of(transaction, room, link, held)
        faults += held.faults()
    return tuple(faults)


class _Held:
    """A person's own copies: what both had signed cannot be unsigned behind their back."""

    def __init__(self, transaction: Transaction, keys: KeyPairs) -> None:
        self._me = keys.person_id
        self._copies = OwnCopies(transaction, keys)
        self._ids = self._copies.ids()

    def faults(self) -> Iterator[str]:
        for record_id in self._ids:
            try:
                self._copies.one(record_id)
            except UNREADABLE:
                yield f"your own copy of the record {record_id[:8]} is not what was signed"

    def faults_beside(self, name: str, record: Record[Any]) -> Iterator[str]:
        """Where a record and the copy of it do not say the same of who has signed."""
        signed = any(one.by == self._me for one in record.signed)
        if signed and record.id not in self._ids:
            yield f"{name}: your own copy of it is missing"
        if record.id not in self._ids:
            return
        try:
            copy = self._copies.one(record.id)
        except UNREADABLE:
            return  # said of the copy already
        if set(copy.signed) != set(record.signed) or copy.body != record.body:
            yield f"{name}: it is not what your own copy says that was signed"


def _faults_of(transaction: Transaction, room: Room, link: Link, held: _Held) -> Iterator[str]:
    meetings = room.places.file(transaction, link, MeetingHead)
    room_of = room.meetings(transaction, link)
    yield from _faults(meetings, held, lambda record: _differs(record, room_of.written(record)))
    agreements = room.places.file(transaction, link, AgreementHead)
    yield from _faults(
        agreements,
        held,
        lambda record: body_of(agreements, record) != record.body or not record.head.keeps_to_terms,
    )


def _faults(file: PairFile[Any], held: _Held, differs: Callable[[Record[Any]], bool]) -> Iterator[str]:
    for record_id in file.ids():
        name = f"the {file.kind} {record_id[:8]}"
        try:
            file.entries([record_id])
        except UNREADABLE:
            yield f"{name}: something in it is not what its author wrote"
            continue
        try:
            record = file.record(record_id)
            if record.body is not None and differs(record):
                yield f"{name}: it is not what was signed"
            if not file.says_in_clear(record):
                yield f"{name}: its state or its days are not what is written in it"
        except UNREADABLE:
            yield f"{name}: it does not open as it was written and signed"
            continue
        yield from held.faults_beside(name, record)


def _differs(record: Record[MeetingHead], live: Body) -> bool:
    """Whether a one-to-one, made anew from its rows, is not what was signed. What was done with an action later, and a
    share that is not there any more, are no difference."""
    frozen: Body = record.body if record.body is not None else live
    if any(frozen[part] != live[part] for part in _IN_MEETINGS):
        return True
    there = {id_: (question, text, bank) for id_, question, text, bank in live["shared"]}
    signed = {id_: (question, text, bank) for id_, question, text, bank in frozen["shared"]}
    actions = [(one["id"], one["previous"]) for one in frozen["actions"]]
    return (
        not set(signed) <= set(record.head.discussed)
        or any(there[id_] != words for id_, words in signed.items() if id_ in there)
        or actions != [pair for one in record.head.actions if (pair := (one.id, one.previous)) in actions]
    )
