"""The kinds of document in which a person can take their actions out."""

from __future__ import annotations

from enum import StrEnum

from reflect.domain.actions.going_out import ActionsOut
from reflect.reports.actions_csv import actions_csv
from reflect.reports.actions_html import actions_html
from reflect.reports.actions_ics import actions_ics
from reflect.reports.actions_json import json_lines
from reflect.reports.actions_markdown import actions_markdown
from reflect.reports.actions_xlsx import actions_xlsx


class Kind(StrEnum):
    """A kind of document, by the ending of its file's name."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"
    MD = "md"
    HTML = "html"


def written(out: ActionsOut, kind: str) -> bytes:
    """What goes out as a file of one kind (`xlsx`, or `json`, one action a line, `csv`, `ics`, `md` and `html`, all
    in UTF-8). Raises ReflectError where a part for it is not installed."""
    match Kind(kind):
        case Kind.JSON:
            return json_lines(out)
        case Kind.XLSX:
            return actions_xlsx(out)
        case Kind.CSV:
            text = actions_csv(out)
        case Kind.ICS:
            text = actions_ics(out)
        case Kind.MD:
            text = actions_markdown(out)
        case Kind.HTML:
            text = actions_html(out)
    return text.encode("utf-8", errors="replace")
