"""An attack on published figures, written without looking at the rules by which they are published. It sees what every
reader sees, a table a week with numbers and with cells that are not shown, and knows what everybody knows: which
numbers add up to which, and which are part of which. It takes everything away from everything that goes together, over
weeks too, and solves for what is not shown. It also watches each cell for what needs no number: that a 0 goes or
comes, and that a number is not shown any more. A lead also knows exactly what is listed.

Each number carries an envelope with who is behind it, which the attack cannot open. Only the judge does: an attack has
come through where it holds a number that rests on at least one person and on fewer than the threshold. So does the
envelope of a cell that is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

_Key = TypeVar("_Key")
Name = tuple[str, str, str]
"""Measure, how it is told apart, and key, as they are printed."""

OUTCOMES = ("open", "awaiting-confirmation", "confirmed", "embedded", "ended-otherwise")
PART_OF = (
    ("due", "open"), ("overdue", "open"), ("stuck", "open"), ("due", "agreed"), ("overdue", "agreed"),
    ("stuck", "agreed"), ("carried", "agreed"), ("escalated", "agreed"), ("with-impact", "agreed"),
)  # fmt: skip
ADDS_UP = ("level", "quarter", "stage", "age")
OVERLAPS = ("theme", "finding", "bank")
COUNTS_NOTHING = "median-days-to-done"


@dataclass(frozen=True)
class Envelope:
    """Who is behind a number: of everything, and of what is left for somebody who knows all that is listed."""

    everybody: Mapping[str, Fraction | int]
    unlisted: Mapping[str, Fraction | int]

    def plus(self, other: Envelope, times: Fraction | int) -> Envelope:
        return Envelope(
            _sum(self.everybody, other.everybody, times), _sum(self.unlisted, other.unlisted, times)
        )

    def gives_away(self, threshold: int) -> bool:
        return 0 < len(self.everybody) < threshold or 0 < len(self.unlisted) < threshold


NOBODY = Envelope({}, {})


class Says(StrEnum):
    """What can be read in a cell."""

    NONE = "0"
    NUMBER = "a number"
    NOT_SHOWN = "not shown"


_TELLS_WITHOUT_A_NUMBER = frozenset(
    {(Says.NOT_SHOWN, Says.NONE), (Says.NOT_SHOWN, Says.NUMBER), (Says.NONE, Says.NOT_SHOWN)}
)
"""What is read now and what was read before, where the two together tell of a change that no number tells of."""


@dataclass
class Table:
    """One team's table as it is read in a week: a number with its envelope, or None where it says `not shown`, with its
    envelope apart."""

    cells: dict[Name, tuple[int, Envelope] | None] = field(default_factory=dict)
    not_shown: dict[Name, Envelope] = field(default_factory=dict)

    def number(self, name: Name) -> Envelope | None:
        """A number: what is not printed is nothing."""
        if name not in self.cells:
            return NOBODY
        found = self.cells[name]
        return None if found is None else found[1]


class Attack:
    """Goes through the tables of one team in their order, and remembers every number that it could reckon."""

    def __init__(self, threshold: int) -> None:
        self.threshold = threshold
        self.given_away: list[tuple[int, str]] = []
        self._seen: dict[str, list[Envelope]] = {}
        self._stood: dict[Name, list[tuple[Says, Envelope]]] = {}
        self._has_looked = False

    def look(self, week: int, table: Table, *, solve: bool) -> None:
        """Reckons all that can be reckoned from one table, and holds it against all that it knew before."""
        for what, number in self._reckoned(table):
            self._keep(week, what, number)
        if solve:
            for name, number in solved(table):
                self._keep(week, f"solved {name}", number)
                for earlier in self._seen.get(f"shown {name}", ()):
                    self._judge(week, f"solved since shown {name}", number.plus(earlier, -1))
        self._watch(week, table)

    def _watch(self, week: int, table: Table) -> None:
        """Holds what each cell says against all that it said before: a cell that was not there said 0."""
        for name, found in table.cells.items():
            stood = self._stood.setdefault(name, [(Says.NONE, NOBODY)] if self._has_looked else [])
            if found is None:
                now = Says.NOT_SHOWN, table.not_shown[name]
            else:
                says = Says.NUMBER if found[0] or name[0] == COUNTS_NOTHING else Says.NONE
                now = says, found[1]
            if stood and stood[-1] == now:
                continue
            # Who goes, where a number stood in between, is what that number told.
            for said, envelope in stood[-1:] if now[0] is Says.NONE else stood:
                if (now[0], said) in _TELLS_WITHOUT_A_NUMBER:
                    self._judge(week, f"{said} and then {now[0]} {name}", now[1].plus(envelope, -1))
            stood.append(now)
        self._has_looked = True

    def _keep(self, week: int, what: str, number: Envelope) -> None:
        seen = self._seen.setdefault(what, [])
        if number in seen:
            return
        self._judge(week, what, number)
        for earlier in seen:
            self._judge(week, f"since then {what}", number.plus(earlier, -1))
        seen.append(number)

    def _judge(self, week: int, what: str, number: Envelope) -> None:
        if number.gives_away(self.threshold):
            self.given_away.append((week, what))

    def _reckoned(self, table: Table) -> Iterator[tuple[str, Envelope]]:
        shown = {name: number for name in table.cells if (number := table.number(name)) is not None}
        for name, number in shown.items():
            yield f"shown {name}", number
        counts = {name: number for name, number in shown.items() if name[0] != COUNTS_NOTHING}
        for measure, by, key in counts:
            name = measure, by, key
            for part, whole in PART_OF:
                if part == measure and (container := counts.get((whole, by, key))) is not None:
                    yield f"{whole} but not {name}", container.plus(counts[name], -1)
            if measure == "open" and by not in ("age", "stage"):
                dated = [table.number((part, by, key)) for part in ("due", "overdue")]
                yield f"neither due nor overdue {name}", _less(counts[name], dated)
            if measure == "agreed":
                parts = [table.number((part, by, key)) for part in OUTCOMES]
                yield f"what became of {name}", _less(counts[name], parts)
            if (
                by in (*ADDS_UP, *OVERLAPS)
                and (whole_number := counts.get((measure, "whole", ""))) is not None
            ):
                yield f"other than {name}", whole_number.plus(counts[name], -1)
            if by == "whole":
                for way in ADDS_UP:
                    parts = [table.number(other) for other in table.cells if other[:2] == (measure, way)]
                    if parts:
                        yield f"{way} of {name}", _less(counts[name], parts)


def solved(table: Table) -> Iterator[tuple[Name, Envelope]]:
    """Every number that is not shown and that all sums of the table together leave no choice for. What comes out as
    less than one is none: the numbers that it was reckoned from are of different weeks."""
    lines = [line for line in _lines(table) if line[0]]
    solved_lines: list[tuple[Name, dict[Name, Fraction | int], Envelope]] = []
    for unknown, known in lines:
        for pivot, others, number in solved_lines:
            if pivot in unknown:
                times = unknown[pivot]
                unknown, known = _sum(unknown, others, -times), known.plus(number, -times)
        if not unknown:
            continue
        pivot = min(unknown)
        scale = 1 / Fraction(unknown[pivot])
        unknown = {name: factor * scale for name, factor in unknown.items()}
        known = NOBODY.plus(known, scale)
        solved_lines = [
            (other, _sum(cells, unknown, -cells[pivot]), number.plus(known, -cells[pivot]))
            if pivot in cells
            else (other, cells, number)
            for other, cells, number in solved_lines
        ]
        solved_lines.append((pivot, unknown, known))
    for pivot, unknown, number in solved_lines:
        if len(unknown) == 1 and sum(number.everybody.values()) > 0:
            yield pivot, number


def _lines(table: Table) -> Iterator[tuple[dict[Name, Fraction | int], Envelope]]:
    """Each sum as the cells in it that are not shown, and the number that they have to make."""
    names = set(table.cells)
    for measure in sorted({name[0] for name in names}):
        for way in ADDS_UP:
            parts = sorted(name for name in names if name[:2] == (measure, way))
            if parts:
                yield _line(table, (measure, "whole", ""), parts)
    for by, key in sorted({name[1:] for name in names if name[1] not in ("age", "stage", "bank")}):
        if ("agreed", by, key) in names:
            yield _line(table, ("agreed", by, key), [(part, by, key) for part in OUTCOMES])


def _line(table: Table, whole: Name, parts: Iterable[Name]) -> tuple[dict[Name, Fraction | int], Envelope]:
    unknown: dict[Name, Fraction | int] = {}
    known = NOBODY
    for name, sign in ((whole, -1), *((part, 1) for part in parts)):
        number = table.number(name)
        if number is None:
            unknown[name] = sign
        else:
            known = known.plus(number, -sign)
    return unknown, known


def _less(whole: Envelope, parts: Iterable[Envelope | None]) -> Envelope:
    for part in parts:
        if part is not None:
            whole = whole.plus(part, -1)
    return whole


def _sum(
    one: Mapping[_Key, Fraction | int], other: Mapping[_Key, Fraction | int], times: Fraction | int
) -> dict[_Key, Fraction | int]:
    found = dict(one)
    for key, amount in other.items():
        total = found.get(key, 0) + times * amount
        if total:
            found[key] = total
        else:
            found.pop(key, None)
    return found
