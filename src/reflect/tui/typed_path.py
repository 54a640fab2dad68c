"""The path of a file as somebody types it, pastes it or drops it on the window."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from pathlib import Path


def typed_path(words: str) -> Path:
    """The file that is meant: quotes around a path, a `~`, and the backslashes that terminals put before spaces are
    understood."""
    bare = words.strip()
    if os.name == "posix":
        with suppress(ValueError):  # a lone apostrophe is part of the name
            parts = shlex.split(bare)
            bare = parts[0] if len(parts) == 1 else bare
    else:
        bare = bare.strip('"')
    with suppress(RuntimeError):  # nobody has a home by this name
        return Path(bare).expanduser()
    return Path(bare)
