"""The power goes at any moment: what was acknowledged is there, and the file is whole.

A day's work is done in a process of its own, and what it asks of the disk is written down. From that the folder is
made again as a power cut at random moments may leave it (see `power_cut`), and somebody signs in to it.
"""

from __future__ import annotations

import pickle
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from disk_recorder import Step
from power_cut import Disk, cuts

from reflect.clock import SystemClock
from reflect.errors import Locked, NoWorkspace, ReflectError, WrongPassphrase
from reflect.services.practice import Practice
from reflect.workspace import Workspace

WRITER = Path(__file__).with_name("power_writer.py")


def a_day(folder: Path, *, saves: int, variant: str = "sound") -> list[Step]:
    """The steps on the disk of a day with so many saves."""
    disk, record = folder / "disk", folder / "record"
    disk.mkdir()
    subprocess.run([sys.executable, WRITER, disk, record, str(saves), variant], check=True, timeout=300)
    return list(pickle.loads(record.read_bytes()))


def what_is_wrong(steps: list[Step], folder: Path, *, count: int, seed: int = 20) -> list[str]:
    """A line for each promise that was not kept after one of `count` power cuts."""
    found: list[str] = []
    for disk, place in cuts(steps, count, seed, folder):
        said = Promises(disk.notes)
        try:
            found += [f"{place.name}: {line}" for line in said.broken(Workspace(place / "w", NextDay()))]
        except ReflectError as error:
            found.append(f"{place.name}: {type(error).__name__}: {error}")
        shutil.rmtree(place)
    return found


class NextDay(SystemClock):
    """A clock on which each look is a day on, so that nobody has to wait after a wrong passphrase."""

    def __init__(self) -> None:
        self._days = 0

    def now(self) -> datetime:
        self._days += 1
        return super().now() + timedelta(days=self._days)


class Promises:
    """What was acknowledged before the power went, and what was under way."""

    def __init__(self, notes: Iterable[Any]) -> None:
        self.made = False
        self.passphrases: list[str] = []
        self.left: list[str] = []
        self.versions: dict[tuple[str, str], set[int]] = {}
        for stage, what, value in notes:
            if what == "create":
                self.made = stage == "done"
            if what in ("create", "passphrase"):
                self.passphrases = [value] if stage == "done" else [*self.passphrases, value]
            elif what == "leave":
                self.left.append(value)
            else:
                sitting, question, version = value
                now = 0 if what == "delete" else version
                before = self.versions.get((sitting, question), {0})
                self.versions[sitting, question] = {now} if stage == "done" else before | {now}

    def broken(self, workspace: Workspace) -> list[str]:
        """The promises that a workspace does not keep."""
        if not self.passphrases:
            return []
        try:
            practice = self._signed_in(workspace)
        except NoWorkspace:
            if self.made:
                return ["the workspace is gone"]
            practice, _ = workspace.create(name="Ann", profession="", passphrase="again", demo=True)
        try:
            found = [*practice.examine(), *self._lost(practice)]
        finally:
            practice.close()
        found += workspace.examine()
        for name in self.left:
            try:
                workspace.sign_in(name, "demo").close()
            except Locked:
                continue
            found.append("somebody who left comes in")
        return found

    def _signed_in(self, workspace: Workspace) -> Practice:
        *others, last = self.passphrases
        for passphrase in others:
            with suppress(WrongPassphrase):
                return workspace.sign_in("Ann", passphrase)
        return workspace.sign_in("Ann", last)

    def _lost(self, practice: Practice) -> list[str]:
        there = {
            (answer.reflection, answer.asked.question): int(re.findall(r"version (\d+)\. ", answer.text)[0])
            for answer in practice.reflecting.whole_answers()
        }
        return [
            f"an answer is at version {there.get(place, 0)} and should be at {sorted(possible)}"
            for place, possible in self.versions.items()
            if there.get(place, 0) not in possible
        ]


def created(steps: list[Step]) -> list[Step]:
    """The steps until the new workspace was acknowledged."""
    return steps[: steps.index(Step("note", data=("done", "create", "first demo"))) + 1]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Step], Path]:
    """A short day, and the disk as it was really left."""
    folder = tmp_path_factory.mktemp("day")
    return a_day(folder, saves=130), folder / "disk"


def test_the_record_holds_every_byte_that_reached_the_disk(
    day: tuple[list[Step], Path], tmp_path: Path
) -> None:
    steps, real = day
    disk = Disk()
    for step in steps:
        disk.take(step)
    disk.sync_all()
    disk.cut(tmp_path, random.Random(1))
    files = sorted(path.relative_to(real) for path in real.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert [(tmp_path / path).read_bytes() for path in files] == [
        (real / path).read_bytes() for path in files
    ]


def test_nothing_acknowledged_is_lost_and_no_file_is_damaged(
    day: tuple[list[Step], Path], tmp_path: Path
) -> None:
    steps, _ = day
    assert sum(step.what == "synced" for step in steps) > 130
    assert what_is_wrong(steps, tmp_path, count=25) == []


def test_a_workspace_that_is_being_made_is_there_or_can_be_made_again(
    day: tuple[list[Step], Path], tmp_path: Path
) -> None:
    steps = created(day[0])
    assert len(steps) > 100
    assert what_is_wrong(steps, tmp_path, count=25) == []


@pytest.mark.trial
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_at_500_moments(tmp_path: Path, seed: int) -> None:
    steps = a_day(tmp_path, saves=700)
    assert what_is_wrong(steps, tmp_path, count=500, seed=seed) == []
    assert what_is_wrong(created(steps), tmp_path, count=500, seed=seed) == []


def test_the_trial_notices_saves_that_are_not_synced(tmp_path: Path) -> None:
    steps = a_day(tmp_path, saves=60, variant="normal")
    lost = [line for line in what_is_wrong(steps, tmp_path, count=20) if "should be at" in line]
    assert len(lost) >= 3


def test_the_trial_notices_keys_that_are_not_synced(tmp_path: Path) -> None:
    steps = a_day(tmp_path, saves=40, variant="no-sync")
    assert what_is_wrong(steps, tmp_path, count=15) != []
