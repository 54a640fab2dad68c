"""A small bank of somebody's own, as a file."""

from __future__ import annotations

from pathlib import Path

_BANK = """\
format: 1
id: our-own
title: Our own
version: {version}
language: en-GB
handling: {handling}
document:
  title: Our own briefing
  kind: local briefing
summary: What our team learnt from one of its own reviews.
findings:
  - id: fathers-not-asked
    text: Fathers were not asked what they saw.
    polarity: strengthen
    themes: [fathers-and-partners]
    locator: Page 1
questions:
  - id: {question}
    text: {asks}
    why: Fathers were not asked what they saw.
    shape: open
    grade: derived
    audience: all
    themes: [fathers-and-partners]
    findings: [fathers-not-asked]
    locator: Page 1
"""
ASKS = "How do I ask fathers what they see?"


def own_bank(
    folder: Path,
    *,
    version: int = 1,
    handling: str = "local-only",
    question: str = "asking-fathers",
    asks: str = ASKS,
) -> Path:
    """Writes the bank into a folder."""
    path = folder / "our-own.yaml"
    content = _BANK.format(version=version, handling=handling, question=question, asks=asks)
    path.write_text(content, encoding="utf-8")
    return path
