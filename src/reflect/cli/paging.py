"""Long lists by page, on a terminal only; no other program ever gets to see them."""

from __future__ import annotations

import shutil
import sys

from reflect.cli.door import Door
from reflect.cli.echo import on_terminal


def page_of(door: Door) -> int | None:
    """How many lines fit the terminal, or None where nobody is there to turn a page."""
    if door.no_input or not (on_terminal(sys.stdout) and on_terminal(sys.stdin)):
        return None
    return max(shutil.get_terminal_size().lines - 1, 10)
