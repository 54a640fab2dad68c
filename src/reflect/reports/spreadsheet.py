"""Words as cells of a spreadsheet: never a formula, and none lost where a cell is full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reflect.text import UNSAFE

Cell = str | int | date | None
FULL = 32_767
"""How many characters a cell holds, counted as spreadsheets do: one beyond the first 65,536 of Unicode is two."""

MARK = "'"
# What begins a formula, in every width that a spreadsheet or a reader of one might take for it.
_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−﬩"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufffd\"'‘’“”"
_AT_THE_START = re.compile(f"^(?=[\\t\\n]|[\\s{_UNSEEN}]*[{_SIGNS}])")
# A reader that divides cells elsewhere (at a semicolon, at every line) meets the start of a cell there too.
_AFTER_A_DIVIDE = re.compile(f"(?<=[\\n\\t,;|])((?:[^\\S\\n\\t]|[{_UNSEEN}])*)(?=[{_SIGNS}])")


def spreadsheet_cell(words: str) -> str:
    """The same words with an apostrophe before whatever a spreadsheet might take for the beginning of a formula."""
    return _AT_THE_START.sub(MARK, _AFTER_A_DIVIDE.sub(rf"\1{MARK}", UNSAFE.sub("\ufffd", words)))


def spreadsheet_cells(words: str, full: int = FULL) -> tuple[str, ...]:
    """The same in as many cells as it takes; one that goes on begins with no formula either."""
    first, *others = _cut(spreadsheet_cell(words), full - len(MARK))
    return first, *(_AT_THE_START.sub(MARK, piece) for piece in others)


def spread(row: Sequence[Cell], full: int = FULL) -> list[tuple[Cell, ...]]:
    """A row as rows. Words that are longer than a cell go on below, in the same column; each row has the first cell,
    to know it by, and in its second, which is given empty, which part of how many it is where there are several."""
    columns = [spreadsheet_cells(cell, full) if isinstance(cell, str) else (cell,) for cell in row]
    parts = max(map(len, columns))
    rows: list[tuple[Cell, ...]] = []
    for part in range(parts):
        cells = [column[part] if part < len(column) else None for column in columns]
        cells[0] = columns[0][0]
        cells[1] = f"{part + 1} of {parts}" if parts > 1 else None
        rows.append(tuple(cells))
    return rows


def _cut(words: str, most: int) -> list[str]:
    pieces, start, units = [], 0, 0
    for place, character in enumerate(words):
        width = 2 if character > "\uffff" else 1
        if units + width > most:
            pieces.append(words[start:place])
            start, units = place, 0
        units += width
    return [*pieces, words[start:]]
