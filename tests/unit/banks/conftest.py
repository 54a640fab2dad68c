"""A small bank with every key of the format, and the vocabulary that comes with reflect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reflect.banks.themes import load_vocabulary
from reflect.domain.themes import Vocabulary
from reflect.paths import shipped_banks

PANES = "".join(f"  - title: Minute {number}\n    text: Read this in a minute.\n" for number in range(1, 8))

SMALL_BANK = f"""\
format: 1
id: small
title: A small bank
version: 3
language: en-GB
handling: professionals-only
content_note: >-
  This bank speaks of
  a death.
document:
  publisher: A partnership
  title: "Learning briefing: Child X"
  published: "2020-01-31"
  kind: learning briefing
reviews:
  - id: child-x
    kind: Serious Case Review
    name: Child X
    published: false
summary: A baby died. Nobody had asked the father.
panes:
{PANES}\
findings:
  - id: fathers-left-out
    text: Nobody had spoken with the father.
    polarity: strengthen
    review: child-x
    themes: [fathers-and-partners, infant-unborn]
    locator: Item 1
    change:
      - who: practitioners
        text: Speak with both parents.
  - id: visits-kept-up
    text: The health visitor kept visiting.
    polarity: good-practice
    themes: [good-practice]
    locator: Item 2
facts:
  - text: Seven visits were made.
    locator: Page 2
questions:
  - id: both-parents-heard
    text: Do I speak with both parents?
    why: Nobody had asked the father.
    shape: self-audit
    grade: adapted
    audience: [health-visitor, midwife]
    themes: [fathers-and-partners]
    context: [infant-unborn]
    findings: [fathers-left-out]
    locator: Question 1
    parts:
      - Do I speak with the mother?
      - Do I speak with the father?
    prompts:
      - Who else is there?
  - id: what-kept-us-going
    text: What helped my team to keep visiting?
    why: Visiting went on when it was hard.
    shape: service
    grade: derived
    audience: all
    themes: [good-practice]
    findings: [visits-kept-up]
    locator: Item 2
resources:
  - title: Guidance
    address: https://example.org/guidance
  - title: A leaflet
"""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(shipped_banks() / "themes.yaml")


@pytest.fixture
def small_bank() -> str:
    return SMALL_BANK


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a bank file and give its path."""

    def write_it(content: str | bytes, name: str = "small.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_it
