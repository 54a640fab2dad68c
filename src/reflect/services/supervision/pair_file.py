"""The file that two people keep together, within one transaction: what is taken out is opened and checked, what is put
in is signed and sealed, and no change passes a signature by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from reflect.domain.dates import day_of
from reflect.domain.supervision.entry import Section, Voided
from reflect.errors import DamagedFile, NotFound, SignedByBoth, WrongUse
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision import signed_words
from reflect.services.supervision.copies import OwnCopies, sign_keys_of
from reflect.services.supervision.entry_words import KeptEntry, open_entry, seal_entry
from reflect.services.supervision.record_words import AgreementHead, MeetingHead
from reflect.services.supervision.signed_words import Body, Signed

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.storage.records import KeptRecord
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

H = TypeVar("H", MeetingHead, AgreementHead)


@dataclass(frozen=True, slots=True)
class Record(Generic[H]):
    """One record, opened. `body` is what was signed, None while nobody has."""

    id: str
    head: H
    body: Body | None
    signed: tuple[Signed, ...]

    @property
    def locked(self) -> bool:
        """Whether both have signed."""
        return len(self.signed) > 1


class PairFile(Generic[H]):
    """The records of one kind of one pair."""

    def __init__(
        self, transaction: Transaction, link: Link, key: CircleKey, keys: KeyPairs, kind: type[H]
    ) -> None:
        self.link = link
        self.key = key
        self.kind = kind.KIND
        self.names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
        self._keys = keys
        self._kind: type[H] = kind
        self._rows = transaction.pair_records(key.circle_id)
        self._copies = OwnCopies(transaction, keys)
        self._sign_keys = sign_keys_of(transaction, link, keys)

    def records(self) -> list[Record[H]]:
        """Every record, in no order. Raises DamagedFile where one is not as the two wrote and signed it."""
        signatures = self._rows.signatures()
        return [self._opened(row, signatures.get(row.id, [])) for row in self._rows.all(self._kind.KIND)]

    def record(self, record_id: str) -> Record[H]:
        """One of them. Raises NotFound and DamagedFile."""
        row = self._rows.one(record_id)
        if row is None or row.kind != self._kind.KIND:
            raise NotFound("This record is not there any more.", "Nothing was changed.")
        return self._opened(row, self._rows.signatures().get(record_id, []))

    def heads(self) -> list[tuple[str, H]]:
        """Every record without what was written and signed in it, in no order. Raises DamagedFile."""
        return [(row.id, self._head(row)) for row in self._rows.all(self._kind.KIND)]

    def signed_by_both(self) -> set[str]:
        """The ids of the records that have two signatures, unchecked: whoever shows one opens it as a record."""
        return {id_ for id_, signatures in self._rows.signatures().items() if len(signatures) > 1}

    def entries(self, record_ids: Sequence[str], *, but: Collection[str] = ()) -> list[KeptEntry]:
        """The entries in these records `but` those with these ids, in this order and that in which they were made,
        those without words too. Raises DamagedFile."""
        found = [
            open_entry(self.key, self._sign_keys, record_id, id_, sealed)
            for record_id, id_, sealed in self._rows.entries(record_ids)
            if id_ not in but
        ]
        return sorted(found, key=lambda kept: (record_ids.index(kept.record), kept.place, kept.entry.id))

    def add(self, record_id: str, head: H, at: datetime) -> None:
        """A new record."""
        self._put(record_id, head, None, at)

    def change(self, record: Record[H], head: H, at: datetime) -> None:
        """What is to stand of a record from now on; signatures that it had count no more. Raises WrongUse where both
        have signed."""
        must_be_open(record)
        voided = tuple(Voided(one.by, self._keys.person_id, at) for one in record.signed)
        if voided:
            self._rows.unsign(record.id)
            self._copies.forget(self.link, record.id)
        self._put(record.id, replace(head, voided=head.voided + voided), None, at)

    def write(self, record: Record[H], kept: KeptEntry, at: datetime) -> None:
        """An entry of one's own in a record, new or with other words; as `change` for the rest."""
        must_be_open(record)
        self._put_entry(kept)
        if record.signed:
            self.change(record, record.head, at)

    def write_after(self, record: Record[H], kept: KeptEntry) -> None:
        """An entry of one's own that is added to a record which both have signed."""
        self._put_entry(kept)
        self._copy(record)

    def sign(self, record: Record[H], body: Body, at: datetime) -> None:
        """This person's word for a record as it stands, which is `body` where nobody has signed yet. Raises WrongUse
        where they have signed."""
        if any(one.by == self._keys.person_id for one in record.signed):
            raise WrongUse("You have signed this already.", "Nothing was changed.")
        frozen = record.body if record.body is not None else body
        signed = signed_words.sign_body(self._keys, frozen, at)
        if record.body is None:
            self._put(record.id, record.head, frozen, at)
        sealed = signed_words.seal_signature(self.key, record.id, signed)
        self._rows.sign(record.id, signed.by, at, sealed)
        both = sorted((*record.signed, signed), key=lambda one: (one.at, one.by))
        self._copy(replace(record, body=frozen, signed=tuple(both)))

    def ids(self) -> list[str]:
        """The ids of every record, in their order."""
        return sorted(self._rows.ids(self._kind.KIND, ""))

    def says_in_clear(self, record: Record[H]) -> bool:
        """Whether what stands in clear is what the record says, and of a one-to-one how it stands today too."""
        row, clear = self._rows.one(record.id), record.head.clear
        if row is None or (row.status, row.planned, row.held, row.rhythm) != clear:
            return False
        return self._rows.stands(record.id) == (clear[:3] if self._kind is MeetingHead else None)

    def _copy(self, record: Record[H]) -> None:
        if record.body is not None:
            after = [kept for kept in self.entries([record.id]) if kept.entry.section is Section.ADDENDUM]
            self._copies.keep(self.link, record.body, record.signed, after, record.head.voided)

    def _put_entry(self, kept: KeptEntry) -> None:
        signed = kept.signed(self._keys, self.key.circle_id)
        self._rows.put_entry(kept.record, kept.entry.id, seal_entry(self.key, signed))

    def _put(self, record_id: str, head: H, body: Body | None, at: datetime) -> None:
        said = seal_json(self.key, _place(record_id), head.written())
        sealed = None if body is None else signed_words.seal_body(self.key, record_id, body)
        clear = head.clear
        self._rows.put(
            record_id,
            head.KIND,
            status=clear.status,
            planned=clear.planned,
            held=clear.held,
            rhythm=clear.rhythm,
            sealed=said,
            body=sealed,
            day=day_of(at),
        )

    def _opened(self, row: KeptRecord, signatures: Sequence[tuple[str, datetime, bytes]]) -> Record[H]:
        head = self._head(row)
        if row.body is None and not signatures:
            return Record(row.id, head, None, ())
        if row.body is None or not signatures:
            raise signed_words.not_signed()
        body = signed_words.open_body(self.key, row.id, row.body)
        begins = signed_words.of_whom(self._kind.KIND, row.id, self.key.circle_id, self.link)
        if any(body.get(name) != value for name, value in begins.items()):
            raise signed_words.not_signed()
        signed = tuple(
            signed_words.open_signature(self.key, row.id, by, at, sealed) for by, at, sealed in signatures
        )
        signed_words.check_signatures(body, signed, self._sign_keys)
        return Record(row.id, head, body, signed)

    def _head(self, row: KeptRecord) -> H:
        try:
            head: H = self._kind.read(open_json(self.key, _place(row.id), row.sealed))
        except (KeyError, ValueError, TypeError):
            raise DamagedFile(
                "A record of supervision does not say what it should: it was changed from outside.",
                "Nothing of it was used. Tell whoever looks after the workspace.",
            ) from None
        return head


def must_be_open(record: Record[H]) -> None:
    """Raises SignedByBoth where both have."""
    if record.locked:
        instead = "draw up a new one" if record.head.KIND == AgreementHead.KIND else "add an addendum"
        raise SignedByBoth(
            "Both have signed this, so it is locked.", f"Nothing was changed. You can {instead}."
        )


def _place(record_id: str) -> str:
    return f"pair_record/{record_id}/sealed"
