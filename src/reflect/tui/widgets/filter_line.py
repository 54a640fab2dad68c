"""Says in words which questions are shown, and why not all of them."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from reflect.domain.professions import PROFESSIONS
from reflect.domain.themes import Vocabulary
from reflect.tui.labels import shape_words
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.words import counted, plain


class FilterLine(Static):
    """One sentence, such as `3 of 22 questions · theme: fathers and partners · words: birth`."""

    def tell(self, wanted: QuestionFilter, vocabulary: Vocabulary, *, shown: int, of: int) -> None:
        """Shows what is asked for and how many questions pass."""
        if wanted.is_open:
            self.update(f"All {counted(of, 'question')}")
            return
        said = [Content(f"{shown} of {counted(of, 'question')}")]
        if wanted.theme:
            said.append(Content.assemble("theme: ", plain(vocabulary.label(wanted.theme))))
        if wanted.shape:
            said.append(Content(shape_words(wanted.shape)))
        if wanted.profession:
            said.append(Content(f"for: {PROFESSIONS.get(wanted.profession, wanted.profession)}"))
        if wanted.words.strip():
            said.append(Content.assemble("words: ", plain(wanted.words.strip())))
        self.update(Content(" · ").join(said))
