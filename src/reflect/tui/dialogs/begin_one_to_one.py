"""Beginning a one-to-one: where, or how."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Label, Static

from reflect.domain.dates import said
from reflect.domain.supervision.one_to_one import Kind, OneToOne
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.words import plain

_LONGEST = 120


class BeginDialog(FormDialog[OneToOne]):
    """From now on it is held. One that was not planned is planned for today and begun in one."""

    TITLE = "Begin the one-to-one"

    def __init__(self, name: str, meeting: OneToOne | None, today: date) -> None:
        """With `name`; `meeting` is the one that is planned."""
        super().__init__()
        self._with = name
        self._meeting = meeting
        self._today = today

    def compose_body(self) -> ComposeResult:
        """How it stands, and where."""
        meeting = self._meeting
        if meeting is None:
            told = f"None is planned with {self._with}: this one is set down as ad hoc."
        elif meeting.facts.planned == self._today:
            told = "It is planned for today, and begins now."
        else:
            told = f"It is planned for {said(meeting.facts.planned)}, and begins now."
        yield Static(plain(told), classes="about")
        yield Label("Where, or how? (may stay empty)")
        yield Input(
            meeting.facts.place if meeting else "",
            placeholder="room 2, by video, on a walk",
            max_length=_LONGEST,
            id="place",
            select_on_focus=False,
        )
        yield from self.end_of_form("Begin")

    async def keep(self) -> OneToOne:
        """It has begun."""
        name, meeting, today = self._with, self._meeting, self._today
        place = self.query_one("#place", Input).value.strip()
        return await self.desk.write(
            lambda practice: practice.one_to_ones.begin(
                (meeting or practice.one_to_ones.plan(name, today, Kind.AD_HOC)).id, place
            )
        )

    async def put_aside(self, words: str) -> None:
        """A place without a one-to-one is not kept: nothing but it was typed."""
