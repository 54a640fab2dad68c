"""What is asked of actions wherever they are listed: when they are due, and their letter, status, theme and level."""

from __future__ import annotations

from typing import ClassVar, Generic, TypedDict, TypeVar

from textual.app import ComposeResult
from textual.widgets import Input, Label

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.wanted import Wanted
from reflect.domain.figures.listed_log import LogWanted
from reflect.domain.themes import Vocabulary
from reflect.tui.dialogs.filtering import Filtering, one_or_any
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice

W = TypeVar("W", Wanted, LogWanted)
_OVERDUE = "overdue"
_DUE_BEFORE = "due-before"


class OfEachAction(TypedDict):
    """The part of a filter that asks the same of one's own actions and of those on a log."""

    search: str
    overdue: bool
    rag: Rag | None
    status: Status | None
    theme: str | None
    level: Level | None


class FilteringActions(Filtering[W], Generic[W]):
    """Its heading stays in sight while it is in its first field."""

    AUTO_FOCUS = ""
    STARTS_WITH: ClassVar[str]

    def __init__(self, wanted: W, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._wanted: W = wanted
        self._themes = [(choice(theme.label), theme.code) for theme in vocabulary]

    def on_mount(self) -> None:
        """In its first field."""
        self.query_one(self.STARTS_WITH).focus(scroll_visible=False)

    def words_field(self) -> ComposeResult:
        """Words that stand in it."""
        yield Label("Words")
        yield Input(self._wanted.search, id="words", max_length=100, select_on_focus=False)

    def due_fields(self) -> ComposeResult:
        """When it is due."""
        wanted, today = self._wanted, self.house.workspace.clock.today()
        yield Label("Due")
        overdue = [("Only what is overdue", _OVERDUE)]
        yield one_or_any(overdue, "Whenever it is due", _OVERDUE if wanted.overdue else None, "due")
        yield DayField("Due before", today, id=_DUE_BEFORE, day=wanted.due_before, takes_past=True)

    def fields_of_each(self) -> ComposeResult:
        """Letter, status, theme and level."""
        wanted = self._wanted
        yield Label("Letter")
        letters = [(letter.words.capitalize(), letter.value) for letter in Rag]
        yield one_or_any(letters, "Any letter", wanted.rag, "letter")
        yield Label("Status")
        statuses = [(status.words.capitalize(), status.value) for status in Status]
        yield one_or_any(statuses, "Any status", wanted.status, "status")
        yield Label("Theme")
        yield one_or_any(self._themes, "Any theme", wanted.theme, "theme")
        yield Label("Level: who has to change something")
        levels = [(level.value.capitalize(), level.value) for level in Level]
        yield one_or_any(levels, "Any level", wanted.level, "level")

    @property
    def due_before(self) -> DayField:
        """The field of the day before which it is due."""
        return self.query_one(f"#{_DUE_BEFORE}", DayField)

    @property
    def of_each(self) -> OfEachAction:
        """What the fields ask for, but for the days."""
        letter, status, level = self.chosen("letter"), self.chosen("status"), self.chosen("level")
        return OfEachAction(
            search=self.query_one("#words", Input).value.strip(),
            overdue=self.chosen("due") == _OVERDUE,
            rag=Rag(letter) if letter else None,
            status=Status(status) if status else None,
            theme=self.chosen("theme"),
            level=Level(level) if level else None,
        )
