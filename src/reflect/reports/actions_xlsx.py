"""A person's own actions as a spreadsheet: a sheet of them, one of all that happened, and one of what this is."""

from __future__ import annotations

from io import BytesIO

from reflect.domain.actions.going_out import ActionsOut
from reflect.reports.action_pages import court_words, key_lines, title
from reflect.reports.action_table import COLUMNS, OF_EVENTS, actions_told, event_rows
from reflect.reports.workbook import GOES_ON, MOST_ROWS, Sheets, new_workbook


def actions_xlsx(out: ActionsOut, most_rows: int = MOST_ROWS) -> bytes:
    """The whole file; what is more than `most_rows` goes on in a further sheet. Raises ReflectError, naming what to
    install, where xlsxwriter is missing."""
    file = BytesIO()
    workbook = new_workbook(file, title(out), out.owner, out.today)
    sheets = Sheets(workbook, most_rows)
    actions = ([column.value(told) for column in COLUMNS] for told in actions_told(out))
    sheets.add("Actions", [(column.heading, column.width) for column in COLUMNS], actions)
    sheets.add("History", [(heading, width) for _, heading, width in OF_EVENTS], event_rows(out))
    sheets.add_words("About", [title(out), *court_words(out), *key_lines(out), GOES_ON])
    workbook.close()
    return file.getvalue()
