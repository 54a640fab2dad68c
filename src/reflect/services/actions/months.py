"""How many actions were open, done and embedded, month by month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Month:
    """How the actions stood at the end of a month (or today, in the present one). `first` is its first day; `done` are
    those done and not yet found to have lasted, `embedded` those that have."""

    first: date
    open: int
    done: int
    embedded: int


Days = tuple[int, int, int, bool]
"""On which days (their numbers, 0 for none) an action was agreed, done and over, and whether it was found to last."""


def last_months(actions: Iterable[Days], today: date, count: int) -> tuple[Month, ...]:
    """The last so many months with the present one, oldest first. An action that was taken up again counts as it goes
    now."""
    firsts = [_month_before(today, back) for back in reversed(range(count))]
    ends = [*(first.toordinal() for first in firsts[1:]), today.toordinal() + 1]
    opened, done, embedded, over = ([0] * (count + 1) for _ in range(4))
    for agreed_on, done_on, ended_on, lasted in actions:
        if agreed_on:
            opened[bisect_right(ends, agreed_on)] += 1
            if done_on:
                done[bisect_right(ends, done_on)] += 1
            if ended_on and lasted:
                embedded[bisect_right(ends, ended_on)] += 1
            elif ended_on and not done_on:
                over[bisect_right(ends, ended_on)] += 1
    sums = (list(accumulate(column))[:count] for column in (opened, done, embedded, over))
    return tuple(
        Month(first, agreed - finished - ended, finished - lasting, lasting)
        for first, agreed, finished, lasting, ended in zip(firsts, *sums, strict=True)
    )


def _month_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)
