"""A question that is asked once: whether one wants to be counted in the team's learning. No is the first answer."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from reflect.tui.commands import GoToMyReflections
from reflect.tui.counting import WHAT_IS_COUNTED
from reflect.tui.counting_commands import ChangeCounting
from reflect.tui.words import lines, plain


class AskToBeCounted(Vertical):
    """Hidden until it asks. The arrows lead from one answer to the other."""

    DEFAULT_CSS = """
    AskToBeCounted {
        display: none;
        width: 100%;
        max-width: 76;
        height: auto;
        padding: 0 1;
    }
    AskToBeCounted Static, AskToBeCounted Horizontal {
        height: auto;
        margin-bottom: 1;
    }
    AskToBeCounted Button {
        margin-right: 2;
    }
    """

    class Answered(Message):
        """Somebody answered."""

        def __init__(self, wanted: bool) -> None:
            super().__init__()
            self.wanted = wanted

    def compose(self) -> ComposeResult:
        """What would be counted, and the two answers."""
        yield Static(id="what-is-counted")
        with Horizontal():
            yield Button("No, thank you", id="not-counted", compact=True)
            yield Button("Count me in", id="counted", compact=True)

    def ask(self) -> None:
        """Shows the question, with No under the cursor."""
        way = f"{GoToMyReflections.label} ({self._key(GoToMyReflections)}, then {self._key(ChangeCounting)})"
        self.query_one("#what-is-counted", Static).update(
            lines(
                plain("One question, asked only once: may your team's learning count you in?", "bold"),
                plain(f"{WHAT_IS_COUNTED} You can change your mind under {way}."),
            )
        )
        self.display = True
        self.query_one("#not-counted").focus()

    def _key(self, command: type[GoToMyReflections | ChangeCounting]) -> str:
        return self.app.get_key_display(command.binding())

    def key_left(self) -> None:
        """The first answer."""
        self.query_one("#not-counted").focus()

    def key_right(self) -> None:
        """The second."""
        self.query_one("#counted").focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Answered(event.button.id == "counted"))
