"""The documents that the app writes: each comes with its own writer, and only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.domain.actions.going_out import ActionsOut
    from reflect.domain.figures.log_report import LogReport
    from reflect.domain.going_out import GoingOut
    from reflect.domain.supervision.going_out import SupervisionOut


class WrittenByReports:
    """Whatever the pages of the app offer to write."""

    def answers(self, out: GoingOut, kind: str) -> bytes:
        """Answers as a file of this kind."""
        from reflect.reports.answer_documents import written

        return written(out, kind)

    def record(self, out: SupervisionOut, kind: str) -> bytes:
        """A record, an agenda, an agreement or an audit as a file of this kind."""
        from reflect.reports.supervision_documents import written

        return written(out, kind)

    def actions(self, out: ActionsOut, kind: str) -> bytes:
        """Actions as a file of this kind."""
        from reflect.reports.action_documents import written

        return written(out, kind)

    def report(self, report: LogReport, kind: str) -> bytes:
        """A report on the log as a file of this kind."""
        from reflect.reports.log_documents import written

        return written(report, kind)
