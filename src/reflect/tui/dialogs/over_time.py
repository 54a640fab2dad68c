"""Open, done and embedded over the last twelve months: the plot, and every number of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.tui.acting.over_time import WHAT_COUNTS, month_by_month, plot
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog

if TYPE_CHECKING:
    from reflect.services.actions.months import Month


class OverTimeDialog(Dialog[None]):
    """To read."""

    TITLE = "Your actions over the last 12 months"
    CSS_PATH = "over_time.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, months: Sequence[Month]) -> None:
        super().__init__()
        self._months = months

    def compose_body(self) -> ComposeResult:
        """The plot, and the months in words."""
        with VerticalScroll(id="over-time"):
            yield Static(plot(self._months), id="plot")
            yield Static(WHAT_COUNTS, classes="quiet")
            yield Static(month_by_month(self._months), id="months", classes="gap")

    def action_close_dialog(self) -> None:
        """Back to the list."""
        self.dismiss(None)
