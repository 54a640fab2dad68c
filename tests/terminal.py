"""A real terminal for a test: a program in a pseudo-terminal, and what it shows there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pexpect
import pyte

TESTS = Path(__file__).parent
PATIENCE = 30.0


class Terminal:
    """Starts Python with these arguments in a terminal of `columns` by `rows`."""

    def __init__(self, *arguments: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.child = pexpect.spawn(
            sys.executable,
            list(arguments),
            dimensions=(rows, columns),
            env={
                "PATH": "",
                "HOME": "/nonexistent",
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "PYTHONPATH": str(TESTS),
                **environment,
            },
        )

    def read(self) -> None:
        """Takes in what was written meanwhile."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.written += data
        # pyte does not know the private sequences with which the keyboard and the mouse pointer are set.
        self.stream.feed(data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b"").replace(b"\x1b[>25u", b""))

    @property
    def words(self) -> str:
        """What stands on the screen, as one line."""
        return " ".join(" ".join(self.screen.display).replace("▌", " ").split())

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Reads until `condition` holds; fails naming `what` was waited for and what stands there instead."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end, f"waited in vain for {what}; there is: {self.words}"
            self.read()

    def wait_for_words(self, words: str) -> None:
        """Reads until these words stand on the screen."""
        self.wait_for(lambda: words in self.words, repr(words))

    def press(self, keys: str) -> None:
        """Types."""
        self.child.send(keys)

    def wait_for_end(self) -> int:
        """Reads until the program has ended; its exit code (128 and more: the signal that ended it)."""
        self.wait_for(lambda: not self.child.isalive(), "the end of the program")
        for _ in range(3):
            self.read()
        status, signal = self.child.exitstatus, self.child.signalstatus
        return status if status is not None else 128 + (signal or 0)

    def hang_up(self) -> None:
        """Takes the terminal away, as a closed window does, and waits for the program's end."""
        process = self.child.ptyproc
        process.fileobj.close()
        os.waitpid(process.pid, 0)
        process.closed = process.terminated = self.child.closed = True

    def close(self) -> None:
        """Ends whatever still runs."""
        if not self.child.closed:
            self.child.close(force=True)
