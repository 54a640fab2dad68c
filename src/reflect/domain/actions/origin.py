"""Where an action comes from, as its first event says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import Finding, Origin

if TYPE_CHECKING:
    from reflect.domain.banks import Bank
    from reflect.domain.banks import Finding as BankFinding


def from_question(bank: Bank, question_id: str) -> Origin | None:
    """The question as this version of the bank asks it, with the findings that led to it; None if it has none such."""
    question = bank.question(question_id)
    if question is None:
        return None
    findings = tuple(_frozen(bank, finding) for finding in bank.findings_of(question))
    return Origin(bank.id, bank.title, bank.version, question.id, question.text, findings)


def from_finding(bank: Bank, finding_id: str) -> Origin | None:
    """The finding itself, or None if the bank has none such."""
    finding = bank.finding(finding_id)
    if finding is None:
        return None
    return Origin(bank.id, bank.title, bank.version, None, "", (_frozen(bank, finding),))


def origin_written(origin: Origin | None) -> dict[str, Any] | None:
    """An origin as an event keeps it."""
    if origin is None:
        return None
    return {
        "bank": origin.bank,
        "bank_title": origin.bank_title,
        "bank_version": origin.bank_version,
        "question": origin.question,
        "wording": origin.wording,
        "findings": [[finding.id, finding.text, finding.review] for finding in origin.findings],
    }


def origin_read(said: Mapping[str, Any] | None) -> Origin | None:
    """An origin as an event kept it. Raises KeyError, TypeError or ValueError for anything else."""
    if said is None:
        return None
    findings = tuple(Finding(id_, text, review) for id_, text, review in said["findings"])
    if said["question"] is None and not findings:
        raise ValueError("an origin without question and finding")
    return Origin(
        said["bank"], said["bank_title"], said["bank_version"], said["question"], said["wording"], findings
    )


def _frozen(bank: Bank, finding: BankFinding) -> Finding:
    review = bank.review(finding.review)
    return Finding(finding.id, finding.text, review.name if review else bank.document.title)
