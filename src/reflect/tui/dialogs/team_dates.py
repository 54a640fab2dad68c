"""When the one-to-ones of a team were planned and held: to read, for who leads it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.tui.commands import CloseDialog
from reflect.tui.one_to_ones.team_dates import TeamDates, team_dates_words
from reflect.tui.screen import Dialog
from reflect.tui.widgets.hanging import Hanging


class TeamDatesDialog(Dialog[None]):
    """Days and states, by name."""

    TITLE = "My team's dates"
    CSS_PATH = "team_dates.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, dates: TeamDates) -> None:
        super().__init__()
        self._dates = dates

    def compose_body(self) -> ComposeResult:
        """The rule, and the days."""
        yield Static(
            "You see days and whether both have signed, and no word of what was said.", classes="quiet"
        )
        with VerticalScroll(id="team-dates"):
            yield Hanging(team_dates_words(self._dates, self.house.workspace.clock.today()), id="team-days")

    def action_close_dialog(self) -> None:
        """Back to the list."""
        self.dismiss(None)
