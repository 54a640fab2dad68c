"""Which actions to show: by words, day, letter, status, theme and level."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Label, Select

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.wanted import Wanted
from reflect.domain.themes import Vocabulary
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice

_OVERDUE = "overdue"
_DUE_BEFORE = "due-before"


class FilterActionsDialog(Dialog[Wanted]):
    """Answers None when it is closed with nothing changed."""

    TITLE = "Which actions?"
    CSS_PATH = "filter_actions.tcss"
    AUTO_FOCUS = ""
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, wanted: Wanted, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._wanted = wanted
        self._themes = [(choice(theme.label), theme.code) for theme in vocabulary]

    def compose_body(self) -> ComposeResult:
        """Words first: most people know what they look for."""
        wanted, today = self._wanted, self.house.workspace.clock.today()
        with VerticalScroll(id="action-filter"):
            yield Label("Words")
            yield Input(wanted.search, id="words", max_length=100, select_on_focus=False)
            yield Label("Due")
            overdue = [("Only what is overdue", _OVERDUE)]
            yield _select(overdue, "Whenever it is due", _OVERDUE if wanted.overdue else None, "due")
            yield DayField("Due before", today, id=_DUE_BEFORE, day=wanted.due_before, takes_past=True)
            yield Label("Letter")
            letters = [(letter.words.capitalize(), letter.value) for letter in Rag]
            yield _select(letters, "Any letter", wanted.rag, "letter")
            yield Label("Status")
            statuses = [(status.words.capitalize(), status.value) for status in Status]
            yield _select(statuses, "Any status", wanted.status, "status")
            yield Label("Theme")
            theme = wanted.theme if wanted.theme in [code for _, code in self._themes] else None
            yield _select(self._themes, "Any theme", theme, "theme")
            yield Label("Level: who has to change something")
            levels = [(level.value.capitalize(), level.value) for level in Level]
            yield _select(levels, "Any level", wanted.level, "level")
        with Horizontal(classes="buttons"):
            yield Button("Show", id="show")
            yield Button("Clear", id="clear")

    def on_mount(self) -> None:
        """In its first field; the heading above it stays in sight."""
        self.query_one("#words").focus(scroll_visible=False)

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def show(self) -> None:
        """These actions."""
        before = self.query_one(f"#{_DUE_BEFORE}", DayField)
        try:
            due_before = before.day
        except WrongUse as error:
            before.say_problem(str(error))
            return
        level, status, letter = self._chosen("#level"), self._chosen("#status"), self._chosen("#letter")
        self.dismiss(
            Wanted(
                search=self.query_one("#words", Input).value.strip(),
                theme=self._chosen("#theme"),
                level=Level(level) if level else None,
                status=Status(status) if status else None,
                rag=Rag(letter) if letter else None,
                overdue=self._chosen("#due") == _OVERDUE,
                due_before=due_before,
            )
        )

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All actions."""
        self.dismiss(Wanted())

    def _chosen(self, which: str) -> str | None:
        value = self.query_one(which, Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)


def _select(
    options: Sequence[tuple[RenderableType, str]], any_: str, value: str | None, id_: str
) -> Select[str]:
    return Select(options, prompt=any_, value=value or Select.NULL, compact=True, id=id_)
