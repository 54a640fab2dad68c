"""Charts of block characters, each number in words beside them. What is not shown is drawn otherwise than nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from reflect.domain.figures.saying import as_shown
from reflect.tui.words import columns, plain

HELD_BACK = "┄"
NONE = "·"
_EIGHTHS = "▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_LINE = HELD_BACK * 3
_LEAST_BAR = 4
_GAP = 1


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: what it is of, the number (None where it is not shown), and what is said after it."""

    label: str
    value: int | None
    more: str = ""


def bar(value: int | None, top: int, width: int) -> str:
    """A bar as long as the share of `top`, at most `width` cells: nothing for none, at least a hair for anything, a
    broken line for what is not shown."""
    if value is None:
        return _LINE[:width]
    if value <= 0 or width <= 0:
        return ""
    whole = len(_EIGHTHS) * width
    eighths = min(max(round(value * whole / max(top, value)), 1), whole)
    full, rest = divmod(eighths, len(_EIGHTHS))
    return _EIGHTHS[-1] * full + (_EIGHTHS[rest - 1] if rest else "")


def upright(values: Sequence[int | None], top: int) -> str:
    """A column of one cell for each number, as high as its share of `top`: a dot for none, a broken line for what is
    not shown."""
    return "".join(_column(value, top) for value in values)


def _column(value: int | None, top: int) -> str:
    if value is None:
        return HELD_BACK
    if value <= 0:
        return NONE
    return _HEIGHTS[max(-(-value * len(_HEIGHTS) // max(top, value)), 1) - 1]


def bars(rows: Sequence[Bar], width: int) -> list[Content]:
    """A line for each number: what it is of, its bar, and the number in words. All have the same scale."""
    top = max((row.value or 0 for row in rows), default=0)
    told = [f"{as_shown(row.value)}{row.more}" for row in rows]
    words = max((len(one) for one in told), default=0)
    label = _label_width([row.label for row in rows], width - words - _LEAST_BAR - 2 * _GAP)
    room = max(width - label - words - _GAP, 1)
    return [
        Content.assemble(
            columns(label, plain(row.label)), _drawn(bar(row.value, top, room), row.value), f" {said}"
        )
        for row, said in zip(rows, told, strict=True)
    ]


def rising(rows: Sequence[tuple[str, Sequence[int | None], str]], width: int) -> list[Content]:
    """A line for each row of numbers over time: what it is of, a column for each, and what it says in words. All have
    the same scale."""
    top = max((value or 0 for _, values, _ in rows for value in values), default=0)
    most = max((len(values) for _, values, _ in rows), default=0)
    words = max((len(said) for _, _, said in rows), default=0)
    label = _label_width([name for name, _, _ in rows], width - most - words - 2 * _GAP)
    return [
        Content.assemble(
            columns(label, plain(name)),
            (upright(values, top), "$primary"),
            " " * (most - len(values) + 2 * _GAP),
            plain(said),
        )
        for name, values, said in rows
    ]


def side_by_side(
    names: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], width: int
) -> list[Content]:
    """A table of numbers in words with a column for each name; where the columns do not fit beside each other, the rest
    stands below. What a row is of is cut only where it leaves no room for one column."""
    longest = max((len(told) for _, values in rows for told in values), default=0)
    least = max(longest + 2, 12)
    label = _label_width([name for name, _ in rows], width - least)
    fit = min(max((width - label) // least, 1), len(names))
    wanted = max((plain(name).cell_length for name in names), default=0) + 2
    column = max(min(wanted, (width - label) // max(fit, 1)), least)
    told: list[Content] = []
    for first in range(0, len(names), fit):
        these = range(first, min(first + fit, len(names)))
        if told:
            told.append(Content(""))
        heads = [columns(column, plain(names[at], "bold")) for at in these]
        told.append(Content.assemble(" " * label, *heads))
        told += [
            Content.assemble(
                columns(label, plain(name)),
                *(columns(column, plain(values[at])) for at in these),
            )
            for name, values in rows
        ]
    return told


def _drawn(shape: str, value: int | None) -> Content:
    return Content.styled(shape or NONE, "$primary" if value else "$text-muted")


def _label_width(labels: Sequence[str], most: int) -> int:
    longest = max((plain(label).cell_length for label in labels), default=0)
    return max(min(longest + 2, most), 8)
