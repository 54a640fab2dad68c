"""Which way words are read: a file for a word processor has to say it, where a web page works it out by itself."""

from __future__ import annotations

import unicodedata
from itertools import groupby

_RIGHT_TO_LEFT = ("R", "AL", "AN")
# Numbers and marks on letters go with the letters before them.
_FOLLOWS = ("EN", "NSM")


def is_right_to_left(words: str) -> bool:
    """Whether the first letter that has a direction is read from right to left."""
    return next((found for one in words if (found := _strong(one)) is not None), False)


def directed(words: str, *, whole: bool) -> list[tuple[str, bool]]:
    """The words in pieces that are read one way, each with whether that is from right to left, in a line that as a
    `whole` is read so or not. What has no direction of its own goes with the letters on both sides of it, or with the
    whole where these differ."""
    ways: list[bool | None] = []
    before = whole
    for one in words:
        way = _strong(one)
        if way is None and unicodedata.bidirectional(one) in _FOLLOWS:
            way = before
        before = before if way is None else way
        ways.append(way)
    known: list[bool] = []
    at = 0
    for way, several in groupby(ways):
        length = len(list(several))
        if way is None:
            after = ways[at + length] if at + length < len(ways) else whole
            last = known[-1] if known else whole
            way = last if last == after else whole
        known += [way] * length
        at += length
    pieces = groupby(zip(words, known, strict=True), key=lambda pair: pair[1])
    return [("".join(one for one, _ in several), way) for way, several in pieces]


def _strong(one: str) -> bool | None:
    kind = unicodedata.bidirectional(one)
    if kind == "L":
        return False
    return True if kind in _RIGHT_TO_LEFT else None
