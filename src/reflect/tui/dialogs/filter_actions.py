"""Which actions to show: by words, day, letter, status, theme and level."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Input

from reflect.domain.actions.wanted import Wanted
from reflect.errors import WrongUse
from reflect.tui.commands import CloseDialog
from reflect.tui.dialogs.filtering_actions import FilteringActions


class FilterActionsDialog(FilteringActions[Wanted]):
    """One's own, or those of others that one may see."""

    TITLE = "Which actions?"
    CSS_PATH = "filter_actions.tcss"
    STARTS_WITH = "#words"
    PAGE_COMMANDS = (CloseDialog,)

    def compose_body(self) -> ComposeResult:
        """Words first: most people know what they look for."""
        with VerticalScroll(id="action-filter"):
            yield from self.words_field()
            yield from self.due_fields()
            yield from self.fields_of_each()
        yield from self.end_of_filter()

    @on(Input.Submitted)
    @on(Button.Pressed, "#show")
    def show(self) -> None:
        """These actions."""
        try:
            due_before = self.due_before.day
        except WrongUse as error:
            self.due_before.say_problem(str(error))
            return
        self.dismiss(Wanted(**self.of_each, due_before=due_before))

    @on(Button.Pressed, "#clear")
    def clear(self) -> None:
        """All actions."""
        self.dismiss(Wanted())
