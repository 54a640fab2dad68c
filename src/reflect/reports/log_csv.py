"""A report on the log as one CSV file: the column `kind` says what a row is of; each kind has columns of its own."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from reflect.domain.figures.log_report import LogReport
from reflect.reports.log_table import about, sheets_of
from reflect.reports.spreadsheet import Cell, spread

_ABOUT = "about"
# What a row is known by stands in those too that go on with it.
_KNOWN_BY = frozenset({"id", "finding", "bank"})


def log_csv(report: LogReport) -> str:
    """The whole file: days as ISO dates, nothing that a spreadsheet could take for a formula."""
    sheets = list(sheets_of(report))
    names = dict.fromkeys(name for sheet in sheets for name, _, _ in sheet.columns)
    columns = ("kind", "part", *(name for name in names if name != "part"))
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    rows: list[dict[str, Cell]] = [
        {"kind": _ABOUT, "name": name, "text": words} for name, words in about(report)
    ]
    for sheet in sheets:
        for row in sheet.rows:
            named = zip((name for name, _, _ in sheet.columns), row, strict=True)
            rows.append({"kind": sheet.name, **dict(named)})
    for named_row in rows:
        whole = [named_row.get(name) for name in columns]
        again = [whole[at] if name in _KNOWN_BY else None for at, name in enumerate(columns)]
        for number, cells in enumerate(spread(whole)):
            known = zip(cells, again if number else cells, strict=True)
            writer.writerow([_written(cell if known_by is None else known_by) for cell, known_by in known])
    return file.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
