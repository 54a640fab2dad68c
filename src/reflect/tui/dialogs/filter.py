"""Which questions to show: by theme, kind, profession and words."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Input, Label

from reflect.domain.banks import Bank, Shape
from reflect.domain.professions import PROFESSIONS
from reflect.domain.themes import Vocabulary
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.filtering import Filtering, one_or_any
from reflect.tui.labels import shape_words
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.words import choice


class FilterDialog(Filtering[QuestionFilter]):
    """Offers only themes that the given banks use."""

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
        yield one_or_any(self._themes, "Any theme", wanted.theme, "theme")
        yield Label("Kind of question")
        kinds = [(shape_words(shape), shape.value) for shape in Shape]
        yield one_or_any(kinds, "Any kind", wanted.shape, "shape")
        yield Label("For whom")
        professions = [(label, code) for code, label in PROFESSIONS.items()]
        yield one_or_any(professions, "Anyone", wanted.profession, "profession")
        yield from self.end_of_filter()

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def show(self) -> None:
        """These questions."""
        self.dismiss(
            QuestionFilter(
                theme=self.chosen("theme"),
                shape=Shape(shape) if (shape := self.chosen("shape")) else None,
                profession=self.chosen("profession"),
                words=self.query_one("#words", Input).value,
            )
        )

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All questions."""
        self.dismiss(QuestionFilter())
