"""Documents that pages offer to write; what writes them is handed in, since pages know nothing of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reflect.domain.actions.going_out import ActionsOut
    from reflect.domain.figures.log_report import LogReport
    from reflect.domain.going_out import GoingOut
    from reflect.domain.supervision.going_out import SupervisionOut


class Documents(Protocol):
    """What is on its way out, and the kind of file (`md`, `html`, ...), to what stands in the file."""

    def answers(self, out: GoingOut, kind: str) -> bytes:
        """Answers."""

    def record(self, out: SupervisionOut, kind: str) -> bytes:
        """A record, an agenda, an agreement or an audit."""

    def actions(self, out: ActionsOut, kind: str) -> bytes:
        """Actions."""

    def report(self, report: LogReport, kind: str) -> bytes:
        """A report on the log of one or several teams."""
