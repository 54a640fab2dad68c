"""Days and states of supervision, as the lead of a team may see them: read from what stands in clear, with no key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reflect.domain.supervision.days import AgreementDates, MeetingDates
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.services.supervision.record_words import AgreementHead, MeetingHead

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.storage.records import KeptRecord
    from reflect.storage.store import Transaction


def of_meetings(transaction: Transaction, lead: str) -> tuple[MeetingDates, ...]:
    """The one-to-ones of the members of the teams that somebody leads, the latest day first."""
    names = _names(transaction)
    found = [
        MeetingDates(
            link.id,
            names.get(link.supervisor, ""),
            names.get(link.supervisee, ""),
            MeetingStatus(row.status),
            row.planned,
            row.held,
            agreed,
        )
        for link, row, agreed in _seen(transaction, lead, MeetingHead.KIND)
    ]
    return tuple(sorted(found, key=lambda one: (one.planned, one.supervisee, one.link), reverse=True))


def of_agreements(transaction: Transaction, lead: str) -> tuple[AgreementDates, ...]:
    """Their agreements, the next review first."""
    names = _names(transaction)
    found = [
        AgreementDates(
            link.id,
            names.get(link.supervisor, ""),
            names.get(link.supervisee, ""),
            row.held or row.planned,
            row.planned,
            agreed,
        )
        for link, row, agreed in _seen(transaction, lead, AgreementHead.KIND)
    ]
    return tuple(sorted(found, key=lambda one: (one.review, one.supervisee, one.link)))


def _seen(transaction: Transaction, lead: str, kind: str) -> Iterator[tuple[Link, KeptRecord, bool]]:
    led = {member for team in transaction.teams.all() if team.lead == lead for member in team.members}
    links = transaction.links.all() if led else ()
    for link in links:
        if link.supervisee in led and link.circle is not None:
            rows = transaction.pair_records(link.circle)
            signatures = rows.signatures()
            for row in rows.all(kind):
                yield link, row, len(signatures.get(row.id, [])) > 1


def _names(transaction: Transaction) -> dict[str, str]:
    return {holder.person.id: holder.person.name for holder in transaction.people.all()}
