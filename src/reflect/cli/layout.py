"""Plain lines that fit a page of eighty columns, whatever script the words are in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

WIDTH = 80


def columns(words: str) -> int:
    """How many columns of a terminal the words take: wide letters two, combining marks none."""
    if words.isascii():
        return len(words)
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in words
    )


def cut(words: str, width: int) -> str:
    """The words on one line, cut to at most `width` columns with an ellipsis where they are longer."""
    line = " ".join(words.split())
    if columns(line) <= width:
        return line
    kept, room = "", width - 1
    for letter in line:
        room -= columns(letter)
        if room < 0:
            break
        kept += letter
    at_word = kept.rfind(" ")
    return (kept[:at_word] if at_word > len(kept) // 2 else kept).rstrip(" ,.;:") + "…"


def padded(words: str, width: int) -> str:
    """The words cut or filled with spaces to exactly `width` columns."""
    shown = cut(words, width)
    return shown + " " * (width - columns(shown))


def wrapped(words: str, *, indent: str = "", width: int = WIDTH) -> Iterator[str]:
    """The words as lines of at most `width` columns, each after the indent; their own line ends, and the spaces
    at the beginning of their lines, are kept."""
    room = width - len(indent)
    for paragraph in words.expandtabs(4).split("\n"):
        body = paragraph.lstrip(" ")
        line, filled = " " * min(len(paragraph) - len(body), room // 2), False
        for word in body.split(" "):
            for piece in _pieces(word, room):
                if filled and columns(line) + 1 + columns(piece) > room:
                    yield (indent + line).rstrip()
                    line = piece
                else:
                    line = f"{line} {piece}" if filled else line + piece
                filled = True
        yield (indent + line).rstrip()


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces that each fit: one, but for a word longer than the page."""
    while columns(word) > room:
        head = ""
        for letter in word:
            if columns(head + letter) > room:
                break
            head += letter
        if not head:
            break
        yield head
        word = word[len(head) :]
    yield word
