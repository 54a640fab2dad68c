"""Charts as values: what is drawn, and what is said of it to those who do not see it. The numbers that a chart shows
stand in a table beside it, always."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long it is, its number in words, and the day behind it where that is not the one of
    the chart. `value` is None where the number is not shown: there is then no bar, and `number` says so."""

    name: str
    value: int | None
    number: str
    day: str = ""

    @property
    def said(self) -> str:
        """Its number with its day."""
        return f"{self.number}{self.day}"


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other; `unit` is what is counted."""

    title: str
    unit: str
    bars: tuple[Bar, ...]

    @property
    def in_words(self) -> str:
        """All that it shows."""
        return "; ".join(f"{one.name}: {one.said}" for one in self.bars)


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: a value for each point, None where the number is not shown, and the same in words."""

    name: str
    values: tuple[int | None, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curves:
    """Lines over the same points, which go forward."""

    title: str
    unit: str
    points: tuple[str, ...]
    curves: tuple[Curve, ...]

    @property
    def in_words(self) -> str:
        """From what to what each goes."""
        if not self.points:
            return ""
        first, last = self.points[0], self.points[-1]
        return "; ".join(
            f"{one.name}: {one.said[0]} at the end of {first}, {one.said[-1]} at the end of {last}"
            for one in self.curves
        )


Chart = Bars | Curves
