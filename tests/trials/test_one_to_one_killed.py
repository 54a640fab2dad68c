"""The app is killed in the middle of a note in a one-to-one: what stood on the screen a second before is there, for
both of the two, and the file is whole."""

from __future__ import annotations

import os
import random
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
NEXT_PART = "\x0e"


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


def killed(folder: Path, chance: random.Random, app: tuple[str, ...], least: float) -> Killed:
    """Sam writes a note for a random while; the program is killed, and Bo reads what is there. Then it is taken out."""
    start = ("--workspace", str(folder / "w"), "--as", SAM, "--passphrase-file", str(folder / "passphrase"))
    terminal = Terminal(*app, *start, "with", BO)
    try:
        terminal.wait_for_words("Go on")
        terminal.press("h")
        terminal.wait_for_words("Part 1 of 10")
        for part in range(2, 5):
            terminal.press(NEXT_PART)
            terminal.wait_for_words(f"Part {part} of 10")
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


def test_killed_in_the_middle_of_a_note_it_loses_nothing_older_than_a_second(folder: Path) -> None:
    chance = random.Random(21)
    endings = [killed(folder, chance, ("-m", "reflect"), 0.4) for _ in range(4)]
    assert what_is_wrong(endings, within=1.0) == []
    assert any(ending.saved for ending in endings)


@pytest.mark.trial
def test_killed_100_times_in_the_middle_of_a_note_it_loses_nothing_older_than_a_second(folder: Path) -> None:
    chance = random.Random(22)
    endings = [killed(folder, chance, ("-m", "reflect"), 0.1) for _ in range(100)]
    assert what_is_wrong(endings, within=1.0) == []


def test_the_trial_notices_notes_that_are_saved_late(folder: Path) -> None:
    late = killed(folder, random.Random(23), (str(SLOW_APP), "30"), 1.5)
    assert late.saved == ""
    assert len(what_is_wrong([late], within=1.0)) == 1
