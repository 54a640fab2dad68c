"""One-to-ones as the two of a pair read them: as they stand, or as they were signed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import Status
from reflect.domain.supervision.entry import Entry, Section
from reflect.domain.supervision.one_to_one import (
    ActionInRecord,
    Kind,
    MeetingStatus,
    OneToOne,
    SharedInRecord,
)
from reflect.services.supervision.entry_words import KeptEntry, entry_read, entry_written
from reflect.services.supervision.moments import day_if_read
from reflect.services.supervision.pair_actions import Histories, as_named
from reflect.services.supervision.record_words import MeetingHead, facts_read, facts_written
from reflect.services.supervision.signed_words import Body, not_signed, of_whom

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.services.supervision.copies import Copy
    from reflect.services.supervision.pair_file import PairFile, Record
    from reflect.services.supervision.pair_shares import PairShares


class Meetings:
    """The one-to-ones of one pair within one transaction."""

    def __init__(
        self,
        file: PairFile[MeetingHead],
        named: Callable[[Sequence[str]], Histories],
        shares: PairShares,
    ) -> None:
        self._file = file
        self._named = named
        self._shares = shares

    def all(self) -> list[OneToOne]:
        """Every one, in no order. Raises DamagedFile."""
        return [self.shown(record) for record in self._file.records()]

    def one(self, record_id: str) -> OneToOne:
        """One of them. Raises NotFound, DamagedFile."""
        return self.shown(self._file.record(record_id))

    def entries(self, record: Record[MeetingHead]) -> list[KeptEntry]:
        """What stands in a record, and in those that it goes on from."""
        return self._file.entries([*record.head.follows, record.id])

    def shown(self, record: Record[MeetingHead]) -> OneToOne:
        """A record as it was signed; as it stands where nobody has signed. Words that somebody shared and their
        supervisor has not opened stay closed in it."""
        body = record.body if record.body is not None else self.body(record)
        signed = {said["id"] for said in body["entries"]}
        after = self._file.entries([record.id], but=signed) if record.locked else []
        shown = one_to_one(self._file.link, self._file.names, record.head, body, record, after)
        closed = self._shares.not_opened([share.id for share in shown.shared])
        if not closed:
            return shown
        shared = (replace(one, text="") if one.id in closed else one for one in shown.shared)
        return replace(shown, shared=tuple(shared))

    def body(self, record: Record[MeetingHead]) -> dict[str, Any]:
        """A record as it stands: what somebody would sign."""
        head = record.head
        histories = self._named([one.id for one in head.actions]) if head.actions else {}
        actions = as_named(head.actions, histories, self._file.names, self._file.link)
        return {**self.written(record), "actions": [_action_written(action) for action in actions]}

    def written(self, record: Record[MeetingHead]) -> dict[str, Any]:
        """The same without its actions: nothing of it changes unless somebody writes in the record."""
        head, file = record.head, self._file
        return {
            **of_whom(MeetingHead.KIND, record.id, file.key.circle_id, file.link),
            "type": head.kind.value,
            "facts": facts_written(head.facts),
            "entries": [entry_written(kept) for kept in in_body(self.entries(record))],
            "shared": [_shared_written(share) for share in self._shares.words(head.discussed)],
        }


def in_body(entries: Sequence[KeptEntry]) -> list[KeptEntry]:
    """The entries that are signed with the record: those with words, but for addenda."""
    return [
        kept for kept in entries if kept.entry.text.strip() and kept.entry.section is not Section.ADDENDUM
    ]


def one_to_one(
    link: Link,
    names: dict[str, str],
    head: MeetingHead,
    body: Body,
    record: Record[MeetingHead] | Copy,
    after: Sequence[KeptEntry],
    *,
    copy: bool = False,
) -> OneToOne:
    """A one-to-one from the words of its record. Raises DamagedFile where they are none."""
    try:
        return OneToOne(
            id=record.id,
            link=link.id,
            supervisor=link.supervisor,
            supervisee=link.supervisee,
            names=names_of(link, names),
            kind=Kind(body["type"]),
            status=head.status,
            facts=facts_read(body["facts"]),
            cancelled_reason=head.cancelled_reason,
            entries=_entries(body["entries"]),
            actions=tuple(_action_read(said) for said in body["actions"]),
            shared=tuple(SharedInRecord(*said) for said in body["shared"]),
            signatures=tuple(one.told for one in record.signed),
            voided=head.voided,
            addenda=tuple(kept.entry for kept in after if kept.entry.section is Section.ADDENDUM),
            copy=copy,
        )
    except (KeyError, ValueError, TypeError):
        raise not_signed() from None


def one_to_one_of(link: Link, names: dict[str, str], copy: Copy) -> OneToOne:
    """A one-to-one as a former supervisor keeps it."""
    try:
        facts = facts_read(copy.body["facts"])
        head = MeetingHead(Kind(copy.body["type"]), MeetingStatus.HELD, facts, voided=copy.voided)
    except (KeyError, ValueError, TypeError):
        raise not_signed() from None
    return one_to_one(link, names, head, copy.body, copy, copy.after, copy=True)


def names_of(link: Link, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The names of the two."""
    both: Collection[str] = (link.supervisor, link.supervisee)
    return tuple((person_id, names[person_id]) for person_id in both if person_id in names)


def _entries(said: Sequence[Any]) -> tuple[Entry, ...]:
    return tuple(entry_read(one) for one in said)


def _action_written(action: ActionInRecord) -> dict[str, Any]:
    return {
        "id": action.id,
        "what": action.what,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "status": action.status.value,
        "previous": action.previous,
        "happened": list(action.happened),
    }


def _action_read(said: dict[str, Any]) -> ActionInRecord:
    return ActionInRecord(
        id=said["id"],
        what=said["what"],
        owner=said["owner"],
        due=day_if_read(said["due"]),
        status=Status(said["status"]),
        previous=said["previous"],
        happened=tuple(said["happened"]),
    )


def _shared_written(share: SharedInRecord) -> list[str]:
    return [share.id, share.question, share.text, share.bank]
