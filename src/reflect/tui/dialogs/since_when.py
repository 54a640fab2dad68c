"""Since which day something is looked at."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from reflect.domain.dates import Looking
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.day_field import DayField


class SinceWhenDialog(FormDialog[date]):
    """Answers the day."""

    TITLE = "Since when?"

    def __init__(self, since: date, today: date) -> None:
        super().__init__()
        self._since = since
        self._today = today

    def compose_body(self) -> ComposeResult:
        """A day that has passed."""
        yield DayField("From which day on?", self._today, id="since", day=self._since, looking=Looking.BACK)
        yield from self.end_of_form("Look from there")

    async def keep(self) -> date:
        """The day. Raises WrongUse."""
        since = self.query_one(DayField).day
        if since is None or since > self._today:
            raise WrongUse("That is no day that has passed.", "Write it such as 1 March or 6 months ago.")
        return since

    async def put_aside(self, words: str) -> None:
        """Nothing of it is kept."""
