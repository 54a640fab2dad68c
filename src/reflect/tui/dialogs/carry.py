"""Carrying an action forward: why, and what becomes of it."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Select

from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.allowed import POSSIBLE, check_carried_to
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rules import Stage
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.day_field import DayField, DayNeeded
from reflect.tui.words import plain

_DROP = "drop"


class CarryDialog(FormDialog[Action]):
    """A new date, two parts, the next stage of the ladder, or not any more."""

    TITLE = "Carry it forward"
    STARTS_WITH = "#why"

    def __init__(self, action: Action, today: date, stage: Stage | None) -> None:
        """`stage` is the next one of the ladder, None if there is none or if it cannot be taken now."""
        super().__init__()
        self._action = action
        self._today = today
        self._stage = stage

    def compose_body(self) -> ComposeResult:
        """Why comes first: it is what is learnt from."""
        yield AnswerEditor(id="why")
        yield Label("What now?")
        choices = [("A new date", CarryChoice.NEW_DATE.value), ("In two parts", CarryChoice.SPLIT.value)]
        if self._stage is not None:
            role = plain(f"A new date, and up the ladder: {self._stage.role}").plain
            choices.append((role, CarryChoice.ESCALATE.value))
        if self._action.status in POSSIBLE[EventKind.WITHDRAWN]:
            choices.append(("Not any more: it is withdrawn", _DROP))
        options = [(plain(words), value) for words, value in choices]
        yield Select(options, value=CarryChoice.NEW_DATE.value, allow_blank=False, compact=True, id="choice")
        yield DayField("By when?", self._today, id="due", is_later=True)
        with Vertical(id="parts"):
            yield AnswerEditor(id="what")
            yield AnswerEditor(id="second")
        yield from self.end_of_form("Carry it forward")

    def on_mount(self) -> None:
        """The titles of the fields."""
        for id_, words in (
            ("why", "What got in the way, or changed?"),
            ("what", "What remains of it"),
            ("second", "The other part, an action of its own"),
        ):
            self.query_one(f"#{id_}", AnswerEditor).border_title = plain(words)
        self.query_one("#what", AnswerEditor).show_text(self._action.what)
        self._other_choice()

    @property
    def _choice(self) -> str:
        return str(self.query_one("#choice", Select).value)

    @on(Select.Changed, "#choice")
    def _other_choice(self) -> None:
        self.query_one("#parts").display = self._choice == CarryChoice.SPLIT.value
        self.query_one("#due").display = self._choice != _DROP

    async def keep(self) -> Action:
        """Carries it, or withdraws it."""
        id_, why = self._action.id, self._words("why")
        if self._choice == _DROP:
            return await self.desk.write(lambda practice: practice.acting.withdraw(id_, why))
        choice, field = CarryChoice(self._choice), self.query_one(DayField)
        due = field.needed("An action is carried forward to a later day.", "“Friday” or “in 3 weeks”")
        try:
            check_carried_to(self._action, due)
        except WrongUse as error:
            raise DayNeeded(field, error.what, error.next_step) from None
        is_split = choice is CarryChoice.SPLIT
        what, second = (self._words("what"), self._words("second")) if is_split else (None, None)
        return await self.desk.write(
            lambda practice: practice.acting.carry(
                id_, why=why, due=due, choice=choice, what=what, second=second
            )
        )

    def _words(self, which: str) -> str:
        return self.query_one(f"#{which}", AnswerEditor).words
