"""Beginning a one-to-one: the one that is planned, or another that came up; and where, or how."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Label, Select, Static

from reflect.domain.dates import said
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.words import plain

_LONGEST = 120
_PLANNED, _CAME_UP = "planned", "came-up"


class BeginDialog(FormDialog[OneToOne]):
    """From now on it is held. One that came up is ad hoc, and the same for both of the two."""

    TITLE = "Begin the one-to-one"
    STARTS_WITH = "Input"

    def __init__(self, name: str, meeting: OneToOne | None, today: date) -> None:
        """With `name`; `meeting` is the one that is planned, or one that waits for a signature, which stays."""
        super().__init__()
        self._with = name
        is_over = meeting is not None and meeting.facts.ended is not None
        self._meeting = None if is_over else meeting
        self._waits = meeting if is_over else None
        self._today = today

    def compose_body(self) -> ComposeResult:
        """How it stands, and where."""
        meeting = self._meeting
        if meeting is not None:
            yield Label("Which one begins?")
            which = [("The one that is planned", _PLANNED), ("Another that came up", _CAME_UP)]
            yield Select(which, value=_PLANNED, allow_blank=False, compact=True, id="which")
        yield Static(plain(self._told()), classes="about")
        yield Label("Where, or how? (may stay empty)")
        yield Input(
            meeting.facts.place if meeting else "",
            placeholder="room 2, by video, on a walk",
            max_length=_LONGEST,
            id="place",
            select_on_focus=False,
        )
        yield from self.end_of_form("Begin")

    @property
    def _begins(self) -> OneToOne | None:
        """The one that is planned, unless somebody said that it is another."""
        came_up = any(choice.value == _CAME_UP for choice in self.query("#which").results(Select))
        return None if came_up else self._meeting

    def _told(self) -> str:
        meeting = self._begins
        if meeting is None and self._meeting is not None:
            return f"It is set down as ad hoc; the one planned for {said(self._meeting.facts.planned)} stays."
        if self._waits is not None:
            day = said(self._waits.facts.day)
            return f"This one is set down as ad hoc; that of {day} still waits for a signature."
        if meeting is None:
            return f"None is planned with {self._with}: this one is set down as ad hoc."
        if meeting.facts.planned == self._today:
            return "It is planned for today, and begins now."
        return f"It is planned for {said(meeting.facts.planned)}, and begins now."

    @on(Select.Changed, "#which")
    def _say_which(self) -> None:
        self.query_one(".about", Static).update(plain(self._told()))

    async def keep(self) -> OneToOne:
        """It has begun."""
        name, meeting = self._with, self._begins
        place = self.query_one("#place", Input).value.strip()
        if meeting is None:
            return await self.desk.write(lambda practice: practice.one_to_ones.begin_ad_hoc(name, place))
        before = meeting.facts.place
        return await self.desk.write(
            lambda practice: practice.one_to_ones.begin(meeting.id, place, before=before)
        )

    async def put_aside(self, words: str) -> None:
        """A place without a one-to-one is not kept: nothing but it was typed."""
