"""Choosing a passphrase: typed twice, with the rule and what hangs on it in words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from reflect.errors import WrongUse

RULE = "Eight characters or more. A few words that only you would put together are easy to keep in mind."


class NewPassphrase(Vertical):
    """Two fields and the rule."""

    def compose(self) -> ComposeResult:
        """Rule, first, second."""
        yield Static(RULE, classes="quiet")
        yield Label("Passphrase", classes="gap")
        yield Input(password=True, id="passphrase", select_on_focus=False)
        yield Label("The same again")
        yield Input(password=True, id="again", select_on_focus=False)

    @property
    def words(self) -> str:
        """The passphrase. Raises WrongUse while the two differ or nothing was typed."""
        first, second = self.query_one("#passphrase", Input).value, self.query_one("#again", Input).value
        if not first:
            raise WrongUse("There is no passphrase yet.", "Please type one.")
        if first != second:
            raise WrongUse("The two passphrases differ.", "Please type the same one twice.")
        return first

    def forget(self) -> None:
        """Empties both fields."""
        for field in self.query(Input):
            field.value = ""
