"""Files that a person asks for: never over another one unasked, whole or not at all, for their eyes only."""

from __future__ import annotations

from pathlib import Path

from reflect.errors import ReflectError, WrongUse


def check_place(path: Path | None, *, force: bool) -> None:
    """Refuse a place that cannot be written to, before any work is done. Raises WrongUse naming `--out`."""
    if path is None:
        return
    if path.is_dir():
        raise WrongUse("--out names a folder.", "Name a file in it.")
    if not path.parent.is_dir():
        raise WrongUse("The folder of the file given with --out does not exist.", "Make it first.")
    if path.exists() and not force:
        raise WrongUse(
            "The file given with --out is there already.",
            "Nothing was changed. Name another file, or add --force to write over it.",
        )


def write_out(path: Path, document: bytes, *, force: bool) -> None:
    """Write a document, readable by its owner only. Raises ReflectError if the disk refuses."""
    from reflect.paths import write_privately

    check_place(path, force=force)
    try:
        write_privately(path, document)
    except OSError as refused:
        raise ReflectError(
            f"The file given with --out could not be written: {refused.strerror or 'no reason given'}.",
            "Nothing of yours is lost, and no half file was left. Name another file.",
        ) from refused
