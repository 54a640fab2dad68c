"""A one-time code, shown once, with what to do with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect.tui.dialogs.invite import Invited
from reflect.tui.people.commands import NotedIt
from reflect.tui.people.words import HAND_OVER
from reflect.tui.screen import Dialog
from reflect.tui.words import plain


class CodeOnceDialog(Dialog[None]):
    """Neither Enter nor Escape closes it: a key that was pressed once too often would lose the code."""

    CSS_PATH = "code_once.tcss"
    PAGE_COMMANDS = (NotedIt,)

    def __init__(self, invited: Invited) -> None:
        super().__init__()
        self._invited = invited

    def compose_body(self) -> ComposeResult:
        """The code between what it is and what to do."""
        key = self.app.get_key_display(NotedIt.binding())
        yield Static(plain(f"The one-time code for {self._invited.name}"), id="code-for")
        yield Static(Content.styled(self._invited.code, "bold $text-accent"), id="code")
        yield Static(plain(HAND_OVER.format(name=self._invited.name)))
        yield Static(
            f"It is shown only now. Write it down, then press {key}. If it is lost: New code, on the page of people.",
            classes="quiet gap",
        )

    def action_noted_it(self) -> None:
        """It is on paper."""
        self.dismiss(None)
