"""The kinds of document in which the record of a one-to-one, its agenda, an agreement and a self-audit go out."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut, SupervisionOut
from reflect.reports.agenda_paper import agenda_paper
from reflect.reports.agreement_paper import agreement_paper
from reflect.reports.agreements_json import agreement_json, audit_json
from reflect.reports.audit_paper import audit_paper
from reflect.reports.one_to_ones_json import agenda_json, record_json
from reflect.reports.paper import Paper
from reflect.reports.paper_docx import paper_docx
from reflect.reports.paper_html import paper_html
from reflect.reports.paper_markdown import paper_markdown
from reflect.reports.record_paper import record_paper
from reflect.text import json_text


class Kind(StrEnum):
    """A kind of document, by the ending of its file's name."""

    DOCX = "docx"
    HTML = "html"
    MD = "md"
    JSON = "json"


def written(out: SupervisionOut, kind: str) -> bytes:
    """What goes out as a file of one kind (`docx`, or `html`, `md`, `json` in UTF-8). Raises ReflectError where a part
    for it is not installed."""
    match Kind(kind):
        case Kind.DOCX:
            return paper_docx(_paper(out))
        case Kind.HTML:
            text = paper_html(_paper(out))
        case Kind.MD:
            text = paper_markdown(_paper(out))
        case Kind.JSON:
            text = json_text(_data(out))
    return text.encode("utf-8", errors="replace")


def _paper(out: SupervisionOut) -> Paper:
    match out:
        case RecordOut():
            return record_paper(out)
        case AgendaOut():
            return agenda_paper(out)
        case AgreementOut():
            return agreement_paper(out)
        case Audit():
            return audit_paper(out)


def _data(out: SupervisionOut) -> dict[str, Any]:
    match out:
        case RecordOut(record=record):
            banks = {one.bank for one in record.shared}
            return record_json(record, left_out={bank for bank in banks if out.question_stays(bank)})
        case AgendaOut():
            return agenda_json(out)
        case AgreementOut(agreement=agreement):
            return agreement_json(agreement)
        case Audit():
            return audit_json(out)
