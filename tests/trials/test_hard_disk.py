"""A full disk and a folder that may not be written to: one clear sentence, nothing lost, and it works afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from a_day import HandClock, live, set_up

TRIES = Path(__file__).with_name("hard_disk.py")
KINDS = {"done", "NotSaved", "WorkspaceError"}


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A workspace with a day's work in it, closed."""
    clock = HandClock()
    _, ann = set_up(tmp_path / "prepared", clock)
    live(ann, clock)
    ann.close()
    return tmp_path / "prepared"


def tried(
    hardship: str, prepared: Path, tmp_path: Path, *rooms: int, variant: str = "sound"
) -> list[dict[str, Any]]:
    """What each act said under hardship, with room for so many bytes more on the disk, and after it."""
    (tmp_path / "copies").mkdir()
    ran = subprocess.run(
        [sys.executable, TRIES, hardship, prepared, tmp_path / "copies", variant, *map(str, rooms)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def what_is_wrong(results: list[dict[str, Any]]) -> list[str]:
    """A line for each act that said something unclear, lost something, or did not work afterwards."""
    found: list[str] = []
    for told in results:
        where = f"{told['act']} with room for {told['room']} bytes"
        if told["first"]["kind"] not in KINDS or told["first"]["unclear"]:
            found.append(f"{where}: {told['first']}")
        if told["again"]["kind"] != "done":
            found.append(f"{where}, and repeated with room: {told['again']}")
        if told["wrong"]:
            found.append(f"{where}: {told['wrong']}")
        kept = {"A tanderwick day", "because yarrowmelt was near"} - (
            {"because yarrowmelt was near"} if told["act"] == "delete" else set()
        )
        if not kept <= set(told["between"]) or not kept <= set(told["texts"]):
            found.append(f"{where}: an answer is lost")
        saved = {"save": "short", "save_much": "long long long long long long long long "}.get(told["act"])
        if saved is not None and (saved in told["between"]) != (told["first"]["kind"] == "done"):
            found.append(f"{where}: what was said of the save is not true")
        if saved is not None and saved not in told["texts"]:
            found.append(f"{where}: a save is lost")
    return found


def refused(results: list[dict[str, Any]]) -> set[str]:
    return {told["act"] for told in results if told["first"]["kind"] != "done"}


WRITING = {
    "save", "save_much", "delete", "finish", "passphrase", "invite", "deactivate", "settings", "come_in", "create",
}  # fmt: skip


def test_a_full_disk_is_named_and_nothing_is_lost(prepared: Path, tmp_path: Path) -> None:
    results = tried("full", prepared, tmp_path, 0, 5_000)
    assert what_is_wrong(results) == []
    assert refused(results) == WRITING


@pytest.mark.trial
def test_a_disk_with_any_little_room_is_named_and_nothing_is_lost(prepared: Path, tmp_path: Path) -> None:
    results = tried("full", prepared, tmp_path, *range(0, 12_000, 1_500), *range(12_000, 240_000, 12_000))
    assert what_is_wrong(results) == []
    assert refused(results) == WRITING


def test_a_folder_that_may_not_be_written_to_is_named_and_nothing_is_lost(
    prepared: Path, tmp_path: Path
) -> None:
    results = tried("closed", prepared, tmp_path, 0)
    assert what_is_wrong(results) == []
    assert refused(results) >= {"passphrase", "invite", "deactivate", "settings", "come_in", "create"}


@pytest.mark.parametrize("hardship", ["full", "closed"])
def test_the_trial_notices_faults_without_words(prepared: Path, tmp_path: Path, hardship: str) -> None:
    assert what_is_wrong(tried(hardship, prepared, tmp_path, 0, variant="no words")) != []
