"""The app is killed in the middle of a note in a one-to-one: what stood on the screen a second before is there, for
both of the two, the file is whole, and they go on from it to a locked record."""

from __future__ import annotations

import os
import random
import shutil
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest
from test_kill import SLOW_APP, Killed, typing, what_is_wrong

from reflect.domain.supervision.entry import Section
from reflect.workspace import Workspace
from terminal import Terminal

SAM, BO = "Sam", "Bo"
NEXT_PART, WHOLE_RECORD, HAND_OVER, LEAVE = "\x0e", "\x06", "\x0f", "\x11"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which Sam supervises Bo, and a one-to-one of theirs has begun."""
    folder = tmp_path_factory.mktemp("killed")
    workspace = Workspace(folder / "w")
    sam, _ = workspace.create(name=SAM, profession="", passphrase="demo", demo=True)
    workspace.join(code=sam.people.invite(BO), passphrase="demo")[0].close()
    sam.links.add(SAM, BO)
    sam.close()
    for name in (BO, SAM):
        practice = workspace.sign_in(name, "demo")
        practice.telling.told([notice.id for notice in practice.telling.waiting()])
        if name == SAM:
            planned = practice.one_to_ones.plan(BO, datetime.now(UTC).date() + timedelta(days=1))
            practice.one_to_ones.begin(planned.id)
        practice.close()
    (folder / "passphrase").write_text("demo")
    return folder


def at_wellbeing(folder: Path, *app: str) -> Terminal:
    """The app in a terminal of Sam's, at a part of the record."""
    start = ("--workspace", str(folder / "w"), "--as", SAM, "--passphrase-file", str(folder / "passphrase"))
    terminal = Terminal(*app, *start, "with", BO)
    terminal.wait_for_words("Go on")
    terminal.press("h")
    terminal.wait_for_words("Part 1 of 10")
    for part in range(2, 5):
        terminal.press(NEXT_PART)
        terminal.wait_for_words(f"Part {part} of 10")
    return terminal


def killed(folder: Path, chance: random.Random, app: tuple[str, ...], least: float) -> Killed:
    """Sam writes a note for a random while; the program is killed, and Bo reads what is there. Then it is taken out."""
    terminal = at_wellbeing(folder, *app)
    try:
        typed, shown = typing(terminal, chance, seconds=chance.uniform(least, 2.0))
        at = monotonic()
        os.kill(terminal.child.pid, signal.SIGKILL)
        terminal.wait_for_end()
    finally:
        terminal.close()
    saved, faults = read_by_bo(folder)
    lost = [at - moment for length, moment in shown if length > len(saved)]
    return Killed(typed, saved, max(lost, default=0.0), faults)


def read_by_bo(folder: Path) -> tuple[str, tuple[str, ...]]:
    workspace = Workspace(folder / "w")
    bo, sam = workspace.sign_in(BO, "demo"), workspace.sign_in(SAM, "demo")
    try:
        (record,) = bo.one_to_ones.all()
        entries = record.by(record.supervisor, Section.WELLBEING)
        for entry in entries:
            sam.one_to_ones.change(record.id, entry.id, before=entry.text, after="")
        return "".join(entry.text for entry in entries), (*bo.examine(), *workspace.examine())
    finally:
        bo.close()
        sam.close()


def written(folder: Path) -> list[str]:
    """What stands in Sam's voice in that part, as Bo reads it."""
    bo = Workspace(folder / "w").sign_in(BO, "demo")
    try:
        (record,) = bo.one_to_ones.all()
        return [entry.text for entry in record.by(record.supervisor, Section.WELLBEING) if entry.text]
    finally:
        bo.close()


def is_locked(folder: Path) -> bool:
    """Whether both have signed, and nothing is wrong with it."""
    workspace = Workspace(folder / "w")
    bo = workspace.sign_in(BO, "demo")
    try:
        (record,) = bo.one_to_ones.all()
        return record.agreed and not (*bo.examine(), *workspace.examine())
    finally:
        bo.close()


def test_killed_in_the_middle_of_a_note_it_loses_nothing_older_than_a_second(folder: Path) -> None:
    chance = random.Random(21)
    endings = [killed(folder, chance, ("-m", "reflect"), 0.4) for _ in range(4)]
    assert what_is_wrong(endings, within=1.0) == []
    assert any(ending.saved for ending in endings)


def sign(terminal: Terminal, then: str) -> None:
    """Whoever sits there signs the record on the screen."""
    terminal.press("s")
    terminal.wait_for_words("assphrase")
    terminal.press("demo\r")
    terminal.wait_for_words(then)


def test_after_a_kill_they_go_on_from_what_is_there_and_both_sign_it(folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(folder, tmp_path / "killed"))
    terminal = at_wellbeing(folder, "-m", "reflect")
    try:
        typing(terminal, random.Random(24), seconds=2.5)
        os.kill(terminal.child.pid, signal.SIGKILL)
        terminal.wait_for_end()
    finally:
        terminal.close()
    (before,) = written(folder)
    terminal = at_wellbeing(folder, "-m", "reflect")
    try:
        terminal.press("; and then ")
        terminal.wait_for(lambda: written(folder) not in ([], [before]), "the note to be saved")
        terminal.press(WHOLE_RECORD)
        terminal.wait_for_words("s Sign")
        sign(terminal, f"(signed by {SAM} only)")
        terminal.press(HAND_OVER)
        terminal.wait_for_words("assphrase")
        terminal.press("demo\r")
        terminal.wait_for_words("Hand back")
        sign(terminal, "Both have signed")
        terminal.press(LEAVE)
        terminal.wait_for_end()
    finally:
        terminal.close()
    (after,) = written(folder)
    assert len(before) > 0
    assert sorted(after) == sorted(f"{before}; and then ")
    assert is_locked(folder)


@pytest.mark.trial
def test_killed_100_times_in_the_middle_of_a_note_it_loses_nothing_older_than_a_second(folder: Path) -> None:
    chance = random.Random(22)
    endings = [killed(folder, chance, ("-m", "reflect"), 0.1) for _ in range(100)]
    assert what_is_wrong(endings, within=1.0) == []


def test_the_trial_notices_notes_that_are_saved_late(folder: Path) -> None:
    late = killed(folder, random.Random(23), (str(SLOW_APP), "30"), 1.5)
    assert late.saved == ""
    assert len(what_is_wrong([late], within=1.0)) == 1
