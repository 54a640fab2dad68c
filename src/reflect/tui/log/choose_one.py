"""Choosing one of several: a team, a number."""

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


class ChooseOneDialog(Dialog[int]):
    """Answers which of `names` was chosen, counted from 0; None if nothing is to change."""

    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, title: str, names: Sequence[str], chosen: int) -> None:
        super().__init__()
        self._title = title
        self._names = names
        self._chosen = chosen

    def compose_body(self) -> ComposeResult:
        """All of them."""
        yield Choices(id="choose-one")

    def on_mount(self) -> None:
        """What is chosen now is marked."""
        self.query_one("#box").border_title = plain(self._title)
        options = [Option(plain(name), id=str(at)) for at, name in enumerate(self._names)]
        self.query_one(Choices).fill(options, mark=str(self._chosen))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(int(event.option.id or 0))

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
