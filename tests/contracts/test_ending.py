"""The program as it is really started, in a terminal: locking, being told to end, having no terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clocks import StoppedClock
from reflect.workspace import Workspace
from terminal import Terminal

PASSPHRASE = "a lantern by the canal"
TYPED = "zzplanted words of mine"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace = Workspace(tmp_path / "workspace", StoppedClock())
    practice, _ = workspace.create(name="Robin", profession="Midwife", passphrase=PASSPHRASE, demo=True)
    practice.close()
    return workspace.folder


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The app in a terminal, at a question of Child S, with words typed a moment ago."""
    started = Terminal(
        "-m", "reflect", "--workspace", str(folder), "on", "child-s", "both-parents-co-sleeping"
    )
    started.wait_for_words("Welcome back, Robin.")
    started.press(PASSPHRASE + "\r")
    started.wait_for_words("This is no referral")
    started.press(TYPED)
    started.wait_for_words(TYPED)
    yield started
    started.close()


def kept(folder: Path) -> list[str]:
    practice = Workspace(folder, StoppedClock()).sign_in("Robin", PASSPHRASE)
    try:
        return [answer.text for answer in practice.reflecting.whole_answers()]
    finally:
        practice.close()


def memory_of(process: int) -> bytes:
    """All that a process can read and write of its memory, where the system lets one look (Linux)."""
    maps = Path(f"/proc/{process}/maps")
    if not maps.exists():
        return b""
    found = []
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for line in maps.read_text().splitlines():
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[v" in line:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            memory.seek(start)
            found.append(memory.read(end - start))
    return b"".join(found)


def test_locking_keeps_the_words_and_leaves_none_in_memory(folder: Path, terminal: Terminal) -> None:
    process = terminal.child.pid
    held = memory_of(process)
    terminal.press("\x0c")
    terminal.wait_for_words("Welcome back, Robin.")
    assert terminal.child.pid == process
    if held:
        assert TYPED.encode() in held
        after = memory_of(process)
        assert after
        for trace in (TYPED, TYPED.split()[0]):
            assert trace.encode() not in after
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0
    assert kept(folder) == [TYPED]
    written = terminal.written.decode()
    assert PASSPHRASE not in written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_saves_first(folder: Path, terminal: Terminal, number: int) -> None:
    terminal.press(" and more")
    terminal.wait_for_words(f"{TYPED} and more")
    os.kill(terminal.child.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert kept(folder) == [f"{TYPED} and more"]


def test_a_terminal_that_goes_away_saves_too(folder: Path, terminal: Terminal) -> None:
    terminal.press(" to the last")
    terminal.wait_for_words(f"{TYPED} to the last")
    terminal.hang_up()
    assert kept(folder) == [f"{TYPED} to the last"]


def test_leaving_says_nothing_and_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0
    assert b"\x1b[?1049l" in terminal.written
    assert b"Traceback" not in terminal.written


def test_without_a_terminal_it_names_the_command_to_use(folder: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "reflect", "--workspace", str(folder)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert told.returncode == 2
    assert "reflect ask" in told.stderr
    assert told.stdout == ""


def test_a_paste_full_of_colours_is_taken_in_at_once_and_kept(folder: Path, terminal: Terminal) -> None:
    terminal.press(" \x1b[200~" + "\x1b[31mred\x1b[0m " * 6000 + "end of it\x1b[201~")
    terminal.wait_for_words("end of it")
    os.kill(terminal.child.pid, signal.SIGHUP)
    assert terminal.wait_for_end() == 128 + signal.SIGHUP
    assert kept(folder) == [f"{TYPED} {'red ' * 6000}end of it"]
