"""A person's own actions as CSV: a row for each under the names that the data for programs has too."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

from reflect.domain.actions.going_out import ActionsOut
from reflect.reports.action_table import COLUMNS, HISTORY, THEMES, actions_told
from reflect.reports.spreadsheet import Cell, spread

_CODES = replace(THEMES, value=lambda told: "; ".join(told.action.themes) or None)
_COLUMNS = (*(_CODES if column is THEMES else column for column in COLUMNS), HISTORY)


def actions_csv(out: ActionsOut) -> str:
    """The whole file: days as ISO dates, nothing that a spreadsheet could take for a formula."""
    file = StringIO(newline="")
    # All in quotes, so that a spreadsheet may be told to take every cell for text.
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([column.name for column in _COLUMNS])
    for told in actions_told(out):
        for row in spread([column.value(told) for column in _COLUMNS]):
            writer.writerow([_written(cell) for cell in row])
    return file.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
