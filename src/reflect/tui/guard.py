"""The last door before the terminal: no text, whosever it is, may carry a byte that a terminal obeys.

Textual writes the text of a strip to the terminal as it is, whatever widget it came from. Every line of
every widget (its borders, titles and notices too) passes the app's line filters first; this is the last of them.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reflect.text import UNSAFE

_LINE_BREAKS = str.maketrans({"\t": " ", "\n": " "})


def harmless(text: str) -> str:
    """`text` as wide as before and without anything that moves, hides or rewrites what is shown."""
    if not UNSAFE.search(text) and "\t" not in text and "\n" not in text:
        return text
    return UNSAFE.sub(lambda found: "·" * cell_len(found[0]), text.translate(_LINE_BREAKS))


class TerminalGuard(LineFilter):
    """Takes control bytes, escapes, direction overrides and terminal links out of every rendered line."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same line, harmless."""
        return [
            Segment(harmless(text), style.update_link(None) if _has_link(style) and style else style)
            for text, style, _ in segments
        ]


def _has_link(style: Style | None) -> bool:
    return style is not None and style.link is not None
