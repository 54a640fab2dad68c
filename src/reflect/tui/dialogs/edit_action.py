"""Changing what an action says. An agreed day is carried forward instead."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from reflect.domain.actions.action import Action, Status
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.action_fields import ActionFields


class EditActionDialog(FormDialog[Action]):
    """The fields as they are; only what was changed is written down."""

    TITLE = "Change this action"
    STARTS_WITH = "#what"

    def __init__(self, action: Action, today: date) -> None:
        super().__init__()
        self._action = action
        self._today = today

    def compose_body(self) -> ComposeResult:
        """The fields."""
        vocabulary = self.desk.practice.banks.vocabulary
        dated = self._action.status is Status.PROPOSED
        yield ActionFields(self._today, vocabulary, action=self._action, dated=dated)
        yield from self.end_of_form("Keep it so")

    async def keep(self) -> Action:
        """The changes, if there are any."""
        fields, before = self.query_one(ActionFields), self._action
        what, know, level, themes = fields.what, fields.know, fields.level, fields.themes
        supporter = fields.supporter
        # A day that was not touched stays, though it may have passed by now.
        due = fields.due if fields.due_was_changed else before.due
        return await self.desk.write(
            lambda practice: practice.acting.edit(
                before.id,
                what=what if what != before.what else None,
                know=know if know != before.know else None,
                level=level if level is not before.level else None,
                themes=themes,
                supporter=supporter if supporter != before.supporter else None,
                due=due if due != before.due else None,
                no_due=due is None and before.due is not None,
            )
        )
