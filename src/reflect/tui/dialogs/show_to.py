"""Who can see an action, and showing it to more people."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Select, Static

from reflect.domain.actions.action import Action
from reflect.domain.actions.showing import Showing
from reflect.domain.people import CircleKind
from reflect.errors import ReflectError, WrongUse
from reflect.tui.acting.about import CIRCLES
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.words import lines, plain

_RULE = (
    "An action starts as yours alone. You can show it to your supervisor; once it is agreed, either of you can place "
    "it on your team's log. Once it is agreed it stays with those who agreed it. Your answers are never shown with it."
)
_CHOICES = {
    CircleKind.MINE: "Only you",
    CircleKind.PAIR: "You and your supervisor",
    CircleKind.TEAM: "The log of your team: its lead too",
}


class ShowToDialog(FormDialog[Action]):
    """What would go, and to whom, is said before anything does; what cannot be shown so says why."""

    TITLE = "Who can see this action"

    def __init__(self, action: Action) -> None:
        super().__init__()
        self._action = action

    def compose_body(self) -> ComposeResult:
        """Who can now, who could, and the rule."""
        yield Static(plain(f"Now: {CIRCLES[self._action.circle]}.\n\n{_RULE}"), classes="about")
        circles = [(words, circle.value) for circle, words in _CHOICES.items()]
        yield Select(circles, value=self._action.circle.value, allow_blank=False, compact=True, id="circle")
        yield Input(placeholder="Whom, or which team, if there are several", compact=True, id="name")
        yield Static(id="goes", classes="said")
        yield from self.end_of_form("Show it to them")

    def on_mount(self) -> None:
        """Nobody is named until there are several."""
        self.query_one("#name").display = False

    @on(Select.Changed)
    @on(Input.Changed)
    def _another(self) -> None:
        self.query_one("#problem", Static).update("")
        self.query_one("#goes", Static).update("")
        if self._circle is not self._action.circle:
            self.begin(self._look(), group="preview", only=True)

    @property
    def _circle(self) -> CircleKind:
        return CircleKind(str(self.query_one(Select).value))

    async def _look(self) -> None:
        circle, name = self._circle, self._whom
        try:
            showing = await self.desk.read(
                lambda practice: practice.acting.showing(self._action.id, circle, to=name, team=name)
            )
        except ReflectError as error:
            self.say_problem(error)
        else:
            self.query_one("#goes", Static).update(_goes(showing))

    @property
    def _whom(self) -> str | None:
        return self.query_one("#name", Input).value.strip() or None

    async def keep(self) -> Action:
        """Shows it."""
        circle, name = self._circle, self._whom
        return await self.desk.write(
            lambda practice: practice.acting.show_to(self._action.id, circle, to=name, team=name)
        )

    def say_problem(self, error: ReflectError) -> None:
        """Where there are several, one of them can be named."""
        if isinstance(error, WrongUse) and "it is not said" in error.what:
            self.query_one("#name").display = True
        super().say_problem(error)

    async def put_aside(self, words: str) -> None:
        """A name is not kept."""


def _goes(showing: Showing) -> Content:
    if not showing.people:
        return plain("Nobody else sees it then.")
    where = f", on the log of {showing.team}" if showing.team else ""
    several = "Nothing of it can stay behind, since every step is signed. All that was written in it:"
    return lines(
        plain(f"{', '.join(showing.people)} would read it{where}. {several}"),
        *(plain(f"· {words}") for words in showing.words),
    )
