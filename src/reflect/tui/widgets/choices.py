"""A list to choose from, whose Enter stands in the foot line as a command like any other."""

from __future__ import annotations

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect.tui.commands import Choose


class Choices(OptionList):
    """An `OptionList` that keeps its place when it is filled again."""

    BINDINGS = [Choose.binding()]

    @property
    def chosen(self) -> str | None:
        """The id of the option that is marked, or None."""
        option = self.highlighted_option
        return option.id if option is not None else None

    def action_choose(self) -> None:
        """Takes what is marked."""
        self.action_select()

    def fill(self, options: list[Option], mark: str | None = None) -> None:
        """Shows these options; what was marked (or `mark`) stays marked, else the first that can be chosen is."""
        wanted = mark or self.chosen
        self.clear_options()
        self.add_options(options)
        choosable = [index for index, option in enumerate(options) if not option.disabled]
        same = [index for index in choosable if options[index].id == wanted]
        first = [*same, *choosable]
        self.highlighted = first[0] if first else None
