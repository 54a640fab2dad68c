"""A dialog in which somebody writes: nothing that was typed is lost when it cannot be kept, or is left, or locked; what
may identify somebody is marked."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static, TextArea

from reflect.errors import ReflectError, WrongUse
from reflect.tui.acting.commands import KeepAction, LeaveDialog
from reflect.tui.commands import Command
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.in_order import drained
from reflect.tui.marking import Marking
from reflect.tui.screen import Dialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayNeeded
from reflect.tui.words import plain

T = TypeVar("T")
_AS_TYPED = re.compile("`([^`]*)`")


class FormDialog(Dialog[T], Generic[T]):
    """Answers what was kept, as it stands then (an action, say); None when nothing was done. A form composes its
    fields, and keeps them in `keep`."""

    CSS_PATH: ClassVar[CSSPathType | None] = "form.tcss"
    AUTO_FOCUS = ""
    PAGE_COMMANDS: ClassVar[tuple[type[Command], ...]] = (KeepAction, LeaveDialog)
    BINDINGS = [
        Binding("tab", "next_field(1)", "Next field", show=False, priority=True),
        Binding("shift+tab", "next_field(-1)", "Field before", show=False, priority=True),
        Binding("enter", "go_on", "Next field", show=False, priority=True),
    ]
    STARTS_WITH: ClassVar[str] = "Select, Input, TextArea"

    def __init__(self) -> None:
        super().__init__()
        self._at_first: dict[str, str] = {}
        self._is_keeping = False
        self._put_aside = ""
        self.own_labels: dict[type[Command], str] = {}
        self._marking = Marking(self)

    @abstractmethod
    async def keep(self) -> T:
        """Keeps what was typed. Raises ReflectError."""

    async def put_aside(self, words: str) -> None:
        """Keeps `words` for whoever typed them alone, because the program locks or ends: they were not kept, so nobody
        else is to read them. Raises ReflectError."""
        await self.desk.write(lambda practice: practice.putting_aside.put(words))

    def end_of_form(self, keep: str) -> ComposeResult:
        """What is wrong, and the buttons. `keep` says what this form does: on its button, and beside the key for it."""
        self.own_labels[KeepAction] = keep
        yield Static(id="problem", classes="problem")
        with Horizontal(classes="buttons"):
            yield Button(plain(keep), id="keep", compact=True)
            yield Button("Close", id="close", compact=True)

    def on_mount(self) -> None:
        """What stands here before anybody typed. The heading above the first field stays in sight."""
        self._at_first = self._fields()
        self.query(self.STARTS_WITH).first().focus(scroll_visible=False)

    def on_unmount(self) -> None:
        """Nothing more is looked at."""
        self._marking.close()

    @on(TextArea.Changed)
    def _look_at_words(self, event: TextArea.Changed) -> None:
        if isinstance(event.text_area, AnswerEditor):
            self._marking.changed(event.text_area)

    def _fields(self) -> dict[str, str]:
        texts = {str(field.id): field.text for field in self.query(TextArea)}
        return texts | {str(field.id): field.value for field in self.query(Input)}

    @property
    def typed(self) -> str:
        """All that was typed here and is not kept yet."""
        return self.typed_besides()

    def typed_besides(self, *ids: str) -> str:
        """The same, without the fields of these ids."""
        return "\n\n".join(
            words
            for id_, words in self._fields().items()
            if id_ not in ids and words.strip() and words != self._at_first.get(id_)
        )

    async def has_all_keys(self) -> None:
        """Returns once all keys that were pressed stand in the fields."""
        await drained(*self.query(TextArea), *self.query(Input))

    def action_next_field(self, by: int) -> None:
        """The next field or the one before. It takes its key before the fields do: keys that follow in a rush go to the
        field that they were meant for."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_go_on(self) -> None:
        """From a line to the next field."""
        self.action_next_field(1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter leads on from a line that has a field after it; in the last one it keeps what was typed."""
        if action == "go_on":
            return isinstance(self.focused, Input) and isinstance(
                self._after_focus, Select | Input | TextArea
            )
        return super().check_action(action, parameters)

    @property
    def _after_focus(self) -> Widget | None:
        chain = self.focus_chain
        following = chain[chain.index(self.focused) + 1 :] if self.focused in chain else []
        return following[0] if following else None

    async def save_unsaved(self) -> None:
        """Puts what was typed aside, once. Raises ReflectError if that cannot be."""
        await self.has_all_keys()
        if (words := self.typed) and words != self._put_aside:
            await self.put_aside(words)
            self._put_aside = words

    @on(Button.Pressed, "#keep")
    @on(Input.Submitted)
    def action_keep_action(self) -> None:
        """Keeps it, and closes."""
        if not self._is_keeping:
            self._is_keeping = True
            self.begin(self._keep(), group="keeping")

    async def _keep(self) -> None:
        try:
            await self.has_all_keys()
            self._look_for_hidden_words()
            kept = await self.keep()
        except ReflectError as error:
            self.say_problem(error)
        else:
            self.dismiss(kept)
        finally:
            self._is_keeping = False

    def _look_for_hidden_words(self) -> None:
        """A field that goes with another choice may hold words that would not be kept. Raises WrongUse."""
        for editor in self.query(AnswerEditor):
            typed = editor.text.strip() and editor.text != self._at_first.get(str(editor.id))
            if typed and not all(one.display for one in editor.ancestors_with_self):
                raise WrongUse(
                    f"What you wrote under “{editor.border_title}” does not go with this choice, and would be lost.",
                    "Choose as before to keep it, or to take it out there.",
                )

    def say_problem(self, error: ReflectError) -> None:
        """What is wrong: below the fields, or at the one where a day is missing. What was typed stays."""
        problem, words = self.query_one("#problem", Static), _AS_TYPED.sub(r"“\1”", str(error))
        if isinstance(error, DayNeeded):
            problem.update("")
            error.field.say_problem(words)
            return
        problem.update(plain(words))
        self.call_after_refresh(problem.scroll_visible, animate=False)

    @on(Button.Pressed, "#close")
    def action_leave_dialog(self) -> None:
        """Closes; asks first if something was typed."""
        self.begin(self._leave(), group="leaving", only=True)

    async def _leave(self) -> None:
        await self.has_all_keys()
        if not self.typed:
            self.dismiss(None)
            return

        def answered(drops: bool | None) -> None:
            if drops:
                self.dismiss(None)

        words = "What you typed here is not kept yet."
        self.app.push_screen(
            ConfirmDialog("Drop what you typed?", words, keep="Go on writing", go_ahead="Drop it"), answered
        )
