"""Something to be read, in front of a page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.words import plain


class ReadDialog(Dialog[None]):
    """Words under a title."""

    CSS_PATH = "read.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, title: str, words: Content) -> None:
        super().__init__()
        self._title = title
        self._words = words

    def compose_body(self) -> ComposeResult:
        """The words."""
        with VerticalScroll(id="to-read"):
            yield Static(self._words)

    def on_mount(self) -> None:
        """The title, in the frame."""
        self.query_one("#box").border_title = plain(self._title)

    def action_close_dialog(self) -> None:
        """Back to the page."""
        self.dismiss(None)
