"""What several sums tell together: a number that is not shown, and that no single sum gives back, can still be the only
one that fits all of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from reflect.domain.figures.cells import Cell
from reflect.domain.figures.rests import Rest, Rests, State

_Key = TypeVar("_Key")
Number = int | Fraction
Terms = dict[Rest, Number]


@dataclass(frozen=True, slots=True)
class Found:
    """A number that is not shown and yet follows from these sums."""

    cell: Cell
    sums: tuple[Rest, ...]


def found_out(rests: Rests, state: State) -> list[Found]:
    """The numbers that are not shown and that all sums together leave no choice for, in no order."""
    lines = _lines(rests, state)
    core, outside = _peeled(lines)
    known = _solved({rest: lines[rest] for rest in core})
    for rest in reversed(outside):
        open_cells = [cell for cell in lines[rest] if cell not in known]
        if len(open_cells) == 1:
            _follow(known, rest, lines[rest], open_cells[0])
    return [Found(cell, tuple(terms)) for cell, terms in known.items()]


def _lines(rests: Rests, state: State) -> dict[Rest, dict[Cell, int]]:
    """Each sum as the numbers in it that are not shown: its parts once, its whole taken away."""
    found = {}
    for rest in rests.adding_up:
        if rest.whole not in state:
            continue
        hidden = dict.fromkeys(rests.hidden(rest, state), 1)
        if state[rest.whole] is None:
            hidden[rest.whole] = -1
        if hidden:
            found[rest] = hidden
    return found


def _peeled(lines: dict[Rest, dict[Cell, int]]) -> tuple[list[Rest], list[Rest]]:
    """The sums that can help one another, and those that have a number of their own and can help none, in the order in
    which they fall away. Those with two numbers of their own tell nothing at all."""
    uses: dict[Cell, set[Rest]] = {}
    for rest, cells in lines.items():
        for cell in cells:
            uses.setdefault(cell, set()).add(rest)
    waiting = [rest for rest, cells in lines.items() if any(len(uses[cell]) == 1 for cell in cells)]
    left = dict.fromkeys(lines)
    outside = []
    while waiting:
        rest = waiting.pop()
        if rest not in left:
            continue
        del left[rest]
        outside.append(rest)
        for cell in lines[rest]:
            uses[cell].discard(rest)
            if len(uses[cell]) == 1:
                (other,) = uses[cell]
                waiting.append(other)
    return list(left), outside


def _solved(lines: dict[Rest, dict[Cell, int]]) -> dict[Cell, Terms]:
    """The numbers of these sums that can only be one thing, each by the sums that it follows from."""
    pivots: dict[Cell, tuple[dict[Cell, Number], Terms]] = {}
    for line, cells in lines.items():
        row: dict[Cell, Number] = dict(cells)
        terms: Terms = {line: 1}
        for cell in [cell for cell in row if cell in pivots]:
            if cell in row:
                _take_away(row, terms, pivots[cell], row[cell])
        if not row:
            continue
        pivot = next(iter(row))
        by = row[pivot] if abs(row[pivot]) == 1 else 1 / Fraction(row[pivot])
        row = {cell: factor * by for cell, factor in row.items()}
        terms = {rest: factor * by for rest, factor in terms.items()}
        for other, other_terms in pivots.values():
            if pivot in other:
                _take_away(other, other_terms, (row, terms), other[pivot])
        pivots[pivot] = row, terms
    return {cell: terms for cell, (row, terms) in pivots.items() if len(row) == 1}


def _take_away(
    row: dict[Cell, Number], terms: Terms, other: tuple[dict[Cell, Number], Terms], factor: Number
) -> None:
    _less(row, other[0], factor)
    _less(terms, other[1], factor)


def _less(row: dict[_Key, Number], other: dict[_Key, Number], factor: Number) -> None:
    for key, amount in other.items():
        left = row.get(key, 0) - factor * amount
        if left:
            row[key] = left
        else:
            row.pop(key, None)


def _follow(known: dict[Cell, Terms], rest: Rest, cells: dict[Cell, int], cell: Cell) -> None:
    """The last open number of a sum, by the others in it."""
    terms: Terms = {rest: 1}
    for other, sign in cells.items():
        if other != cell:
            _less(terms, known[other], sign)
    known[cell] = {rest: factor * cells[cell] for rest, factor in terms.items()}
