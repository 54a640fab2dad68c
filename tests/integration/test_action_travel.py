"""Actions leave as lines and come back whole and signed; a second time changes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from acting_at_random import AtRandom
from action_lines import emptied, everything, lines_of, the_done, with_three
from clocks import StoppedClock
from reflect.services.actions.travel import TakenIn
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]


@pytest.fixture
def practice(signed_in: SignIn, clock: StoppedClock) -> Practice:
    return with_three(signed_in(), clock)


def test_what_left_comes_back_whole_and_a_second_time_changes_nothing(
    practice: Practice, clock: StoppedClock
) -> None:
    before, lines = everything(practice), lines_of(practice, clock)
    emptied(practice)
    assert practice.action_travel.take_in(lines) == TakenIn(new=3, longer=0, unchanged=0)
    assert everything(practice) == before
    assert practice.action_travel.take_in([*lines, "", "  \n"]) == TakenIn(new=0, longer=0, unchanged=3)
    assert everything(practice) == before
    assert practice.examine() == ()
    assert lines_of(practice, clock) == lines


def test_many_actions_with_long_histories_come_back_whole(
    workspace: Workspace, practice: Practice, clock: StoppedClock
) -> None:
    save_settings(workspace.folder, replace(load_settings(workspace.folder), recheck_days=3))
    AtRandom(practice, clock, seed=5).act(150)
    before, lines = everything(practice), lines_of(practice, clock)
    emptied(practice)
    assert practice.action_travel.take_in(reversed(lines)).new == len(before)
    assert everything(practice) == before
    assert practice.examine() == ()


def test_an_older_backup_learns_what_happened_since(
    workspace: Workspace, practice: Practice, clock: StoppedClock, tmp_path: Path
) -> None:
    done = the_done(practice)
    practice.close()
    shutil.copytree(workspace.folder, tmp_path / "backup")
    later = workspace.sign_in(None, "a lantern by the canal")
    clock.go_on(days=2)
    later.acting.confirm(done)
    later.acting.propose(what="New since")
    lines, now = lines_of(later, clock), everything(later)
    later.close()
    backup = Workspace(tmp_path / "backup", clock).sign_in(None, "a lantern by the canal")
    assert backup.action_travel.take_in(lines) == TakenIn(new=1, longer=1, unchanged=2)
    assert everything(backup) == now
    assert backup.examine() == ()
    older = [line for line in lines if json.loads(line)["id"] == done]
    backup.acting.note(done, "More here than there")
    assert backup.action_travel.take_in(older) == TakenIn(new=0, longer=0, unchanged=1)
    assert len(backup.actions.history(done)) == len(now[done][1]) + 1
    backup.close()
