"""One writer at a time: a lock that the operating system lets go when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reflect.errors import WorkspaceError

_PAUSE = 0.02


@contextmanager
def alone(lock_file: Path, *, patience_seconds: float = 30.0) -> Iterator[None]:
    """Holds the lock while the block runs. Raises WorkspaceError if the file cannot be made, or if another
    window keeps the lock for longer than `patience_seconds`."""
    try:
        handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise WorkspaceError(
            "The workspace's folder cannot be written to.",
            "Nothing was changed. Check that the folder is there and that you may write in it.",
        ) from None
    try:
        give_up = time.monotonic() + patience_seconds
        while not _taken(handle):
            if time.monotonic() >= give_up:
                raise WorkspaceError(
                    "Another window of reflect is busy with this workspace.",
                    "Nothing was changed. Please try again in a moment.",
                )
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
