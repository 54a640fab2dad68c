"""The first frame, painted before anything is loaded. Behind it the folder is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.errors import ReflectError, WrongPassphrase
from reflect.settings import Settings
from reflect.tui import places
from reflect.tui.screen import Page
from reflect.tui.words import plain

if TYPE_CHECKING:
    from reflect.workspace import SignIn, Workspace


@dataclass(frozen=True, slots=True)
class _Found:
    people: tuple[SignIn, ...] | None
    settings: Settings


def _look(workspace: Workspace) -> _Found:
    workspace.check_folder()
    people = workspace.people() if workspace.exists() else None
    return _Found(people, workspace.settings())


class OpeningPage(Page):
    """Leads on to the first start, the lock page or (with a passphrase from a file) straight to Today."""

    CSS_PATH = "opening.tcss"
    CAN_GO_BACK = False

    def compose_body(self) -> ComposeResult:
        """One quiet sentence."""
        yield Static("A private place to reflect.", id="opening-words")

    async def read_again(self) -> None:
        """Looks at the folder and goes where it leads; what stands in the way stays on the page."""
        house = self.house
        try:
            found = await self.desk.without_practice(lambda: _look(house.workspace))
            house.use(found.settings)
            if found.people is None:
                house.start_with(places.first_start())
                return
            passphrase = house.passphrase
            if passphrase is not None:
                await self._sign_in(passphrase)
                return
            house.start_with(places.lock(found.people, house.as_name))
        except ReflectError as error:
            self.query_one("#opening-words", Static).update(
                plain(f"{error.title}\n\n{error.what}\n\n{error.next_step}\n\nctrl+q leaves.")
            )

    async def _sign_in(self, passphrase: str) -> None:
        house = self.house
        try:
            practice = await self.desk.without_practice(
                lambda: house.workspace.sign_in(house.as_name, passphrase)
            )
        except WrongPassphrase as error:
            house.passphrase = None
            people = await self.desk.without_practice(house.workspace.people)
            house.start_with(places.lock(people, house.as_name))
            house.say_fault(error)
            return
        house.signed_in(practice)
