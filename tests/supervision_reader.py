"""A document of two people as somebody reads it, whatever its kind: all words that are shown anywhere in it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from reflect.domain.supervision.going_out import SupervisionOut
from reflect.reports.supervision_documents import written
from web_reader import read


def opened(out: SupervisionOut) -> Document:
    """The Word document, read back."""
    return docx.Document(io.BytesIO(written(out, "docx")))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body in the order of reading, those in tables row by row, each cell once."""
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _of_table(block)


def seen(out: SupervisionOut, kind: str) -> str:
    """Everything that is read in a document of this kind; heads and feet of its pages first."""
    if kind == "docx":
        document = opened(out)
        section = document.sections[0]
        every_page = (*section.header.paragraphs, *section.footer.paragraphs)
        return "\n".join(one.text for one in (*every_page, *paragraphs(document)))
    text = written(out, kind).decode("utf-8")
    if kind == "json":
        return "\n".join(_said(json.loads(text)))
    page = MarkdownIt("gfm-like").render(text).replace("<br />\n", "\n") if kind == "md" else text
    whole = page if kind == "html" else f"<body>{page}</body>"
    return "\n".join(
        part
        for piece in read(whole.encode()).all()
        if piece.name != "style"
        for part in piece.inside
        if isinstance(part, str)
    )


def _of_table(table: Table) -> Iterator[Paragraph]:
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}
        for cell in cells.values():
            yield from cell.paragraphs


def _said(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for held in value.values():
            yield from _said(held)
    elif isinstance(value, list):
        for held in value:
            yield from _said(held)
    elif isinstance(value, str):
        yield value
