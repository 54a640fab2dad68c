"""Supervision agreements and self-audits as JSON for other programs."""

from __future__ import annotations

from typing import Any

from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.entry import Section
from reflect.reports.one_to_ones_json import moment_json, signature_json, voided_json


def agreement_json(agreement: Agreement) -> dict[str, Any]:
    """One agreement as plain data, with the keys that the documentation names. `label` says that it is not agreed
    until both have signed."""
    names, terms = dict(agreement.names), agreement.terms
    return {
        "id": agreement.id,
        "supervisor": names.get(agreement.supervisor),
        "supervisee": names.get(agreement.supervisee),
        "stage": terms.stage,
        "start": terms.start.isoformat(),
        "review": terms.review.isoformat(),
        "every_days": terms.every_days,
        "minutes": terms.minutes,
        "interruptions": terms.interruptions or None,
        "cancellation": terms.cancellation or None,
        "kept_where": terms.kept_where or None,
        "readers": terms.readers or None,
        "working_notes": terms.working_notes,
        "disagreement": terms.disagreement or None,
        "wants": _said(agreement, Section.WANTS),
        "offers": _said(agreement, Section.OFFERS),
        "made": moment_json(agreement.made),
        "signatures": [signature_json(one, names) for one in agreement.signatures],
        "voided": [voided_json(one, names) for one in agreement.voided],
        "signed_by": [agreement.name(person) for person in agreement.signed_by],
        "agreed": agreement.agreed,
        "copy": agreement.copy,
        "label": agreement.label or None,
    }


def audit_json(audit: Audit) -> dict[str, Any]:
    """A self-audit as plain data: each question with its answer and the line that shows it."""
    return {
        "supervisor": audit.supervisor,
        "supervisee": audit.supervisee,
        "since": audit.since.isoformat(),
        "as_at": audit.as_at.isoformat(),
        "lines": [
            {"question": line.question, "answer": line.answer.value, "shows": line.shows}
            for line in audit.lines
        ],
    }


def _said(agreement: Agreement, section: Section) -> list[dict[str, Any]]:
    return [
        {"by": dict(agreement.names).get(entry.author), "text": entry.text}
        for entry in agreement.entries
        if entry.section is section
    ]
