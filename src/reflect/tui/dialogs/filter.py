"""Which questions to show: by theme, kind, profession and words."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label, Select

from reflect.domain.banks import Bank, Shape
from reflect.domain.professions import PROFESSIONS
from reflect.domain.themes import Vocabulary
from reflect.tui.commands import CloseDialog
from reflect.tui.labels import shape_words
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screen import Dialog
from reflect.tui.words import choice


class FilterDialog(Dialog[QuestionFilter]):
    """Offers only themes that the given banks use. Answers None when it is closed with nothing changed."""

    TITLE = "Which questions?"
    CSS_PATH = "filter.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, wanted: QuestionFilter, banks: Iterable[Bank], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._wanted = wanted
        used = {
            code
            for bank in banks
            for question in bank.questions
            for code in question.themes + question.context
        }
        known = [theme.code for theme in vocabulary if theme.code in used]
        self._themes = [
            (choice(vocabulary.label(code)), code) for code in [*known, *sorted(used.difference(known))]
        ]

    def compose_body(self) -> ComposeResult:
        """Words first: most people know what they look for."""
        wanted = self._wanted
        yield Label("Words")
        yield Input(wanted.words, id="words", max_length=100, select_on_focus=False)
        yield Label("Theme")
        theme = wanted.theme if wanted.theme in [code for _, code in self._themes] else Select.NULL
        yield Select(self._themes, prompt="Any theme", value=theme, compact=True, id="theme")
        yield Label("Kind of question")
        kinds = [(shape_words(shape), shape) for shape in Shape]
        yield Select(kinds, prompt="Any kind", value=wanted.shape or Select.NULL, compact=True, id="shape")
        yield Label("For whom")
        yield Select(
            [(label, code) for code, label in PROFESSIONS.items()],
            prompt="Anyone",
            value=wanted.profession if wanted.profession in PROFESSIONS else Select.NULL,
            compact=True,
            id="profession",
        )
        with Horizontal(classes="buttons"):
            yield Button("Show", id="show")
            yield Button("Clear", id="clear")

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def show(self) -> None:
        """These questions."""
        self.dismiss(
            QuestionFilter(
                theme=self._chosen("#theme"),
                shape=Shape(shape) if (shape := self._chosen("#shape")) else None,
                profession=self._chosen("#profession"),
                words=self.query_one("#words", Input).value,
            )
        )

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All questions."""
        self.dismiss(QuestionFilter())

    def _chosen(self, which: str) -> str | None:
        value = self.query_one(which, Select).value
        return None if value == Select.NULL else str(value)

    def action_close_dialog(self) -> None:
        """Nothing changes."""
        self.dismiss(None)
