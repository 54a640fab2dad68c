"""Which question bank a list shows."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect.tui.screen import Dialog
from reflect.tui.sitting_commands import CloseNote
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import plain

ALL_BANKS = "All question banks"


class ChooseBankDialog(Dialog[str | None]):
    """Answers a bank's id, an empty text for all banks, or None if nothing is to change."""

    TITLE = "Show reflections on"
    PAGE_COMMANDS = (CloseNote,)

    def __init__(self, banks: tuple[tuple[str, str], ...], chosen: str) -> None:
        """`banks` are ids and titles."""
        super().__init__()
        self._banks = banks
        self._chosen = chosen

    def compose_body(self) -> ComposeResult:
        """All, then each bank."""
        yield Choices(id="choose-bank")

    def on_mount(self) -> None:
        """What is chosen now is marked."""
        options = [Option(plain(ALL_BANKS), id="all")]
        options += [Option(plain(title), id=f"bank:{bank}") for bank, title in self._banks]
        self.query_one(Choices).fill(options, mark=f"bank:{self._chosen}" if self._chosen else "all")

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss((event.option.id or "").removeprefix("bank:").removeprefix("all"))

    def action_close_note(self) -> None:
        """Change nothing."""
        self.dismiss(None)
