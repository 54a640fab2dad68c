"""Folders in which commands are carried out: empty, with one person, with a made-up team."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clocks import StoppedClock
from command_line import CommandLine, Said
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.workspace import Workspace

PASSPHRASE = "a lantern by the canal"
# Nobody's real keychain is asked while tests run.
NO_KEYCHAIN = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


@pytest.fixture(autouse=True)
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NO_KEYCHAIN.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("REFLECT_WORKSPACE", raising=False)


@pytest.fixture
def reflect(tmp_path: Path, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line in a folder where no workspace is yet, with nobody signed in."""
    return CommandLine(tmp_path / "workspace", clock, monkeypatch)


@pytest.fixture(scope="session")
def made_up_team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo team of three whom nobody supervises, made once; copy it before writing to it."""
    folder = tmp_path_factory.mktemp("demo") / "team"
    make_team(folder, Plan(people=3, years=1, seed=7, until=date(2026, 3, 1), supervised_days=0))
    return folder


@pytest.fixture
def clementine(reflect: CommandLine, made_up_team: Path, tmp_path: Path) -> CommandLine:
    """A practitioner of the demo team, with a year of answers."""
    shutil.copytree(made_up_team, reflect.folder)
    return reflect.as_somebody("Clementine Lampshade", "demo", tmp_path / "passphrase")


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace with one person, made once; copy it before writing to it."""
    folder = tmp_path_factory.mktemp("new") / "workspace"
    workspace = Workspace(folder, StoppedClock())
    practice, _ = workspace.create(
        name="Robin Example", profession="Health visitor", passphrase=PASSPHRASE, demo=True
    )
    practice.close()
    return folder


@pytest.fixture
def robin(reflect: CommandLine, alone: Path, tmp_path: Path) -> CommandLine:
    """Somebody alone in a new workspace, who has not written anything yet."""
    shutil.copytree(alone, reflect.folder)
    return reflect.as_somebody("Robin Example", PASSPHRASE, tmp_path / "passphrase")


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Said]:
    """The program as it is installed, in a process of its own, away from any terminal."""

    def start(*words: str, stdin: bytes = b"", **environment: str) -> Said:
        told = subprocess.run(
            [sys.executable, "-m", "reflect", *words],
            input=stdin,
            capture_output=True,
            env={**os.environ, **NO_KEYCHAIN, "HOME": str(tmp_path), **environment},
            cwd=tmp_path,
            check=False,
            start_new_session=True,
        )
        return Said(
            told.returncode, told.stdout.decode("utf-8", "replace"), told.stderr.decode("utf-8", "replace")
        )

    return start
