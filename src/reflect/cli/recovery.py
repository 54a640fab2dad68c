"""Recovery words: handed over once, on standard output or in a file of their own, and never kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from reflect.cli.echo import echo, tell
from reflect.errors import WrongUse

RecoveryFile = Annotated[
    Path | None,
    typer.Option(
        "--recovery-file",
        metavar="FILE",
        help="Write the recovery words to this new file, not to the screen.",
    ),
]


@contextmanager
def reserved(path: Path | None, option: str = "--recovery-file") -> Iterator[Callable[[Sequence[str]], None]]:
    """Make the file (0600) before anything else happens, so that the words cannot be lost for want of a place;
    it is taken away again if they never come. Raises WrongUse if it is there already or cannot be made."""
    if path is None:
        yield lambda _words: None
        return
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as there:
        raise WrongUse(
            f"The file given with {option} is there already.", "Nothing was changed. Name a new file."
        ) from there
    except OSError as refused:
        raise WrongUse(
            f"The file given with {option} cannot be made: {refused.strerror or 'no reason given'}.",
            "Nothing was changed. Name another file.",
        ) from refused
    written = False
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:

        def keep(words: Sequence[str]) -> None:
            nonlocal written
            file.write(" ".join(words) + "\n")
            file.flush()
            os.fsync(file.fileno())
            written = True

        try:
            yield keep
        finally:
            if not written:
                file.close()
                path.unlink(missing_ok=True)


def hand_over(words: Sequence[str], path: Path | None) -> None:
    """Give the words to the person, and say what they are for."""
    if path is None:
        tell("Your recovery words follow. They are shown this once and kept nowhere.")
        echo(" ".join(words))
    else:
        tell(f"Your recovery words are in {path}. Print them, put them away, and delete the file.")
    tell(
        "They are your key in words: with them you can set a new passphrase. Without your passphrase and "
        "without these words, what you wrote is lost, and nobody can bring it back."
    )
