"""The last look: exactly what goes, one answer after another, and to whom."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.sharing import Preview
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.sharing.commands import LetThemGo
from reflect.tui.sharing.several import all_of, to_whom
from reflect.tui.words import counted, plain


class WhatGoesDialog(Dialog[bool]):
    """Answers True only if somebody lets it go."""

    CSS_PATH = "what_goes.tcss"
    PAGE_COMMANDS = (LetThemGo, CloseDialog)

    def __init__(self, previews: tuple[Preview, ...]) -> None:
        super().__init__()
        self._previews = previews

    def compose_body(self) -> ComposeResult:
        """To whom, and all of it."""
        yield Static(plain(to_whom(self._previews[0], len(self._previews) - 1)), id="to-whom")
        with VerticalScroll(id="what-goes"):
            yield Static(all_of(self._previews))

    def on_mount(self) -> None:
        """How many, in the frame."""
        how_many = counted(len(self._previews), "answer")
        self.query_one("#box").border_title = plain(f"Exactly this goes: {how_many}")
        self.query_one("#what-goes").focus(scroll_visible=False)

    def action_let_them_go(self) -> None:
        """It goes."""
        self.dismiss(True)

    def action_close_dialog(self) -> None:
        """Nothing goes."""
        self.dismiss(None)
