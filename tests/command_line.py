"""The command line as a program meets it: words in, standard output, standard error and an exit code out."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clocks import StoppedClock
from reflect.cli.layout import columns
from reflect.cli.run import run


def widest(text: str) -> int:
    """The columns of the widest line."""
    return max((columns(line) for line in text.splitlines()), default=0)


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class CommandLine:
    """Carries out commands in a workspace folder, in this process, as somebody (or as nobody yet)."""

    def __init__(self, folder: Path, clock: StoppedClock, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.clock = clock
        self.patch = patch
        self.who: list[str] = []

    def as_somebody(self, name: str, passphrase: str, file: Path) -> CommandLine:
        """From here on, signed in by this name and this passphrase, which is put into `file`."""
        file.write_text(passphrase + "\n", encoding="utf-8")
        self.who = ["--as", name, "--passphrase-file", str(file)]
        return self

    def __call__(self, *words: str, stdin: str | bytes = b"", encoding: str = "utf-8") -> Said:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        streams = {
            "stdin": io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"),
            "stdout": io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline=""),
            "stderr": io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline=""),
        }
        with self.patch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = run(["--workspace", str(self.folder), *self.who, *words], clock=self.clock)
        out, err = (self._written(streams[name]) for name in ("stdout", "stderr"))
        return Said(code, out, err)

    @staticmethod
    def _written(stream: io.TextIOWrapper) -> str:
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8", errors="replace")
