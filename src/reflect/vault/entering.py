"""Making a workspace's door, and going in by it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reflect.clock import Clock
from reflect.domain.people import Standing
from reflect.errors import DamagedFile, Locked, NotSaved, Waiting, WrongPassphrase
from reflect.vault import header_file
from reflect.vault.boxes import new_key
from reflect.vault.entered import Entered, entered, keys_purpose, own_wraps
from reflect.vault.header import Entry, Header, OwnWraps
from reflect.vault.header_file import HeldHeader, held
from reflect.vault.keys import make_keys
from reflect.vault.names import somebody, tidy
from reflect.vault.passphrase_lock import lock_with
from reflect.vault.passphrases import check_passphrase
from reflect.vault.recovery import lock_with_words, new_words, open_with_words
from reflect.vault.waiting import failed, still_waiting, wait_after, welcome


def found(
    folder: Path, *, name: str, passphrase: str, clock: Clock, demo: bool = False
) -> tuple[Entered, tuple[str, ...]]:
    """Makes the door of a new workspace with its first person, and gives their recovery words, which are
    nowhere else. Raises WorkspaceError if there is a workspace, WeakPassphrase (not in a demo), NotSaved."""
    import uuid

    kept_name = tidy(name)
    if not demo:
        check_passphrase(passphrase, name=kept_name)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    header = Header(workspace_id=str(uuid.uuid4()), demo=demo, people=())
    keys = make_keys(str(uuid.uuid4()))
    wraps, words = own_wraps(header, keys, new_key(), passphrase, clock.now())
    entry = Entry(person_id=keys.person_id, name=kept_name, state=Standing.ACTIVE, wraps=wraps)
    header_file.first_write(folder, header.with_entry(entry))
    return entered(header, entry, wraps, keys.secret()), words


def people_at(folder: Path) -> tuple[tuple[str, Standing], ...]:
    """Who is in the workspace, for the lock screen: names and whether they can sign in. Raises NoWorkspace,
    DamagedFile, NewerFile."""
    return tuple((entry.name, entry.state) for entry in header_file.read(folder).header.people)


def standings_at(folder: Path) -> dict[str, Standing]:
    """Whom the door lets in, by id. Raises as `people_at`."""
    return {entry.person_id: entry.state for entry in header_file.read(folder).header.people}


def enter(folder: Path, *, name: str | None, passphrase: str, clock: Clock) -> Entered:
    """Goes in with a passphrase; `name` may be None if only one person is active. Raises NotFound, Locked,
    WrongPassphrase and Waiting (both with `wait_seconds`), NoWorkspace, DamagedFile, NewerFile."""
    with held(folder) as door:
        entry, wraps = _at(door, name)
        secret = _opened(door, entry, wraps, passphrase, clock.now())
        inside = entered(door.header, entry, wraps, secret, door.notice)
        door.mend()
        return inside


def change_passphrase(folder: Path, *, name: str | None, old: str, new: str, clock: Clock) -> Entered:
    """Puts a new passphrase in place of the old one; the recovery words stay as they are. Raises as `enter`,
    and WeakPassphrase, NotSaved."""
    with held(folder) as door:
        entry, wraps = _at(door, name)
        secret = _opened(door, entry, wraps, old, clock.now())
        return _with_passphrase(door, entry, wraps, secret, new, clock.now())


def recover(folder: Path, *, name: str | None, words: str, new_passphrase: str, clock: Clock) -> Entered:
    """Goes in with the recovery words as they were written down, and puts a new passphrase in place of the
    forgotten one. Raises WrongPassphrase (saying which word cannot be right), WeakPassphrase, NotSaved."""
    with held(folder) as door:
        entry, wraps = _at(door, name)
        secret = open_with_words(words, wraps.recovery, purpose=keys_purpose(door.header, entry.person_id))
        return _with_passphrase(door, entry, wraps, secret, new_passphrase, clock.now())


def renew_words(folder: Path, *, name: str | None, passphrase: str, clock: Clock) -> tuple[str, ...]:
    """New recovery words in place of lost ones, which open nothing from then on. Raises as `enter`, and
    NotSaved."""
    with held(folder) as door:
        entry, wraps = _at(door, name)
        secret = _opened(door, entry, wraps, passphrase, clock.now())
        words = new_words()
        box = lock_with_words(words, secret, purpose=keys_purpose(door.header, entry.person_id))
        door.write(door.header.with_entry(replace(welcome(entry), wraps=replace(wraps, recovery=box))))
        return words


def _at(door: HeldHeader | header_file.Found, name: str | None) -> tuple[Entry, OwnWraps]:
    entry = somebody(door.header, name)
    if entry.wraps is None:
        raise Locked("This person cannot sign in.", "Ask whoever looks after the workspace.")
    return entry, entry.wraps


def _opened(door: HeldHeader, entry: Entry, wraps: OwnWraps, passphrase: str, now: datetime) -> bytes:
    """The person's private keys, or the wait that a wrong passphrase costs."""
    seconds, kept = still_waiting(entry, now)
    if seconds:
        if kept != entry:
            _keep_quietly(door, kept)
        raise Waiting("It is too soon to try again.", _in(seconds), wait_seconds=seconds)
    wraps.passphrase.derivation.require(demo=door.header.demo)
    try:
        secret = wraps.passphrase.open(
            passphrase, purpose=keys_purpose(door.header, entry.person_id), demo=door.header.demo
        )
    except DamagedFile:
        wrong = failed(entry, now)
        _keep_quietly(door, wrong)
        seconds = wait_after(wrong.failures)
        raise WrongPassphrase("That passphrase is not right.", _in(seconds), wait_seconds=seconds) from None
    if welcome(entry) != entry:
        _keep_quietly(door, welcome(entry))
    return secret


def _keep_quietly(door: HeldHeader, entry: Entry) -> None:
    """A full disk must not keep anybody from their own words, nor turn a wrong passphrase into a fault."""
    with suppress(NotSaved):
        door.write(door.header.with_entry(entry))


def _in(seconds: int) -> str:
    return f"Nothing is lost. You can try again in {seconds} second{'' if seconds == 1 else 's'}."


def _with_passphrase(
    door: HeldHeader, entry: Entry, wraps: OwnWraps, secret: bytes, passphrase: str, now: datetime
) -> Entered:
    if not door.header.demo:
        check_passphrase(passphrase, name=entry.name)
    inside = entered(door.header, entry, wraps, secret, door.notice)
    lock = lock_with(
        passphrase, secret, purpose=keys_purpose(door.header, entry.person_id), demo=door.header.demo
    )
    fresh = replace(wraps, passphrase=lock, since=now)
    door.write(door.header.with_entry(replace(welcome(entry), wraps=fresh)))
    return replace(inside, passphrase_since=now)
