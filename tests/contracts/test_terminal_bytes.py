"""No byte that a terminal obeys gets there through words, whatever widget shows them: what is written is read."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect

TESTS = Path(__file__).parents[1]
# What the program itself sends: colours, moving the cursor, switching modes, the shape of the mouse pointer.
OWN = re.compile(r"\x1b\[(?!2J|31m)[0-9;:?<>=$]*[A-Za-z]|\x1b\[\?20(26|48)\$p|\x1b\]22;[a-z-]*\x07")
FOREIGN = {
    "escape": "\x1b",
    "erase screen": "\x1b[2J",
    "window title": "\x1b]0;",
    "clipboard": "\x1b]52;",
    "link": "\x1b]8;",
    "bell": "\x07",
    "backspace": "\x08",
    "null": "\x00",
    "delete": "\x7f",
    "C1 control": "\x9b",
    "C1 title": "\x9d",
    "direction override": "\u202e",
    "direction isolate": "\u2066",
    "direction mark": "\u200f",
}


def written_by(*arguments: str) -> str:
    """Everything that the script writes to a terminal of 100 by 60."""
    child = pexpect.spawn(
        sys.executable,
        [str(Path(__file__).parent / "drawn_words.py"), *arguments],
        dimensions=(60, 100),
        env={"PATH": "", "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(TESTS)},
        timeout=30,
    )
    child.expect(pexpect.EOF)
    child.close()
    return bytes(child.before).decode("utf-8", "surrogateescape")


def foreign_to(text: str) -> set[str]:
    """What in the text is neither words nor sent by the program itself."""
    rest = OWN.sub("", text)
    return {name for name, sign in FOREIGN.items() if sign in rest}


def test_every_widget_shows_words_and_sends_nothing_that_a_terminal_obeys() -> None:
    text = written_by()
    assert "DRAWN" in text
    assert "[@click=app.leave]x[/]" in re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert foreign_to(text) == set()


def test_without_the_guard_the_same_words_would_get_through() -> None:
    text = written_by("unguarded")
    assert "DRAWN" in text
    assert {"escape", "C1 control", "direction override", "window title", "clipboard"} <= foreign_to(text)
