"""How an answer is written: freely, or in the steps of a reflective model."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.models import ReflectiveModel
from reflect.tui.screen import Dialog
from reflect.tui.sitting_commands import CloseNote
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import lines, plain

_NOTHING_IS_LOST = (
    "Nothing is lost: what you wrote one way is kept, and comes back when you choose that way again."
)
_NO_STEPS = "In your own words, without steps."


class ChooseModelDialog(Dialog[str]):
    """Answers the id of a model, or None if nothing is to change."""

    TITLE = "How to write this answer"
    CSS_PATH = "choose_model.tcss"
    PAGE_COMMANDS = (CloseNote,)

    def __init__(self, models: dict[str, ReflectiveModel], chosen: str, written: frozenset[str]) -> None:
        """`chosen` is the model now, `written` are those under which this answer has words."""
        super().__init__()
        self._models = models
        self._chosen = chosen
        self._written = written

    def compose_body(self) -> ComposeResult:
        """Each model with its steps and where it comes from."""
        yield Static(plain(_NOTHING_IS_LOST, "$text-muted"), id="nothing-is-lost")
        yield Choices(id="models")

    def on_mount(self) -> None:
        """The one that is used now is marked."""
        options = [Option(self._words(model), id=model.id) for model in self._models.values()]
        self.query_one(Choices).fill(options, mark=self._chosen)

    def _words(self, model: ReflectiveModel) -> Content:
        state = (
            ", used now" if model.id == self._chosen else ", has words" if model.id in self._written else ""
        )
        steps = " / ".join(step.title for step in model.steps) or _NO_STEPS
        source = f" · {model.source}" if model.steps else ""
        return lines(
            Content.assemble(plain(model.name, "bold"), plain(f"{state}{source}")), plain(f"  {steps}")
        )

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_close_note(self) -> None:
        """Change nothing."""
        self.dismiss(None)
