"""A report on the log as somebody reads it back, whatever its kind: its tables by team and caption, and its numbers by
what they are of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import docx
import openpyxl
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from reflect.domain.figures.cells import By
from reflect.domain.figures.measures import Measure
from reflect.reports.log_words import heading, short
from web_reader import Piece, read

Grid = list[list[str]]
Of = tuple[str, str, str, str]
"""What a number is of: the team, how it is told apart, by what, and the measure."""
TEAM = "Team: "
WHOLE = "All figures of the team as a whole"
TOLD_APART = {"By theme": By.THEME, "By level": By.LEVEL, "By quarter of agreement": By.QUARTER}
ALONE = {
    "Open, by how long ago they were agreed": (By.AGE, Measure.OPEN),
    "Escalated, by the stage that they have come to": (By.STAGE, Measure.ESCALATED),
    "Who reflected on each briefing": (By.BANK, Measure.REFLECTED),
}
OVER_ALL = ("Reflected", "Agreed", "Done", "Confirmed", "Embedded", "Escalated", "Stuck")
COMING_OF = "Findings that something came of: figures over everything agreed"
EXACT = "Findings: listed actions, exact counts"
NOTHING = "Findings for which no agreed action is shown"


def grids(document: bytes, kind: str) -> dict[tuple[str, str], Grid]:
    """The tables of a report that is read as pages, by team and caption; the names of their columns come first."""
    return dict(_of_word(document) if kind == "docx" else _of_web(document, kind))


def seen(document: bytes, kind: str) -> str:
    """Everything that is read on its pages, in order; heads and feet of printed pages first."""
    if kind == "docx":
        opened = docx.Document(io.BytesIO(document))
        section = opened.sections[0]
        every_page = [one.text for one in (*section.header.paragraphs, *section.footer.paragraphs)]
        blocks = (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for row in block.rows for cell in row.cells]
            for block in opened.iter_inner_content()
        )
        return "\n".join([*every_page, *(words for several in blocks for words in several)])
    return "\n".join(
        part
        for piece in read(as_page(document, kind)).all()
        if piece.name != "style"
        for part in piece.inside
        if isinstance(part, str)
    )


def as_page(document: bytes, kind: str) -> bytes:
    """A web page as it is; Markdown as a reader of it would show it."""
    if kind == "html":
        return document
    html = MarkdownIt("gfm-like").render(document.decode("utf-8"))
    return f"<body>{html.replace('<br />', ' ')}</body>".encode()


def figures_in(document: bytes, kind: str) -> dict[Of, str]:
    """Every figure over everything agreed."""
    if kind in ("csv", "xlsx"):
        names = (
            ("team", "by", "name", "measure") if kind == "csv" else ("Team", "Told apart by", "Name", None)
        )
        rows = rows_of(document, kind, "figure", "Figures")
        number, measure = ("number", "measure") if kind == "csv" else ("Number", "What is counted")
        return {
            (row[names[0]], row[names[1]], row[names[2]] or "", row[measure]): row[number] for row in rows
        }
    found: dict[Of, str] = {}
    for (team, caption), (columns, *rows) in without_weeks(grids(document, kind)):
        for first, *numbers in rows:
            if caption == WHOLE:
                found[team, By.WHOLE, "", first] = numbers[0]
            elif caption in TOLD_APART:
                for name, number in zip(columns[1:], numbers, strict=True):
                    found[team, TOLD_APART[caption], first, FULL[name]] = number
            elif caption in ALONE:
                by, measure_of = ALONE[caption]
                found[team, by, first, heading(measure_of)] = numbers[0]
    return {of: without_week(number) for of, number in found.items()}


def without_week(number: str) -> str:
    """A number without the day behind it, which one of another week than its table has."""
    return number.split(" (")[0]


def without_weeks(several: dict[tuple[str, str], Grid]) -> Iterator[tuple[tuple[str, str], Grid]]:
    """Tables by team and by their caption alone, which can go on with the week of most of their numbers."""
    for (team, caption), grid in several.items():
        yield (team, caption.split(", as frozen on ")[0]), grid


def findings_in(document: bytes, kind: str) -> dict[tuple[str, str, str], str]:
    """What is said of each finding: by team, by its words, and by what is counted; what is exact is named
    `Listed: ...`."""
    found: dict[tuple[str, str, str], str] = {}
    if kind in ("csv", "xlsx"):
        for row in rows_of(document, kind, "finding", "Findings"):
            of = (row["team"], row["text"]) if kind == "csv" else (row["Team"], row["Finding"])
            for name in OVER_ALL:
                found[(*of, name)] = row[name.lower() if kind == "csv" else name]
            for name in OVER_ALL[1:]:
                key = f"listed_{name.lower()}" if kind == "csv" else f"Listed: {name.lower()}"
                found[(*of, f"Listed: {name}")] = row[key]
        return found
    for (team, caption), (columns, *rows) in without_weeks(grids(document, kind)):
        if caption in (COMING_OF, EXACT, NOTHING):
            for first, *numbers in rows:
                words = first.split(". ", 1)[1].rsplit(" (", 1)[0]
                for name, number in zip(columns[1:], numbers, strict=True):
                    if name in OVER_ALL:
                        found[team, words, f"Listed: {name}" if caption == EXACT else name] = number
    return {of: without_week(number) for of, number in found.items()}


def rows_of(document: bytes, kind: str, name: str, sheet: str) -> list[dict[str, str]]:
    """The rows of one table of a sheet, all as text."""
    if kind == "csv":
        text = io.StringIO(document.decode("utf-8"), newline="")
        return [row for row in csv.DictReader(text, strict=True) if row["kind"] == name]
    columns, *rows = sheets(document)[sheet]
    return [
        {column: "" if cell is None else str(cell) for column, cell in zip(columns, row, strict=True)}
        for row in rows
    ]


def sheets(document: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The sheets of the workbook with the values of their cells."""
    book = openpyxl.load_workbook(io.BytesIO(document))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


FULL = {short(measure): heading(measure) for measure in Measure}


def _of_web(document: bytes, kind: str) -> Iterator[tuple[tuple[str, str], Grid]]:
    team, caption = "", ""
    for piece in read(as_page(document, kind)).all():
        if piece.name == "h2":
            team = _in_team(_words(piece))
        elif piece.name in ("strong", "caption"):
            caption = _words(piece)
        elif piece.name == "table":
            told = next((_words(one) for one in piece.all() if one.name == "caption"), caption)
            yield (team, told), [_cells(row) for row in piece.all() if row.name == "tr"]


def _of_word(document: bytes) -> Iterator[tuple[tuple[str, str], Grid]]:
    team, caption = "", ""
    for block in docx.Document(io.BytesIO(document)).iter_inner_content():
        if isinstance(block, Table):
            yield (team, caption), [[cell.text for cell in row.cells] for row in block.rows]
            caption = ""
        elif block.style is not None and block.style.name == "Heading 2":
            team = _in_team(block.text)
        elif block.text:
            caption = block.text


def _in_team(words: str) -> str:
    return words.removeprefix(TEAM) if words.startswith(TEAM) else ""


def _cells(row: Piece) -> list[str]:
    return [_words(one) for one in row.all() if one.name in ("th", "td")]


def _words(piece: Piece) -> str:
    return "".join(part for one in piece.all() for part in one.inside if isinstance(part, str)).strip()
