"""Letting somebody in who is not there yet: a one-time code, traded for keys of their own.

A code is five groups of four characters without the ones that are mistaken for each other. The first group
stands in the header and finds the invitation; the other four are 80 random bits and stand nowhere.
"""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from reflect.clock import Clock
from reflect.domain.people import Standing
from reflect.errors import DamagedFile, Locked, NotFound, WrongPassphrase, WrongUse
from reflect.vault.entered import Entered, entered, own_wraps
from reflect.vault.header import Entry, Header, Invitation
from reflect.vault.header_file import HeldHeader, held
from reflect.vault.keys import make_keys
from reflect.vault.names import named, tidy
from reflect.vault.passphrase_lock import lock_with
from reflect.vault.passphrases import check_passphrase
from reflect.vault.workspace_key import same_workspace

DAYS = 14
_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # no 0 and O, no 1 and I
_GROUP = 4
_GROUPS = 5


def invite(folder: Path, by: Entered, *, name: str, clock: Clock) -> tuple[str, str]:
    """The id of the person invited, and the code to hand to them; it opens for 14 days, once. To invite
    somebody again who has not joined gives a new code and ends the old one. Raises WrongUse if somebody
    active has that name, Locked during a change of the workspace key, NotSaved."""
    kept_name = tidy(name)
    with held(folder) as door:
        same_workspace(door.header, by)
        _settled(door)
        known = named(door.header, kept_name)
        if known is not None and known.state is Standing.ACTIVE:
            raise WrongUse(
                "Somebody of that name is in this workspace already.",
                "Please add something that tells the two apart, such as the team.",
            )
        again = known is not None and known.state is Standing.INVITED
        person_id = known.person_id if known is not None and again else str(uuid.uuid4())
        code = _new_code({entry.invitation.lookup for entry in door.header.people if entry.invitation})
        ends = clock.now() + timedelta(days=DAYS)
        lock = lock_with(
            _secret_part(code),
            by.workspace_key,
            purpose=_purpose(door.header, person_id, ends),
            demo=door.header.demo,
        )
        invitation = Invitation(lookup=code[:_GROUP], ends=ends, lock=lock)
        door.write(
            door.header.with_entry(
                Entry(person_id=person_id, name=kept_name, state=Standing.INVITED, invitation=invitation)
            )
        )
    return person_id, "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def withdraw_invitation(folder: Path, by: Entered, person_id: str) -> None:
    """Ends an invitation that was not taken up. Raises NotFound if there is none, NotSaved."""
    with held(folder) as door:
        same_workspace(door.header, by)
        entry = door.header.entry(person_id)
        if entry is None or entry.state is not Standing.INVITED:
            raise NotFound("There is no open invitation for this person.")
        door.write(door.header.without(person_id))


def join(folder: Path, *, code: str, passphrase: str, clock: Clock) -> tuple[Entered, tuple[str, ...]]:
    """Trades a code for keys of one's own, and gives the recovery words, which are nowhere else. Raises
    WrongUse for what is no code, NotFound for one that is unknown, used or withdrawn, Locked when its time
    is over, WrongPassphrase when it does not open, WeakPassphrase, NotSaved."""
    plain = _plain(code)
    with held(folder) as door:
        _settled(door)
        entry, invitation = _found(door.header, plain[:_GROUP])
        if clock.now() >= invitation.ends:
            raise Locked(
                "The time of this invitation is over.",
                "Ask whoever invited you for a new code; nothing is lost.",
            )
        workspace_key = _opened(door.header, entry, invitation, plain)
        if not door.header.demo:
            check_passphrase(passphrase, name=entry.name)
        keys = make_keys(entry.person_id)
        wraps, words = own_wraps(door.header, keys, workspace_key, passphrase, clock.now())
        joined = replace(entry, state=Standing.ACTIVE, wraps=wraps, invitation=None)
        inside = entered(door.header, joined, wraps, keys.secret(), door.notice)
        door.write(door.header.with_entry(joined))
    return inside, words


def _found(header: Header, lookup: str) -> tuple[Entry, Invitation]:
    for entry in header.people:
        if entry.invitation is not None and entry.invitation.lookup == lookup:
            return entry, entry.invitation
    raise NotFound(
        "This code is not known here: it was used, withdrawn or replaced, or belongs to another workspace.",
        "Ask whoever invited you for a new one.",
    )


def _opened(header: Header, entry: Entry, invitation: Invitation, plain: str) -> bytes:
    invitation.lock.derivation.require(demo=header.demo)
    purpose = _purpose(header, entry.person_id, invitation.ends)
    try:
        return invitation.lock.open(_secret_part(plain), purpose=purpose, demo=header.demo)
    except DamagedFile:
        raise WrongPassphrase(
            "This code does not open the invitation.", "Please compare it with what you were given."
        ) from None


def _settled(door: HeldHeader) -> None:
    if door.header.changing:
        raise Locked(
            "The workspace's key is being changed at this moment.",
            "Nothing was changed. It is finished when somebody in the workspace next signs in; then try again.",
        )


def _new_code(taken: set[str]) -> str:
    while True:
        code = "".join(secrets.choice(_CHARACTERS) for _ in range(_GROUP * _GROUPS))
        if code[:_GROUP] not in taken:
            return code


def _plain(code: str) -> str:
    plain = re.sub(r"[\s\-‐‑–—.]+", "", code).upper()
    if len(plain) != _GROUP * _GROUPS or any(character not in _CHARACTERS for character in plain):
        raise WrongUse(
            "This is not the code of an invitation.",
            f"A code is {_GROUPS} groups of {_GROUP} letters and digits; there is no 0, O, 1 or I in it.",
        )
    return plain


def _secret_part(plain: str) -> str:
    return plain[_GROUP:]


def _purpose(header: Header, person_id: str, ends: datetime) -> str:
    return f"invitation of {person_id} to {header.workspace_id} until {ends.isoformat()}"
