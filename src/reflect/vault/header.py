"""What stands in `reflect.header`: who may come in, and the wraps that their own secrets open.

Nothing in it opens anything by itself. The public keys in it are for the person's own check at sign-in; who
seals for others takes theirs from inside the encrypted file.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from cryptography.hazmat.primitives.hashes import SHA256, Hash

from reflect.domain.people import Standing
from reflect.errors import DamagedFile, NewerFile
from reflect.vault.derivation import Derivation
from reflect.vault.keys import PublicKeys
from reflect.vault.passphrase_lock import PassphraseLock

FORMAT = 1
_KIND = "reflect workspace"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Invitation:
    """The workspace key closed by a one-time code; `lookup` is the code's first group, in clear."""

    lookup: str
    ends: datetime
    lock: PassphraseLock = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnWraps:
    """What an active person's secrets open: their keys by passphrase and by recovery words, the workspace key
    by their keys, and during a change of the workspace key the one to come. `since` is when the passphrase
    was set."""

    public: PublicKeys
    since: datetime
    passphrase: PassphraseLock = field(repr=False)
    recovery: bytes = field(repr=False)
    workspace_key: bytes = field(repr=False)
    pending: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person at the door. `wraps` are there while they are active, `invitation` while they are invited."""

    person_id: str
    name: str
    state: Standing
    wraps: OwnWraps | None = None
    invitation: Invitation | None = None
    failures: int = 0
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The whole file. `changing` is true between the two halves of a change of the workspace key."""

    workspace_id: str
    demo: bool
    people: tuple[Entry, ...]
    revision: int = 0
    changing: bool = False
    leaving: str | None = None

    def entry(self, person_id: str) -> Entry | None:
        """The entry of a person, if there is one."""
        return next((entry for entry in self.people if entry.person_id == person_id), None)

    def with_entry(self, changed: Entry) -> Header:
        """The same header with one person's entry replaced, or added at the end."""
        if self.entry(changed.person_id) is None:
            return replace(self, people=(*self.people, changed))
        return replace(
            self,
            people=tuple(changed if entry.person_id == changed.person_id else entry for entry in self.people),
        )

    def without(self, person_id: str) -> Header:
        """The same header without one person's entry."""
        return replace(self, people=tuple(entry for entry in self.people if entry.person_id != person_id))


def written(header: Header) -> bytes:
    """The header as the bytes of its file, with a check against damage."""
    body = {
        "kind": _KIND,
        "format": FORMAT,
        "workspace": header.workspace_id,
        "demo": header.demo,
        "revision": header.revision,
        "changing": header.changing,
        "leaving": header.leaving,
        "people": [_entry_out(entry) for entry in header.people],
    }
    return (json.dumps({**body, "check": _check(body)}, ensure_ascii=False, indent=1) + "\n").encode()


def parsed(data: bytes) -> Header:
    """The header that stands in these bytes. Raises NewerFile for a later format, DamagedFile for anything
    cut short or changed."""
    try:
        body = json.loads(data.decode())
        if not isinstance(body, dict) or body.get("kind") != _KIND:
            raise ValueError
        if body.pop("check") != _check(body):  # the same in every format: damage must not pass for news
            raise ValueError
        number = _count(body["format"])
        if number > FORMAT:
            raise NewerFile(
                "The workspace's keys were written by a newer version of reflect.",
                "Nothing was changed. Please update reflect on this computer.",
            )
        if number != FORMAT:
            raise ValueError
        return _header_in(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DamagedFile(
            "The file `reflect.header`, which holds the workspace's keys, is cut short or was changed.",
            "The workspace itself was not touched. Put `reflect.header` back from a backup; do not delete "
            "anything.",
        ) from None


def _check(body: dict[str, Any]) -> str:
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = Hash(SHA256())
    digest.update(plain.encode())
    return digest.finalize().hex()


def _header_in(body: dict[str, Any]) -> Header:
    people = tuple(_entry_in(entry) for entry in _of(list, body["people"]))
    if len({entry.person_id for entry in people}) != len(people):
        raise ValueError
    return Header(
        workspace_id=_of(str, body["workspace"]),
        demo=_of(bool, body["demo"]),
        people=people,
        revision=_count(body["revision"]),
        changing=_of(bool, body["changing"]),
        leaving=_or_none(body["leaving"], lambda value: _of(str, value)),
    )


def _entry_out(entry: Entry) -> dict[str, Any]:
    wraps, invitation = entry.wraps, entry.invitation
    return {
        "person_id": entry.person_id,
        "name": entry.name,
        "state": entry.state.value,
        "failures": entry.failures,
        "not_before": entry.not_before.isoformat() if entry.not_before else None,
        "wraps": None
        if wraps is None
        else {
            "read": _text(wraps.public.read),
            "sign": _text(wraps.public.sign),
            "passphrase": _lock_out(wraps.passphrase),
            "passphrase_since": wraps.since.isoformat(),
            "recovery": _text(wraps.recovery),
            "workspace_key": _text(wraps.workspace_key),
            "pending_workspace_key": None if wraps.pending is None else _text(wraps.pending),
        },
        "invitation": None
        if invitation is None
        else {
            "lookup": invitation.lookup,
            "ends": invitation.ends.isoformat(),
            "lock": _lock_out(invitation.lock),
        },
    }


def _entry_in(value: Any) -> Entry:
    body = _of(dict, value)
    entry = Entry(
        person_id=_of(str, body["person_id"]),
        name=_of(str, body["name"]),
        state=Standing(_of(str, body["state"])),
        wraps=_or_none(body["wraps"], _wraps_in),
        invitation=_or_none(body["invitation"], _invitation_in),
        failures=_count(body["failures"]),
        not_before=_or_none(body["not_before"], _moment),
    )
    if (entry.state is Standing.ACTIVE) != (entry.wraps is not None):
        raise ValueError
    if (entry.state is Standing.INVITED) != (entry.invitation is not None):
        raise ValueError
    return entry


def _wraps_in(value: Any) -> OwnWraps:
    body = _of(dict, value)
    return OwnWraps(
        public=PublicKeys(read=_bytes(body["read"]), sign=_bytes(body["sign"])),
        since=_moment(body["passphrase_since"]),
        passphrase=_lock_in(body["passphrase"]),
        recovery=_bytes(body["recovery"]),
        workspace_key=_bytes(body["workspace_key"]),
        pending=_or_none(body["pending_workspace_key"], _bytes),
    )


def _invitation_in(value: Any) -> Invitation:
    body = _of(dict, value)
    return Invitation(
        lookup=_of(str, body["lookup"]), ends=_moment(body["ends"]), lock=_lock_in(body["lock"])
    )


def _lock_out(lock: PassphraseLock) -> dict[str, Any]:
    return {**lock.derivation.written(), "box": _text(lock.box)}


def _lock_in(value: Any) -> PassphraseLock:
    body = _of(dict, value)
    return PassphraseLock(Derivation.read(body), _bytes(body["box"]))


def _of(kind: type[T], value: Any) -> T:
    if not isinstance(value, kind):
        raise ValueError
    return value


def _or_none(value: Any, read: Callable[[Any], T]) -> T | None:
    return None if value is None else read(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_of(str, value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _bytes(value: Any) -> bytes:
    return base64.b64decode(_of(str, value), validate=True)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
