"""Luck that falls the same way everywhere: a seed gives the same draws on every computer and Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Luck:
    """Draws from one stream, each made from the seed, what it is about, and how many came before it."""

    def __init__(self, seed: int, about: str) -> None:
        self._origin = f"{seed}:{about}"
        self._drawn = 0

    def _share(self) -> float:
        """A number from 0 up to 1, without 1. From a hash, as library generators may change between versions."""
        self._drawn += 1
        digest = hashlib.sha256(f"{self._origin}:{self._drawn}".encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self._share() < share

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._share() * (most - least + 1))

    def one_of(self, things: Sequence[T]) -> T:
        """One of some things."""
        return things[self.number(0, len(things) - 1)]

    def weighted(self, things: Sequence[T], weights: Sequence[int]) -> T:
        """One of some things, the heavier the likelier."""
        drawn = self._share() * sum(weights)
        for thing, weight in zip(things, weights, strict=True):
            drawn -= weight
            if drawn < 0:
                return thing
        return things[-1]

    def some_of(self, things: Sequence[T], count: int) -> tuple[T, ...]:
        """So many different things of some, in a drawn order."""
        left = list(things)
        return tuple(left.pop(self.number(0, len(left) - 1)) for _ in range(min(count, len(left))))
