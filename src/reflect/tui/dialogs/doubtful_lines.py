"""Every line that may identify somebody in something that goes out as it is: to read, before it is handed on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.check_lines import REMINDER
from reflect.tui.screen import Dialog
from reflect.tui.words import lines, plain


class Doubtful(Protocol):
    """A line with what was found in it: kinds in words, and the words themselves."""

    @property
    def words(self) -> str:
        """The line."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Each once."""

    @property
    def found_words(self) -> tuple[str, ...]:
        """As they stand there."""


class DoubtfulLinesDialog(Dialog[None]):
    """To read."""

    TITLE = "Could this identify somebody?"
    CSS_PATH = "check_lines.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, found: Sequence[Doubtful]) -> None:
        super().__init__()
        self._found = found

    def compose_body(self) -> ComposeResult:
        """Each line, and what was found in it."""
        told = [
            lines(
                plain(one.words),
                plain(f"{', '.join(one.kinds).capitalize()}: {' · '.join(one.found_words)}", "$text-muted"),
            )
            for one in self._found
        ]
        with VerticalScroll(id="doubtful"):
            yield Static(Content("\n\n").join([*told, plain(REMINDER, "$text-muted")]))

    def action_close_dialog(self) -> None:
        """Back to the export."""
        self.dismiss(None)
