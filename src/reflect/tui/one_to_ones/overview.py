"""With whom one-to-ones are held, and what of that waits for somebody: read once for the page and for Today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.cadence import Due
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne

if TYPE_CHECKING:
    from reflect.services.practice import Practice

SOON = timedelta(days=7)


class Waits(StrEnum):
    """What waits, the most pressing first: it is said of one person, and compares nobody with anybody."""

    RECORD = "record"
    TODAY = "today"
    AGREEMENT_TO_SIGN = "agreement-to-sign"
    NOTES_ASKED = "notes-asked"
    DUE = "due"
    NO_AGREEMENT = "no-agreement"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Between:
    """How it stands between the reader (`me`, an id) and one other: when one-to-ones are due, the latest agreement, and
    the records that the reader has still to sign, the oldest first. `notes_asked` says whether the other one asked for
    working notes that the reader has not handed over."""

    me: str
    due: Due
    agreement: Agreement | None
    to_sign: tuple[OneToOne, ...]
    notes_asked: bool = False

    def waits(self, today: date) -> Waits | None:
        """What waits for the reader; None where nothing does."""
        agreement, due = self.agreement, self.due
        if self.to_sign:
            return Waits.RECORD
        if due.planned == today:
            return Waits.TODAY
        if agreement is not None and not agreement.agreed and self.me not in agreement.signed_by:
            return Waits.AGREEMENT_TO_SIGN
        if self.notes_asked:
            return Waits.NOTES_ASKED
        is_planned = due.planned is not None and due.planned > today
        by = due.said or due.by
        if by is not None and by <= today + SOON and not is_planned:
            return Waits.DUE
        if agreement is None:
            return Waits.NO_AGREEMENT
        return Waits.REVIEW if agreement.agreed and agreement.review_is_due(today) else None


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody, by name, with whom no link holds any more, while there are working notes: those of the reader, of which
    they asked for some (`asked`), or about the reader."""

    person: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Everybody with whom one-to-ones are held, by name, all records, the newest first, and with whom only working
    notes are left."""

    people: tuple[Between, ...]
    records: tuple[OneToOne, ...]
    former: tuple[Former, ...] = ()


def overview(practice: Practice) -> Overview:
    """How it stands with everybody. Raises ReflectError."""
    records = practice.one_to_ones.all()
    latest: dict[str, Agreement] = {}
    for agreement in practice.agreements.all():
        latest.setdefault(agreement.link, agreement)
    notes = [note for note in practice.working_notes.mine() if note.handed_over is None]
    asked = {note.about for note in notes if note.asked}
    due_with = practice.one_to_ones.due()
    people = tuple(
        Between(
            practice.person.id,
            due,
            latest.get(due.link),
            tuple(
                reversed(
                    [one for one in records if one.link == due.link and waits_for(one, practice.person.id)]
                )
            ),
            due.person in asked,
        )
        for due in sorted(due_with, key=lambda due: due.person.casefold())
    )
    now = {due.person for due in due_with}
    left = {note.about for note in notes} | {one.supervisor for one in practice.working_notes.about_me()}
    former = tuple(Former(name, name in asked) for name in sorted(left - now, key=str.casefold))
    return Overview(people, records, former)


def waits_for(record: OneToOne, person: str) -> bool:
    """Whether a one-to-one is over, or signed by the other one, and this person (by id) has not signed it."""
    is_over = record.facts.ended is not None or bool(record.signatures)
    return (
        record.status is MeetingStatus.HELD
        and is_over
        and not record.copy
        and person not in record.signed_by
        and person in (record.supervisor, record.supervisee)
    )


def other_of(record: OneToOne | Agreement, person: str) -> str:
    """The name of the other one of the two."""
    return record.name(record.supervisee if person == record.supervisor else record.supervisor)
