"""Which question of a reflection is meant."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import plain


class ChooseQuestionDialog(Dialog[str]):
    """Answers a question's id, or None."""

    TITLE = "Which question?"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, questions: Sequence[tuple[str, str]]) -> None:
        """`questions` are ids and wordings."""
        super().__init__()
        self._questions = questions

    def compose_body(self) -> ComposeResult:
        """Every question in full."""
        yield Choices(id="choose-question")

    def on_mount(self) -> None:
        """The first is marked."""
        self.query_one(Choices).fill([Option(plain(wording), id=id_) for id_, wording in self._questions])

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_close_dialog(self) -> None:
        """Nothing is shown."""
        self.dismiss(None)
