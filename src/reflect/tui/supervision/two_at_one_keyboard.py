"""Two people at one keyboard: the second comes in beside the first, writes and signs as themself, and goes out again.

While the second person is there, every page that is opened acts as them; what is the first person's own stays closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.errors import ReflectError
from reflect.tui.dialogs.hand_over import HandOverDialog
from reflect.tui.dialogs.leaving import leave
from reflect.tui.screen import Page
from reflect.tui.supervision.commands import HandBack

if TYPE_CHECKING:
    from reflect.services.practice import Practice


class TwoAtOneKeyboard(Page):
    """A page on which the keyboard can be handed over, and back. Whoever writes stands in its first line."""

    @property
    def other_name(self) -> str | None:
        """The other one of the two, by name; None while that is not known."""
        raise NotImplementedError

    def changing_hands(self) -> None:
        """Nothing is typed any more until the page was read again for whoever is at the keyboard then."""

    def let_go(self) -> None:
        """Nothing that was typed here is kept from now on but what is saved."""

    def action_hand_over(self) -> None:
        """Saves everything, then asks the other one for their passphrase."""
        if (name := self.other_name) is not None:
            self.begin(self._ask(name), group="handing-over", only=True)

    async def _ask(self, name: str) -> None:
        def came_in(practice: Practice | None) -> None:
            if practice is not None:
                self.house.desk = self.desk.handed_over(practice)
                key = self.app.get_key_display(HandBack.binding())
                self.say(f"{name} writes now. {key} hands the keyboard back.")
                self._read_for_another()

        if await self.house.has_saved_everything():
            self.app.push_screen(HandOverDialog(name, self.desk.practice.person.name), came_in)

    def action_hand_back(self) -> None:
        """Saves and signs the second person out. What cannot be saved keeps them there, or goes if they say so."""
        if self.desk.is_handed_over:
            self.changing_hands()
            self.begin(leave(self, self._sign_out, self._read_for_another), group="leaving", only=True)

    def _sign_out(self) -> None:
        self.let_go()
        self.begin(self._signed_out(), group="handing-over")

    async def _signed_out(self) -> None:
        if self.desk.is_handed_over:
            name = self.desk.practice.person.name
            self.house.desk = await self.desk.handed_back()
            self.say(f"{name} is signed out again. {self.desk.practice.person.name} writes now.")
        self._read_for_another()

    def refused(self, error: ReflectError) -> None:
        """It is not this person's to read any more: says so, and closes; a second person hands back first."""
        self.house.say_fault(error)
        if self.desk.is_handed_over:
            self.action_hand_back()
        elif self.is_active:
            self.dismiss()

    def _read_for_another(self) -> None:
        self.changing_hands()
        self.head(mark=self.desk.practice.person.name)
        self.refresh_bindings()
        self.begin(self.read_again, group="reading", only=True)
