"""Saying that an action is done, or adding what shows it."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Select

from reflect.domain.actions.action import Action, Evidence, EvidenceKind, Status
from reflect.domain.dates import Looking
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain

_TO_FOLLOW = "to-follow"
_KINDS = {
    EvidenceKind.FEEDBACK: "Feedback: what somebody said",
    EvidenceKind.OBSERVATION: "Observation: what somebody saw",
    EvidenceKind.RECORD: "Record: what is written somewhere",
    EvidenceKind.AUDIT: "Audit: what a check found",
    EvidenceKind.FIGURES: "Figures",
    EvidenceKind.OTHER: "Something else",
}


class EvidenceDialog(FormDialog[Action]):
    """For an action that is on its way it says that it is done; for one that is done it adds what shows it."""

    def __init__(self, action: Action, today: date) -> None:
        super().__init__()
        self._action = action
        self._today = today
        self._adds = action.status in (Status.DONE, Status.CONFIRMED)

    def compose_body(self) -> ComposeResult:
        """What shows it, of which day, and what difference it made."""
        yield Label("What shows it?")
        kinds = [(words, kind.value) for kind, words in _KINDS.items()]
        if not self._adds:
            kinds.append(("Evidence to follow, by a date", _TO_FOLLOW))
        yield Select(kinds, value=EvidenceKind.FEEDBACK.value, allow_blank=False, compact=True, id="kind")
        with Vertical(id="now"):
            yield AnswerEditor(id="evidence")
            yield DayField("Of which day?", self._today, id="on", day=self._today, looking=Looking.BACK)
        yield DayField("By when will it follow?", self._today, id="by")
        yield AnswerEditor(id="impact")
        yield from self.end_of_form("Add it" if self._adds else "It is done")

    def on_mount(self) -> None:
        """Titles, and the fields that go with the kind."""
        self.query_one("#box").border_title = "Add evidence" if self._adds else "Done"
        self.query_one("#evidence", AnswerEditor).border_title = plain(
            "What could somebody look at? (no names of families)"
        )
        self.query_one("#impact", AnswerEditor).border_title = plain(
            "What difference did it make, and for whom? (may stay empty)"
        )
        self._other_kind()

    @property
    def _follows(self) -> bool:
        return str(self.query_one("#kind", Select).value) == _TO_FOLLOW

    @on(Select.Changed, "#kind")
    def _other_kind(self) -> None:
        self.query_one("#now").display = not self._follows
        self.query_one("#by").display = self._follows

    async def keep(self) -> Action:
        """Done, or the evidence added."""
        id_, impact = self._action.id, self.query_one("#impact", AnswerEditor).words
        if self._follows:
            field = self.query_one("#by", DayField)
            by = field.needed("It is not said by which day it follows.", "“Friday” or “in 3 weeks”")
            return await self.desk.write(
                lambda practice: practice.acting.done(id_, evidence_by=by, impact=impact)
            )
        kind = EvidenceKind(str(self.query_one("#kind", Select).value))
        day = self.query_one("#on", DayField).day or self._today
        evidence = Evidence(kind, self.query_one("#evidence", AnswerEditor).words, day)
        if self._adds:
            return await self.desk.write(
                lambda practice: practice.acting.add_evidence(id_, evidence, impact=impact)
            )
        return await self.desk.write(
            lambda practice: practice.acting.done(id_, evidence=evidence, impact=impact)
        )
