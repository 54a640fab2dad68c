"""What two people sign: a record as it stood at the first signature, and the word of each of them for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.supervision.entry import Signature
from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision.moments import moment_read, moment_written
from reflect.vault import signing

if TYPE_CHECKING:
    from reflect.domain.links import Link
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

SIGNED_AS = "supervision record"
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose signature it is, of when, and its bytes."""

    by: str
    at: datetime
    signature: bytes

    @property
    def told(self) -> Signature:
        """The same without the bytes."""
        return Signature(self.by, self.at)

    def written(self) -> list[str]:
        """As plain text."""
        return [self.by, moment_written(self.at), self.signature.hex()]

    @classmethod
    def read(cls, said: Sequence[str]) -> Signed:
        """As it was written down. Raises ValueError for anything else."""
        by, at, signature = said
        return cls(by, moment_read(at), bytes.fromhex(signature))


def of_whom(kind: str, record_id: str, circle: str, link: Link) -> dict[str, Any]:
    """What every body begins with: which record it is, and of which two."""
    return {
        "kind": kind,
        "record": record_id,
        "circle": circle,
        "link": link.id,
        "supervisor": link.supervisor,
        "supervisee": link.supervisee,
    }


def sign_body(keys: KeyPairs, body: Body, at: datetime) -> Signed:
    """The word of who holds `keys` for a record as it stands."""
    return Signed(keys.person_id, at, signing.sign(keys, SIGNED_AS, _payload(body, keys.person_id, at)))


def check_signatures(body: Body, signed: Sequence[Signed], sign_keys: Mapping[str, bytes]) -> None:
    """Raises DamagedFile where one of them does not hold; `sign_keys` are those of the two by their ids."""
    for one in signed:
        key = sign_keys.get(one.by, b"")
        try:
            holds = signing.verify(key, SIGNED_AS, _payload(body, one.by, one.at), one.signature)
        except (TypeError, ValueError):
            holds = False
        if not holds:
            raise not_signed()


def seal_body(key: CircleKey, record_id: str, body: Body) -> bytes:
    """What was signed, sealed for the pair."""
    return seal_json(key, f"pair_record/{record_id}/body", dict(body))


def open_body(key: CircleKey, record_id: str, sealed: bytes) -> Body:
    """The same, opened. Raises DamagedFile."""
    return open_json(key, f"pair_record/{record_id}/body", sealed)


def seal_signature(key: CircleKey, record_id: str, signed: Signed) -> bytes:
    """A signature, sealed for the pair."""
    return seal_json(key, _place(record_id, signed.by), {"signed": signed.written()})


def open_signature(key: CircleKey, record_id: str, person_id: str, at: datetime, sealed: bytes) -> Signed:
    """The same, opened; `at` is the moment that stands beside it in clear. Raises DamagedFile."""
    try:
        signed = Signed.read(open_json(key, _place(record_id, person_id), sealed)["signed"])
    except (KeyError, ValueError, TypeError):
        raise not_signed() from None
    if (signed.by, signed.at) != (person_id, at):
        raise not_signed()
    return signed


def not_signed() -> DamagedFile:
    """A record is not what was signed."""
    return DamagedFile(
        "A record of supervision is not what was signed: it was changed from outside.",
        "Nothing of it was used. Tell whoever looks after the workspace.",
    )


def _payload(body: Body, by: str, at: datetime) -> dict[str, Any]:
    return {"record": body, "by": by, "at": moment_written(at)}


def _place(record_id: str, person_id: str) -> str:
    return f"pair_signature/{record_id}/{person_id}"
