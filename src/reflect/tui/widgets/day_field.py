"""A day as people say it, said back in words while they type."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from reflect.bank_holidays import of_england
from reflect.domain.dates import EXAMPLES, Looking, read_date, read_due, said
from reflect.errors import WrongUse
from reflect.tui.words import plain

_LONGEST = 60


class DayNeeded(WrongUse):
    """There is no day where one is needed, or words that mean none; `field` is where it is to be written."""

    def __init__(self, field: DayField, what: str, next_step: str = "") -> None:
        super().__init__(what, next_step)
        self.field = field


class DayField(Vertical):
    """A label, a line to type in, and the day that it means. Its input has the id `<id>-words`."""

    DEFAULT_CSS = """
    DayField {
        height: auto;
    }
    DayField Static.said {
        height: auto;
        padding: 0 1;
        color: $text-muted;
    }
    """

    def __init__(
        self,
        label: str,
        today: date,
        *,
        id: str,
        day: date | None = None,
        looking: Looking = Looking.AHEAD,
        takes_past: bool = False,
        is_later: bool = False,
    ) -> None:
        """`day` stands there at first; looking ahead, only today and later days are taken unless it `takes_past`, and
        not today either where it `is_later`."""
        super().__init__(id=id)
        self._label = label
        self._today = today
        self._day = day
        self._looking = looking
        self._takes_past = takes_past
        self._is_later = is_later

    def compose(self) -> ComposeResult:
        """As typed, and as understood. What is typed takes the place of a day that stands there already."""
        yield Label(plain(self._label))
        yield Input(
            self._at_first,
            placeholder=", ".join(EXAMPLES[self._looking].split(", ")[:4]),
            max_length=_LONGEST,
            id=f"{self.id}-words",
            select_on_focus=self._day is not None,
        )
        yield Static(classes="said")

    @property
    def _at_first(self) -> str:
        return said(self._day) if self._day else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.query_one(Input).value.strip()

    @property
    def was_changed(self) -> bool:
        """Whether something else stands there than at first."""
        return self.query_one(Input).value.strip() != self._at_first

    @property
    def day(self) -> date | None:
        """The day that is meant, None for nothing. Raises DayNeeded, with examples, for words that mean none."""
        words = self.query_one(Input).value.strip()
        try:
            return self._read(words) if words else None
        except WrongUse as error:
            raise DayNeeded(self, error.what, error.next_step) from None

    def _read(self, words: str) -> date:
        if self._looking is Looking.AHEAD:
            if self._takes_past:
                return read_date(words, self._today, self._looking, of_england)
            return read_due(words, self._today, of_england, later=self._is_later)
        return read_date(words, self._today, self._looking)

    def needed(self, what: str, such_as: str) -> date:
        """The day that is meant. Raises DayNeeded, which says `what` is wrong, with examples, where there is none."""
        day = self.day
        if day is None:
            raise DayNeeded(self, what, f"Write one, such as {such_as}.")
        return day

    def say_problem(self, words: str) -> None:
        """Says below the field what is wrong with it, and goes there."""
        self.query_one(".said", Static).update(plain(words))
        self.query_one(Input).focus()
        self.call_after_refresh(self.scroll_visible, animate=False)

    @property
    def label(self) -> str:
        """What the day is for."""
        return self._label

    @label.setter
    def label(self, words: str) -> None:
        self._label = words
        self.query_one(Label).update(plain(words))

    @on(Input.Changed)
    def _say_back(self) -> None:
        try:
            day = self.day
        except WrongUse:
            told = ""
        else:
            told = f"That is {said(day)}." if day else ""
        self.query_one(".said", Static).update(plain(told))

    @on(Input.Blurred)
    def _say_what_is_wrong(self) -> None:
        try:
            if self.day is None:
                return
        except WrongUse as error:
            self.query_one(".said", Static).update(plain(str(error)))
