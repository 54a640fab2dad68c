"""An addendum to a record that both have signed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.supervision.one_to_one import OneToOne
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain


class AddendumDialog(FormDialog[OneToOne]):
    """The record itself stays as it was signed."""

    TITLE = "An addendum"

    def __init__(self, one_to_one: str) -> None:
        super().__init__()
        self._one_to_one = one_to_one

    def compose_body(self) -> ComposeResult:
        """What becomes of it, and the words."""
        yield Static(
            plain(
                "The record stays as both of you signed it. What you add stands below it, with your name and today's "
                "date, and cannot be changed again."
            ),
            classes="about",
        )
        yield AnswerEditor(id="words")
        yield from self.end_of_form("Add it")

    def on_mount(self) -> None:
        """What is asked."""
        self.query_one("#words", AnswerEditor).border_title = plain("What is to be added, or put right?")

    async def keep(self) -> OneToOne:
        """Below the record."""
        id_, words = self._one_to_one, self.query_one("#words", AnswerEditor).words
        if not words.strip():
            raise WrongUse("Nothing was written.", "Write what is to be added, or close this.")
        return await self.desk.write(lambda practice: practice.one_to_ones.add_addendum(id_, words))
