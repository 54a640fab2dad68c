"""The program is killed between any two writes while a record is written and signed: each act is there whole or not at
all, and everything that was acknowledged is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from records_killed_runner import ACTS, BO, SAM

from reflect.clock import SystemClock
from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.workspace import Workspace

TO_THE_END = 10_000
RUNNER = Path(__file__).with_name("records_killed_runner.py")


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A workspace in which Sam supervises Bo, and they have begun a one-to-one."""
    folder = tmp_path / "prepared"
    workspace = Workspace(folder / "w")
    sam, _ = workspace.create(name=SAM, profession="", passphrase="demo", demo=True)
    bo, _ = workspace.join(code=sam.people.invite(BO), passphrase="demo")
    sam.links.add(SAM, BO)
    meeting = bo.one_to_ones.plan(SAM, SystemClock().today())
    sam.one_to_ones.begin(meeting.id)
    sam.close()
    bo.close()
    return folder


def stands(folder: Path) -> Any:
    """What is there, as the two find it who sign in; nothing of it is wrong."""
    workspace = Workspace(folder / "w")
    found: list[Any] = []
    for name in (SAM, BO):
        practice = workspace.sign_in(name, "demo")
        try:
            assert practice.examine() == workspace.examine() == ()
            found.append(seen_by(practice))
        finally:
            practice.close()
    assert found[0] == found[1]
    return found[0]


def seen_by(practice: Practice) -> Any:
    """What one of them sees of the record and of the actions of the two."""
    (record,) = practice.one_to_ones.all()
    actions = [action.what for action in practice.actions.of_pair(record.link)]
    return (
        [(entry.section.value, record.name(entry.author), entry.text) for entry in record.entries],
        ([action.what for action in record.actions], actions),
        [record.name(person) for person in record.signed_by],
        [(record.name(one.signed_by), record.name(one.changed_by)) for one in record.voided],
        [entry.text for entry in record.addenda],
        record.facts.ended is not None,
    )


def states(prepared: Path, copy: Path) -> list[Any]:
    """What stands before the first act, and after each of them."""
    shutil.copytree(prepared, copy)
    found = [stands(copy)]
    for act in ACTS:
        sam, bo = (Workspace(copy / "w").sign_in(name, "demo") for name in (SAM, BO))
        act(sam, bo)
        sam.close()
        bo.close()
        found.append(stands(copy))
    return found


def what_is_wrong(prepared: Path, copies: Path, *, every: int, variant: str = "sound") -> list[str]:
    """A line for each write before which it was killed and after which something was not as it should be."""
    ran = subprocess.run(
        [sys.executable, RUNNER, prepared, copies, "0", str(TO_THE_END), str(every), variant],
        capture_output=True, text=True, timeout=1800, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    taken = re.findall(r"^(\d+) (\d+) (cut|whole)$", ran.stdout, re.MULTILINE)
    assert [end for *_, end in taken] == ["cut"] * (len(taken) - 1) + ["whole"]
    assert len(taken) > len(ACTS)
    after = states(prepared, copies / "states")
    assert len({repr(state) for state in after}) == len(ACTS) + 1
    wrong: list[str] = []
    for number, acknowledged, _ in taken:
        try:
            now = stands(copies / number)
        except (ReflectError, AssertionError) as fault:
            wrong.append(f"killed before write {number}: {fault!r:.300}")
            continue
        done = int(acknowledged)
        if now not in after:
            wrong.append(f"killed before write {number}: half of it is there: {now!r:.300}")
        elif now not in after[done : done + 2]:
            wrong.append(f"killed before write {number}: {done} acts were acknowledged: {now!r:.300}")
    return wrong


def test_what_is_cut_short_is_there_whole_or_not_at_all_and_what_was_acknowledged_is_there(
    prepared: Path, tmp_path: Path
) -> None:
    assert what_is_wrong(prepared, tmp_path / "copies", every=17) == []


@pytest.mark.trial
def test_the_same_at_every_write(prepared: Path, tmp_path: Path) -> None:
    assert what_is_wrong(prepared, tmp_path / "copies", every=1) == []


@pytest.mark.trial
@pytest.mark.parametrize(
    "variant", ["the line of an action by itself", "the body by itself", "said before it is kept"]
)
def test_the_trial_notices_an_act_in_two_parts(variant: str, prepared: Path, tmp_path: Path) -> None:
    assert what_is_wrong(prepared, tmp_path / "copies", every=5, variant=variant)
