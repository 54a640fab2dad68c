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
from reflect.tui.in_order import drained
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
        """How often, the text, a switch where there is no scale, and a line for what else has to be said."""
        yield ScaleRow(HOW_OFTEN, id="how-often")
        yield AnswerEditor(id="answer")
        yield ScaleRow(ONLY_ROLE, id="only-role")
        yield Static(plain(OTHER_WINDOW, "$text-warning"), id="other-window")

    def show(self, shape: Shape, draft: Draft) -> None:
        """Show an answer to a question of this shape, with the cursor at its end."""
        self.query_one("#how-often").display = shape is Shape.SELF_AUDIT
        self.query_one("#only-role").display = shape is not Shape.SELF_AUDIT
        self._row.value = draft.scale
        self._row.stay()
        self.editor.border_title = plain(LABELS[shape])
        self.editor.show_text(draft.text)
        self.query_one("#other-window").display = False

    def replace(self, draft: Draft) -> None:
        """Show what became of the draft when another window had written too; the cursor stays with its words."""
        before = self.editor.words
        start = draft.text.find(before) if before else 0
        self._row.value = draft.scale
        self.editor.show_text(draft.text, max(start, 0) + self.editor.cursor_index)
        self.query_one("#other-window").display = True

    @property
    def draft(self) -> Draft:
        """What is said at this moment."""
        return Draft(self.editor.words, self._row.value)

    @property
    def starts_with(self) -> Widget:
        """Where somebody begins: at the scale of a self-audit that is still empty, otherwise in the text."""
        row = self._row
        return row if row.id == "how-often" and self.draft.is_empty else self.editor

    @property
    def editor(self) -> AnswerEditor:
        """The text."""
        return self.query_one(AnswerEditor)

    async def has_all_keys(self) -> None:
        """Returns once every key that was pressed for this answer is in it."""
        await drained(self._row, self.editor)

    @property
    def _row(self) -> ScaleRow:
        how_often = self.query_one("#how-often", ScaleRow)
        return how_often if how_often.display else self.query_one("#only-role", ScaleRow)

    @on(TextArea.Changed)
    @on(ScaleRow.Chosen)
    def _pass_on(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self.draft))
