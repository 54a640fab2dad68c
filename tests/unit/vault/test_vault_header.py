"""The header is precious: written whole, kept twice, never lost between two windows, never half believed."""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reflect.errors import DamagedFile, NewerFile, NotSaved, ReflectError, WorkspaceError, WrongPassphrase
from reflect.vault import door, header_file
from reflect.vault.door import Entered
from reflect.vault.header import parsed, written
from reflect.vault.locking import alone

NAMES = ("reflect.header", "reflect.header.bak")


def forged(body: dict[str, Any]) -> bytes:
    """A header as somebody would write it who knows its check."""
    plain = {key: value for key, value in body.items() if key != "check"}
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.dumps(
        {**plain, "check": hashlib.sha256(text.encode()).hexdigest()}, ensure_ascii=False
    ).encode()


def places_of(value: Any, *way: Any) -> Iterator[tuple[Any, ...]]:
    """The way to every single value in a JSON document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield from places_of(item, *way, key)
    if not isinstance(value, dict | list):
        yield way


def changed(body: dict[str, Any], way: tuple[Any, ...], change: Any) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(body))
    part: Any = copy
    for key in way[:-1]:
        part = part[key]
    part[way[-1]] = change(part[way[-1]])
    return copy


def put(folder: Path, data: bytes) -> None:
    for name in NAMES:
        (folder / name).write_bytes(data)


@pytest.mark.usefixtures("sam")
def test_a_header_reads_back_as_it_was_written(folder: Path, priya: Entered, clock: Any) -> None:
    door.invite(folder, priya, name="Ann Lee", clock=clock)
    header = header_file.read(folder).header
    assert parsed(written(header)) == header
    assert len(header.people) == 3


@pytest.mark.usefixtures("sam")
def test_only_its_owner_can_read_it(folder: Path) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert set(modes) == {*NAMES, "reflect.header.lock"}
    assert set(modes.values()) == ({0o600} if os.name == "posix" else {0o666})


@pytest.mark.usefixtures("priya")
def test_no_accident_to_any_byte_is_taken_for_the_header(folder: Path) -> None:
    data = (folder / "reflect.header").read_bytes()
    header = parsed(data)
    for at in range(len(data)):
        for bit in (0x01, 0x20):
            hurt = data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]
            with suppress(DamagedFile):
                assert parsed(hurt) == header, f"byte {at}"  # white space between two values may change


@pytest.mark.usefixtures("priya")
def test_a_header_cut_short_anywhere_is_damaged(folder: Path) -> None:
    data = (folder / "reflect.header").read_bytes().rstrip()
    for length in range(len(data)):
        with pytest.raises(DamagedFile):
            parsed(data[:length])


@pytest.mark.parametrize(
    "junk", [b"", b"null", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"kind": 1}', b"1e999"]
)
def test_what_is_no_header_is_damaged(junk: bytes) -> None:
    with pytest.raises(DamagedFile):
        parsed(junk)


@pytest.mark.usefixtures("priya")
def test_a_newer_header_is_not_taken_for_a_damaged_one(folder: Path, clock: Any) -> None:
    body = json.loads((folder / "reflect.header").read_text())
    newer = forged({**body, "format": 2, "people": "kept in another way"})
    put(folder, newer)
    with pytest.raises(NewerFile, match="update reflect"):
        door.enter(folder, name=None, passphrase="demo", clock=clock)
    assert (folder / "reflect.header").read_bytes() == newer


@pytest.mark.parametrize("hurt", [None, b"", b"{ cut sh"])
def test_if_one_copy_is_lost_the_other_opens_says_so_and_mends_it(
    folder: Path, priya: Entered, clock: Any, hurt: bytes | None
) -> None:
    for name in NAMES:
        good = (folder / name).read_bytes()
        (folder / name).unlink()
        if hurt is not None:
            (folder / name).write_bytes(hurt)
        assert door.people_at(folder)[0][0] == "Priya Shah"
        back = door.enter(folder, name=None, passphrase="demo", clock=clock)
        assert back.workspace_key == priya.workspace_key
        assert ("second copy was used" in back.notice) == (name == "reflect.header")
        assert (folder / name).read_bytes() == good
        assert door.enter(folder, name=None, passphrase="demo", clock=clock).notice == ""


@pytest.mark.usefixtures("priya")
def test_if_both_copies_are_damaged_it_says_what_to_do(folder: Path, clock: Any) -> None:
    put(folder, b"{ cut sh")
    with pytest.raises(DamagedFile, match="from a backup; do not delete"):
        door.enter(folder, name=None, passphrase="demo", clock=clock)
    assert (folder / "reflect.header").read_bytes() == b"{ cut sh"


def test_no_forged_value_lets_anybody_in_otherwise(folder: Path, priya: Entered, clock: Any) -> None:
    body = json.loads((folder / "reflect.header").read_text())
    harmless = {
        "revision",
        "name",
        "passphrase_since",
        "failures",
        "not_before",
        "recovery",
        "check",
        "leaving",
    }
    tried = 0
    for way in places_of(body):
        if way[-1] in harmless or way == ("changing",):
            continue
        for change in (forge_bytes, lambda _: None, lambda _: "", lambda _: 7, lambda _: True, lambda _: [1]):
            if changed(body, way, change) == body:
                continue
            put(folder, forged(changed(body, way, change)))
            tried += 1
            with suppress(ReflectError):
                inside = door.enter(folder, name="Priya Shah", passphrase="demo", clock=clock)
                same = (inside.keys.public, inside.workspace_key) == (priya.keys.public, priya.workspace_key)
                assert same, way
                assert way[-1] in ("invitation", "pending_workspace_key"), way
    assert tried > 60


def forge_bytes(value: Any) -> Any:
    if not isinstance(value, str) or len(value) < 20:
        return value
    try:
        raw = base64.b64decode(value, validate=True)
    except ValueError:
        return value[::-1]
    return base64.b64encode(raw[:-1] + bytes([raw[-1] ^ 1])).decode()


@pytest.mark.usefixtures("sam")
def test_wraps_moved_to_another_person_or_workspace_open_nothing(
    folder: Path, clock: Any, tmp_path: Path
) -> None:
    body = json.loads((folder / "reflect.header").read_text())
    door.found(tmp_path / "other", name="Priya Shah", passphrase="demo", clock=clock, demo=True)
    other = json.loads((tmp_path / "other" / "reflect.header").read_text())
    for wraps in (body["people"][1]["wraps"], other["people"][0]["wraps"]):
        put(folder, forged(changed(body, ("people", 0, "wraps"), lambda _, moved=wraps: moved)))
        with pytest.raises(WrongPassphrase):
            door.enter(folder, name="Priya Shah", passphrase="demo", clock=clock)


@pytest.mark.usefixtures("priya")
def test_a_workspace_is_not_made_a_demo_or_weakened_by_its_header(tmp_path: Path, clock: Any) -> None:
    real = tmp_path / "real"
    _, words = door.found(real, name="Priya Shah", passphrase="tulip radio harbour", clock=clock)
    body = json.loads((real / "reflect.header").read_text())
    put(real, forged({**body, "demo": True}))
    with pytest.raises(WrongPassphrase):
        door.enter(real, name=None, passphrase="tulip radio harbour", clock=clock)
    with pytest.raises(WrongPassphrase):
        door.recover(real, name=None, words=" ".join(words), new_passphrase="tulip", clock=clock)
    for name, value in (("memory_kib", 8), ("memory_kib", 2**21), ("iterations", 1), ("lanes", 10**9)):
        way = ("people", 0, "wraps", "passphrase", name)
        put(real, forged(changed(body, way, lambda _, put_there=value: put_there)))
        with pytest.raises(DamagedFile):
            door.enter(real, name=None, passphrase="tulip radio harbour", clock=clock)


def test_a_full_disk_loses_nothing_and_keeps_nobody_out(
    folder: Path, priya: Entered, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WrongPassphrase):
        door.enter(folder, name=None, passphrase="wrong", clock=clock)
    clock.turn(seconds=1)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotSaved, match="still stands"):
        door.invite(folder, priya, name="Sam Jones", clock=clock)
    with pytest.raises(NotSaved):
        door.change_passphrase(folder, name=None, old="demo", new="tulip", clock=clock)
    with pytest.raises(WrongPassphrase):
        door.enter(folder, name=None, passphrase="wrong", clock=clock)
    assert door.enter(folder, name=None, passphrase="demo", clock=clock).person_id == priya.person_id
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


DIES_WHILE_WRITING = """
import os, sys
from pathlib import Path
from reflect.clock import SystemClock
from reflect.vault import door
folder = Path(sys.argv[1])
priya = door.enter(folder, name="Priya Shah", passphrase="demo", clock=SystemClock())
left = int(sys.argv[2])
real = os.fsync
def dying(handle):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    real(handle)
os.fsync = dying
door.invite(folder, priya, name="Sam Jones", clock=SystemClock())
"""

INVITES_TEN = """
import sys
from pathlib import Path
from reflect.clock import SystemClock
from reflect.vault import door
folder, who = Path(sys.argv[1]), sys.argv[2]
priya = door.enter(folder, name="Priya Shah", passphrase="demo", clock=SystemClock())
for number in range(10):
    door.invite(folder, priya, name=f"{who} {number}", clock=SystemClock())
"""


def started(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", program, *arguments])


@pytest.mark.usefixtures("priya")
def test_a_program_that_dies_while_writing_leaves_a_whole_header(folder: Path, clock: Any) -> None:
    dying = [started(DIES_WHILE_WRITING, str(folder), str(left)) for left in range(4)]
    assert {process.wait(60) for process in dying[: 4 if os.name == "posix" else 2]} == {9}
    back = door.enter(folder, name="Priya Shah", passphrase="demo", clock=clock)
    assert back.notice == ""
    door.invite(folder, back, name="Ann Lee", clock=clock)
    assert {path.name for path in folder.iterdir()} == {*NAMES, "reflect.header.lock"}
    assert (folder / NAMES[0]).read_bytes() == (folder / NAMES[1]).read_bytes()
    assert {name for name, _ in door.people_at(folder)} >= {"Priya Shah", "Ann Lee"}


@pytest.mark.usefixtures("priya")
def test_two_windows_do_not_lose_each_others_changes(folder: Path) -> None:
    windows = [started(INVITES_TEN, str(folder), who) for who in ("One", "Two")]
    assert [process.wait(60) for process in windows] == [0, 0]
    names = {name for name, _ in door.people_at(folder)}
    assert names == {"Priya Shah"} | {f"{who} {number}" for who in ("One", "Two") for number in range(10)}
    assert header_file.read(folder).header.revision == 20


def test_a_window_that_keeps_the_lock_is_waited_for_only_so_long(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        alone(lock),
        pytest.raises(WorkspaceError, match="Another window"),
        alone(lock, patience_seconds=0.0),
    ):
        pass
    with alone(lock, patience_seconds=0.0):
        assert lock.exists()
    with pytest.raises(WorkspaceError, match="cannot be written"), alone(tmp_path / "nowhere" / "lock"):
        pass
