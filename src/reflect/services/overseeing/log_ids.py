"""The ids of one group of the log, of which those of what is over are read only when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

AT_ONCE = 500

Fetch = Callable[[int, int], Sequence[str]]
"""So many ids of what is over, from a place on that counts from 0."""


class LogIds(Sequence[str]):
    """What is live first, then what is over. A part may come out shorter than it should where somebody has changed
    something meanwhile."""

    def __init__(self, live: Sequence[str], over: int, fetch: Fetch) -> None:
        self._live = live
        self._over = over
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self._live) + self._over

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...

    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._between(places, places + 1)[0]
        if places.step != 1:
            return [self[one] for one in places]
        return self._between(places.start, places.stop)

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), AT_ONCE):
            yield from self._between(start, min(start + AT_ONCE, len(self)))

    def _between(self, start: int, stop: int) -> list[str]:
        live = len(self._live)
        found = list(self._live[start:stop])
        if stop > max(start, live):
            first = max(start - live, 0)
            found += self._fetch(first, stop - live - first)
        return found
