"""Lines that a person types at a terminal, or that come through a pipe: one after the other, until the end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

from reflect.cli.asking import can_ask
from reflect.cli.echo import prompt
from reflect.cli.secret_files import decoded
from reflect.errors import WrongUse


class Stop(Exception):
    """The person stops here, or their input ends."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where lines come from. `somebody_types` tells a terminal from a pipe."""

    read: Callable[[], str]
    somebody_types: bool

    @classmethod
    def of_standard_input(cls, *, may_ask: bool) -> Lines:
        """Standard input, whatever it is. Raises WrongUse for a terminal where asking was ruled out."""
        if sys.stdin is None:
            return cls(lambda: "", False)
        if can_ask():
            if not may_ask:
                raise WrongUse(
                    "The questions cannot be asked: --no-input was given.",
                    "Leave --no-input out, or send the answers on standard input.",
                )
            return cls(_typed, True)
        buffer = sys.stdin.buffer
        return cls(lambda: decoded(buffer.readline(), "Standard input"), False)

    def next(self) -> str | None:
        """The next line without its end, or None where the input has ended."""
        if self.somebody_types:
            prompt("> ")
        line = self.read()
        return line.rstrip("\r\n") if line else None


def _typed() -> str:
    try:
        # `input` rather than `readline`: it lets the person correct the line that they are typing.
        return input() + "\n"
    except EOFError:
        return ""
