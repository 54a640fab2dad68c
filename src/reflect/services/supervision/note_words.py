"""How working notes, what was asked of them and what was handed over are written down before they are sealed.

A note is sealed for its author alone. That somebody asked for it is closed for the author by whoever asks, and signed
by them. What is handed over is signed by its author and sealed for the pair; once their link is over, it is closed for
the supervisee alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reflect.errors import DamagedFile
from reflect.services.sealed_json import open_json, seal_json
from reflect.services.supervision.moments import moment_read, moment_written
from reflect.vault import signing
from reflect.vault.sealing import unwrap, wrap_for

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey

ASKED_SIGNED_AS, GIVEN_SIGNED_AS = "working note asked", "working note handed over"
# Whether a note was asked for, and whether something of a pair is a request or a short note, shows in no length.
_ASKED_LENGTH, _MULTIPLE = 256, 1024


Seal = Callable[[str, dict[str, Any]], bytes]
"""Seals a value for a place, for those who are to read it."""


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note says, as its author keeps it; `link` is by which the author supervises whom it is about."""

    link: str
    text: str
    made: datetime
    meeting: str | None = None
    kept_because: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """That a supervisee asked to see these notes, by their ids, and when."""

    notes: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """A note that was handed over, and when."""

    note: str
    words: NoteWords
    at: datetime


def seal_note(key: CircleKey, note_id: str, words: NoteWords) -> bytes:
    """A note, sealed for its author."""
    return seal_json(key, f"working_note/{note_id}/sealed", _written(words))


def open_note(key: CircleKey, note_id: str, link: str, sealed: bytes) -> NoteWords:
    """A note, opened; `link` is what stands beside it in clear. Raises DamagedFile."""
    try:
        words = _read(open_json(key, f"working_note/{note_id}/sealed", sealed))
    except (KeyError, ValueError, TypeError):
        raise _changed() from None
    if words.link != link:
        raise _changed()
    return words


def seal_asked(author: bytes, note_id: str, said: dict[str, str] | None) -> bytes:
    """Whether a note was asked for, closed for the holder of the public read key `author`: of the same length either
    way. `said` is what `asked_by` gave."""
    words = json.dumps(said).encode() if said else b""
    return wrap_for(author, words.ljust(_ASKED_LENGTH), purpose=_asked_purpose(note_id))


def asked_by(keys: KeyPairs, link: Link, note_id: str, at: datetime) -> dict[str, str]:
    """The supervisee's signed word that they asked for a note."""
    signature = signing.sign(keys, ASKED_SIGNED_AS, _asked(link, note_id, moment_written(at)))
    return {"at": moment_written(at), "signature": signature.hex()}


def open_asked(
    keys: KeyPairs, link: Link, supervisee_sign: bytes, note_id: str, sealed: bytes
) -> datetime | None:
    """When a note was asked for, as its author reads it; None where it was not. Raises DamagedFile."""
    words = unwrap(keys, sealed, purpose=_asked_purpose(note_id)).strip()
    if not words:
        return None
    try:
        said = json.loads(words)
        signature = bytes.fromhex(said["signature"])
        theirs = signing.verify(
            supervisee_sign, ASKED_SIGNED_AS, _asked(link, note_id, said["at"]), signature
        )
        at = moment_read(said["at"])
    except (KeyError, ValueError, TypeError):
        raise _changed() from None
    if not theirs:
        raise _changed()
    return at


def seal_request(row_id: str, link: Link, request: Request, seal: Seal) -> bytes:
    """A request as its supervisee keeps it."""
    said = {"link": link.id, "notes": list(request.notes), "at": moment_written(request.at)}
    return seal(f"pair_note/{row_id}/sealed", {"asked": said})


def seal_given(keys: KeyPairs, link: Link, given: Given, seal: Seal) -> bytes:
    """A note that is handed over, signed by its author."""
    said = {
        "note": given.note,
        "by": keys.person_id,
        "to": link.supervisee,
        **_written(given.words),
        "at": moment_written(given.at),
    }
    signature = signing.sign(keys, GIVEN_SIGNED_AS, said).hex()
    return seal(f"pair_note/{given.note}/sealed", {"given": said, "signature": signature})


def read_pair_note(row_id: str, link: Link, author_sign: bytes, said: dict[str, Any]) -> Request | Given:
    """What was sealed by one of the two above, opened. Raises DamagedFile where it is not of this link, or is not what
    its author handed over."""
    try:
        if "asked" in said:
            asked = said["asked"]
            found: Request | Given = Request(
                tuple(str(note) for note in asked["notes"]), moment_read(asked["at"])
            )
            its_own = asked["link"] == link.id
        else:
            given = said["given"]
            found = Given(given["note"], _read(given), moment_read(given["at"]))
            place = (found.note, given["by"], given["to"], found.words.link)
            its_own = place == (row_id, link.supervisor, link.supervisee, link.id) and signing.verify(
                author_sign, GIVEN_SIGNED_AS, given, bytes.fromhex(said["signature"])
            )
    except (KeyError, ValueError, TypeError):
        raise _changed() from None
    if not its_own:
        raise _changed()
    return found


def for_pair(key: CircleKey) -> Seal:
    """Sealed for the two of a pair."""
    return lambda place, said: seal_json(key, place, said, multiple=_MULTIPLE)


def for_one(reader: bytes) -> Seal:
    """Closed for the holder of the public read key `reader` alone."""

    def seal(place: str, said: dict[str, Any]) -> bytes:
        words = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
        return wrap_for(reader, words.ljust(-(-len(words) // _MULTIPLE) * _MULTIPLE), purpose=place)

    return seal


def opened_for_pair(key: CircleKey, row_id: str, sealed: bytes) -> dict[str, Any]:
    """What was sealed for the two. Raises DamagedFile."""
    return open_json(key, f"pair_note/{row_id}/sealed", sealed)


def opened_for_one(keys: KeyPairs, row_id: str, sealed: bytes) -> dict[str, Any]:
    """What was closed for the holder of `keys` alone. Raises DamagedFile."""
    said: dict[str, Any] = json.loads(unwrap(keys, sealed, purpose=f"pair_note/{row_id}/sealed"))
    return said


def _written(words: NoteWords) -> dict[str, Any]:
    return {
        "link": words.link,
        "text": words.text,
        "made": moment_written(words.made),
        "meeting": words.meeting,
        "kept_because": words.kept_because,
    }


def _read(said: dict[str, Any]) -> NoteWords:
    return NoteWords(
        str(said["link"]),
        str(said["text"]),
        moment_read(said["made"]),
        said["meeting"],
        str(said["kept_because"]),
    )


def _asked(link: Link, note_id: str, at: str) -> dict[str, str]:
    return {"link": link.id, "note": note_id, "by": link.supervisee, "at": at}


def _asked_purpose(note_id: str) -> str:
    return f"working_note/{note_id}/asked"


def _changed() -> DamagedFile:
    return DamagedFile(
        "A working note, or what was asked or handed over of one, was changed from outside.",
        "Nothing of it was used. Tell whoever looks after the workspace.",
    )
