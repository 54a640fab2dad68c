"""A self-audit of somebody's supervision as a paper: each question with its answer and the line that shows it."""

from __future__ import annotations

from reflect.domain.dates import said
from reflect.domain.supervision.audit import Audit, Finding
from reflect.reports.paper import Facts, Heading, Paper, Remark, Table
from reflect.reports.paper_parts import COURT, SUPERVISEE, SUPERVISOR

_WHAT_IT_IS = (
    "The answers are worked out from what is on file: days, counts and signatures. They say nothing about how good the "
    "supervision was."
)


def audit_paper(audit: Audit) -> Paper:
    """The audit in words."""
    pair = f"{audit.supervisor} and {audit.supervisee}"
    counts = ", ".join(
        f"{sum(line.answer is finding for line in audit.lines)} {finding.value}" for finding in Finding
    )
    return Paper(
        title=f"Self-audit of the supervision of {pair}",
        author=audit.supervisor,
        made=audit.as_at,
        above=(),
        foot=f"Confidential: self-audit of {pair}, as at {said(audit.as_at)}",
        front=(_WHAT_IT_IS, COURT),
        confidential=f"Confidential, for {pair}.",
        blocks=(
            Facts(
                (
                    (SUPERVISOR.capitalize(), audit.supervisor),
                    (SUPERVISEE.capitalize(), audit.supervisee),
                    ("Period", f"{said(audit.since)} to {said(audit.as_at)}"),
                    ("As at", said(audit.as_at)),
                    ("Answers", counts),
                )
            ),
            Heading("What a file audit asks"),
            Table(
                columns=("Question", "Answer", "What shows it"),
                widths=(42, 12, 46),
                rows=tuple((line.question, line.answer.value, line.shows) for line in audit.lines),
            )
            if audit.lines
            else Remark("There is nothing to ask about yet."),
        ),
    )
