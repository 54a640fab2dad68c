"""Changing the workspace key when a person leaves, so that what they kept opens nothing new.

Header and database are two files and cannot change in one instant. So everyone who stays first gets the new
key beside the old one, then the database is changed, then the old one goes. If the program ends in between,
whoever signs in next tries both, and says which one opened the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from reflect.domain.people import Standing
from reflect.errors import DamagedFile, Locked, NotFound, WrongUse
from reflect.vault.boxes import new_key
from reflect.vault.entered import Entered, workspace_purpose
from reflect.vault.header import Entry, Header
from reflect.vault.header_file import held
from reflect.vault.wrapping import wrap_for


def begin_new_workspace_key(
    folder: Path, by: Entered, *, readers: Mapping[str, bytes], leaving: str | None
) -> bytes:
    """The new key, kept as pending for everyone who stays. `readers` holds the public read key of each of
    them from inside the encrypted file, `leaving` the id of who goes (None to change the key alone). Open
    invitations end: they would open the old key. Raises WrongUse if `readers` leaves somebody out or names
    somebody else, NotFound, Locked if an earlier change is not settled, NotSaved."""
    with held(folder) as door:
        header = door.header
        same_workspace(header, by)
        if header.changing:
            raise Locked(
                "An earlier change of the workspace's key is not finished.",
                "Nothing was changed. Lock, sign in again, and repeat this.",
            )
        if leaving is not None and header.entry(leaving) is None:
            raise NotFound("There is no such person in this workspace.")
        staying = {
            entry.person_id
            for entry in header.people
            if entry.state is Standing.ACTIVE and entry.person_id != leaving
        }
        if set(readers) != staying or by.person_id not in staying:
            raise WrongUse("A new workspace key goes to everyone who stays, and to nobody else.")
        key = new_key()
        people = tuple(
            _with_pending(header, entry, readers[entry.person_id], key)
            if entry.person_id in staying
            else entry
            for entry in header.people
            if entry.state is not Standing.INVITED or entry.person_id == leaving
        )
        door.write(replace(header, people=people, changing=True, leaving=leaving))
    return key


def finish_new_workspace_key(folder: Path, by: Entered) -> Entered:
    """Makes the pending key the workspace's key, once the database opens with it: who left becomes inactive
    and their wraps go. Gives `by` with the new key. Raises Locked if nothing is pending for them, NotSaved."""
    with held(folder) as door:
        header = door.header
        same_workspace(header, by)
        pending = _pending(header, by)
        people = tuple(
            _gone(entry) if entry.person_id == header.leaving else _promoted(entry) for entry in header.people
        )
        door.write(replace(header, people=people, changing=False, leaving=None))
    return replace(by, workspace_key=pending, pending_workspace_key=None)


def settle_workspace_key(
    folder: Path, entered: Entered, opened_with: Literal["current", "pending"]
) -> Entered:
    """Ends a change that was cut short, by what opened the database: `pending` finishes it, `current` drops
    it as if it had not begun (who was leaving is still there). Nothing pending: nothing happens."""
    if opened_with == "pending":
        return finish_new_workspace_key(folder, entered)
    with held(folder) as door:
        header = door.header
        same_workspace(header, entered)
        if header.changing:
            people = tuple(_without_pending(entry) for entry in header.people)
            door.write(replace(header, people=people, changing=False, leaving=None))
    return replace(entered, pending_workspace_key=None)


def same_workspace(header: Header, by: Entered) -> None:
    """Raises DamagedFile if the header is no longer that of the workspace somebody entered."""
    if (header.workspace_id, header.demo) != (by.workspace_id, by.demo):
        raise DamagedFile(
            "The file `reflect.header` was exchanged while you were signed in.",
            "Nothing was changed. Lock, put the right file back from a backup, and sign in again.",
        )


def _pending(header: Header, by: Entered) -> bytes:
    entry = header.entry(by.person_id)
    if entry is None or entry.wraps is None or entry.wraps.pending is None:
        raise Locked("There is no change of the workspace's key to finish.", "Lock and sign in again.")
    return by.keys.unwrap(entry.wraps.pending, purpose=workspace_purpose(header, by.person_id))


def _with_pending(header: Header, entry: Entry, reader: bytes, key: bytes) -> Entry:
    wrapped = wrap_for(reader, key, purpose=workspace_purpose(header, entry.person_id))
    return replace(entry, wraps=entry.wraps and replace(entry.wraps, pending=wrapped))


def _without_pending(entry: Entry) -> Entry:
    return replace(entry, wraps=entry.wraps and replace(entry.wraps, pending=None))


def _promoted(entry: Entry) -> Entry:
    if entry.wraps is None or entry.wraps.pending is None:
        return entry
    wraps = replace(entry.wraps, workspace_key=entry.wraps.pending, pending=None)
    return replace(entry, wraps=wraps)


def _gone(entry: Entry) -> Entry:
    return Entry(person_id=entry.person_id, name=entry.name, state=Standing.INACTIVE)
