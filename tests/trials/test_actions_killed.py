"""The program is killed between any two writes of a step with actions: the whole step is there, or none of it.

A step may be several events, several actions and the pages of the list; each is taken many times, each time killed
before the next of its writes on the disk.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from action_lines import lines_of
from clocks import StoppedClock
from meddling import ids
from reflect.clock import SystemClock
from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.workspace import Workspace

ACTS = ("begin", "split", "escalate", "take_in", "show")
TO_THE_END = 10_000
RUNNER = Path(__file__).with_name("actions_killed_runner.py")

Stands = list[tuple[str, list[str], int]]


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A workspace of Ann with one agreed action, and as lines beside it that and six others; Ben supervises her."""
    folder = tmp_path / "prepared"
    workspace = Workspace(folder / "w")
    practice, _ = workspace.create(name="Ann", profession="", passphrase="demo", demo=True)
    workspace.join(code=practice.people.invite("Ben"), passphrase="demo")[0].close()
    practice.links.add("Ben", "Ann")
    practice.links.settle()
    due = SystemClock().today() + timedelta(days=30)
    practice.acting.propose(what="The first", due=due, agree=True)
    practice.close()
    shutil.copytree(folder / "w", tmp_path / "elsewhere")
    elsewhere = Workspace(tmp_path / "elsewhere").sign_in("Ann", "demo")
    elsewhere.acting.note(ids(elsewhere)[0], "More")
    for number in range(6):
        elsewhere.acting.propose(what=f"New {number}", due=due, agree=True)
    (folder / "lines").write_text("".join(lines_of(elsewhere, StoppedClock())), encoding="utf-8")
    elsewhere.close()
    return folder


def stands(folder: Path) -> Stands:
    """What is there, as somebody finds it who signs in; nothing of it is wrong."""
    workspace = Workspace(folder / "w")
    practice = workspace.sign_in("Ann", "demo")
    try:
        assert practice.examine() == workspace.examine() == ()
        return found(practice)
    finally:
        practice.close()


def found(practice: Practice) -> Stands:
    """Each action with its words and what happened to it, and in how many places it stands."""
    actions = practice.actions.some(ids(practice))
    with practice._record.reading() as book:
        places = [*book.own.ids(), *(id_ for place in book.shared_places for id_ in place.drawer.ids())]
    return sorted(
        (
            action.what,
            [event.kind.value for event in practice.actions.history(action.id)],
            places.count(action.id),
        )
        for action in actions
    )


def what_is_wrong(act: str, prepared: Path, copies: Path, *, every: int, variant: str = "sound") -> list[str]:
    """A line for each write before which it was killed and after which something was not as it should be."""
    ran = subprocess.run(
        [sys.executable, RUNNER, act, prepared, copies, "0", str(TO_THE_END), str(every), variant],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    taken = re.findall(r"^(\d+) (cut|whole)$", ran.stdout, re.MULTILINE)
    assert [end for _, end in taken] == ["cut"] * (len(taken) - 1) + ["whole"]
    assert len(taken) > 3
    before, after = stands(prepared), stands(copies / taken[-1][0])
    assert before != after
    wrong: list[str] = []
    for number, _ in taken:
        try:
            now = stands(copies / number)
            if now not in (before, after):
                wrong.append(f"{act}, killed before write {number}: half of it is there: {now}")
        except (ReflectError, AssertionError) as fault:
            wrong.append(f"{act}, killed before write {number}: {fault!r:.300}")
    return wrong


@pytest.mark.parametrize("act", ["split"])
def test_a_step_that_is_cut_short_is_there_whole_or_not_at_all(
    act: str, prepared: Path, tmp_path: Path
) -> None:
    assert what_is_wrong(act, prepared, tmp_path / "copies", every=7) == []


@pytest.mark.trial
@pytest.mark.parametrize("act", ACTS)
def test_a_step_that_is_cut_short_at_every_write_is_there_whole_or_not_at_all(
    act: str, prepared: Path, tmp_path: Path
) -> None:
    assert what_is_wrong(act, prepared, tmp_path / "copies", every=1) == []


@pytest.mark.parametrize(
    ("act", "variant"),
    [
        ("split", "each action by itself"),
        pytest.param("begin", "each event by itself", marks=pytest.mark.trial),
        pytest.param("escalate", "each event by itself", marks=pytest.mark.trial),
        pytest.param("split", "the list by itself", marks=pytest.mark.trial),
        pytest.param("take_in", "the list by itself", marks=pytest.mark.trial),
        pytest.param("show", "there first, then away from here", marks=pytest.mark.trial),
    ],
)
def test_the_trial_notices_a_step_in_two_transactions(
    act: str, variant: str, prepared: Path, tmp_path: Path
) -> None:
    wrong = what_is_wrong(act, prepared, tmp_path / "copies", every=7, variant=variant)
    assert wrong
    assert all("half of it" in line or "does not say what they say" in line for line in wrong), wrong
