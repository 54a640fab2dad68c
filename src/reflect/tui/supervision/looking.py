"""What is read when a one-to-one is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.domain.supervision.prepared import Following

if TYPE_CHECKING:
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class Looked:
    """The record, the shares that could be discussed in it, and what is proposed as the day of the next one."""

    record: OneToOne
    shares: tuple[ShareCard, ...] = ()
    following: Following | None = None


def look(practice: Practice, id_: str) -> Looked:
    """All that its page shows. Raises NotFound, NotPermitted."""
    record = practice.one_to_ones.one(id_)
    if is_over(record):
        return Looked(record)
    me = practice.person.id
    prepared = practice.one_to_ones.prepare(record.name(other_of(record, me)))
    return Looked(record, prepared.shares, practice.one_to_ones.following(id_))


def look_at_whole(practice: Practice, id_: str) -> Looked:
    """All that the page of the whole record shows. Raises NotFound, NotPermitted."""
    record = practice.one_to_ones.one(id_)
    return Looked(record, following=None if is_over(record) else practice.one_to_ones.following(id_))


def other_of(record: OneToOne, person: str) -> str:
    """The id of the other one of the two."""
    return record.supervisee if person == record.supervisor else record.supervisor


def is_over(record: OneToOne) -> bool:
    """Whether there is nothing to write in it any more."""
    return record.agreed or record.copy or record.status is MeetingStatus.CANCELLED
