"""Who can see an action, and showing it to more people."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Select, Static

from reflect.domain.actions.action import Action
from reflect.domain.people import CircleKind
from reflect.tui.acting.about import CIRCLES
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.words import plain

_RULE = (
    "An action starts as yours alone. It can be shown to your supervisor, and placed on your team's log. Once it is "
    "agreed with others it stays with them. Your answers are never shown with it."
)


class ShowToDialog(FormDialog[Action]):
    """What cannot be done yet is said, and nothing changes."""

    TITLE = "Who can see this action"

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action

    def compose_body(self) -> ComposeResult:
        """Who can now, who could, and the rule."""
        yield Static(plain(f"Now: {CIRCLES[self._action.circle]}.\n\n{_RULE}"), classes="about")
        circles = [(words.capitalize(), circle.value) for circle, words in CIRCLES.items()]
        yield Select(circles, value=self._action.circle.value, allow_blank=False, compact=True, id="circle")
        yield from self.end_of_form("Show it to them")

    @on(Select.Changed)
    def _other_circle(self) -> None:
        self.query_one("#problem", Static).update("")

    async def keep(self) -> Action:
        """Shows it."""
        circle = CircleKind(str(self.query_one(Select).value))
        return await self.desk.write(lambda practice: practice.acting.show_to(self._action.id, circle))

    async def put_aside(self, words: str) -> None:
        """Nothing is typed here."""
