"""Agreeing a proposed action: by the day that it has, or by another."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain


class AgreeDialog(FormDialog[Action]):
    """Good practice needs no day."""

    TITLE = "Agree this action"

    def __init__(self, action: Action, today: date) -> None:
        super().__init__()
        self._action = action
        self._today = today

    def compose_body(self) -> ComposeResult:
        """The action and its day."""
        due = self._action.due if self._action.due and self._action.due >= self._today else None
        yield Static(plain(self._action.what), classes="about")
        yield DayField("By when?", self._today, id="due", day=due)
        yield from self.end_of_form("Agree it")

    async def keep(self) -> Action:
        """Agrees it."""
        field = self.query_one(DayField)
        needed = "An action is agreed with a date.", "“Friday” or “in 3 weeks”"
        due = field.day if self._action.keep else field.needed(*needed)
        return await self.desk.write(lambda practice: practice.acting.agree(self._action.id, due))

    async def put_aside(self, words: str) -> None:
        """A day that is not agreed is not kept: nothing but it was typed."""
