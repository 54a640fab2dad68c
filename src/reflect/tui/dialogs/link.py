"""A new link: who supervises whom, and the last day where somebody only covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.widgets import Label, Select, Static

from reflect.domain.links import Link
from reflect.domain.people import Colleague
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice

_RULE = (
    "Both are told. You gain nothing to read by it: the supervisee's own program makes the key, and the supervisor "
    "reads only what is shared with them."
)


class LinkDialog(FormDialog[Link]):
    """Answers the link that was made."""

    TITLE = "Who supervises whom"

    def __init__(self, people: Sequence[Colleague], today: date, *, supervisee: str | None = None) -> None:
        """`people` are those who can be chosen; `supervisee` is the name that is chosen at first."""
        super().__init__()
        self._names = [person.name for person in people]
        self._today = today
        self._supervisee = supervisee

    def compose_body(self) -> ComposeResult:
        """The two, and how long."""
        names = [(choice(name), name) for name in self._names]
        yield Static(_RULE, classes="about")
        yield Label("Who supervises")
        yield Select(names, prompt="Please choose", compact=True, id="supervisor")
        yield Label("Whom they supervise")
        chosen = self._supervisee if self._supervisee in self._names else Select.NULL
        yield Select(names, prompt="Please choose", value=chosen, compact=True, id="supervisee")
        yield DayField(
            "The last day, where this is cover for a while (may stay empty)", self._today, id="until"
        )
        yield from self.end_of_form("Make the link")

    def _chosen(self, which: str) -> str:
        value = self.query_one(f"#{which}", Select).value
        if value == Select.NULL:
            raise WrongUse(f"The {which} is not chosen yet.", "Please choose who it is.")
        return str(value)

    async def keep(self) -> Link:
        """Makes it."""
        supervisor, supervisee = self._chosen("supervisor"), self._chosen("supervisee")
        until = self.query_one("#until", DayField).day
        return await self.desk.write(lambda practice: practice.links.add(supervisor, supervisee, until))

    async def put_aside(self, words: str) -> None:
        """A day is quickly typed again: nothing of it is kept."""
