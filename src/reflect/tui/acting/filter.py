"""Which actions a person wants to see: by words, day, theme, level, status and letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.dates import said_short
from reflect.domain.themes import Vocabulary
from reflect.tui.words import plain


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Everything that is set must hold. `words` are looked for in all that people wrote in an action; `due_before`
    leaves its own day out."""

    words: str = ""
    theme: str | None = None
    level: Level | None = None
    status: Status | None = None
    rag: Rag | None = None
    overdue: bool = False
    due_before: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for, and every action passes."""
        return not (self.words.strip() or self.theme or self.needs_index)

    @property
    def needs_words(self) -> bool:
        """Whether actions have to be opened to know whether they pass."""
        return bool(self.words.strip() or self.theme)

    @property
    def needs_index(self) -> bool:
        """Whether something is asked for that is known without opening an action."""
        return bool(self.level or self.status or self.rag or self.overdue or self.due_before)

    def of(self, whose: Whose, as_at: date | None = None) -> Wanted:
        """The same among somebody's actions, now or at the end of a day, as the services ask it."""
        return Wanted(
            search=self.words.strip(),
            theme=self.theme,
            level=self.level,
            status=self.status,
            rag=self.rag,
            overdue=self.overdue,
            due_before=self.due_before,
            whose=whose,
            as_at=as_at,
        )

    def said(self, vocabulary: Vocabulary) -> Content:
        """What is asked for, such as `words: father · level: team`."""
        told = []
        if self.words.strip():
            told.append(Content.assemble("words: ", plain(self.words.strip())))
        if self.theme:
            told.append(Content.assemble("theme: ", plain(vocabulary.label(self.theme))))
        if self.level:
            told.append(Content(f"level: {self.level.value}"))
        if self.status:
            told.append(Content(f"status: {self.status.words}"))
        if self.rag:
            told.append(Content(f"letter: {self.rag.letter} {self.rag.value}"))
        if self.overdue:
            told.append(Content("what is overdue"))
        if self.due_before:
            told.append(Content(f"due before {said_short(self.due_before)}"))
        return Content(" · ").join(told)
