"""The self-audit of the file as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns
from reflect.domain.dates import said

if TYPE_CHECKING:
    from reflect.domain.supervision.audit import Audit


def audit_lines(audit: Audit) -> Iterator[str]:
    """Each question with its answer and the line that shows it, and what day it speaks of."""
    yield from in_columns(f"{audit.supervisor} supervises {audit.supervisee}.")
    yield from in_columns(f"From {said(audit.since)}, as at {said(audit.as_at)}.")
    for line in audit.lines:
        yield ""
        yield from in_columns(f"{line.answer.value.upper()}: {line.question}")
        yield from in_columns(line.shows, indent="    ")
