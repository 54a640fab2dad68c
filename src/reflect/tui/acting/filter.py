"""Which actions a person wants to see, in words."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.actions.wanted import Wanted
from reflect.domain.dates import said_short
from reflect.domain.themes import Vocabulary
from reflect.tui.words import plain


def wanted_words(wanted: Wanted, vocabulary: Vocabulary) -> Content:
    """What is asked for, such as `words: father · level: team`; whose actions and as at which day is said elsewhere."""
    told = []
    if wanted.search:
        told.append(Content.assemble("words: ", plain(wanted.search)))
    if wanted.theme:
        told.append(Content.assemble("theme: ", plain(vocabulary.label(wanted.theme))))
    if wanted.level:
        told.append(Content(f"level: {wanted.level.value}"))
    if wanted.status:
        told.append(Content(f"status: {wanted.status.words}"))
    if wanted.rag:
        told.append(Content(f"letter: {wanted.rag.words}"))
    if wanted.overdue:
        told.append(Content("what is overdue"))
    if wanted.due_before:
        told.append(Content(f"due before {said_short(wanted.due_before)}"))
    return Content(" · ").join(told)
