"""Agreeing an action on the spot, in a one-to-one: what, by when, who."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Label, Select

from reflect.domain.actions.action import Action
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.supervision.aside import put_aside
from reflect.tui.widgets.action_fields import ActionFields
from reflect.tui.words import plain


class AgreeInOneToOneDialog(FormDialog[Action]):
    """Both see it, and it stands in the record. Its day is needed, unless it is good practice."""

    TITLE = "Agree an action"
    STARTS_WITH = "#what"

    def __init__(self, record: OneToOne, today: date, origin: str | None = None) -> None:
        """`origin` is the question that it comes from, as `BANK/QUESTION`, where it comes from one."""
        super().__init__()
        self._record = record
        self._today = today
        self._origin = origin

    def compose_body(self) -> ComposeResult:
        """The fields of every action, and whose it is."""
        record = self._record
        yield ActionFields(self._today, self.desk.practice.banks.vocabulary)
        yield Label("Who does it?")
        people = [(plain(record.name(id_)), id_) for id_ in (record.supervisee, record.supervisor)]
        yield Select(people, value=record.supervisee, allow_blank=False, compact=True, id="owner")
        yield from self.end_of_form("Agree it")

    async def keep(self) -> Action:
        """Agreed by both, with its day."""
        fields, record, origin = self.query_one(ActionFields), self._record, self._origin
        what, know, due, level, themes = fields.what, fields.know, fields.due, fields.level, fields.themes
        keep, owner = fields.is_good_practice, record.name(str(self.query_one("#owner", Select).value))
        supporter = fields.supporter
        if due is None:
            raise WrongUse("It is not said by when.", "Write a day, such as `Friday` or `in 3 weeks`.")
        return await self.desk.write(
            lambda practice: practice.one_to_ones.agree_action(
                record.id,
                what=what,
                due=due,
                know=know,
                owner=owner,
                level=level,
                themes=themes,
                origin=origin,
                keep=keep,
                supporter=supporter,
            )
        )

    async def put_aside(self, words: str) -> None:
        """Among one's own."""
        await put_aside(self.desk, words)
