"""Nobody else reads it: not on the disk, and not with the workspace's key and all of another person's keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from a_day import PASSPHRASE, PLANTED, SECRETS, HandClock, keys_at_the_door, live, set_up
from open_file import Value, in_files, keys_of, opens, pages, read_with, spellings, values

from reflect.errors import DamagedFile, Locked, ReflectError, Waiting, WrongPassphrase
from reflect.services import own_words
from reflect.services.practice import Practice
from reflect.storage.mine import MineTables
from reflect.storage.store import Store
from reflect.vault import entering
from reflect.vault.sealing import CircleKey
from reflect.workspace import Workspace


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "w"


@pytest.fixture
def ann(folder: Path, clock: HandClock) -> Practice:
    return set_up(folder, clock)[1]


def in_columns(held: list[Value]) -> list[str]:
    """A line for each column in which a planted word stands as it is."""
    wanted = [spelt for word in PLANTED for spelt in spellings(word).values()]
    return sorted(
        {f"{value.table}.{value.column}" for value in held for spelt in wanted if spelt in value.bytes}
    )


def opened_by(keys: dict[str, bytes], held: list[Value]) -> list[str]:
    """A line for each key under which a sealed value says a planted word."""
    wanted = [word.encode() for word in PLANTED]
    sealed = [value for value in held if isinstance(value.held, bytes)]
    return sorted(
        {
            f"{value.table}.{value.column} with the key {name}"
            for value in sealed
            for name, key in keys.items()
            for said in read_with(key, value.bytes)
            if any(word in said for word in wanted)
        }
    )


def what_bob_reads(folder: Path, clock: HandClock) -> list[str]:
    """What Bob finds of Ann's words in the open file with every key that he has."""
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    held = values(folder, bob.workspace_key)
    return in_columns(held) + opened_by(keys_of(bob, held), held)


def test_no_file_holds_a_word_while_the_workspace_is_open_nor_afterwards(
    tmp_path: Path, ann: Practice, clock: HandClock
) -> None:
    live(ann, clock)
    assert in_files([tmp_path], SECRETS) == []
    ann.close()
    assert in_files([tmp_path], SECRETS) == []


def test_another_person_with_the_workspaces_key_opens_nothing(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    live(ann, clock)
    assert what_bob_reads(folder, clock) == []


def test_the_same_attack_with_the_owners_key_finds_every_word(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    live(ann, clock)
    hers = keys_at_the_door(folder, clock, "Ann", PASSPHRASE)
    held = values(folder, hers.workspace_key)
    found = opened_by(keys_of(hers, held), held)
    assert {line.split(" ")[0] for line in found} >= {"mine_answer.body", "mine_answer.card"}


def test_a_circles_key_opens_for_its_member_alone(folder: Path, ann: Practice, clock: HandClock) -> None:
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    hers = keys_at_the_door(folder, clock, "Ann", PASSPHRASE)
    held = values(folder, bob.workspace_key)
    theirs = [{name for name in keys_of(person, held) if "circle" in name} for person in (bob, hers)]
    assert [len(names) for names in theirs] == [1, 1]
    assert theirs[0].isdisjoint(theirs[1])


def test_the_trial_notices_one_word_kept_in_clear(
    folder: Path, ann: Practice, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = own_words.seal_answer

    def with_a_preview(key: CircleKey, answer: own_words.Answer, *more: object) -> tuple[bytes, ...]:
        card, *rest = stored(key, answer, *more)
        return card + answer.text.split()[1].encode(), *rest

    monkeypatch.setattr("reflect.services.drawer.own_words.seal_answer", with_a_preview)
    sitting = ann.reflecting.begin("child-s").reflection
    ann.reflecting.save_answer(
        sitting.id, sitting.questions[0], text=f"The {PLANTED[0]} day", scale=None, revision=0
    )
    assert what_bob_reads(folder, clock) == ["mine_answer.card"]


def test_the_trial_notices_words_sealed_with_the_workspaces_key(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared: list[bytes] = []
    create = Store.create.__func__

    def seen(cls: type[Store], folder: Path, key: bytes) -> Store:
        shared.append(key)
        return create(cls, folder, key)

    monkeypatch.setattr(Store, "create", classmethod(seen))
    monkeypatch.setattr("reflect.vault.sealing.new_circle_key", lambda circle: CircleKey(circle, shared[0]))
    _, ann = set_up(folder, clock)
    live(ann, clock)
    assert any("mine_answer.body" in line for line in what_bob_reads(folder, clock))


def test_the_trial_notices_a_word_in_a_file(
    tmp_path: Path, ann: Practice, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = MineTables.put_answer

    def with_a_draft(self: MineTables, answer_id: str, *sealed: bytes) -> None:
        (tmp_path / "w" / "draft").write_text(f"...{PLANTED[1]}", encoding="utf-16")
        put(self, answer_id, *sealed)

    monkeypatch.setattr(MineTables, "put_answer", with_a_draft)
    live(ann, clock)
    assert "draft: UTF-16" in in_files([tmp_path], SECRETS)


def test_every_spelling_of_a_word_is_found(tmp_path: Path) -> None:
    for number, spelt in enumerate(spellings("quillomarsh").values()):
        (tmp_path / str(number)).write_bytes(b"\x00around" + spelt + b"\xff")
    assert len(in_files([tmp_path], ["quillomarsh"])) >= len(spellings("quillomarsh"))


def test_what_a_leaver_kept_opens_nothing_new(
    tmp_path: Path, folder: Path, ann: Practice, clock: HandClock
) -> None:
    kept = keys_at_the_door(folder, clock, "Bob", "bob demo")
    shutil.copytree(folder, tmp_path / "kept")
    assert opens(folder, kept.workspace_key)
    ann.people.deactivate("Bob")
    live(ann, clock)
    assert not opens(folder, kept.workspace_key)
    ann.close()
    for file in folder.glob("*.db*"):
        shutil.copyfile(file, tmp_path / "reflect.db")
        assert not opens(tmp_path, kept.workspace_key)
    with pytest.raises(Locked):
        Workspace(folder, clock).sign_in("Bob", "bob demo")
    for name in ("reflect.header", "reflect.header.bak"):
        shutil.copyfile(tmp_path / "kept" / name, folder / name)
    with pytest.raises(DamagedFile):
        Workspace(folder, clock).sign_in("Bob", "bob demo")


def test_the_trial_notices_a_leaver_whose_key_still_opens_the_file(
    folder: Path, ann: Practice, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keys_at_the_door(folder, clock, "Bob", "bob demo")
    monkeypatch.setattr(Store, "change_key", lambda self, new: None)
    ann.people.deactivate("Bob")
    live(ann, clock)
    assert opens(folder, kept.workspace_key)


def waits_after_wrong_passphrases(folder: Path, clock: HandClock) -> list[int]:
    """How long each of five wrong passphrases costs, each tried in a program that was just started; the right one
    is refused as long as the wait lasts."""
    waits: list[int] = []
    for number in range(5):
        with pytest.raises(WrongPassphrase) as wrong:
            Workspace(folder, clock).sign_in("Ann", f"guess {number}")
        waits.append(wrong.value.wait_seconds)
        try:
            clock.turn(seconds=max(wrong.value.wait_seconds - 1, 0))
            Workspace(folder, clock).sign_in("Ann", PASSPHRASE).close()
            waits.append(0)
        except Waiting:
            clock.turn(seconds=1)
    return waits


def test_a_wrong_passphrase_waits_longer_each_time(folder: Path, ann: Practice, clock: HandClock) -> None:
    ann.close()
    assert waits_after_wrong_passphrases(folder, clock) == [1, 2, 4, 8, 16]
    Workspace(folder, clock).sign_in("Ann", PASSPHRASE).close()


def test_the_trial_notices_a_passphrase_that_need_not_wait(
    folder: Path, ann: Practice, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.close()
    monkeypatch.setattr(entering, "still_waiting", lambda entry, now: (0, entry))
    assert 0 in waits_after_wrong_passphrases(folder, clock)


def test_the_pages_of_the_file_are_read_as_they_are(folder: Path, ann: Practice, clock: HandClock) -> None:
    live(ann, clock)
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    whole = b"".join(pages(folder, bob.workspace_key))
    assert b"CREATE TABLE mine_answer" in whole
    with pytest.raises(ReflectError):
        ann.reflecting.answer("0000-none")
