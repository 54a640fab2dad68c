"""A report on the log as a spreadsheet: a sheet for each kind of thing, and one with charts of the program that opens
it, whose numbers stand beside them in figures and in words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reflect.domain.figures.log_report import LogReport
from reflect.reports.chart import Bars, Chart, Curves
from reflect.reports.log_charts import parts_of
from reflect.reports.log_summary import in_short
from reflect.reports.log_table import about, sheets_of
from reflect.reports.log_words import Wording, title
from reflect.reports.spreadsheet import spreadsheet_cells
from reflect.reports.word_file import one_line
from reflect.reports.workbook import GOES_ON, Sheets, new_workbook
from reflect.text import shorten

if TYPE_CHECKING:
    from xlsxwriter import Workbook

CHARTS = "Charts"
_BESIDE = (
    "Each number stands in words too. Where it is not shown there is no number to draw: the grey place beside the "
    "words is not a zero."
)
_ROW_HIGH = 20
_CHART_COLUMN, _CHART_WIDE = 11, 720
_LEAST_HIGH, _BAR_HIGH = 280, 24
_LONGEST_WORDS = 1_000
_GREY = {"bg_color": "#BFBFBF", "pattern": 1}


def log_xlsx(report: LogReport) -> bytes:
    """The whole file. Raises ReflectError, naming what to install, where xlsxwriter is missing."""
    file = BytesIO()
    workbook = new_workbook(file, title(report), report.made_by, report.made)
    sheets = Sheets(workbook)
    wording = Wording(report)
    sheets.add_words("In short", _in_short(report, wording))
    for sheet in sheets_of(report):
        sheets.add(sheet.title, [(heading, width) for _, heading, width in sheet.columns], sheet.rows)
    _Charts(workbook).add(report, wording)
    sheets.add_words("About", _about(report))
    workbook.close()
    return file.getvalue()


def _in_short(report: LogReport, wording: Wording) -> list[str]:
    told = [title(report)]
    for team in report.teams:
        told += [f"Team: {team.figures.team}", *in_short(team, wording)]
    return told


def _about(report: LogReport) -> list[str]:
    return [*(f"{name}: {words}" for name, words in about(report)), GOES_ON]


class _Charts:
    """The sheet of charts: what each is drawn from stands to its left."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._sheet: Any = workbook.add_worksheet(CHARTS)
        self._text = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._hidden = workbook.add_format(_GREY)
        self._at = 0

    def add(self, report: LogReport, wording: Wording) -> None:
        """All charts of all teams, below each other."""
        self._sheet.set_column(0, 0, 34)
        self._sheet.set_column(1, _CHART_COLUMN - 1, 13)
        self._sheet.set_landscape()
        self._say(0, 0, _BESIDE)
        self._at = 2
        for team in report.teams:
            if team.figures.week is None:
                continue
            for chart, _ in parts_of(team.figures, wording):
                if chart:
                    self._add(chart, f"{team.figures.team}: {chart.title}")

    def _add(self, chart: Chart, title: str) -> None:
        self._say(self._at, 0, title)
        if isinstance(chart, Bars):
            names, lines = [f"{bar.name}{bar.day}" for bar in chart.bars], [("", chart.unit, chart.bars)]
            series = [
                (chart.unit, [bar.value for bar in chart.bars], [bar.said for bar in chart.bars])
                for _ in lines
            ]
        else:
            names = list(chart.points)
            series = [(one.name, list(one.values), list(one.said)) for one in chart.curves]
        first = self._at + 2
        for row, name in enumerate(names):
            self._say(first + row, 0, name, bold=False)
        drawn = self._workbook.add_chart({"type": "bar"} if isinstance(chart, Bars) else {"type": "line"})
        for place, (name, values, said) in enumerate(series):
            column = 1 + 2 * place
            self._column(column, name, values, said)
            drawn.add_series(self._series(first, len(names), column + 1, chart))
        high = self._set(drawn, chart, len(names))
        words = shorten(one_line(f"{title}. {chart.in_words}."), _LONGEST_WORDS)
        self._sheet.insert_chart(self._at, _CHART_COLUMN, drawn, {"description": words})
        self._at += max(len(names) + 2, -(-high // _ROW_HIGH)) + 2

    def _column(self, column: int, name: str, values: Sequence[int | None], said: Sequence[str]) -> None:
        """A number in words, and beside it the number that is drawn."""
        self._say(self._at + 1, column, f"{name}, in words")
        self._say(self._at + 1, column + 1, name)
        for row, (value, words) in enumerate(zip(values, said, strict=True), self._at + 2):
            self._say(row, column, words, bold=False)
            if value is None:
                self._sheet.write_blank(row, column + 1, None, self._hidden)
            else:
                self._sheet.write_number(row, column + 1, value)

    def _series(self, first: int, rows: int, column: int, chart: Chart) -> dict[str, Any]:
        last = first + rows - 1
        line = (
            {"marker": {"type": "automatic"}} if isinstance(chart, Curves) else {"fill": {"color": "#404040"}}
        )
        return {
            "name": [CHARTS, first - 1, column],
            "categories": [CHARTS, first, 0, last, 0],
            "values": [CHARTS, first, column, last, column],
            **line,
        }

    def _set(self, drawn: Any, chart: Chart, rows: int) -> int:
        """Says what it is of; how high it is, in pixels."""
        # By the cell where it stands: words themselves could be taken for a place in the workbook.
        drawn.set_title({"name": [CHARTS, self._at, 0], "name_font": {"size": 12}})
        drawn.show_blanks_as("gap")
        high = _LEAST_HIGH
        if isinstance(chart, Bars):
            drawn.set_legend({"none": True})
            drawn.set_y_axis({"reverse": True})
            drawn.set_x_axis({"name": chart.unit, "min": 0, "major_gridlines": {"visible": False}})
            high = max(_LEAST_HIGH, 110 + _BAR_HIGH * rows)
        else:
            drawn.set_legend({"position": "bottom"})
            drawn.set_y_axis({"name": chart.unit, "min": 0})
        drawn.set_size({"width": _CHART_WIDE, "height": high})
        return high

    def _say(self, row: int, column: int, words: str, *, bold: bool = True) -> None:
        self._sheet.write_string(row, column, spreadsheet_cells(words)[0], self._bold if bold else self._text)
