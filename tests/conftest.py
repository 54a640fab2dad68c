"""What many tests start from: a clock that stands still, and a workspace in a temporary folder."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clocks import StoppedClock
from closer_looks import is_closer
from founded import PASSPHRASE, found
from reflect.services.practice import Practice
from reflect.workspace import Workspace

MOST_WORKERS = 4


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: some trials type in real time and leave theirs alone."""
    return min((os.cpu_count() or 1) + 1, MOST_WORKERS)


def pytest_configure() -> None:
    """Each test makes much and leaves little behind: looking for what can be let go is a tenth of the time."""
    gc.set_threshold(200_000, 20, 20)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Files of which no test would run are not read: that takes longer than many tests."""
    here = Path(__file__).parent
    leaves_them = "not closer" in config.getoption("markexpr", "")
    if leaves_them and collection_path.is_relative_to(here):
        return is_closer(collection_path.relative_to(here).as_posix()) or None
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that look closer are marked, so that the ordinary run can leave them to the gate."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and is_closer(item.path.relative_to(here).as_posix(), item.name):
            item.add_marker("closer")


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: StoppedClock) -> Workspace:
    """A workspace with nobody in it yet, in a folder of its own."""
    return Workspace(tmp_path / "workspace", clock)


@pytest.fixture
def signed_in(workspace: Workspace) -> Iterator[Callable[..., Practice]]:
    """Signs people in: the first sets the workspace up, others are invited and join, and all are signed out at
    the end. Passphrases are derived cheaply, as in a demo."""
    open_now: list[Practice] = []

    def sign_in(name: str = "Robin Example", profession: str = "Health visitor") -> Practice:
        if not workspace.exists():
            found(workspace.folder, name, profession, workspace.clock.now())
            practice = workspace.sign_in(name, PASSPHRASE)
        elif name in {person.name for person in workspace.people()}:
            practice = workspace.sign_in(name, PASSPHRASE)
        else:
            code = open_now[0].people.invite(name, profession)
            practice, _ = workspace.join(code=code, passphrase=PASSPHRASE)
        open_now.append(practice)
        return practice

    yield sign_in
    for practice in open_now:
        practice.close()
