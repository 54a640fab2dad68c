"""Which lines of an answer were shared before, so that what was held back is not sent the next time."""

from __future__ import annotations

import re

from reflect.domain.reflection import Answer
from reflect.domain.sharing import ELLIPSIS, Share, lines_of

_MASKED = re.compile(r"\[[^\[\]]+\]")


def lines_shared(answer: Answer, share: Share) -> frozenset[int] | None:
    """The numbers of the lines of an answer, as it stands now, that stand in a share that was taken from it; None for
    the whole answer. A line in which something was masked counts as well; one that cannot be told is held back."""
    if share.card.whole:
        return None
    copies = [line for line in share.text.split("\n") if line.strip() and line != ELLIPSIS]
    found: set[int] = set()
    for line in lines_of(answer):
        if line.words.strip() and copies and _is_copy(copies[0], line.words):
            copies.pop(0)
            if line.number is not None:
                found.add(line.number)
    return frozenset(found)


def _is_copy(copied: str, words: str) -> bool:
    if copied == words:
        return True
    parts = _MASKED.split(copied)
    if len(parts) == 1 or not any(part.strip(" .,;:!?") for part in parts):
        return False
    return re.fullmatch(".+".join(re.escape(part) for part in parts), words) is not None
