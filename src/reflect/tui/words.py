"""The one mouth of the screens: how words that somebody wrote are shown, and never obeyed.

A plain `str` is markup to Textual: a bracket can crash it, vanish or become a link. What goes through
`plain` (widgets) or `cell` (tables and trees) stands on the screen as it was typed.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from reflect.text import UNSAFE


def shown(words: str) -> str:
    """The words without the characters that a terminal would obey; tabs become four spaces."""
    return UNSAFE.sub("", words.expandtabs(4))


def plain(words: str, style: str = "") -> Content:
    """Somebody's words for a widget, as typed; `style` (ours, such as `$text-muted`) covers all of them."""
    return Content.styled(shown(words), style) if style else Content(shown(words))


def cell(words: str) -> Text:
    """Somebody's words for one cell of a table or a tree, as typed, on one line."""
    return Text(" ".join(shown(words).split()), end="", no_wrap=True)


def choice(words: str) -> Text:
    """Somebody's words as one of several to choose from, as typed: a list finds by typing only what is such a text."""
    return Text(" ".join(shown(words).split()))


def lines(*parts: Content) -> Content:
    """Several contents below each other; empty ones leave no gap."""
    return Content("\n").join(part for part in parts if part.plain)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 question`, `2 questions`, `no questions`."""
    noun = one if number == 1 else (many or f"{one}s")
    return f"{number or 'no'} {noun}"


def columns(width: int, first: Content, *others: tuple[str, int]) -> Content:
    """One line of `width` cells: `first` on the left, cut if need be, then words of ours, each in so many cells."""
    right = [_fit(Content(words), cells) for words, cells in others]
    return Content("").join([_fit(first, max(width - sum(cells for _, cells in others), 8)), *right])


def _fit(words: Content, width: int) -> Content:
    cut = words.truncate(width - 1, ellipsis=True) if words.cell_length > width - 1 else words
    return cut.pad_right(max(width - cut.cell_length, 0))
