"""A made-up bank that somebody added, and its next version: a question stays, one is reworded, one goes, one id is
used for another question, and one is new."""

from __future__ import annotations

from pathlib import Path

from reflect.services.practice import Practice

BANK = "our-own"
KEPT, REWORDED, GONE, REUSED, NEW = "a-day", "fathers", "visits", "protocol", "calls"

_HEAD = """\
format: 1
id: our-own
title: Our own learning
version: {version}
language: en-GB
handling: local-only
document:
  title: Our own briefing
  kind: local briefing
summary: What our team learnt from one of its own reviews.
findings:
  - id: not-asked
    text: Nobody asked what the others saw.
    polarity: strengthen
    themes: [fathers-and-partners]
    locator: Page 1
questions:
"""
_QUESTION = """\
  - id: {id}
    text: {text}
    why: Nobody asked.
    shape: {shape}
    grade: derived
    audience: all
    themes: [fathers-and-partners]
    findings: [not-asked]
    locator: Page 1
"""
_PARTS = "    parts:\n      - {part}\n"

FIRST = {
    KEPT: ("What was an ordinary day like?", "open", ""),
    REWORDED: ("How do I ask fathers what they see?", "open", "And what do I do with the answer?"),
    GONE: ("How often do I visit?", "open", ""),
    REUSED: ("Do I always keep to the protocol?", "self-audit", ""),
}
SECOND = {
    KEPT: FIRST[KEPT],
    REWORDED: ("How do I ask each father what he sees?", "open", ""),
    REUSED: ("Who wrote the protocol of my service?", "service", ""),
    NEW: ("When did I last ring a colleague?", "open", ""),
}
THIRD = {**SECOND, GONE: FIRST[GONE]}


def write(folder: Path, version: int, questions: dict[str, tuple[str, str, str]]) -> Path:
    """The file of the bank with these questions: wording, shape and part by id."""
    words = _HEAD.format(version=version)
    for id_, (text, shape, part) in questions.items():
        words += _QUESTION.format(id=id_, text=text, shape=shape) + (_PARTS.format(part=part) if part else "")
    file = folder / f"our-own-{version}.yaml"
    file.write_text(words, encoding="utf-8")
    return file


def add(practice: Practice, folder: Path, version: int, questions: dict[str, tuple[str, str, str]]) -> None:
    """Somebody adds this version to their workspace."""
    practice.bank_shelf.add(practice.bank_shelf.check(write(folder, version, questions)))
