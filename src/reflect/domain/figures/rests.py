"""What can be reckoned from numbers that are shown: a whole without its shown parts, an amount without what is
within it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reflect.domain.figures.cells import Behind, By, Cell
from reflect.domain.figures.measures import PARTS, WITHIN

_OVERLAPPING = frozenset({By.THEME, By.FINDING})
_TOLD_APART = (By.LEVEL, By.QUARTER, By.THEME, By.FINDING)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of `whole` without those of its `parts` that are shown. Parts that overlap (an action can have
    several themes) leave over only who is in none of them."""

    whole: Cell
    parts: tuple[Cell, ...]
    overlapping: bool = False

    def reckoned(self, state: Mapping[Cell, Behind | None]) -> dict[str, int] | None:
        """Who is behind it in a state of the numbers; None where the whole is not shown."""
        whole = state.get(self.whole)
        if whole is None:
            return None
        rest = dict(whole)
        for part in self.parts:
            for person, amount in (state.get(part) or {}).items():
                rest[person] = rest.get(person, 0) - amount
        return {
            person: amount
            for person, amount in rest.items()
            if (amount > 0 if self.overlapping else amount != 0)
        }

    def gives_each_away(self, state: Mapping[Cell, Behind | None]) -> bool:
        """Whether the parts that are not shown share so small a rest that each must be one."""
        if self.overlapping:
            return False
        hidden = [part for part in self.parts if part in state and state[part] is None]
        rest = self.reckoned(state)
        return bool(hidden) and rest is not None and sum(rest.values()) == len(hidden)


def touching(cells: Iterable[Cell]) -> dict[Cell, list[Rest]]:
    """Every rest that these cells have between them, by each cell that it is made of."""
    found: dict[Cell, list[Rest]] = {}
    for rest in _rests_among(cells):
        for cell in (rest.whole, *rest.parts):
            found.setdefault(cell, []).append(rest)
    return found


def _rests_among(cells: Iterable[Cell]) -> list[Rest]:
    told_apart: dict[tuple[Cell, By], list[Cell]] = {}
    known = set(cells)
    for cell in sorted(known):
        if cell.by in _TOLD_APART:
            told_apart.setdefault((Cell(cell.measure), cell.by), []).append(cell)
    found = [
        Rest(whole, tuple(parts), overlapping=by in _OVERLAPPING) for (whole, by), parts in told_apart.items()
    ]
    for cell in sorted(known):
        if cell.measure in PARTS:
            parts = tuple(Cell(part, cell.by, cell.key) for part in PARTS[cell.measure])
            found.append(Rest(cell, parts))
        if cell.measure in WITHIN:
            found.append(Rest(Cell(WITHIN[cell.measure], cell.by, cell.key), (cell,)))
    return found
