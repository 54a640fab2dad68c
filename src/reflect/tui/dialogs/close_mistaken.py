"""Closing a one-to-one that came up and was begun by mistake: why."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain


class CloseMistakenDialog(FormDialog[OneToOne]):
    """It is cancelled with a reason, and none takes its place."""

    TITLE = "Close this one-to-one"
    STARTS_WITH = "#why"

    def __init__(self, one_to_one: str) -> None:
        super().__init__()
        self._one_to_one = one_to_one

    def compose_body(self) -> ComposeResult:
        """What becomes of it, and why."""
        yield Static(
            plain("Nothing is in its record yet. It is cancelled, and both of you read the reason."),
            classes="about",
        )
        yield AnswerEditor(id="why")
        yield from self.end_of_form("Close it")

    def on_mount(self) -> None:
        """What is asked."""
        self.query_one("#why", AnswerEditor).border_title = plain("Why was it begun by mistake?")

    async def keep(self) -> OneToOne:
        """Cancelled, without another."""
        id_, why = self._one_to_one, self.query_one("#why", AnswerEditor).words
        return await self.desk.write(lambda practice: practice.one_to_ones.cancel(id_, why))
