"""As at which day something is shown, and for which period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.dates import Looking
from reflect.errors import WrongUse
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.screen import Page
from reflect.tui.widgets.day_field import DayField


@dataclass(frozen=True, slots=True)
class Period:
    """From its first day to its last."""

    since: date
    until: date


class AsAtDialog(FormDialog[date]):
    """Answers the day."""

    TITLE = "As at which day?"

    def __init__(self, day: date | None, today: date) -> None:
        """`day` is the one that is shown now; None for today."""
        super().__init__()
        self._day = day
        self._today = today

    def compose_body(self) -> ComposeResult:
        """Today, or a day that has passed."""
        yield Static("You see how it stood at the end of that day, and change nothing.", classes="about")
        label = "As at (empty for today)"
        yield DayField(label, self._today, id="as-at", day=self._day, looking=Looking.BACK)
        yield from self.end_of_form("Show it")

    async def keep(self) -> date:
        """The day. Raises WrongUse."""
        field = self.query_one(DayField)
        return self._today if field.is_empty else _past(field, self._today)

    @property
    def typed(self) -> str:
        """A day is quickly typed again: it is neither asked about nor kept."""
        return ""


def ask_as_at(page: Page, shown: date | None, show: Callable[[date | None], None]) -> None:
    """Asks as at which day a page is to be shown, instead of `shown`; `show` is given it, or None for now."""
    today = page.house.workspace.clock.today()

    def chosen(day: date | None) -> None:
        if day is not None:
            show(day if day < today else None)

    page.app.push_screen(AsAtDialog(shown, today), chosen)


class PeriodDialog(FormDialog[Period]):
    """Answers the period."""

    TITLE = "Which period?"

    def __init__(self, period: Period, today: date) -> None:
        super().__init__()
        self._period = period
        self._today = today

    def compose_body(self) -> ComposeResult:
        """Its two ends."""
        yield DayField("From", self._today, id="since", day=self._period.since, looking=Looking.BACK)
        yield DayField("Until", self._today, id="until", day=self._period.until, looking=Looking.BACK)
        yield from self.end_of_form("Show it")

    async def keep(self) -> Period:
        """The period. Raises WrongUse."""
        since = _past(self.query_one("#since", DayField), self._today)
        until = _past(self.query_one("#until", DayField), self._today)
        check_order(since, until)
        return Period(since, until)

    @property
    def typed(self) -> str:
        """Days are quickly typed again: they are neither asked about nor kept."""
        return ""


def check_order(since: date | None, until: date | None) -> None:
    """Raises WrongUse for a period that would end before it begins; either end may be open."""
    if since and until and until < since:
        raise WrongUse("It would end before it begins.", "Write the earlier day first.")


def _past(field: DayField, today: date) -> date:
    day = field.day
    if day is None or day > today:
        raise WrongUse("That is no day that has come.", "Write it such as today, 1 March or 6 months ago.")
    return day
