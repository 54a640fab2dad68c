"""The app: who is signed in, the settings that hold, and the way out."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from reflect import memory
from reflect.errors import ReflectError
from reflect.settings import Settings
from reflect.tui import places
from reflect.tui.actions import AppWithCommands
from reflect.tui.appearance import appear, appear_at_first
from reflect.tui.desk import Desk
from reflect.tui.ending import Ending, end_on_signals
from reflect.tui.idle import Idleness
from reflect.tui.news import LOOK_AGAIN, News
from reflect.tui.screen import Dialog, Page
from reflect.tui.screens.opening import OpeningPage

if TYPE_CHECKING:
    from reflect.services.practice import Practice
    from reflect.tui.documents import Documents
    from reflect.tui.start import Opening
    from reflect.workspace import Workspace

_LOOK_AT_THE_CLOCK = 5.0
_TRY_AGAIN = 60.0


class ReflectApp(AppWithCommands):
    """Pages come and go on it; it holds the desk, the settings and the reason why it ended."""

    TITLE = "reflect"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (60, "-narrow"), (80, "-usual"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (18, "-low"), (24, "-middling"), (40, "-tall")]

    def __init__(
        self,
        workspace: Workspace,
        *,
        as_name: str | None = None,
        passphrase: str | None = None,
        opening: Opening | None = None,
        documents: Documents | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`documents` write what pages offer as a file; `seconds` is a clock that only goes forward, for
        how long nobody used the app and for timed reading."""
        super().__init__()
        self.workspace = workspace
        self.as_name = as_name
        self.passphrase = passphrase
        self.opening = opening
        self.settings = Settings()
        self.ending = Ending.LEFT
        self._at_home = False
        self.documents = documents
        self.seconds = seconds
        self.idleness = Idleness(seconds)
        self.news = News(self)
        self.desk = Desk(lambda error: self.call_from_thread(self.say_fault, error))
        appear_at_first(self)

    def get_default_screen(self) -> Page:
        """The frame that is painted before anything else is loaded."""
        return OpeningPage()

    def on_mount(self) -> None:
        """From here on the program ends in good order, whoever ends it."""
        end_on_signals(self)
        self.set_interval(_LOOK_AT_THE_CLOCK, self.lock_when_idle)
        self.set_interval(LOOK_AGAIN, self.news.look_again)

    async def on_event(self, event: events.Event) -> None:
        """Keys, pastes and the mouse count as use."""
        if isinstance(event, events.InputEvent | events.Paste):
            self.idleness.used()
        await super().on_event(event)

    @property
    def is_signed_in(self) -> bool:
        """Whether somebody's pages are open."""
        return self._at_home

    def use(self, settings: Settings) -> None:
        """These settings hold from now on."""
        self.settings = settings
        for fault in appear(self, settings):
            self.say_fault(fault)

    def show_recovery_words(self, practice: Practice, words: tuple[str, ...]) -> None:
        """Once, before the pages of somebody new begin."""
        self.desk.sit_down(practice)
        self.start_with(places.recovery_words(practice, words))

    def signed_in(self, practice: Practice) -> None:
        """This person's pages begin; `reflect on` and `reflect with` lead straight to their place."""
        self.desk.sit_down(practice)
        self.as_name, self.passphrase = practice.person.name, None
        self._at_home = True
        self.idleness.used()
        self.news.look_again()
        self.start_with(places.today())
        if self.opening is not None:
            self.call_later(self.push_screen, places.opening(self.opening))
        if not self.is_headless:
            memory.looked_through_as_usual()

    def say_fault(self, error: ReflectError) -> None:
        """What happened, what was not lost and what to do next."""
        self.notify(str(error), title=error.title, severity="error", timeout=15, markup=False)

    async def save_everything(self) -> None:
        """Saves what was typed on any page. Raises NotSaved."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Page | Dialog):
                await screen.save_unsaved()

    async def lock_when_idle(self) -> None:
        """Locks once nobody has used the app for as long as the settings say; a page of text may be read longer."""
        screen = self.screen
        reading = screen.reading_minutes() if isinstance(screen, Page) else 0.0
        minutes = self.settings.lock_after_minutes + reading
        if self.is_signed_in and self.idleness.left(minutes) <= 0:
            await self.end(Ending.LOCKED)
            self.idleness.put_off(minutes, _TRY_AGAIN)

    async def end(self, ending: Ending, return_code: int = 0) -> None:
        """Saves and ends. What cannot be saved keeps the app open and says so, unless the system ends it."""
        try:
            await self.save_everything()
        except ReflectError as error:
            if ending is not Ending.TOLD_TO:
                self.say_fault(error)
                return
        self.ending = ending
        self.exit(return_code=return_code)
