"""The control that fits the shape of a question: a scale or a switch, and a place to write."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reflect.domain.banks import Shape
from reflect.tui.autosave import Draft
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.scale import HOW_OFTEN, ONLY_ROLE, ScaleRow
from reflect.tui.words import plain

LABELS = {
    Shape.SELF_AUDIT: "The last time I did not, and why",
    Shape.OPEN: "My answer",
    Shape.SERVICE: "For my team or service",
}
OTHER_WINDOW = "Another window wrote here too: both texts are kept."


class AnswerBox(Vertical):
    """One answer being given. It shows a draft, and says when a person changes it."""

    DEFAULT_CSS = """
    AnswerBox {
        height: 1fr;
        min-height: 5;
    }
    AnswerBox #other-window {
        display: none;
        height: auto;
    }
    """

    class Changed(Message):
        """The draft is another one now."""

        def __init__(self, draft: Draft) -> None:
            super().__init__()
            self.draft = draft

    def compose(self) -> ComposeResult:
        """Scale, text and a line for what else has to be said."""
        yield ScaleRow(id="scale")
        yield AnswerEditor(id="answer")
        yield Static(plain(OTHER_WINDOW, "$text-warning"), id="other-window")

    def show(self, shape: Shape, draft: Draft, *, cursor: int | None = None) -> None:
        """Show an answer to a question of this shape, with the cursor at its end unless told otherwise."""
        row, editor = self.query_one(ScaleRow), self.query_one(AnswerEditor)
        row.points = HOW_OFTEN if shape is Shape.SELF_AUDIT else ONLY_ROLE
        row.value = draft.scale
        editor.border_title = plain(LABELS[shape])
        if editor.words != draft.text or cursor is None:
            editor.show_text(draft.text, cursor)
        self.query_one("#other-window").display = False

    def replace(self, draft: Draft) -> None:
        """Show what became of the draft when another window had written too; the cursor stays with its words."""
        row, editor = self.query_one(ScaleRow), self.query_one(AnswerEditor)
        before = editor.words
        start = draft.text.find(before) if before else 0
        cursor = max(start, 0) + editor.cursor_index
        row.value = draft.scale
        editor.show_text(draft.text, min(cursor, len(draft.text)))
        self.query_one("#other-window").display = True

    @property
    def draft(self) -> Draft:
        """What is said at this moment."""
        return Draft(self.query_one(AnswerEditor).words, self.query_one(ScaleRow).value)

    @property
    def starts_with(self) -> Widget:
        """Where somebody begins: at the scale of a self-audit that is still empty, otherwise in the text."""
        row, editor = self.query_one(ScaleRow), self.query_one(AnswerEditor)
        return row if len(row.points) > 1 and self.draft.is_empty else editor

    @property
    def editor(self) -> AnswerEditor:
        """The text."""
        return self.query_one(AnswerEditor)

    @on(TextArea.Changed)
    @on(ScaleRow.Chosen)
    def _pass_on(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self.draft))

    @on(ScaleRow.Left)
    def _to_the_text(self, event: Message) -> None:
        event.stop()
        self.screen.set_focus(self.query_one(AnswerEditor))
