"""Which lines of an answer were shared or chosen before, so that what was held back is not sent the next time."""

from __future__ import annotations

import re

from reflect.domain.reflection import Answer, Meant
from reflect.domain.sharing import ELLIPSIS, Share, lines_of, read_lines

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


def lines_meant(answer: Answer) -> frozenset[int] | None:
    """The numbers of the lines that were chosen when an answer was prepared, as it stands now; None for the whole
    answer. One that was changed since is held back."""
    if answer.meant is None or answer.meant.lines is None:
        return None
    left, found = list(answer.meant.lines), set()
    for line in lines_of(answer):
        if line.number is not None and line.words in left:
            left.remove(line.words)
            found.add(line.number)
    return frozenset(found)


def choice_kept(answer: Answer) -> str | None:
    """The same as sharing wants lines said, such as `1,3`: None for all, empty where none of them is left."""
    kept = lines_meant(answer)
    return None if kept is None else ",".join(str(number) for number in sorted(kept))


def meant(answer: Answer, lines: str | None, supervisor: str | None) -> Meant | None:
    """What is kept with an answer that is prepared: these `lines`, for this supervisor. Raises WrongUse."""
    if lines is None:
        return None if supervisor is None else Meant(None, supervisor)
    numbered = [line for line in lines_of(answer) if line.number is not None]
    wanted = read_lines(lines, len(numbered))
    whole = len(wanted) == len(numbered)
    return Meant(None if whole else tuple(one.words for one in numbered if one.number in wanted), supervisor)


def _is_copy(copied: str, words: str) -> bool:
    if copied == words:
        return True
    parts = _MASKED.split(copied)
    if len(parts) == 1 or not any(part.strip(" .,;:!?") for part in parts):
        return False
    return re.fullmatch(".+".join(re.escape(part) for part in parts), words) is not None
