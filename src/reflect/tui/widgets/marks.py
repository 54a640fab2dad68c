"""Marked stretches of a text that is being edited: they move with their words until the text is looked at again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Place = tuple[int, int]


class Marks:
    """Stretches by line, each from one column up to another; lines and columns count from 0."""

    def __init__(self) -> None:
        self._by_line: dict[int, list[Place]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_line)

    def __getitem__(self, line: int) -> list[Place]:
        return self._by_line.get(line, [])

    def clear(self) -> None:
        """No marks."""
        self._by_line = {}

    def put(self, text: str, stretches: Iterable[Place]) -> bool:
        """Marks these stretches of the whole text, counted in characters; whether anything changed."""
        starts = [0]
        for words in text.split("\n"):
            starts.append(starts[-1] + len(words) + 1)
        fresh: dict[int, list[Place]] = {}
        for start, end in stretches:
            line = bisect_right(starts, start) - 1
            while line < len(starts) - 1 and starts[line] < end:
                first = max(start - starts[line], 0)
                last = min(end, starts[line + 1] - 1) - starts[line]
                if first < last:
                    fresh.setdefault(line, []).append((first, last))
                line += 1
        changed = fresh != self._by_line
        self._by_line = fresh
        return changed

    def edited(self, top: Place, bottom: Place, end: Place) -> None:
        """What stood from `top` to `bottom` (line, column) was replaced by words that end at `end`. Marks before it
        stay, those behind it move along, and those in which it was are gone."""
        if not self._by_line:
            return
        moved: dict[int, list[Place]] = {}
        for line, places in self._by_line.items():
            if line < top[0]:
                moved[line] = places
            elif line > bottom[0]:
                moved.setdefault(line + end[0] - bottom[0], []).extend(places)
            else:
                before = [place for place in places if line == top[0] and place[1] <= top[1]]
                after = [place for place in places if line == bottom[0] and place[0] >= bottom[1]]
                if before:
                    moved.setdefault(line, []).extend(before)
                if after:
                    by = end[1] - bottom[1]
                    moved.setdefault(end[0], []).extend((first + by, last + by) for first, last in after)
        self._by_line = moved
