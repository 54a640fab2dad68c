"""When two windows wrote on the same text: what only one of them changed is taken, line by line, and what both changed
differently is kept from both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

BETWEEN = "— also written in another window —"
# Above this, comparing line by line could keep somebody waiting: what differs is one piece then.
_MOST_LINES = 4000


def changed_together(stored: str, fresh: str, based_on: str | None) -> str:
    """What stands after somebody changed `based_on` to `fresh` while `stored` stands. Where nobody knows what it was
    based on (None), every line of either is kept."""
    if stored == based_on or not stored.strip():
        return fresh
    if fresh in (based_on, stored) or not fresh.strip():
        return stored
    theirs, mine = stored.split("\n"), fresh.split("\n")
    was = _in_both(theirs, mine) if based_on is None else based_on.split("\n")
    together = list(_merged(was, theirs, mine))
    # Of lines that read the same nobody knows which one was taken out: rather all twice than one lost.
    if _lost(was, theirs, mine, together):
        together = list(_both(theirs, mine))
    return "\n".join(together)


def cursor_after(before: str, cursor: int, after: str) -> int:
    """Where in `after` the cursor stands that stood `cursor` characters from the start of `before`: with the words that
    it was at."""
    was, now = before.split("\n"), after.split("\n")
    line, column = before.count("\n", 0, cursor), cursor - (before.rfind("\n", 0, cursor) + 1)
    first, last = 0, len(now)
    for same in _same(was, now):
        if same.a <= line < same.a + same.size:
            return _start(now, line - same.a + same.b) + column
        if same.a + same.size <= line:
            first = same.b + same.size
        else:
            last = min(last, same.b)
    for words in (was[line], was[line][:column]):
        for at in range(last - 1, first - 1, -1):
            if words and words in now[at]:
                return _start(now, at) + now[at].rfind(words) + column
    return _by_what_surrounds(before, cursor, after)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines that take the place of those from `first` up to `end`; of none where something was put in."""

    first: int
    end: int
    lines: Sequence[str]
    is_mine: bool


def _edits(was: Sequence[str], now: Sequence[str], *, is_mine: bool) -> Iterator[_Edit]:
    first = at = 0
    for same in (*_same(was, now), Match(len(was), len(now), 0)):
        if (first, at) != (same.a, same.b):
            yield _Edit(first, same.a, now[at : same.b], is_mine)
        first, at = same.a + same.size, same.b + same.size


def _merged(was: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> Iterator[str]:
    at = 0
    for edits in _clusters([*_edits(was, theirs, is_mine=False), *_edits(was, mine, is_mine=True)]):
        first, end = edits[0].first, max(edit.end for edit in edits)
        yield from was[at:first]
        yield from _together(
            was[first:end],
            _changed(was, first, end, [edit for edit in edits if not edit.is_mine]),
            _changed(was, first, end, [edit for edit in edits if edit.is_mine]),
        )
        at = end
    yield from was[at:]


def _clusters(edits: Iterable[_Edit]) -> Iterator[list[_Edit]]:
    """What was changed at different places apart; changes of the same lines, or both put in at one place, together."""
    cluster: list[_Edit] = []
    end = 0
    for edit in sorted(edits, key=lambda one: (one.first, one.end)):
        if cluster and edit.first >= end and not cluster[0].first == end == edit.end:
            yield cluster
            cluster = []
        end = max(end, edit.end) if cluster else edit.end
        cluster.append(edit)
    if cluster:
        yield cluster


def _lost(was: Sequence[str], theirs: Sequence[str], mine: Sequence[str], together: Sequence[str]) -> bool:
    """Whether a line that somebody typed, or that both left standing, is gone."""
    typed = {*theirs, *mine} - set(was) | set(theirs) & set(mine)
    return not typed <= set(together) | {""}


def _changed(was: Sequence[str], first: int, end: int, edits: Sequence[_Edit]) -> Sequence[str]:
    """What became of the lines from `first` up to `end`."""
    lines: list[str] = []
    for edit in edits:
        lines += [*was[first : edit.first], *edit.lines]
        first = edit.end
    return [*lines, *was[first:end]]


def _together(was: Sequence[str], theirs: Sequence[str], mine: Sequence[str]) -> Sequence[str]:
    """What only one changed, or what both did."""
    if theirs in (was, mine):
        return mine
    if mine == was:
        return theirs
    top = _alike(theirs, mine)
    rest, other_rest = theirs[top:], mine[top:]
    bottom = _alike(rest[::-1], other_rest[::-1])
    both = _both(rest[: len(rest) - bottom], other_rest[: len(other_rest) - bottom])
    return [*mine[:top], *both, *mine[len(mine) - bottom :]]


def _both(theirs: Sequence[str], mine: Sequence[str]) -> Sequence[str]:
    """One after the other, but one that goes on from the other says it all."""
    one, other = "\n".join(theirs).rstrip(), "\n".join(mine).rstrip()
    if other.startswith(one):
        return mine
    if one.startswith(other):
        return theirs
    return [*theirs, "", BETWEEN, "", *mine]


def _same(one: Sequence[str], other: Sequence[str]) -> Sequence[Match]:
    """The runs of lines that stand in both, in their order."""
    top = _alike(one, other)
    rest, other_rest = one[top:], other[top:]
    bottom = _alike(rest[::-1], other_rest[::-1])
    rest, other_rest = rest[: len(rest) - bottom], other_rest[: len(other_rest) - bottom]
    found = [Match(0, 0, top)]
    if max(len(rest), len(other_rest)) <= _MOST_LINES:
        matching = SequenceMatcher(None, rest, other_rest).get_matching_blocks()
        found += [Match(top + same.a, top + same.b, same.size) for same in matching]
    found.append(Match(len(one) - bottom, len(other) - bottom, bottom))
    return [same for same in found if same.size]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many lines both begin."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _in_both(theirs: Sequence[str], mine: Sequence[str]) -> Sequence[str]:
    return [line for same in _same(theirs, mine) for line in theirs[same.a : same.a + same.size]]


def _start(lines: Sequence[str], at: int) -> int:
    return sum(len(line) + 1 for line in lines[:at])


def _by_what_surrounds(before: str, cursor: int, after: str) -> int:
    """Counted from the start or from the end, whichever is the same; else at the end."""
    if after.startswith(before[:cursor]):
        return cursor
    return len(after) - (len(before) - cursor if after.endswith(before[cursor:]) else 0)
