"""The kinds of document in which a report on the log goes out."""

from __future__ import annotations

from enum import StrEnum

from reflect.domain.figures.log_report import LogReport
from reflect.reports.log_csv import log_csv
from reflect.reports.log_paper import log_paper
from reflect.reports.log_xlsx import log_xlsx
from reflect.reports.paper_docx import paper_docx
from reflect.reports.paper_html import paper_html
from reflect.reports.paper_markdown import paper_markdown


class Kind(StrEnum):
    """A kind of document, by the ending of its file's name."""

    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"
    CSV = "csv"


def written(report: LogReport, kind: str) -> bytes:
    """The report as a file of one kind (`docx`, `xlsx`, or `html`, `md`, `csv` in UTF-8). Raises ReflectError where a
    part for it is not installed."""
    match Kind(kind):
        case Kind.DOCX:
            return paper_docx(log_paper(report))
        case Kind.XLSX:
            return log_xlsx(report)
        case Kind.HTML:
            text = paper_html(log_paper(report))
        case Kind.MD:
            text = paper_markdown(log_paper(report))
        case Kind.CSV:
            text = log_csv(report)
    return text.encode("utf-8", errors="replace")
