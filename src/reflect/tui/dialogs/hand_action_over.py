"""Handing a listed action over: to whom of the team, and why."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Label, Select, Static

from reflect.domain.actions.action import Action
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import choice

NOBODY_ELSE = "There is nobody else in this team who could take it over."
_ABOUT = (
    "It is theirs from then on, with its whole history; the history keeps whose it was, and why it changed."
)


class HandActionOverDialog(FormDialog[Action]):
    """Answers the action as it stands in other hands."""

    TITLE = "Hand over"

    def __init__(self, action: Action, names: Sequence[str]) -> None:
        """`names` are those to whom it can go."""
        super().__init__()
        self._action = action
        self._names = names

    def compose_body(self) -> ComposeResult:
        """To whom, and why."""
        yield Static(_ABOUT, classes="about")
        yield Label("To whom?")
        names = [(choice(name), name) for name in self._names]
        yield Select(names, prompt="Please choose", compact=True, id="to")
        yield AnswerEditor(id="why")
        yield from self.end_of_form("Hand it over")

    def on_mount(self) -> None:
        """The question in the frame of the field."""
        self.query_one("#why", AnswerEditor).border_title = "Why is it handed over?"

    async def keep(self) -> Action:
        """Hands it over. Raises WrongUse where it is not said to whom."""
        to, why = self.query_one("#to", Select).value, self.query_one("#why", AnswerEditor).words
        if to == Select.NULL:
            raise WrongUse("It is not said to whom it goes.", "Please choose somebody.")
        return await self.desk.write(
            lambda practice: practice.acting.hand_over(self._action.id, str(to), why)
        )
