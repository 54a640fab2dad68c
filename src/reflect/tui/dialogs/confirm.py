"""A question before something that cannot be taken back. What changes nothing is always the first choice."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from reflect.tui.screen import Dialog
from reflect.tui.sitting_commands import KeepIt
from reflect.tui.words import plain


class ConfirmDialog(Dialog[bool]):
    """Answers True only if somebody chose to go ahead; Escape and the first button answer False."""

    CSS_PATH = "confirm.tcss"
    PAGE_COMMANDS = (KeepIt,)

    def __init__(self, title: str, words: str, *, keep: str, go_ahead: str) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._keep = keep
        self._go_ahead = go_ahead

    def compose_body(self) -> ComposeResult:
        """What would happen, and the two answers."""
        yield Static(plain(self._title), id="confirm-title")
        yield Static(plain(self._words), id="confirm-words")
        with Horizontal(id="confirm-answers"):
            yield Button(plain(self._keep), id="keep", compact=True)
            yield Button(plain(self._go_ahead), id="go-ahead", compact=True)

    def on_mount(self) -> None:
        """The careful answer is the one that Enter gives."""
        self.query_one("#keep").focus()

    def action_keep_it(self) -> None:
        """Change nothing."""
        self.dismiss(False)

    def key_left(self) -> None:
        """The arrows lead from one answer to the other."""
        self.query_one("#keep").focus()

    def key_right(self) -> None:
        """The arrows lead from one answer to the other."""
        self.query_one("#go-ahead").focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "go-ahead")
