"""Starting the app on a terminal, and what follows when it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.tui.documents import Documents
    from reflect.workspace import Workspace

_TELLTALES = (
    "TEXTUAL",
    "TEXTUAL_LOG",
    "TEXTUAL_DEBUG",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_PRESS",
    "TEXTUAL_SHOW_RETURN",
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where to begin: at a bank or one of its questions (`reflect on BANK [QUESTION]`), or at the one-to-one with
    somebody (`reflect with NAME`)."""

    bank: str | None = None
    question: str | None = None
    person: str | None = None


def refuse_without_terminal() -> None:
    """Raises WrongUse unless input, output and errors are all terminals: the app needs one to draw on."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise WrongUse(
            "The app needs a terminal, and this is none.",
            "Without one, use `reflect ask BANK`, `reflect answer add BANK QUESTION` or `reflect --help`.",
        )


def run(
    workspace: Workspace,
    *,
    as_name: str | None = None,
    passphrase: str | None = None,
    opening: Opening | None = None,
    documents: Documents | None = None,
    arguments: Sequence[str] | None = None,
) -> int:
    """Runs the app until it is left, and answers its exit code. Locking starts a fresh process that held no words.
    Where a parent starts the app, it does so with `arguments`, or with those of this process. Raises WrongUse
    when there is no terminal."""
    refuse_without_terminal()
    from reflect.tui import relay

    if relay.parent_is_needed():
        return relay.run_as_parent(sys.argv[1:] if arguments is None else arguments)
    # Textual's own switches for developers could write what is typed to a file.
    for name in _TELLTALES:
        os.environ.pop(name, None)
    from reflect.tui.app import ReflectApp
    from reflect.tui.ending import Ending
    from reflect.tui.faults import only_kind_and_place, parting_words
    from reflect.tui.pasting import without_escapes_in_pastes

    without_escapes_in_pastes()

    with only_kind_and_place():
        app = ReflectApp(
            workspace,
            as_name=as_name,
            passphrase=passphrase,
            opening=opening,
            documents=documents,
        )
        del passphrase
        try:
            app.run()
        except Exception as error:
            sys.stderr.write(f"{parting_words(error)}\n")
            return 1
        finally:
            app.desk.close()
    if app.ending is Ending.LOCKED:
        return relay.start_afresh(workspace.folder, app.as_name)
    return app.return_code or 0
