"""A record, an agenda, an agreement or an audit on its way to a file: what it is called, and what stands on it."""

from __future__ import annotations

from reflect.domain.supervision.audit import Audit
from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut, SupervisionOut


def titles(out: SupervisionOut) -> tuple[str, str]:
    """What it is, for the head of the dialog, and the beginning of the file's name."""
    match out:
        case RecordOut():
            return "the record of a one-to-one", f"one-to-one-{out.record.facts.planned.isoformat()}"
        case AgendaOut():
            return "the agenda of a one-to-one", f"agenda-{out.record.facts.planned.isoformat()}"
        case AgreementOut():
            return "the supervision agreement", f"agreement-{out.agreement.terms.start.isoformat()}"
        case Audit():
            return "the self-audit", f"self-audit-{out.as_at.isoformat()}"


def label_of(out: SupervisionOut) -> str:
    """What stands on every page until both have signed; empty where nothing does."""
    return "" if isinstance(out, Audit) else out.label
