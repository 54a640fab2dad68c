"""Workspaces that were just set up, made once in a process: setting one up takes longer than most tests."""

from __future__ import annotations

import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from clocks import StoppedClock
from reflect.workspace import Workspace

PASSPHRASE = "a lantern by the canal"


@cache
def _founded(name: str, profession: str, moment: datetime) -> TemporaryDirectory[str]:
    kept = TemporaryDirectory(prefix="founded-")
    workspace = Workspace(Path(kept.name), StoppedClock(moment))
    workspace.create(name=name, profession=profession, passphrase=PASSPHRASE, demo=True)[0].close()
    return kept


def found(folder: Path, name: str, profession: str, moment: datetime) -> None:
    """Sets a workspace up in this folder for its first person, with a passphrase that is derived cheaply."""
    shutil.copytree(_founded(name, profession, moment).name, folder, dirs_exist_ok=True)
