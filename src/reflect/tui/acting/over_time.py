"""How many actions were open, done and embedded, month by month: a small plot, and the same numbers in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.dates import MONTHS
from reflect.tui.words import lines

if TYPE_CHECKING:
    from reflect.services.actions.months import Month

_BLOCKS = "▁▂▃▄▅▆▇█"
_NONE = "·"
KINDS = ("open", "done", "embedded")
WHAT_COUNTS = "What was taken up again counts as it goes now. Good practice is kept, and not counted."


def blocks(numbers: Sequence[int], top: int) -> str:
    """A column for each number, as high as its share of `top`; a dot for none."""
    return "".join(
        _BLOCKS[-(-number * len(_BLOCKS) // max(top, number)) - 1] if number else _NONE for number in numbers
    )


def numbers_of(months: Sequence[Month], kind: str) -> list[int]:
    """How many were open, done or embedded at the end of each month."""
    return [int(getattr(month, kind)) for month in months]


def plot(months: Sequence[Month]) -> Content:
    """Three lines of columns, each with what it says in words."""
    top = max((number for kind in KINDS for number in numbers_of(months, kind)), default=0)
    first, last = months[0].first, months[-1].first
    title = f"{_month(first.year, first.month)} to {_month(last.year, last.month)}, at the end of each month"
    rows = []
    for kind in KINDS:
        numbers = numbers_of(months, kind)
        most = max(numbers)
        at = months[len(numbers) - 1 - numbers[::-1].index(most)].first
        told = f"now {numbers[-1]}, at first {numbers[0]}, at most {most}"
        told += f" in {_month(at.year, at.month)}" if most else ""
        rows.append(
            Content.assemble(f"{kind.capitalize():<9}", (blocks(numbers, top), "$primary"), f"  {told}")
        )
    return lines(Content.styled(title, "$text-muted"), *rows)


def month_by_month(months: Sequence[Month]) -> Content:
    """Every number in words, the latest month first."""
    return lines(
        *(
            Content(
                f"{_month(month.first.year, month.first.month)}: "
                f"{month.open} open, {month.done} done, {month.embedded} embedded"
            )
            for month in reversed(months)
        )
    )


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {year}"
