"""The program is killed between any two writes of a step that changes figures: the step is there with its mark and its
sums, or none of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from reflect.clock import SystemClock
from reflect.domain.people import CircleKind
from reflect.errors import ReflectError
from reflect.storage.figures import sums_of
from reflect.workspace import Workspace

TO_THE_END = 10_000
RUNNER = Path(__file__).with_name("actions_killed_runner.py")


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A workspace of Ann, who is in Ben's team and supervised by Ben; an action of hers is on the team's log."""
    folder = tmp_path / "prepared"
    workspace = Workspace(folder / "w")
    practice, _ = workspace.create(name="Ann", profession="", passphrase="demo", demo=True)
    workspace.join(code=practice.people.invite("Ben"), passphrase="demo")[0].close()
    link = practice.links.add("Ben", "Ann")
    practice.links.settle()
    practice.teams.add("North", "Ben", ["Ann"])
    due = SystemClock().today() + timedelta(days=30)
    action = practice.acting.propose(
        what="The first", due=due, agree=True, pair=link.id, origin="child-s/fathers-left-out"
    )
    practice.acting.show_to(action.id, CircleKind.TEAM)
    practice.close()
    return folder


def stands(folder: Path) -> tuple[int, list[str]]:
    """How many steps the actions have taken, and what the figures count; the two agree."""
    practice = Workspace(folder / "w").sign_in("Ann", "demo")
    try:
        assert practice.examine() == ()
        with practice._store.reading() as transaction:
            marks = list(transaction.figures.every_mark())
            sums = dict(transaction.figures.every_sum())
        assert sums == Counter(one for stored in marks for one in sums_of(stored))
        with practice._record.reading() as book:
            events = sum(kept.action.events for _, kept in book.shared())
        whole = (
            f"{cell.measure.value} {amount}" for (_, _, cell, _), amount in sums.items() if cell.key == ""
        )
        return events, sorted(whole)
    finally:
        practice.close()


def what_is_wrong(prepared: Path, copies: Path, *, every: int, variant: str = "sound") -> list[str]:
    """A line for each write before which it was killed and after which something was not as it should be."""
    ran = subprocess.run(
        [sys.executable, RUNNER, "split_listed", prepared, copies, "0", str(TO_THE_END), str(every), variant],
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
                wrong.append(f"killed before write {number}: half of it is there: {now}")
        except (ReflectError, AssertionError) as fault:
            wrong.append(f"killed before write {number}: {fault!r:.300}")
    return wrong


@pytest.mark.parametrize("every", [31, pytest.param(1, marks=pytest.mark.trial)])
def test_a_step_that_is_cut_short_is_there_with_its_figures_or_not_at_all(
    every: int, prepared: Path, tmp_path: Path
) -> None:
    assert what_is_wrong(prepared, tmp_path / "copies", every=every) == []


@pytest.mark.parametrize("variant", ["the figures by themselves", "the sums by themselves"])
def test_the_trial_notices_figures_in_a_transaction_of_their_own(
    variant: str, prepared: Path, tmp_path: Path
) -> None:
    wrong = what_is_wrong(prepared, tmp_path / "copies", every=9, variant=variant)
    assert wrong
    assert all("figures" in line for line in wrong), wrong
