"""A person's own copy of what they signed: what a former supervisor still reads when the pair's circle is closed.

Whoever signs puts a copy into the hands of everybody whose signature counts, closed for their read key: it can say
nothing but what they signed, since it is read only with the signatures checked. It goes when the signature goes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import Section, Voided
from reflect.services.supervision.entry_words import KeptEntry, not_theirs, signed_read, signed_written
from reflect.services.supervision.record_words import voided_read, voided_written
from reflect.services.supervision.signed_words import Body, Signed, check_signatures, not_signed
from reflect.vault.sealing import unwrap, wrap_for

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs


@dataclass(frozen=True, slots=True)
class Copy:
    """What was signed, by whom, and what was added after both had."""

    id: str
    body: Body
    signed: tuple[Signed, ...]
    after: tuple[KeptEntry, ...]
    voided: tuple[Voided, ...]


class OwnCopies:
    """Copies within one transaction. `keys` are those of who is signed in."""

    def __init__(self, transaction: Transaction, keys: KeyPairs) -> None:
        self._transaction = transaction
        self._keys = keys

    def keep(
        self,
        link: Link,
        body: Body,
        signed: Sequence[Signed],
        after: Sequence[KeptEntry],
        voided: tuple[Voided, ...],
    ) -> None:
        """Gives a copy to each of those who signed."""
        said = {
            "body": body,
            "signed": [one.written() for one in signed],
            "after": [signed_written(kept) for kept in after],
            "voided": voided_written(voided),
        }
        words = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
        for one in signed:
            reader = self._read_key(one.by)
            for circle in self._own_circles(one.by):
                sealed = wrap_for(reader, words, purpose=_purpose(body["record"], one.by))
                self._transaction.mine_records(circle).put(body["record"], sealed)

    def forget(self, link: Link, record_id: str) -> None:
        """Takes the copies of both away."""
        for person_id in (link.supervisor, link.supervisee):
            for circle in self._own_circles(person_id):
                self._transaction.mine_records(circle).delete(record_id)

    def ids(self) -> list[str]:
        """The ids of the records of which this person has a copy, in their order."""
        return sorted(self._sealed())

    def one(self, record_id: str) -> Copy:
        """One of them. Raises KeyError where there is none, and DamagedFile where it is not what was signed."""
        return self._opened(record_id, self._sealed()[record_id])

    def all(self, kind: str) -> list[Copy]:
        """This person's own copies of one kind. Raises DamagedFile where one is not what was signed."""
        copies = [self._opened(record_id, sealed) for record_id, sealed in self._sealed().items()]
        return [copy for copy in copies if copy.body["kind"] == kind]

    def _sealed(self) -> dict[str, bytes]:
        return {
            record_id: sealed
            for circle in self._own_circles(self._keys.person_id)
            for record_id, sealed in self._transaction.mine_records(circle).all()
        }

    def _opened(self, record_id: str, sealed: bytes) -> Copy:
        words = unwrap(self._keys, sealed, purpose=_purpose(record_id, self._keys.person_id))
        try:
            said = json.loads(words)
            copy = Copy(
                record_id,
                said["body"],
                tuple(Signed.read(one) for one in said["signed"]),
                tuple(signed_read(one, record_id) for one in said["after"]),
                voided_read(said["voided"]),
            )
            link = self._transaction.links.one(copy.body["link"])
            its_own = copy.body["record"] == record_id and self._keys.person_id in {
                one.by for one in copy.signed
            }
            circle = copy.body["circle"]
        except (KeyError, ValueError, TypeError):
            raise not_signed() from None
        if link is None or not its_own:
            raise not_signed()
        sign_keys = sign_keys_of(self._transaction, link, self._keys)
        check_signatures(copy.body, copy.signed, sign_keys)
        for kept in copy.after:
            if kept.entry.section is not Section.ADDENDUM or not kept.is_theirs(sign_keys, circle):
                raise not_theirs()
        return copy

    def _own_circles(self, person_id: str) -> list[str]:
        return [circle for circle, _ in self._transaction.circles.of(person_id, CircleKind.MINE)]

    def _read_key(self, person_id: str) -> bytes:
        if person_id == self._keys.person_id:
            return self._keys.public.read
        holder = self._transaction.people.one(person_id)
        return (holder.read_key if holder else None) or b""


def sign_keys_of(transaction: Transaction, link: Link, keys: KeyPairs) -> Mapping[str, bytes]:
    """The public signing keys of the two of a link, by their ids: nobody else can have written or signed there."""
    other_id = link.other(keys.person_id)
    other = transaction.people.one(other_id)
    return {other_id: (other.sign_key if other else None) or b"", keys.person_id: keys.public.sign}


def _purpose(record_id: str, person_id: str) -> str:
    return f"own copy {record_id} {person_id}"
