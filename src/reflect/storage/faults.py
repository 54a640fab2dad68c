"""What the database says, in words for people. No value that was to be stored is ever part of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from reflect.errors import DamagedFile, NotSaved, ReflectError

DAMAGED = ("file is not a database", "malformed", "disk image", "unsupported file format")


def in_words(fault: Exception) -> ReflectError:
    """The error that a person sees for a fault of the database driver."""
    said = str(getattr(fault, "orig", fault)).casefold()
    if any(words in said for words in DAMAGED):
        return DamagedFile(
            "The workspace file is cut short, damaged, or was changed by another program.",
            "Nothing was written to it. Keep the folder as it is and bring back a copy from your backup.",
        )
    if "full" in said:
        return NotSaved(
            "The disk is full, so this was not saved.",
            "What was saved before is safe. Free some space; your text is still here and will be saved again.",
        )
    if "readonly" in said or "read-only" in said or "query_only" in said:
        return NotSaved(
            "The workspace can only be read here, so this was not saved.",
            "What was saved before is safe. Check that you may write to its folder.",
        )
    if "locked" in said or "busy" in said:
        return NotSaved(
            "Another program kept the workspace busy, so this was not saved.",
            "What was saved before is safe. Try again in a moment.",
        )
    if "unable to open" in said:
        return DamagedFile(
            "The workspace file is missing or cannot be opened.",
            "Nothing was changed. Check the folder and that you may read it.",
        )
    return NotSaved(
        "The disk or the workspace file did not answer as it should, so this was not saved.",
        "What was saved before is safe. Try again; if it happens again, run `reflect doctor`.",
    )


@contextmanager
def spoken() -> Iterator[None]:
    """Turns faults of the driver into errors for people, and drops what they carry."""
    try:
        yield
    except (sqlcipher3.Error, OSError) as fault:
        error = in_words(fault)
    except Exception as fault:
        # SQLAlchemy wraps the driver's fault; it is known by what it wraps, so that it need not be imported here.
        if not isinstance(getattr(fault, "orig", None), sqlcipher3.Error):
            raise
        error = in_words(fault)
    else:
        return
    raise error
