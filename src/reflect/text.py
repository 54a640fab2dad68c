"""The one ear: every text from outside (a key, a file, a pipe) comes in through `clean`.

What is dropped can do harm and means nothing to a reader: control bytes and escape sequences (they
reach the terminal and can move, hide or rewrite what is shown) and the characters that turn the
direction of other characters (they make a text read differently from what it says). Right-to-left
scripts themselves are kept: their letters carry their own direction.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from reflect.errors import InvalidText

ANSWER_LIMIT = 100_000
LINE_LIMIT = 200

_ESCAPE_SEQUENCES = re.compile(
    "\x1b\\][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # OSC: titles, links, clipboard
    "|\x1b[PX^_][^\x1b\x9c]*(?:\x1b\\\\|\x9c)?"  # DCS, SOS, PM, APC
    "|[\x9d][^\x07\x9c]*[\x07\x9c]?"
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor
    "|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029|\x0b|\x0c")
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, overrides, isolates
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def clean(words: str, *, limit: int = ANSWER_LIMIT) -> str:
    """A person's words as they are kept: composed (NFC), lines ended by a newline, nothing that a terminal
    would obey. Tabs and newlines stay. Raises InvalidText above `limit` characters."""
    safe = UNSAFE.sub("", without_escapes(_LINE_ENDS.sub("\n", words)))
    kept = unicodedata.normalize("NFC", safe)
    if len(kept) > limit:
        raise InvalidText(
            f"This text has {len(kept):,} characters; {limit:,} can be kept in one piece.",
            "Nothing was cut. Please shorten it or divide it.",
        )
    return kept


def without_escapes(words: str) -> str:
    """The same without sequences that begin with an escape, such as colours; no escape is left."""
    return _ESCAPE_SEQUENCES.sub("", words)


def clean_line(words: str, *, limit: int = LINE_LIMIT) -> str:
    """Words meant for one line (a name, a title): cleaned, with every run of white space made one space."""
    return " ".join(clean(words, limit=limit * 4).split())[:limit]


def is_safe(words: str) -> bool:
    """Whether `words` hold nothing that `clean` would drop."""
    return not UNSAFE.search(words)


def shorten(words: str, width: int) -> str:
    """The first line of `words`, cut at a word to at most `width` characters with an ellipsis."""
    line = " ".join(words.split())
    if len(line) <= width:
        return line
    room = max(width - 1, 0)
    cut = line.rfind(" ", 0, room + 1)
    return line[: cut if cut > width // 2 else room].rstrip(" ,.;:") + "…"


def json_text(value: Any) -> str:
    """A value as JSON that is safe to show: readable letters, unsafe characters escaped, ended by a newline."""
    return UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def json_line(value: Any) -> str:
    """The same on one line, as short as it gets: no character in it but the last ends a line anywhere."""
    return UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _escaped(match: re.Match[str]) -> str:
    encoded = match[0].encode("utf-16-be", errors="surrogatepass")
    return "".join(f"\\u{encoded[at] << 8 | encoded[at + 1]:04x}" for at in range(0, len(encoded), 2))


def in_a_row(several: Sequence[str]) -> str:
    """Several words in a line, one at least: `this`, `this and that`, `this, that and another`."""
    *others, last = several
    return f"{', '.join(others)} and {last}" if others else last
