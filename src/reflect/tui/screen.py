"""What every page and every dialog of the app has in common.

A page composes its middle in `compose_body`, lists its commands in `PAGE_COMMANDS` (each done by a method
`action_<name>`), asks the store in `read_again` (after the first paint, and whenever it is come back to),
and saves what was typed in `save_unsaved`. Coroutines are started with `self.begin(...)`: whatever goes wrong
in them is shown, never silent.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from reflect.errors import ReflectError
from reflect.tui.commands import Command, GoBack
from reflect.tui.widgets.foot_line import FootLine
from reflect.tui.widgets.head_line import HeadLine
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.tui.app import ReflectApp
    from reflect.tui.desk import Desk

T = TypeVar("T")

SMALLEST = (60, 18)
_TOO_SMALL = (
    f"This window is smaller than {SMALLEST[0]} by {SMALLEST[1]} characters. "
    "Nothing is lost: please make it larger."
)


class _Common(DOMNode):
    """The door to the app, and the ear for faults in workers."""

    PAGE_COMMANDS: ClassVar[tuple[type[Command], ...]] = ()

    def __init_subclass__(cls, **options: bool) -> None:
        bindings: list[BindingType] = [command.binding() for command in cls.__dict__.get("PAGE_COMMANDS", ())]
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings]
        super().__init_subclass__(**options)

    @property
    def house(self) -> ReflectApp:
        """The app that this belongs to."""
        return cast("ReflectApp", self.app)

    @property
    def desk(self) -> Desk:
        """The door to the store."""
        return self.house.desk

    def say(self, words: str) -> None:
        """A short note at the edge of the page."""
        self.app.notify(words, markup=False)

    def say_fault(self, error: ReflectError) -> None:
        """What happened, what was not lost and what to do next, at the edge of the page."""
        self.app.notify(str(error), title=error.title, severity="error", timeout=12, markup=False)


class _Page(Screen[T], _Common):
    def begin(
        self,
        doing: Coroutine[object, object, object] | Callable[[], Coroutine[object, object, object]],
        *,
        group: str = "default",
        only: bool = False,
    ) -> None:
        """Starts something that belongs to this page; with `only`, earlier ones of its group are dropped (reads). What
        may be dropped before it began is given as a function."""
        self.run_worker(doing, group=group, exclusive=only, exit_on_error=False)

    async def save_unsaved(self) -> None:
        """Saves what was typed and not saved yet. Called before leaving, locking and ending."""

    @on(Worker.StateChanged)
    def _hear_faults(self, event: Worker.StateChanged) -> None:
        event.stop()
        error = event.worker.error
        if event.state is not WorkerState.ERROR or error is None:
            return
        if isinstance(error, ReflectError):
            self.say_fault(error)
        elif isinstance(error, Exception):
            self.house.end_with_fault(error)


class Page(_Page[None]):
    """A whole page: a head line, a middle, a foot line. `OWN_COMMAND` is the command that leads here, if one does. From
    a page that `STAYS` no letter leads to another: somebody may be writing who only thinks that they are in a text."""

    PLACE: ClassVar[str] = ""
    STAYS: ClassVar[bool] = False
    CAN_GO_BACK: ClassVar[bool] = True
    OWN_COMMAND: ClassVar[type[Command] | None] = None
    PAGE_COMMANDS: ClassVar[tuple[type[Command], ...]] = (GoBack,)

    def compose(self) -> ComposeResult:
        """The frame; the middle is the page's own."""
        yield HeadLine(self.PLACE)
        with Container(id="body"):
            yield from self.compose_body()
        yield FootLine()
        yield Static(plain(_TOO_SMALL), id="too-small")

    def compose_body(self) -> ComposeResult:
        """The middle of the page."""
        yield from ()

    def head(self, *, place: str | None = None, mark: str | None = None) -> None:
        """Changes the first line: where one is, and what goes with it (a handling label, a name)."""
        line = self.query_one(HeadLine)
        if place is not None:
            line.place = place
        if mark is not None:
            line.mark = mark

    async def read_again(self) -> None:
        """Reads what the page shows, from the desk. Nothing that is in memory anyway needs this."""

    def on_screen_resume(self) -> None:
        """On arriving and on coming back: first the paint, then the reading."""
        self.call_after_refresh(self._start_reading)

    def _start_reading(self) -> None:
        if self.is_attached:
            self.begin(self.read_again, group="reading", only=True)

    def reading_minutes(self) -> float:
        """How long the text on this page takes to read, in minutes: so much longer it may stand without a key being
        pressed. It is also asked while the page is put together and taken down, when its parts are not there."""
        return 0.0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some pages have nothing before them."""
        if action == "go_back":
            return self.CAN_GO_BACK
        return super().check_action(action, parameters)

    async def action_go_back(self) -> None:
        """Saves what was typed, then shows the page before; what cannot be saved keeps this page open."""
        try:
            await self.save_unsaved()
        except ReflectError as error:
            self.say_fault(error)
            return
        if self.is_current:
            self.dismiss()


class Dialog(_Page[T], ModalScreen[T], Generic[T]):
    """A question or a note in front of a page: `compose_body` in a box, its commands in a line below."""

    TITLE: ClassVar[str | None] = None

    def compose(self) -> ComposeResult:
        """The box with its title, and the line of commands."""
        with Container(id="box") as box:
            box.border_title = plain(self.TITLE or "")
            yield from self.compose_body()
        yield FootLine()

    def compose_body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()
