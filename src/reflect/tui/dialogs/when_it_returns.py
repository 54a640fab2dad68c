"""When a question comes back: the rule in words, and what somebody may wish instead."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.returning import RULE, Outlook
from reflect.tui.commands import CloseDialog
from reflect.tui.returning_words import wishes
from reflect.tui.screen import Dialog
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import plain


class WhenItReturnsDialog(Dialog[str]):
    """Answers the name of a wish, or None when all stays as it is."""

    TITLE = "When questions come back"
    CSS_PATH = "when_it_returns.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, wording: str, outlook: Outlook, *, of_one: bool = True) -> None:
        """Without `of_one`, no question in particular is meant."""
        super().__init__()
        self._of_one = of_one
        self._wording = wording
        self._outlook = outlook

    def compose_body(self) -> ComposeResult:
        """The question, what can be wished, and the rule that holds otherwise."""
        with VerticalScroll(id="about"):
            yield Static(plain(self._wording, "bold"), id="wording")
            yield Static(RULE, id="rule", classes="quiet")
        yield Choices(id="wishes")

    def on_mount(self) -> None:
        """What can be wished."""
        self.query_one("#wording").display = bool(self._wording)
        self.query_one(Choices).fill(
            [Option(plain(words), id=id_) for id_, words in wishes(self._outlook, of_one=self._of_one)]
        )
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
