"""Where an action comes from, as its first event says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.action import Finding, Origin
from reflect.domain.dates import said

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.banks import Bank
    from reflect.domain.banks import Finding as BankFinding


@dataclass(frozen=True, slots=True)
class FromOneToOne:
    """The one-to-one that an action comes from, by its id. `on` is its day, for those alone who may read its record;
    `agreed` says that it was agreed there by both, and not written down later."""

    record: str
    on: date | None
    agreed: bool

    @property
    def words(self) -> str:
        """The same in a sentence."""
        which = f"the one-to-one of {said(self.on)}" if self.on else "a one-to-one"
        return f"It was agreed in {which}." if self.agreed else f"It comes from {which}."


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


def origin_read(kept: Mapping[str, Any] | None) -> Origin | None:
    """An origin as an event kept it. Raises KeyError, TypeError or ValueError for anything else."""
    if kept is None:
        return None
    findings = tuple(Finding(id_, text, review) for id_, text, review in kept["findings"])
    if kept["question"] is None and not findings:
        raise ValueError("an origin without question and finding")
    return Origin(
        kept["bank"], kept["bank_title"], kept["bank_version"], kept["question"], kept["wording"], findings
    )


def record_written(record: str | None) -> dict[str, Any]:
    """The one-to-one that an action comes from, as its first event keeps it: not at all where there is none."""
    return {"record": record} if record else {}


def record_read(kept: Mapping[str, Any]) -> str | None:
    """The one-to-one that a first event comes from, if it says one. Raises TypeError for what is no id."""
    record = kept.get("record")
    if record is not None and not isinstance(record, str):
        raise TypeError("an id that is none")
    return record


def _frozen(bank: Bank, finding: BankFinding) -> Finding:
    review = bank.review(finding.review)
    return Finding(finding.id, finding.text, review.name if review else bank.document.title)
