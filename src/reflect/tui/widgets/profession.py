"""Choosing one's profession: a list, and a field for any other."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Select

from reflect.domain.professions import PROFESSIONS

_OTHER = "another profession"


class ProfessionChoice(Vertical):
    """A profession by its label, or in the person's own words."""

    def compose(self) -> ComposeResult:
        """The list; the field shows when it is needed."""
        labels = [*PROFESSIONS.values(), _OTHER.capitalize()]
        yield Select(
            [(label, label) for label in labels],
            prompt="Choose your profession",
            compact=True,
            id="profession",
        )
        yield Input(placeholder="In your own words", id="other-profession", classes="-hidden")

    @on(Select.Changed)
    def show_field(self, event: Select.Changed) -> None:
        """The field stands only beside `another profession`."""
        event.stop()
        other = self.query_one("#other-profession", Input)
        other.set_class(event.value != _OTHER.capitalize(), "-hidden")

    @property
    def words(self) -> str:
        """The profession, or nothing while none is chosen."""
        chosen = self.query_one("#profession", Select).value
        if chosen == Select.NULL:
            return ""
        if chosen == _OTHER.capitalize():
            return self.query_one("#other-profession", Input).value.strip()
        return str(chosen)
