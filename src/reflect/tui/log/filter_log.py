"""Which actions of the log to show."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Input, Label, Static

from reflect.domain.dates import Looking
from reflect.domain.figures.listed_log import LogWanted
from reflect.domain.themes import Vocabulary
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.as_at import check_order
from reflect.tui.dialogs.filtering import one_or_any
from reflect.tui.dialogs.filtering_actions import FilteringActions
from reflect.tui.log import commands
from reflect.tui.widgets.day_field import DayField
from reflect.tui.words import choice, plain

_FROM, _UNTIL = "agreed-from", "agreed-until"


class FilterLogDialog(FilteringActions[LogWanted]):
    """Those that are listed, of whichever owner."""

    TITLE = "Which listed actions?"
    CSS_PATH = "filter_log.tcss"
    STARTS_WITH = "#due"
    PAGE_COMMANDS = (commands.ShowThese, CloseDialog)

    def __init__(self, wanted: LogWanted, vocabulary: Vocabulary, owners: Mapping[str, str]) -> None:
        """`owners` are the names of those who own a listed action, by their ids."""
        super().__init__(wanted, vocabulary)
        self._owners = [(choice(name), id_) for id_, name in owners.items()]

    def compose_body(self) -> ComposeResult:
        """What a lead looks for first stands first."""
        wanted, today = self._wanted, self.house.workspace.clock.today()
        with VerticalScroll(id="log-filter"):
            yield from self.due_fields()
            yield Label("Owner")
            yield one_or_any(self._owners, "Anybody", wanted.owner, "owner")
            yield from self.fields_of_each()
            for id_, label, day in (
                (_FROM, "Agreed from", wanted.since),
                (_UNTIL, "Agreed until", wanted.until),
            ):
                yield DayField(label, today, id=id_, day=day, looking=Looking.BACK)
            yield from self.words_field()
        yield Static(id="problem")
        yield from self.end_of_filter()

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def action_show_these(self) -> None:
        """These actions."""
        try:
            due_before = self.due_before.day
            since, until = (self.query_one(f"#{id_}", DayField).day for id_ in (_FROM, _UNTIL))
            check_order(since, until)
        except WrongUse as error:
            self.query_one("#problem", Static).update(plain(str(error)))
            return
        owner = self.chosen("owner")
        self.dismiss(LogWanted(**self.of_each, owner=owner, due_before=due_before, since=since, until=until))

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """The whole log."""
        self.dismiss(LogWanted())
