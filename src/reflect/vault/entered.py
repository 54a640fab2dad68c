"""Somebody who is in: their keys and the workspace's, held in memory until they lock or leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from reflect.errors import DamagedFile
from reflect.vault.header import Entry, Header, OwnWraps
from reflect.vault.keys import KeyPairs, keys_from
from reflect.vault.passphrase_lock import lock_with
from reflect.vault.recovery import lock_with_words, new_words
from reflect.vault.wrapping import wrap_for


@dataclass(frozen=True, slots=True)
class Entered:
    """What signing in gives. `pending_workspace_key` is there after a change of the workspace key was cut
    short: try it if `workspace_key` does not open the file, then `settle_workspace_key`. `passphrase_since` is
    when the passphrase was set, for the person to see that nobody else set it. `notice` is a sentence for the
    person, or empty."""

    person_id: str
    name: str
    keys: KeyPairs = field(repr=False)
    workspace_key: bytes = field(repr=False)
    pending_workspace_key: bytes | None = field(default=None, repr=False)
    workspace_id: str = ""
    demo: bool = False
    passphrase_since: datetime | None = None
    notice: str = ""


def keys_purpose(header: Header, person_id: str) -> str:
    """What a person's own wraps are bound to, so that none can be moved to another entry or workspace."""
    return f"person {person_id} of {'demo ' if header.demo else ''}workspace {header.workspace_id}"


def workspace_purpose(header: Header, person_id: str) -> str:
    """What a wrap of the workspace key is bound to."""
    return f"workspace key {header.workspace_id} for {person_id}"


def entered(header: Header, entry: Entry, wraps: OwnWraps, secret: bytes, notice: str = "") -> Entered:
    """Goes in with a person's opened keys. Raises DamagedFile if the header's other parts are not theirs."""
    keys = keys_from(entry.person_id, secret)
    if keys.public != wraps.public:
        raise DamagedFile(
            "The public keys in `reflect.header` are not the ones that belong to this person.",
            "The file was changed from outside: put it back from a backup, and tell whoever looks after the "
            "workspace.",
        )
    purpose = workspace_purpose(header, entry.person_id)
    return Entered(
        person_id=entry.person_id,
        name=entry.name,
        keys=keys,
        workspace_key=keys.unwrap(wraps.workspace_key, purpose=purpose),
        pending_workspace_key=None if wraps.pending is None else keys.unwrap(wraps.pending, purpose=purpose),
        workspace_id=header.workspace_id,
        demo=header.demo,
        passphrase_since=wraps.since,
        notice=notice,
    )


def own_wraps(
    header: Header, keys: KeyPairs, workspace_key: bytes, passphrase: str, now: datetime
) -> tuple[OwnWraps, tuple[str, ...]]:
    """The wraps of somebody who has just made their keys, and their recovery words."""
    words = new_words()
    purpose = keys_purpose(header, keys.person_id)
    wraps = OwnWraps(
        public=keys.public,
        since=now,
        passphrase=lock_with(passphrase, keys.secret(), purpose=purpose, demo=header.demo),
        recovery=lock_with_words(words, keys.secret(), purpose=purpose),
        workspace_key=wrap_for(
            keys.public.read, workspace_key, purpose=workspace_purpose(header, keys.person_id)
        ),
    )
    return wraps, words
