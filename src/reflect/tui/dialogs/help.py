"""What can be done here, and with which key: made from the commands themselves."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from reflect.tui.commands import CloseDialog, Command, command_of
from reflect.tui.screen import Dialog

_ALWAYS = (
    ("Tab, shift+tab", "Go to the next part of the page, or the one before"),
    ("Arrows, page keys", "Move in a list or a text"),
    ("Mouse", "Everything can be clicked, the last line too"),
)


class HelpDialog(Dialog[None]):
    """A page of keys."""

    TITLE = "What can be done here"
    CSS_PATH = "help.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, here: tuple[tuple[str, str], ...], everywhere: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._here = here
        self._everywhere = everywhere

    @classmethod
    def of(cls, screen: Screen[object]) -> HelpDialog:
        """The help for what can be done on `screen` at this moment."""
        keys: dict[type[Command], list[str]] = {}
        for active in screen.active_bindings.values():
            command = command_of(active)
            if command is not None and active.enabled:
                keys.setdefault(command, []).append(screen.app.get_key_display(active.binding))
        lines = [
            (command, (" or ".join(dict.fromkeys(pressed)), command.help))
            for command, pressed in keys.items()
        ]
        return cls(
            tuple(line for command, line in lines if not command.of_app),
            tuple(line for command, line in lines if command.of_app),
        )

    def compose_body(self) -> ComposeResult:
        """Here, everywhere, and what every list and text knows."""
        with VerticalScroll(id="help-text"):
            yield Static(_table("Here", self._here))
            yield Static(_table("Everywhere", (*self._everywhere, *_ALWAYS)), classes="gap")

    def action_close_dialog(self) -> None:
        """Back to the page."""
        self.dismiss(None)


def _table(title: str, lines: tuple[tuple[str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=max(len(key) for key, _ in (*lines, *_ALWAYS)))
    table.add_column(ratio=1)
    table.title = Text(title, style="bold")
    table.title_justify = "left"
    for key, words in lines:
        table.add_row(Text(key, style="bold"), Text(words))
    return table
