"""What is said of a fault of the program's own: its kind and where it happened, never a value.

A traceback with local variables, or the message of an exception, can hold somebody's reflection.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from textual.worker import WorkerFailed

from reflect.errors import ReflectError

_PACKAGE = "reflect"


@dataclass(frozen=True, slots=True)
class Fault:
    """The kind of a fault, and its place as `module:line`."""

    kind: str
    place: str

    def __str__(self) -> str:
        return f"{self.kind} at {self.place}"


def fault_of(error: BaseException) -> Fault:
    """The kind and the place of `error`: the innermost line of our own, or of anybody's if there is none."""
    while isinstance(error, WorkerFailed):
        error = error.error
    place = "an unknown place"
    ours = False
    step: TracebackType | None = error.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", "?"))
        is_ours = module.split(".")[0] == _PACKAGE
        if is_ours or not ours:
            place = f"{module}:{step.tb_lineno}"
            ours = ours or is_ours
        step = step.tb_next
    return Fault(type(error).__name__, place)


def as_reflect_error(error: Exception) -> ReflectError:
    """A fault of the program's own as an error that can be shown."""
    return ReflectError(
        f"A fault inside reflect stopped this ({fault_of(error)}).",
        "What was saved before is safe. Please try again.",
    )


def parting_words(error: BaseException) -> str:
    """What is left on the terminal when a fault ends the program."""
    while isinstance(error, WorkerFailed):
        error = error.error
    if isinstance(error, ReflectError):
        return f"reflect stopped. {error}"
    return (
        "reflect stopped because of a fault of its own. Everything that the screen called saved is safe.\n"
        f"If you report it, this line is enough, and holds nothing that you wrote: {fault_of(error)}"
    )


@contextmanager
def only_kind_and_place() -> Iterator[None]:
    """While it lasts, Python's own reports of faults say kind and place too, and no values."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def say(error: BaseException | None) -> None:
        if error is not None and sys.__stderr__ is not None:
            sys.__stderr__.write(f"{parting_words(error)}\n")

    sys.excepthook = lambda _kind, error, _trace: say(error)
    threading.excepthook = lambda report: say(report.exc_value)
    sys.unraisablehook = lambda report: say(report.exc_value)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
