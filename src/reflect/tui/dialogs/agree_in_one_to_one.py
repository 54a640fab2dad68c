"""Agreeing an action on the spot, in a one-to-one: what, by when, who."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label, Select

from reflect.domain.actions.action import Action
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.comes_from import ComesFrom
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.action_fields import ActionFields
from reflect.tui.words import choice, plain

_NOTHING_SHARED = "Nothing that was shared"


class AgreeInOneToOneDialog(FormDialog[Action]):
    """Both see it, and it stands in the record. Its day is needed, unless it is good practice."""

    TITLE = "Agree an action"
    STARTS_WITH = "#what"

    def __init__(
        self,
        record: OneToOne,
        today: date,
        origins: Sequence[ComesFrom] = (),
        chosen: ComesFrom | None = None,
    ) -> None:
        """`origins` are the questions of what was shared; `chosen` is taken unless somebody chooses otherwise."""
        super().__init__()
        self._record = record
        self._today = today
        self._origins = tuple(origins)
        self._chosen = self._origins.index(chosen) if chosen in self._origins else None

    def compose_body(self) -> ComposeResult:
        """Where it comes from, the fields of every action, and whose it is."""
        record = self._record
        if self._origins:
            yield Label("Where does it come from?")
            options = [(choice(one.words), place) for place, one in enumerate(self._origins)]
            value = Select.NULL if self._chosen is None else self._chosen
            yield Select(options, prompt=_NOTHING_SHARED, value=value, compact=True, id="origin")
        yield ActionFields(self._today, self.desk.practice.banks.vocabulary)
        yield Label("Who does it?")
        people = [(plain(record.name(id_)), id_) for id_ in (record.supervisee, record.supervisor)]
        yield Select(people, value=record.supervisee, allow_blank=False, compact=True, id="owner")
        yield from self.end_of_form("Agree it")

    def on_mount(self) -> None:
        """The themes of where it comes from."""
        self._inherit()

    @on(Select.Changed, "#origin")
    def _other_origin(self, event: Select.Changed) -> None:
        self._chosen = None if event.value == Select.NULL else int(str(event.value))
        self._inherit()

    def _inherit(self) -> None:
        themes = () if self._chosen is None else self._origins[self._chosen].themes
        self.query_one(ActionFields).inherit(themes, "As there")

    async def keep(self) -> Action:
        """Agreed by both."""
        fields, record = self.query_one(ActionFields), self._record
        origin = None if self._chosen is None else self._origins[self._chosen].origin
        what, know, level, themes = fields.what, fields.know, fields.level, fields.themes
        keep, owner = fields.is_good_practice, record.name(str(self.query_one("#owner", Select).value))
        supporter = fields.supporter
        due = fields.due if keep else fields.due_needed("It is not said by when.", "“Friday” or “in 3 weeks”")
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
