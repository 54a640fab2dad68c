"""Keeping `reflect.header`: read whole or not at all, written whole or not at all, and twice.

The second copy (`reflect.header.bak`) is always of the same state, never of an earlier one: an earlier one
would still open with a passphrase that was changed because somebody else knew it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from reflect.errors import DamagedFile, NotSaved, NoWorkspace, WorkspaceError
from reflect.paths import write_privately
from reflect.vault.header import Header, parsed, written
from reflect.vault.locking import alone

NAME = "reflect.header"
COPY = "reflect.header.bak"
_LOCK = "reflect.header.lock"

T = TypeVar("T")

_FROM_COPY = (
    "The file that holds the workspace's keys was damaged or missing; its second copy was used and nothing "
    "is lost. If this happens again, the disk may be failing."
)


@dataclass(frozen=True, slots=True)
class Found:
    """The header as it was read; `notice` is a sentence for the person if the second copy had to be used."""

    header: Header
    notice: str = ""


def read(folder: Path) -> Found:
    """The header of the workspace in `folder`. Raises NoWorkspace, DamagedFile (both copies), NewerFile."""
    first = _bytes_of(folder / NAME)
    second = _bytes_of(folder / COPY)
    if first is None and second is None:
        raise NoWorkspace(
            "There is no workspace in this folder yet.",
            "Make one with `reflect init`, or name another folder with `--workspace`.",
        )
    try:
        return Found(parsed(first or b""))
    except DamagedFile:
        if second is None:
            raise
        return Found(parsed(second), _FROM_COPY)


def exists(folder: Path) -> bool:
    """Whether there is a header, or what is left of one, in `folder`."""
    return (folder / NAME).exists() or (folder / COPY).exists()


class HeldHeader:
    """The header while nobody else may write it."""

    def __init__(self, folder: Path, found: Found) -> None:
        self._folder = folder
        self.header = found.header
        self.notice = found.notice

    def write(self, header: Header) -> None:
        """Keeps `header` as the next revision. Raises NotSaved if the disk refuses; what was kept before
        then still stands."""
        following = replace(header, revision=self.header.revision + 1)
        _write_both(self._folder, following)
        self.header = following

    def mend(self) -> None:
        """Makes both copies the same again if they are not; a disk that refuses is left alone."""
        kept = written(self.header)
        if any(_bytes_of(self._folder / name) != kept for name in (NAME, COPY)):
            with suppress(NotSaved):
                _write_both(self._folder, self.header)


@contextmanager
def held(folder: Path) -> Iterator[HeldHeader]:
    """The header, with the lock that keeps two windows from losing each other's change. Raises as `read`."""
    read(folder)  # no lock file in a folder without a workspace
    with alone(folder / _LOCK):
        yield HeldHeader(folder, read(folder))


def first_write(folder: Path, header: Header) -> None:
    """Keeps the header of a new workspace. Raises WorkspaceError if there is one already, NotSaved if the
    disk refuses."""
    with alone(folder / _LOCK):
        if exists(folder):
            raise WorkspaceError(
                "There is already a workspace in this folder.",
                "Nothing was changed. Sign in to it, or name another folder with `--workspace`.",
            )
        _write_both(folder, header)


def _write_both(folder: Path, header: Header) -> None:
    data = written(header)
    if parsed(data) != header:
        raise NotSaved("The workspace's keys could not be written.", "What was kept before still stands.")
    try:
        for left_by_a_crash in folder.glob(f".{NAME}.*"):  # we hold the lock: nobody is writing it
            left_by_a_crash.unlink()
        _patiently(lambda: write_privately(folder / NAME, data))
    except OSError:
        raise NotSaved(
            "The disk did not take the workspace's keys.",
            "What was kept before still stands. Make room on the disk and try again.",
        ) from None
    with suppress(OSError):  # the first copy stands; the next sign-in mends the second
        _patiently(lambda: write_privately(folder / COPY, data))


def _bytes_of(path: Path) -> bytes | None:
    try:
        return _patiently(path.read_bytes)
    except FileNotFoundError:
        return None
    except OSError:
        raise WorkspaceError(
            f"The file `{path.name}` cannot be read.",
            "Nothing was changed. Check that the disk is there and that you may read the folder.",
        ) from None


def _patiently(act: Callable[[], T]) -> T:
    """Windows refuses for an instant to replace a file that is being read, or to read one being replaced."""
    for _ in range(50 if sys.platform == "win32" else 0):
        try:
            return act()
        except PermissionError:
            time.sleep(0.02)
    return act()
