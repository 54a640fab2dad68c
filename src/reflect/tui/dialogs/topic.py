"""A topic for the agenda: a new one, or one's own to be changed or taken away."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.supervision.entry import Entry, Section
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain


class TopicDialog(FormDialog[Entry]):
    """Left empty, a topic that was one's own is taken away."""

    TITLE = "A topic for the agenda"

    def __init__(self, one_to_one: str, name: str, topic: Entry | None = None) -> None:
        """`name` is the other one of the two, who reads it too."""
        super().__init__()
        self._one_to_one = one_to_one
        self._with = name
        self._topic = topic

    def compose_body(self) -> ComposeResult:
        """Who reads it, and the words."""
        away = " Leave it empty to take it away." if self._topic else ""
        yield Static(plain(f"{self._with} sees it too, and that it is yours.{away}"), classes="about")
        yield AnswerEditor(id="words")
        yield from self.end_of_form("Keep it so" if self._topic else "Put it on the agenda")

    def on_mount(self) -> None:
        """The words of a topic that is changed."""
        editor = self.query_one("#words", AnswerEditor)
        editor.border_title = plain("What do you want to speak about?")
        if self._topic is not None:
            editor.show_text(self._topic.text)

    async def keep(self) -> Entry:
        """On the agenda."""
        id_, topic, words = self._one_to_one, self._topic, self.query_one("#words", AnswerEditor).words
        if topic is None and not words.strip():
            raise WrongUse("Nothing was written.", "Write what you want to speak about, or close this.")
        if topic is None:
            return await self.desk.write(
                lambda practice: practice.one_to_ones.add(id_, Section.AGENDA, words)
            )
        kept = words if words.strip() else ""
        return await self.desk.write(
            lambda practice: practice.one_to_ones.change(id_, topic.id, before=topic.text, after=kept)
        )
