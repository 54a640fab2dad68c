"""Two copies of the program at once, and twenty threads in one: every save is there, and nobody is turned away."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from reflect.workspace import Workspace

WRITER = Path(__file__).with_name("many_writers.py")
PEOPLE = ("Ann", "Bob")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of two people."""
    workspace = Workspace(tmp_path / "w")
    ann, _ = workspace.create(name="Ann", profession="", passphrase="demo", demo=True)
    workspace.join(code=ann.people.invite("Bob"), passphrase="demo")[0].close()
    ann.close()
    return tmp_path / "w"


def at_once(
    folder: Path, names: tuple[str, ...], *, saves: int, threads: int, variant: str = "sound"
) -> list[dict[str, Any]]:
    """What copies of the program say that begin to save at the same moment, one for each name."""
    copies = [
        subprocess.Popen(
            [sys.executable, WRITER, folder, name, "child-s", str(saves), str(threads), variant],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for name in names
    ]  # fmt: skip
    try:
        for copy in copies:
            assert copy.stdout is not None
            assert copy.stdout.readline() == "ready\n", copy.communicate()[1]
        for copy in copies:
            assert copy.stdin is not None
            copy.stdin.write("go\n")
            copy.stdin.flush()
        said = [copy.communicate(timeout=300) for copy in copies]
    finally:
        for copy in copies:
            copy.kill()
            copy.wait()
    assert [copy.returncode for copy in copies] == [0] * len(copies), said
    return [json.loads(output) for output, _ in said]


def there(folder: Path, name: str) -> list[str]:
    """The texts that somebody finds, after a look for faults."""
    practice = Workspace(folder).sign_in(name, "demo")
    try:
        assert practice.examine() == ()
        return sorted(answer.text for answer in practice.reflecting.whole_answers() if answer.text)
    finally:
        practice.close()


def test_two_copies_of_the_program_lose_nothing(folder: Path) -> None:
    results = at_once(folder, PEOPLE, saves=80, threads=1)
    assert [told["faults"] for told in results] == [[], []]
    for name, told in zip(PEOPLE, results, strict=True):
        assert len(told["saved"]) == 80
        assert there(folder, name) == sorted(told["saved"])


def test_one_person_in_two_windows_loses_nothing(folder: Path) -> None:
    results = at_once(folder, ("Ann", "Ann"), saves=60, threads=1)
    assert [told["faults"] for told in results] == [[], []]
    assert there(folder, "Ann") == sorted(results[0]["saved"] + results[1]["saved"])


def test_twenty_threads_write_without_a_failure(folder: Path) -> None:
    [told] = at_once(folder, ("Ann",), saves=100, threads=20)
    assert told["faults"] == []
    assert len(told["saved"]) == 100
    assert there(folder, "Ann") == sorted(told["saved"])


@pytest.mark.trial
def test_six_copies_of_the_program_lose_nothing(folder: Path) -> None:
    names = ("Ann", "Bob") * 3
    results = at_once(folder, names, saves=500, threads=1)
    assert [told["faults"] for told in results] == [[]] * 6
    for name in PEOPLE:
        theirs = [told["saved"] for told, whose in zip(results, names, strict=True) if whose == name]
        saved = list(chain.from_iterable(theirs))
        assert len(saved) == 1_500
        assert there(folder, name) == sorted(saved)


def test_the_trial_notices_writers_that_do_not_wait_for_each_other(folder: Path) -> None:
    results = at_once(folder, PEOPLE, saves=100, threads=10, variant="deferred")
    assert sum(len(told["faults"]) for told in results) > 0
