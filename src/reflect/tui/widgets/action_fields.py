"""The fields of an action: what, by when, how one will know, who has to change something, who helps, its theme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Select, Static, TextArea

from reflect.domain.actions.action import Action, Level
from reflect.domain.themes import Vocabulary
from reflect.tui.acting.prompts import AT_FIRST, prompt_for
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice, plain

_WHAT = "What will you do?"
_KEEP_WHAT = "What is the strength, and how will it be kept or shared?"
_BY_WHEN = "By when?"
_KEEP_BY_WHEN = "Look at it again by when? (may stay empty)"
_TO_DO = "Something to do"
_GOOD = "A strength to keep or to share (good practice)"
_WHO_HELPS = "Who helps (if somebody does)"
_NO_THEME = "No theme"
_LONGEST_NAME = 120


class ActionFields(Vertical):
    """Filled from an action when one is changed; with `dated`, its day can be set."""

    DEFAULT_CSS = """
    ActionFields {
        height: auto;
    }
    ActionFields #prompt {
        height: auto;
        padding: 0 1;
        margin-bottom: 1;
        color: $text-muted;
    }
    ActionFields #know {
        margin-bottom: 1;
    }
    ActionFields #who-helps {
        height: 1;
        margin-bottom: 1;
    }
    ActionFields #supporter {
        width: 1fr;
    }
    """

    def __init__(
        self, today: date, vocabulary: Vocabulary, *, action: Action | None = None, dated: bool = True
    ) -> None:
        super().__init__()
        self._today = today
        self._vocabulary = vocabulary
        self._action = action
        self._dated = dated

    def compose(self) -> ComposeResult:
        """Words first."""
        action = self._action
        yield AnswerEditor(id="what")
        yield Static(AT_FIRST, id="prompt")
        if action is None:
            yield Select(
                [(_TO_DO, _TO_DO), (_GOOD, _GOOD)], value=_TO_DO, allow_blank=False, compact=True, id="kind"
            )
        if self._dated:
            yield DayField(_BY_WHEN, self._today, id="due", day=action.due if action else None)
        yield AnswerEditor(id="know")
        yield Label("Who has to change something?")
        levels = [(level.value.capitalize(), level.value) for level in Level]
        value = (action.level if action else Level.PRACTITIONER).value
        yield Select(levels, value=value, allow_blank=False, compact=True, id="level")
        with Horizontal(id="who-helps"):
            yield Label(_WHO_HELPS)
            supporter = action.supporter if action else ""
            yield Input(supporter, max_length=_LONGEST_NAME, select_on_focus=False, id="supporter")
        yield Label("Theme")
        themes = [(choice(theme.label), theme.code) for theme in self._vocabulary]
        yield Select(themes, prompt=_NO_THEME, compact=True, id="theme")

    def on_mount(self) -> None:
        """Titles, and the words of an action that is changed."""
        what, know = self.query_one("#what", AnswerEditor), self.query_one("#know", AnswerEditor)
        what.border_title = plain(_WHAT)
        know.border_title = plain("How will you know? (may stay empty)")
        if self._action is not None:
            what.show_text(self._action.what)
            know.show_text(self._action.know)
            self.inherit(self._action.themes, "As it is")

    def inherit(self, themes: Sequence[str], whose: str) -> None:
        """These themes are taken unless another one is chosen."""
        labels = ", ".join(self._vocabulary.label(code) for code in themes)
        self.query_one("#theme", Select).prompt = (
            f"{whose}: {labels}".replace("[", "(") if labels else _NO_THEME
        )

    @on(TextArea.Changed, "#what")
    def _prompt(self) -> None:
        self.query_one("#prompt", Static).update(plain(prompt_for(self.what)))

    @on(Select.Changed, "#kind")
    def _other_questions(self) -> None:
        is_good = self.is_good_practice
        self.query_one("#what", AnswerEditor).border_title = plain(_KEEP_WHAT if is_good else _WHAT)
        self.query_one("#due", DayField).label = _KEEP_BY_WHEN if is_good else _BY_WHEN

    @property
    def what(self) -> str:
        """What is to be done."""
        return self.query_one("#what", AnswerEditor).words

    @property
    def know(self) -> str:
        """How one will know."""
        return self.query_one("#know", AnswerEditor).words

    @property
    def due(self) -> date | None:
        """By when; None for nothing typed. Raises DayNeeded for words that mean no day, or one that has passed."""
        return self.query_one("#due", DayField).day if self._dated else None

    @property
    def due_was_changed(self) -> bool:
        """Whether the day was changed, or taken out."""
        return self._dated and self.query_one("#due", DayField).was_changed

    def due_needed(self, what: str, such_as: str) -> date:
        """By when. Raises DayNeeded, which says `what` is wrong, with examples, where no day was typed."""
        return self.query_one("#due", DayField).needed(what, such_as)

    @property
    def level(self) -> Level:
        """Who has to change something."""
        return Level(str(self.query_one("#level", Select).value))

    @property
    def supporter(self) -> str:
        """Who helps; nothing where nobody does."""
        return self.query_one("#supporter", Input).value.strip()

    @property
    def themes(self) -> list[str] | None:
        """The theme that was chosen, or None for those that it takes by itself."""
        value = self.query_one("#theme", Select).value
        return None if value == Select.NULL else [str(value)]

    @property
    def is_good_practice(self) -> bool:
        """Whether it is a strength to keep or to share."""
        return any(kind.value == _GOOD for kind in self.query("#kind").results(Select))
