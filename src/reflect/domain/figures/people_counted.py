"""Numbers of a team that count no actions: who reflected on what, and how long it took until actions were done."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure

DAYS_TO_DONE = Cell(Measure.DAYS_TO_DONE)


def reflected(finished: Iterable[tuple[str, str]]) -> dict[Cell, dict[str, int]]:
    """Who is behind the numbers of how many reflected, on each bank and at all, from person and bank of sittings.
    Everybody counts once in each."""
    cells: dict[Cell, dict[str, int]] = {}
    for person, bank in finished:
        cells.setdefault(Cell(Measure.REFLECTED), {})[person] = 1
        cells.setdefault(Cell(Measure.REFLECTED, By.BANK, bank), {})[person] = 1
    return cells


def days_to_done(taken: Iterable[tuple[str, int]]) -> tuple[dict[str, int], int]:
    """Who is behind the median days from agreed to done, and the median in whole days, a half rounded up; from person
    and days of each action. Nobody and 0 where nothing is done. What each counts for tells other days apart too."""
    behind: dict[str, int] = {}
    days = []
    for person, took in taken:
        behind[person] = behind.get(person, 0) + 1 + took
        days.append(took)
    return behind, int(median(days) + 0.5) if days else 0
