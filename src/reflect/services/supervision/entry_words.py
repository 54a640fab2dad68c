"""How an entry is written down before it is sealed for the pair, and read back: its author signs every word of it, so
that the other one of the two can neither change it nor put one there in the author's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reflect.domain.supervision.entry import Entry, Section
from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision.moments import moment_read, moment_written
from reflect.vault import signing

if TYPE_CHECKING:
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

SIGNED_AS = "supervision entry"


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry with the id of the record that it stands in, its place there, counted from 1, and its author's
    signature. An entry that its author took out stays without words."""

    entry: Entry
    record: str
    place: int
    signature: bytes = field(default=b"", repr=False)

    def saying(self, text: str, at: datetime) -> KeptEntry:
        """The same with other words, not signed yet."""
        old = self.entry
        entry = replace(old, text=text, changed=at, revision=old.revision + 1)
        return KeptEntry(entry, self.record, self.place)

    def signed(self, keys: KeyPairs, circle: str) -> KeptEntry:
        """The same, signed by its author, who holds `keys`, for the circle with this id."""
        return replace(self, signature=signing.sign(keys, SIGNED_AS, self._payload(circle)))

    def is_theirs(self, sign_keys: Mapping[str, bytes], circle: str) -> bool:
        """Whether it is what its author signed; `sign_keys` are those of the two by their ids."""
        key = sign_keys.get(self.entry.author, b"")
        return signing.verify(key, SIGNED_AS, self._payload(circle), self.signature)

    def _payload(self, circle: str) -> dict[str, Any]:
        return {**entry_written(self), "record": self.record, "circle": circle}


def seal_entry(key: CircleKey, kept: KeptEntry) -> bytes:
    """An entry with its author's signature, sealed for the pair."""
    return seal_json(key, _place(kept.record, kept.entry.id), signed_written(kept))


def open_entry(
    key: CircleKey, sign_keys: Mapping[str, bytes], record_id: str, entry_id: str, sealed: bytes
) -> KeptEntry:
    """An entry, opened. Raises DamagedFile if it is not what one of the two wrote there."""
    kept = signed_read(open_json(key, _place(record_id, entry_id), sealed), record_id)
    if kept.entry.id != entry_id or not kept.is_theirs(sign_keys, key.circle_id):
        raise not_theirs()
    return kept


def signed_written(kept: KeptEntry) -> dict[str, Any]:
    """An entry with its author's signature, as plain text and numbers."""
    return {"said": entry_written(kept), "signature": kept.signature.hex()}


def signed_read(found: Mapping[str, Any], record_id: str) -> KeptEntry:
    """The same, read back, as an entry of this record. Raises DamagedFile for anything else."""
    try:
        said = found["said"]
        return KeptEntry(entry_read(said), record_id, said["place"], bytes.fromhex(found["signature"]))
    except (KeyError, ValueError, TypeError):
        raise not_theirs() from None


def entry_written(kept: KeptEntry) -> dict[str, Any]:
    """An entry as plain text and numbers."""
    entry = kept.entry
    return {
        "id": entry.id,
        "place": kept.place,
        "section": entry.section.value,
        "author": entry.author,
        "text": entry.text,
        "made": moment_written(entry.made),
        "changed": moment_written(entry.changed),
        "about": entry.about,
        "revision": entry.revision,
    }


def entry_read(said: Mapping[str, Any]) -> Entry:
    """An entry as it was written down. Raises KeyError, ValueError or TypeError for anything else."""
    return Entry(
        id=said["id"],
        section=Section(said["section"]),
        author=said["author"],
        text=str(said["text"]),
        made=moment_read(said["made"]),
        changed=moment_read(said["changed"]),
        about=said["about"],
        revision=said["revision"],
    )


def _place(record_id: str, entry_id: str) -> str:
    return f"pair_entry/{record_id}/{entry_id}"


def not_theirs() -> DamagedFile:
    """An entry is not what its author wrote."""
    return DamagedFile(
        "Something in a record of supervision is not what its author wrote: it was changed from outside.",
        "Nothing of it was used. Tell whoever looks after the workspace.",
    )
