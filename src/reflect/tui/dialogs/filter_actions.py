"""Which actions to show: by words, theme, level and status."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select

from reflect.domain.actions.action import Level, Status
from reflect.domain.themes import Vocabulary
from reflect.tui.acting.filter import ActionFilter
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.words import choice


class FilterActionsDialog(Dialog[ActionFilter]):
    """Answers None when it is closed with nothing changed."""

    TITLE = "Which actions?"
    CSS_PATH = "filter_actions.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, wanted: ActionFilter, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._wanted = wanted
        self._themes = [(choice(theme.label), theme.code) for theme in vocabulary]

    def compose_body(self) -> ComposeResult:
        """Words first: most people know what they look for."""
        wanted = self._wanted
        yield Label("Words")
        yield Input(wanted.words, id="words", max_length=100, select_on_focus=False)
        yield Label("Theme")
        theme = wanted.theme if wanted.theme in [code for _, code in self._themes] else Select.NULL
        yield Select(self._themes, prompt="Any theme", value=theme, compact=True, id="theme")
        yield Label("Level: who has to change something")
        levels = [(level.value.capitalize(), level.value) for level in Level]
        yield Select(levels, prompt="Any level", value=wanted.level or Select.NULL, compact=True, id="level")
        yield Label("Status")
        statuses = [(status.words.capitalize(), status.value) for status in Status]
        yield Select(
            statuses, prompt="Any status", value=wanted.status or Select.NULL, compact=True, id="status"
        )
        with Horizontal(classes="buttons"):
            yield Button("Show", id="show")
            yield Button("Clear", id="clear")

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def show(self) -> None:
        """These actions."""
        level, status = self._chosen("#level"), self._chosen("#status")
        self.dismiss(
            ActionFilter(
                words=self.query_one("#words", Input).value,
                theme=self._chosen("#theme"),
                level=Level(level) if level else None,
                status=Status(status) if status else None,
            )
        )

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All actions."""
        self.dismiss(ActionFilter())

    def _chosen(self, which: str) -> str | None:
        value = self.query_one(which, Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
