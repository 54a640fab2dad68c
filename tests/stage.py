"""A stage for the app: a real workspace in a temporary folder, made-up banks, and clocks that stand still."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Select

from clocks import StoppedClock
from founded import PASSPHRASE, found
from reflect.banks import shelf
from reflect.banks.catalogue import Catalogue
from reflect.cli.documents import WrittenByReports
from reflect.paths import make_private_folder
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.tui.app import ReflectApp
from reflect.tui.start import Opening
from reflect.tui.widgets.choices import Choices
from reflect.workspace import Workspace
from waiting import press, settle, wait_for

NAME = "Robin Example"


class Seconds:
    """A clock that only goes forward, and only when it is told to."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed


class StagedWorkspace(Workspace):
    """A workspace with the banks of a folder of the test's own, and those that are added in the app."""

    def __init__(self, folder: Path, clock: StoppedClock, banks: Path) -> None:
        super().__init__(folder, clock)
        self.banks = banks

    def catalogue(self) -> Catalogue:
        return Catalogue.load(self.banks, self.folder / shelf.FOLDER)

    def set_up(self, name: str = NAME) -> Practice:
        """The first person, with a passphrase that is derived cheaply."""
        assert not self.exists()
        found(self.folder, name, "Midwife", self.clock.now())
        return self.sign_in(name, PASSPHRASE)

    def use_theme(self, theme: str) -> None:
        make_private_folder(self.folder)
        save_settings(self.folder, replace(load_settings(self.folder), theme=theme))


@dataclass
class Stage:
    """Starts the app on the workspace; `seconds` is the clock by which it knows that nobody used it."""

    workspace: StagedWorkspace
    seconds: Seconds

    @asynccontextmanager
    async def _running(
        self, size: tuple[int, int], passphrase: str | None, opening: Opening | None, name: str | None = None
    ) -> AsyncIterator[Pilot[None]]:
        app = ReflectApp(
            self.workspace,
            as_name=name,
            passphrase=passphrase,
            opening=opening,
            documents=WrittenByReports(),
            seconds=self.seconds,
        )
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                yield pilot
        finally:
            app.desk.close()

    def closed(self, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Pilot[None]]:
        """The app as somebody finds it who has not signed in."""
        return self._running(size, None, None)

    def open(
        self, size: tuple[int, int] = (80, 24), opening: Opening | None = None, name: str | None = None
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The app at Today (or at an opening), signed in as `name` where there are several; the workspace is set up if
        it is not yet."""
        if not self.workspace.exists():
            self.workspace.set_up().close()
        return self._running(size, PASSPHRASE, opening, name)


async def fill(pilot: Pilot[None], **fields: str) -> None:
    """Puts words into fields by their ids (`_` for `-`); a list takes the label that it offers."""
    for name, words in fields.items():
        field = pilot.app.screen.query_one(f"#{name.replace('_', '-')}")
        assert isinstance(field, Input | Select)
        field.value = words
    await settle(pilot)


async def submit(pilot: Pilot[None], field: str) -> None:
    """Enter in a field or on a button, and what follows from it."""
    widget = pilot.app.screen.query_one(f"#{field}")
    # A button takes no second press while it shows the first.
    await wait_for(pilot, lambda: not widget.has_class("-active"), "the button to come up again")
    widget.focus()
    await settle(pilot)
    await press(pilot, "enter")


async def come_in(pilot: Pilot[None], name: str) -> None:
    """From the lock page to Today."""
    await fill(pilot, who=name, passphrase=PASSPHRASE)
    await submit(pilot, "passphrase")
    await wait_for(pilot, lambda: bool(pilot.app.screen.query(Choices)), "Today")
    await settle(pilot)
