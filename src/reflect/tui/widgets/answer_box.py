"""The control that fits the shape of a question: a scale or a switch, and a place to write."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reflect.domain.banks import Shape
from reflect.domain.keeping_both import cursor_after
from reflect.domain.models import ReflectiveModel
from reflect.tui.autosave import Draft
from reflect.tui.in_order import drained
from reflect.tui.stepping import Stepping
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.scale import HOW_OFTEN, ONLY_ROLE, ScaleRow
from reflect.tui.widgets.step_guide import StepGuide
from reflect.tui.words import plain

LABELS = {
    Shape.SELF_AUDIT: "The last time I did not, and why",
    Shape.OPEN: "My answer",
    Shape.SERVICE: "For my team or service",
}
OTHER_WINDOW = "Another window wrote here too: both texts are kept."


class AnswerBox(Vertical):
    """One answer being given, freely or in the steps of a model. It shows a draft, and says when that changes."""

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

    def __init__(self) -> None:
        super().__init__()
        self._shape = Shape.OPEN
        self._models: dict[str, ReflectiveModel] = {}
        self._free = Draft()
        self._before: Draft | None = None
        self._stepping: Stepping | None = None

    def compose(self) -> ComposeResult:
        """How often, the steps of a model, the text, a switch where there is no scale, and what else has to be said."""
        yield ScaleRow(HOW_OFTEN, id="how-often")
        yield StepGuide()
        yield AnswerEditor(id="answer")
        yield ScaleRow(ONLY_ROLE, id="only-role")
        yield Static(plain(OTHER_WINDOW, "$text-warning"), id="other-window")

    def show(self, shape: Shape, draft: Draft, models: dict[str, ReflectiveModel]) -> None:
        """Show an answer to a question of this shape, with the cursor at its end; in steps, at the first that has no
        words."""
        self._shape, self._models = shape, models
        self.query_one("#how-often").display = shape is Shape.SELF_AUDIT
        self.query_one("#only-role").display = shape is not Shape.SELF_AUDIT
        self._row.stay()
        self.query_one("#other-window").display = False
        self.write(draft)

    def write(self, draft: Draft, *, instead_of: Draft | None = None) -> None:
        """Show other words to the same question: under another model, or from an earlier time. Until a word stands
        there, `instead_of` is still what is said: looking at a model leaves no answer empty."""
        self._row.value = draft.scale
        self._free, self._before = draft, instead_of
        self._stepping = Stepping.begin(draft, self._models)
        self._show_words()

    def replace(self, draft: Draft) -> None:
        """Show what became of the draft when another window had written too; the cursor stays with its words."""
        before, cursor = self.editor.text, self.editor.cursor_index
        self._row.value = draft.scale
        self.query_one("#other-window").display = True
        if draft.model != self.model:
            self._before = draft
            return
        self._free = draft
        if self._stepping is not None and draft.steps:
            self._stepping = self._stepping.holding(draft.steps)
        words = self._stepping.words if self._stepping else draft.text
        self.editor.show_text(words, cursor_after(before, cursor, words))
        self._show_guide()

    def step(self, by: int) -> None:
        """Go on to another step, with the cursor at the end of its words."""
        if self._stepping is not None:
            self._stepping = self._stepping.saying(self.editor.words).moved(by)
            self._show_words()

    @property
    def is_in_steps(self) -> bool:
        """Whether the answer is written in the steps of a model."""
        return self._stepping is not None

    @property
    def model(self) -> str:
        """The id of the model that is shown."""
        return self._free.model

    @property
    def draft(self) -> Draft:
        """What is said at this moment."""
        if self._stepping is not None:
            said = self._stepping.saying(self.editor.words).draft(self._row.value)
        else:
            said = Draft(self.editor.words, self._row.value, self._free.model)
        if self._before is not None and not said.text.strip():
            return replace(self._before, scale=said.scale)
        return said

    def _show_words(self) -> None:
        stepping = self._stepping
        label = LABELS[self._shape]
        self.editor.border_title = plain(f"{stepping.title} · {label}" if stepping else label)
        self.editor.show_text(stepping.words if stepping else self._free.text)
        self._show_guide()

    def _show_guide(self) -> None:
        said = self._stepping.saying(self.editor.words) if self._stepping else None
        self.query_one(StepGuide).show(said)

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
        self._show_guide()
        self.post_message(self.Changed(self.draft))
