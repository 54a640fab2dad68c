"""A workbook as all documents here write it: plain text, whole numbers and true dates; no formula, link or macro.

`xlsxwriter` is an extra: it is imported when somebody asks for such a document, and named where it is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reflect.errors import ReflectError
from reflect.reports.spreadsheet import Cell, spread, spreadsheet_cells

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_ROWS = 1_048_576
GOES_ON = (
    "A text that is longer than a cell can hold goes on in the row below, in the same column; the column “Part” "
    "says so."
)
_A4 = 9
# Spreadsheets count days from 1900, and have one too many in its February.
_FIRST_DAY = date(1900, 3, 1)
_ABOUT_WIDTH = 100


def new_workbook(file: BytesIO, title: str, author: str, made: date) -> Workbook:
    """An empty workbook that is written to `file` when it is closed. Raises ReflectError, naming what to install, where
    xlsxwriter is missing."""
    try:
        import xlsxwriter
    except ImportError:
        raise ReflectError(
            "Spreadsheets (XLSX) need xlsxwriter, which is not installed here.",
            "Install it with: pip install 'reflect-practice[xlsx]' (or take CSV, which spreadsheets open too).",
        ) from None
    kept_as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(file, {"in_memory": True, **kept_as_text})
    written = datetime.combine(made, time(), UTC).replace(tzinfo=None)
    facts = {"title": spreadsheet_cells(title)[0], "author": spreadsheet_cells(author)[0]}
    workbook.set_properties({**facts, "created": written})
    return workbook


class Sheets:
    """The sheets of one workbook."""

    def __init__(self, workbook: Workbook, most_rows: int = MOST_ROWS) -> None:
        self._workbook = workbook
        self._most_rows = most_rows
        self._text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._plain = workbook.add_format({"valign": "top"})
        self._day = workbook.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self._bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})

    def add(self, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> None:
        """A table with its headings on top of every page; further sheets where one is full."""
        number, sheet, at = 1, self._table(name, columns), 1
        for cells in (cells for row in rows for cells in spread(row)):
            if at >= self._most_rows:
                number, at = number + 1, 1
                sheet = self._table(f"{name} {number}", columns)
            for place, cell in enumerate(cells):
                self._write(sheet, at, place, cell)
            at += 1

    def add_words(self, name: str, paragraphs: Iterable[str]) -> None:
        """A sheet of paragraphs, one below the other."""
        sheet = self._sheet(name)
        sheet.set_column(0, 0, _ABOUT_WIDTH)
        pieces = (piece for words in paragraphs for piece in spreadsheet_cells(words))
        for at, piece in enumerate(pieces):
            sheet.write_string(at, 0, piece, self._text if at else self._bold)

    def _table(self, name: str, columns: Sequence[tuple[str, int]]) -> Any:
        sheet = self._sheet(name)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        for place, (heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, self._bold)
        return sheet

    def _sheet(self, name: str) -> Any:
        sheet = self._workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _write(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None:
                return
            case str():
                sheet.write_string(row, column, cell, self._text)
            case int():
                sheet.write_number(row, column, cell, self._plain)
            case date() if cell < _FIRST_DAY:
                sheet.write_string(row, column, cell.isoformat(), self._text)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
