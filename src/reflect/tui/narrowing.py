"""Which of one's own answers to search in: by theme, question bank and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from reflect.domain.dates import said
from reflect.domain.themes import Vocabulary
from reflect.tui.words import plain


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Everything that is set must hold; `since` is the first day."""

    theme: str | None = None
    bank: str | None = None
    bank_title: str = ""
    since: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for, and every answer is searched."""
        return self == Narrowing()

    def words(self, vocabulary: Vocabulary) -> Content:
        """What is asked for, such as `theme: recording quality · since Monday 2 March 2026`."""
        told = []
        if self.theme:
            told.append(Content.assemble("theme: ", plain(vocabulary.label(self.theme))))
        if self.bank:
            told.append(Content.assemble("bank: ", plain(self.bank_title)))
        if self.since:
            told.append(Content(f"since {said(self.since)}"))
        return Content(" · ").join(told)
