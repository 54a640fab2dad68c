"""The kinds of document in which a person can take their answers out."""

from __future__ import annotations

from enum import StrEnum

from reflect.domain.going_out import GoingOut
from reflect.reports.answers_docx import answers_docx
from reflect.reports.answers_html import answers_html
from reflect.reports.answers_json import going_out_json
from reflect.reports.answers_markdown import answers_markdown
from reflect.text import json_text


class Kind(StrEnum):
    """A kind of document, by the ending of its file's name."""

    MD = "md"
    JSON = "json"
    DOCX = "docx"
    HTML = "html"


def written(going_out: GoingOut, kind: str) -> bytes:
    """What goes out as a file of one kind (`md`, `json`, `html` in UTF-8, or `docx`). Raises ReflectError where a
    part for it is not installed."""
    match Kind(kind):
        case Kind.DOCX:
            return answers_docx(going_out)
        case Kind.HTML:
            text = answers_html(going_out)
        case Kind.JSON:
            text = json_text(going_out_json(going_out))
        case Kind.MD:
            text = answers_markdown(going_out)
    return text.encode("utf-8", errors="replace")
