"""The table of who may do what, held by keys: looked at straight in the open file, past every service of the program,
with the workspace's key and all the keys that somebody in each role has or can open."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from open_file import in_files, keys_of, read_with, spellings, values

from reflect.domain.links import Link
from reflect.errors import DamagedFile
from reflect.services.links import pair_circles
from reflect.storage.store import Transaction
from reflect.vault.door import Entered
from reflect.vault.keys import KeyPairs
from reflect.vault.sealing import CircleKey, wrap_circle_key
from rights import ADMINISTRATOR, OWNER, ROLES, WORDS_OF
from six_people import NAMES, WORDS, SixPeople


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once, and only looked at."""
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


def opened_by(six: SixPeople, role: str) -> dict[str, set[str]]:
    """For each thing whose word is read by whatever key of theirs, or as it stands: the columns where."""
    entered = six.enter(role)
    held = values(six.folder, entered.workspace_key)
    keys = keys_of(entered, held).values()
    people = [value.held for value in held if (value.table, value.column) == ("person", "id")]
    purposes = [f"own copy {record} {person}" for record in six.every_id for person in people]
    found: dict[str, set[str]] = {}
    for value in held:
        said = [value.bytes]
        if isinstance(value.held, bytes):
            said += [words for key in keys for words in read_with(key, value.bytes)]
            said += unwrapped(entered, value.bytes, purposes) if value.table == "mine_record" else []
        for thing, word in WORDS.items():
            if any(spelt in one for spelt in spellings(word).values() for one in said):
                found.setdefault(thing, set()).add(f"{value.table}.{value.column}")
    return found


def unwrapped(entered: Entered, sealed: bytes, purposes: list[str]) -> list[bytes]:
    """What opens with somebody's own pair of keys, whatever it was closed for."""
    found = []
    for purpose in purposes:
        with suppress(DamagedFile):
            found.append(entered.keys.unwrap(sealed, purpose=purpose))
    return found


@pytest.mark.parametrize("role", ROLES)
def test_what_the_table_refuses_does_not_open_in_the_file_itself(six: SixPeople, role: str) -> None:
    found = opened_by(six, role)
    assert set(found) == {thing for thing in WORDS if role in WORDS_OF[thing]}


def test_no_word_stands_in_any_file(six: SixPeople) -> None:
    assert in_files([six.folder], WORDS.values()) == []


def test_no_table_that_is_not_sealed_holds_a_name_or_a_word(six: SixPeople) -> None:
    names = {name.split()[0] for name in NAMES.values()}
    clear = {
        f"{value.table}.{value.column}"
        for value in values(six.folder, six.enter(ADMINISTRATOR).workspace_key)
        for word in (*WORDS.values(), *names)
        if not isinstance(value.held, bytes) and word in str(value.held)
    }
    assert clear == {"person.name"}


def test_the_trial_notices_a_key_that_the_administrator_gets_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pair_circles._new

    def given_on(
        transaction: Transaction,
        keys: KeyPairs,
        link: Link,
        supervisor: bytes,
        purpose: str | None,
        at: datetime,
    ) -> tuple[CircleKey, bytes]:
        key, signature = made(transaction, keys, link, supervisor, purpose, at)
        for holder in transaction.people.all():
            person = holder.person
            if person.administrator and not link.joins(person.id) and holder.read_key is not None:
                wrapped = wrap_circle_key(holder.read_key, key)
                transaction.circles.admit(key.circle_id, person.id, wrapped, at)
        return key, signature

    monkeypatch.setattr(pair_circles, "_new", given_on)
    six = SixPeople(tmp_path / "workspace")
    assert {"share", "record", "agreement", "pair action"} <= set(opened_by(six, ADMINISTRATOR))
    assert opened_by(six, OWNER)
