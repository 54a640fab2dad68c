"""Files that were damaged, taken away or made by a newer version: one clear sentence, and nothing lost.

Whatever was done to them, somebody who signs in finds every word or is told, in one sentence and with what to do
next, that something is wrong. Nothing is made worse: with the right file back in its place all is there.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
import sqlcipher3
from a_day import IN_TEXT, PASSPHRASE, HandClock, keys_at_the_door, live, set_up
from damage import Harm, looked_at, to_one_copy, to_the_file, to_the_header, unclear

from reflect.errors import (
    DamagedFile,
    NewerFile,
    NotSaved,
    NoWorkspace,
    ReflectError,
    UnsafeFolder,
)
from reflect.storage import faults
from reflect.storage.places import check_place, file_system_of
from reflect.vault import header
from reflect.workspace import Workspace


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path, clock: HandClock) -> Path:
    """A workspace with a day's work in it, closed."""
    _, ann = set_up(tmp_path / "w", clock)
    live(ann, clock)
    ann.close()
    return tmp_path / "w"


def what_is_wrong(folder: Path, clock: HandClock, harms: Iterable[tuple[str, Harm]]) -> list[str]:
    """A line for each harm after which somebody lost words, met a fault, or was told nothing or unclearly."""
    whole = looked_at(folder, clock).answers
    found: list[str] = []
    for name, harm in harms:
        copy = folder.with_name("harmed")
        shutil.copytree(folder, copy)
        harm(copy)
        harmed = (copy / "reflect.db").read_bytes() if (copy / "reflect.db").is_file() else b""
        told = looked_at(copy, clock)
        if told.fault:
            found.append(f"{name}: {told.fault}")
        elif told.error is None and told.answers != whole:
            found.append(f"{name}: words are lost and nobody is told")
        elif told.error is None and not told.notice and not seen_by_doctor(copy, clock):
            found.append(f"{name}: nobody is told")
        elif told.error is not None and not isinstance(told.error, DamagedFile):
            found.append(f"{name}: {type(told.error).__name__}, which it is not")
        elif told.error is not None and unclear(told.error):
            found.append(f"{name}: {unclear(told.error)}")
        elif told.error is not None and harmed and (copy / "reflect.db").read_bytes() != harmed:
            found.append(f"{name}: the damaged file was written to")
        if (copy / "reflect.db").is_dir():
            (copy / "reflect.db").rmdir()
        for file in folder.iterdir():
            shutil.copyfile(file, copy / file.name)
        if looked_at(copy, clock).answers != whole:
            found.append(f"{name}: with the right files back, words are missing")
        shutil.rmtree(copy)
    return found


def seen_by_doctor(folder: Path, clock: HandClock) -> bool:
    """Whether `reflect doctor` sees the harm; a mended second copy of the header is no harm any more."""
    ann = Workspace(folder, clock).sign_in("Ann", PASSPHRASE)
    try:
        found = (*ann.examine(), *Workspace(folder).examine())
    except ReflectError:
        return False
    finally:
        ann.close()
    copies = [(folder / name).read_bytes() for name in ("reflect.header", "reflect.header.bak")]
    mended = (
        copies[0] == copies[1]
        and (folder / "reflect.db").read_bytes() == (folder.with_name("w") / "reflect.db").read_bytes()
    )
    return bool(found) or mended


def test_a_damaged_file_is_named_and_nothing_is_made_worse(folder: Path, clock: HandClock) -> None:
    assert what_is_wrong(folder, clock, to_the_file(random.Random(1), 40)) == []


def test_a_damaged_header_is_named_and_nothing_is_made_worse(folder: Path, clock: HandClock) -> None:
    assert what_is_wrong(folder, clock, to_the_header(random.Random(2), 25)) == []


@pytest.mark.parametrize("name", ["reflect.header", "reflect.header.bak"])
def test_one_damaged_copy_of_the_header_is_replaced_by_the_other(
    folder: Path, clock: HandClock, name: str
) -> None:
    assert what_is_wrong(folder, clock, to_one_copy(name)) == []
    (folder / name).unlink()
    assert looked_at(folder, clock).answers
    assert (folder / name).is_file()


@pytest.mark.trial
@pytest.mark.parametrize("seed", range(4))
def test_any_flipped_bit_is_noticed(folder: Path, clock: HandClock, seed: int) -> None:
    assert what_is_wrong(folder, clock, to_the_file(random.Random(seed), 400)) == []
    assert what_is_wrong(folder, clock, to_the_header(random.Random(seed), 400)) == []


def test_the_trial_notices_a_fault_without_words(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "DAMAGED", ())
    assert what_is_wrong(folder, clock, to_the_file(random.Random(1), 6)) != []


def test_the_trial_notices_a_header_without_a_check(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class AnyCheck(str):
        __hash__ = None

        def __eq__(self, other: object) -> bool:
            return True

        def __ne__(self, other: object) -> bool:
            return False

    monkeypatch.setattr(header, "_check", lambda body: AnyCheck())
    assert what_is_wrong(folder, clock, to_the_header(random.Random(2), 25)) != []


def test_a_file_of_a_newer_version_is_read_and_not_written(folder: Path, clock: HandClock) -> None:
    key = keys_at_the_door(folder, clock, "Ann", PASSPHRASE).workspace_key
    newer = sqlcipher3.connect(f"{(folder / 'reflect.db').as_uri()}?mode=rw", uri=True)
    newer.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    ann = Workspace(folder, clock).sign_in("Ann", PASSPHRASE)
    before = ann.reflecting.whole_answers()
    assert ann.read_only
    assert before
    sitting = ann.reflecting.reflections()[0]
    for act in (
        lambda: ann.reflecting.begin_anew("child-d"),
        lambda: ann.reflecting.save_answer(
            sitting.id, sitting.questions[0], text=IN_TEXT, scale=None, revision=0
        ),
        lambda: ann.reflecting.delete_answer(before[0].id),
        lambda: ann.reflecting.delete_reflection(sitting.id),
        lambda: ann.people.invite("Eve"),
    ):
        with pytest.raises(ReflectError) as refused:
            act()
        assert isinstance(refused.value, NotSaved | NewerFile)
        assert unclear(refused.value) == ""
    assert ann.reflecting.whole_answers() == before
    ann.close()


def test_a_header_of_a_newer_version_is_left_alone(folder: Path, clock: HandClock) -> None:
    import json

    for name in ("reflect.header", "reflect.header.bak"):
        body = json.loads((folder / name).read_text(encoding="utf-8"))
        body["format"] = 2
        body.pop("check")
        (folder / name).write_text(json.dumps({**body, "check": header._check(body)}), encoding="utf-8")
    before = (folder / "reflect.header").read_bytes()
    told = looked_at(folder, clock)
    assert isinstance(told.error, NewerFile)
    assert unclear(told.error) == ""
    assert (folder / "reflect.header").read_bytes() == before


def test_a_folder_without_a_workspace_says_so(tmp_path: Path, clock: HandClock) -> None:
    told = looked_at(tmp_path / "elsewhere", clock)
    assert isinstance(told.error, NoWorkspace)
    assert unclear(told.error) == ""
    assert not (tmp_path / "elsewhere").exists()


MOUNTS = """\
21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 21 0:35 / /mnt/share rw,relatime shared:5 - {kind} //server/share rw
41 21 0:36 / /mnt/share/local\\040disk rw - xfs /dev/sdb1 rw
"""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "virtiofs"])
def test_a_network_drive_is_known_by_its_mount(kind: str) -> None:
    mounts = MOUNTS.format(kind=kind)
    assert file_system_of(Path("/mnt/share/reflect"), mounts) == kind
    assert file_system_of(Path("/mnt/shared"), mounts) == "ext4"
    assert file_system_of(Path("/mnt/share/local disk/w"), mounts) == "xfs"


def test_a_network_drive_is_refused_before_anything_is_made(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reflect.storage.places._on_network", lambda place: True)
    with pytest.raises(UnsafeFolder) as refused:
        Workspace(tmp_path / "w", clock).create(name="Ann", profession="", passphrase="demo", demo=True)
    assert unclear(refused.value) == ""
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("name", ["OneDrive - Northshire Council", "Dropbox", "iCloud Drive", "Nextcloud"])
def test_a_synchronised_folder_is_refused_also_for_a_workspace_moved_there(
    folder: Path, clock: HandClock, name: str
) -> None:
    moved = folder.with_name(name) / "w"
    moved.parent.mkdir()
    folder.rename(moved)
    told = looked_at(moved, clock)
    assert isinstance(told.error, UnsafeFolder)
    assert unclear(told.error) == ""
    moved.rename(folder)
    assert looked_at(folder, clock).answers
    with pytest.raises(UnsafeFolder):
        check_place(moved)
