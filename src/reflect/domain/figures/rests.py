"""What can be reckoned from numbers that are shown: a whole without its shown parts, an amount without what is
within it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reflect.domain.figures.behind import Behind
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import DATED, PARTS, WITHIN, Measure

State = Mapping[Cell, Behind | None]

_PARTITIONS = frozenset({By.LEVEL, By.QUARTER, By.STAGE, By.AGE})
_OVERLAPPING = frozenset({By.THEME, By.FINDING, By.BANK})
_OUTCOMES = {part: whole for whole, parts in PARTS.items() for part in parts}
_BECAME, _NEITHER, _NONE_OF = "became", "neither", "none-of"


class Rest(NamedTuple):
    """What is left of `whole` when it is told apart in one way, whatever the parts are at the time: it stays the same
    rest when a new theme or quarter comes to it."""

    whole: Cell
    told: str

    @property
    def overlaps(self) -> bool:
        """Whether the parts can have actions in common (an action can have several themes), so that they leave over
        only who is in none of them."""
        return self.told.startswith(_NONE_OF)

    @property
    def adds_up(self) -> bool:
        """Whether all parts, shown or not, make the whole."""
        return self.told == _BECAME or self.told in _PARTITIONS


class Rests:
    """Every rest that the cells of a team have between them, with its parts; new cells come to it as they appear."""

    def __init__(self) -> None:
        self.parts: dict[Rest, list[Cell]] = {}
        self.adding_up: list[Rest] = []
        self._touching: dict[Cell, list[Rest]] = {}

    def touching(self, cell: Cell) -> list[Rest]:
        """The rests that a cell is the whole or a part of."""
        return self._touching.get(cell, [])

    def add(self, cell: Cell) -> None:
        """A cell that has not been there."""
        measure, by, key = cell.measure, cell.by, cell.key
        whole = Cell(measure)
        if by in _PARTITIONS:
            self._add(Rest(whole, by.value), cell)
        elif by in _OVERLAPPING:
            self._add(Rest(whole, f"{_NONE_OF} {by.value}"), cell)
        if by in _PARTITIONS or by in _OVERLAPPING:
            self._add(Rest(whole, f"not {by.value} {key}"), cell)
        if by in (By.STAGE, By.AGE):
            return
        if measure in _OUTCOMES:
            self._add(Rest(Cell(_OUTCOMES[measure], by, key), _BECAME), cell)
        for container in WITHIN.get(measure, ()):
            self._add(Rest(Cell(container, by, key), f"not {measure.value}"), cell)
        if measure in DATED:
            self._add(Rest(Cell(Measure.OPEN, by, key), _NEITHER), cell)

    def reckoned(self, rest: Rest, state: State) -> dict[str, int] | None:
        """Who is behind a rest in a state of the numbers; None where its whole is not shown."""
        whole = state.get(rest.whole)
        if whole is None:
            return None
        left = self.known(rest, whole, state)
        return {person: amount for person, amount in left.items() if amount > 0} if rest.overlaps else left

    def known(self, rest: Rest, whole: Behind, state: State) -> dict[str, int]:
        """What is left of an amount without the parts that are shown."""
        left = dict(whole)
        for part in self.parts[rest]:
            for person, amount in (state.get(part) or {}).items():
                left[person] = left.get(person, 0) - amount
        return {person: amount for person, amount in left.items() if amount}

    def hidden(self, rest: Rest, state: State) -> list[Cell]:
        """The parts that are there and not shown."""
        return [part for part in self.parts[rest] if part in state and state[part] is None]

    def gives_each_away(self, rest: Rest, left: Behind, state: State) -> bool:
        """Whether the parts that are not shown share so small a rest that each must be one."""
        if not rest.adds_up:
            return False
        hidden = self.hidden(rest, state)
        return bool(hidden) and sum(left.values()) == len(hidden)

    def _add(self, rest: Rest, part: Cell) -> None:
        parts = self.parts.get(rest)
        if parts is None:
            parts = self.parts[rest] = []
            self._touching.setdefault(rest.whole, []).append(rest)
            if rest.adds_up:
                self.adding_up.append(rest)
        parts.append(part)
        self._touching.setdefault(part, []).append(rest)
