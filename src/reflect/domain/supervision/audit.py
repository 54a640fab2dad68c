"""What a file audit asks of somebody's supervision, answered from what is on file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Finding(StrEnum):
    """The answer to one question of an audit; not due where no one-to-one was held and none had to be."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_DUE = "not due"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One question with its answer and the line that shows it."""

    question: str
    answer: Finding
    shows: str


@dataclass(frozen=True, slots=True)
class Audit:
    """A whole self-audit of what is on file between two people (by name), over a period, as at a day."""

    supervisor: str
    supervisee: str
    since: date
    as_at: date
    lines: tuple[AuditLine, ...]
