"""The day of the next one-to-one: planned for the first time, or another one."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.dates import said
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import plain


class PlanDayDialog(FormDialog[OneToOne]):
    """The day that is proposed stands there already."""

    TITLE = "The day of the one-to-one"

    def __init__(
        self,
        name: str,
        meeting: OneToOne | None,
        proposed: date | None,
        today: date,
        *,
        is_said: bool = False,
    ) -> None:
        """With `name`; `meeting` is the one that is planned. `is_said`: the proposed day is what the two said last
        time, not one that follows from how often they meet."""
        super().__init__()
        self._is_said = is_said
        self._with = name
        self._meeting = meeting
        self._proposed = proposed if proposed and proposed >= today else None
        self._today = today

    def compose_body(self) -> ComposeResult:
        """How it stands, and the day."""
        if self._meeting is not None:
            told = f"Planned for {said(self._meeting.facts.planned)}. What is on its agenda stays with it."
        elif self._proposed is not None and self._is_said:
            told = f"Last time you said: {said(self._proposed)}."
        elif self._proposed is not None:
            told = f"By how often you meet, it is due by {said(self._proposed)}."
        else:
            told = "There is no day that follows from how often you meet."
        yield Static(plain(told), classes="about")
        yield DayField("On which day?", self._today, id="day", day=None if self._meeting else self._proposed)
        yield from self.end_of_form("Plan it")

    async def keep(self) -> OneToOne:
        """Planned for that day."""
        name, meeting = self._with, self._meeting
        day = self.query_one(DayField).needed("No day was given.", "“Friday” or “in 4 weeks”")
        if meeting is None:
            return await self.desk.write(lambda practice: practice.one_to_ones.plan(name, day))
        before = meeting.facts.planned
        return await self.desk.write(
            lambda practice: practice.one_to_ones.replan(meeting.id, day, before=before)
        )

    async def put_aside(self, words: str) -> None:
        """A day that is not planned is not kept: nothing but it was typed."""
