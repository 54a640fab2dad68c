"""Cancelling a one-to-one: why, and the new day."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.dates import said
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain


class CancelDialog(FormDialog[OneToOne]):
    """Both are needed: a cancelled one-to-one has a reason, and another one in its place."""

    TITLE = "Cancel this one-to-one"
    STARTS_WITH = "#why"

    def __init__(self, meeting: OneToOne, today: date) -> None:
        super().__init__()
        self._meeting = meeting
        self._today = today

    def compose_body(self) -> ComposeResult:
        """What goes, why, and when instead."""
        day = said(self._meeting.facts.planned)
        yield Static(
            plain(f"Planned for {day}. Its agenda moves to the new day; both of you read the reason."),
            classes="about",
        )
        yield AnswerEditor(id="why")
        yield DayField("On which day instead?", self._today, id="day")
        yield from self.end_of_form("Cancel it")

    def on_mount(self) -> None:
        """What is asked."""
        self.query_one("#why", AnswerEditor).border_title = plain("Why?")

    async def keep(self) -> OneToOne:
        """Cancelled, and planned anew in the same act."""
        id_, why = self._meeting.id, self.query_one("#why", AnswerEditor).words
        day = self.query_one(DayField).needed("No new day was given.", "“Friday” or “in 2 weeks”")
        return await self.desk.write(lambda practice: practice.one_to_ones.cancel(id_, why, day))
