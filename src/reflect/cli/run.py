"""The edge of the program: whatever happens inside a command comes out as a sentence and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from types import TracebackType

import typer
from typer.exceptions import TyperException

from reflect.cli.commands import command_line, noun_and_verb
from reflect.cli.door import Door
from reflect.cli.echo import tell
from reflect.clock import Clock, SystemClock
from reflect.errors import ReflectError

FAILED, WRONG_USE = 1, 2
# typer turns control-C into this code where it is not told to raise.
_INTERRUPTED = 130


def run(words: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Carry out one command (`words` None: as typed on the command line) and give its exit code."""
    try:
        return _carried_out(words, clock or SystemClock())
    except ReflectError as fault:
        _tell(fault.what)
        _tell(fault.next_step)
        return fault.exit_code
    except TyperException as fault:
        return _not_understood(fault)
    except BrokenPipeError:
        return _nobody_reads()
    except (EOFError, typer.Abort):
        _tell("Stopped: the input ended before everything was answered.")
        _tell("What was saved before is kept.")
        return FAILED
    except KeyboardInterrupt:
        return _interrupted()
    except OSError as fault:
        if fault.errno in (errno.EPIPE, errno.EINVAL) and fault.filename is None:
            return _nobody_reads()
        _tell(f"The computer refused: {fault.strerror or type(fault).__name__}. {_place(fault)}")
        _tell("What was saved before is kept.")
        return FAILED
    except Exception as fault:
        # Neither the words of the fault nor any value: both may hold what somebody wrote.
        _tell(f"A fault inside reflect stopped this: {type(fault).__name__}. {_place(fault)}")
        _tell("What was saved before is kept. The line above says all that a report of it needs.")
        return FAILED


def _carried_out(words: Sequence[str] | None, clock: Clock) -> int:
    typed = sys.argv[1:] if words is None else list(words)
    result = command_line(*noun_and_verb(typed)).main(
        args=None if words is None else typed,
        prog_name="reflect",
        standalone_mode=False,
        obj=Door(clock=clock),
    )
    if sys.stdout is not None:
        sys.stdout.flush()
    if result == _INTERRUPTED:
        return _interrupted()
    return result if isinstance(result, int) else 0


def _not_understood(fault: TyperException) -> int:
    context = getattr(fault, "ctx", None)
    path = context.command_path if context is not None else "reflect"
    if type(fault).__name__ == "NoArgsIsHelpError":
        verbs = ", ".join(context.command.list_commands(context)) if context is not None else ""
        _tell(f"A verb is missing after `{path}`; it can be: {verbs}.")
        _tell(f"See: {path} --help")
        return WRONG_USE
    _tell(" ".join(fault.format_message().split()))
    _tell(f"See: {path} --help")
    return WRONG_USE if fault.exit_code == WRONG_USE else FAILED


def _interrupted() -> int:
    _tell()
    _tell("Stopped. What was saved before is kept.")
    return FAILED


def _nobody_reads() -> int:
    """The reader of our output has gone; the rest of it goes nowhere, so that nothing fails again at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            descriptor = os.open(os.devnull, os.O_WRONLY)
            os.dup2(descriptor, stream.fileno())
            os.close(descriptor)
        except (OSError, ValueError, AttributeError):
            continue
    return FAILED


def _place(fault: BaseException) -> str:
    """Where a fault happened: the innermost line of reflect's own, as `(module:line)`."""
    place = ""
    step: TracebackType | None = fault.__traceback__
    while step is not None:
        module = str(step.tb_frame.f_globals.get("__name__", ""))
        if module.split(".")[0] == "reflect":
            place = f"({module}:{step.tb_lineno})"
        step = step.tb_next
    return place


def _tell(words: str = "") -> None:
    """Tell the person; where standard error is gone too there is nobody to tell."""
    try:
        if words:
            tell(words)
    except (OSError, ValueError):
        return
