"""After locking, a fresh process takes over: what was on the screen is in nobody's memory any more.

Elsewhere the process replaces itself. On Windows that would hand the console back to the shell, so a small
parent, which loads no workspace and never holds a word, starts one app after the other.
"""

from __future__ import annotations

import os
import subprocess  # the parent on Windows starts this same program
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

LOCKED_CODE = 75
_CHILD = "REFLECT_STARTED_BY_PARENT"
_LOCKED = "REFLECT_LOCKED"
_ONLY_AT_FIRST = ("--passphrase-file",)


def was_locked(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process began at a lock: the passphrase is asked for, even if the keychain remembers it."""
    return _LOCKED in environment


def parent_is_needed(system: str = os.name, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether this process should only start others (on Windows, and not yet started by such a parent)."""
    return system == "nt" and _CHILD not in environment


def command(folder: Path, name: str | None) -> list[str]:
    """How the app starts at its lock page: the same workspace and name, never the passphrase."""
    return [
        sys.executable,
        "-P",
        "-m",
        "reflect",
        "--workspace",
        str(folder),
        *(("--as", name) if name else ()),
    ]


def start_afresh(folder: Path, name: str | None) -> int:
    """Replaces this process by one at the lock page; on Windows ends with the code that the parent waits for."""
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        words = command(folder, name)
        os.execve(words[0], words, {**os.environ, _LOCKED: "1"})
    return LOCKED_CODE


def without_secrets(arguments: Sequence[str]) -> list[str]:
    """The options of the first start without those that sign somebody in."""
    kept: list[str] = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _ONLY_AT_FIRST:
            skip = True
        elif not argument.startswith(tuple(f"{option}=" for option in _ONLY_AT_FIRST)):
            kept.append(argument)
    return kept


def run_as_parent(
    arguments: Sequence[str], start: Sequence[str] = (sys.executable, "-P", "-m", "reflect")
) -> int:
    """Starts the app, and again each time it locks; answers the exit code of the last one."""
    environment = {**os.environ, _CHILD: "1"}
    words = list(arguments)
    while True:
        code = subprocess.run([*start, *words], env=environment, check=False).returncode
        if code != LOCKED_CODE:
            return code
        words = without_secrets(words)
        environment[_LOCKED] = "1"
