"""A bank as plain data: what `bank show --json` prints, and what its hash is made from."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from reflect.domain.banks import Bank, Finding, Question

EVERYONE = "all"


def as_dict(bank: Bank) -> dict[str, Any]:
    """The whole bank as in its file, all keys present: absent values None, lists as lists."""
    document = bank.document
    return {
        "format": bank.format,
        "id": bank.id,
        "title": bank.title,
        "version": bank.version,
        "language": bank.language,
        "handling": bank.handling.value,
        "content_note": bank.content_note,
        "document": {
            "publisher": document.publisher,
            "title": document.title,
            "published": document.published,
            "kind": document.kind,
        },
        "reviews": [
            {"id": review.id, "kind": review.kind, "name": review.name, "published": review.published}
            for review in bank.reviews
        ],
        "summary": bank.summary,
        "panes": [{"title": pane.title, "text": pane.text} for pane in bank.panes],
        "findings": [_finding(finding) for finding in bank.findings],
        "facts": [{"text": fact.text, "locator": fact.locator} for fact in bank.facts],
        "questions": [_question(question) for question in bank.questions],
        "resources": [{"title": resource.title, "address": resource.address} for resource in bank.resources],
    }


def content_hash(bank: Bank) -> str:
    """SHA-256 (hex) over the bank's content in one fixed form; layout and comments do not count."""
    canonical = json.dumps(as_dict(bank), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "text": finding.text,
        "polarity": finding.polarity.value,
        "review": finding.review,
        "themes": list(finding.themes),
        "locator": finding.locator,
        "change": [{"who": change.who, "text": change.text} for change in finding.change],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "why": question.why,
        "shape": question.shape.value,
        "grade": question.grade.value,
        "audience": list(question.audience) or EVERYONE,
        "themes": list(question.themes),
        "context": list(question.context),
        "findings": list(question.findings),
        "locator": question.locator,
        "parts": list(question.parts),
        "prompts": list(question.prompts),
    }
