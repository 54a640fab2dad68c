"""Two people at one keyboard: the second comes in beside the first, writes and signs as themself, and goes out again.

While the second person is there, every page that is opened acts as them; what is the first person's own stays closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.tui.dialogs.hand_over import HandOverDialog

if TYPE_CHECKING:
    from reflect.services.practice import Practice
    from reflect.tui.screen import Page


def offer_to_hand_over(page: Page, name: str) -> None:
    """Saves everything, then asks `name` for their passphrase; the page is read again once they are in."""

    def came_in(practice: Practice | None) -> None:
        if practice is not None:
            page.house.desk = page.desk.handed_over(practice)
            page.say(f"{name} writes now. ctrl+o hands the keyboard back.")
            page.begin(_seen_anew(page), group="reading", only=True)

    async def ask() -> None:
        if await page.house.has_saved_everything():
            dialog = HandOverDialog(name, page.desk.practice.person.name)
            page.app.push_screen(dialog, came_in)

    page.begin(ask(), group="handing-over", only=True)


def hand_back(page: Page) -> None:
    """Saves everything, signs the second person out, and reads the page again as the first. What cannot be saved keeps
    the second person there, and says so."""

    async def give() -> None:
        if not page.desk.is_handed_over or not await page.house.has_saved_everything():
            return
        name = page.desk.practice.person.name
        page.house.desk = await page.desk.handed_back()
        page.say(f"{name} is signed out again. {page.desk.practice.person.name} writes now.")
        await _seen_anew(page)

    page.begin(give(), group="handing-over", only=True)


async def _seen_anew(page: Page) -> None:
    page.head(mark=page.desk.practice.person.name)
    page.refresh_bindings()
    await page.read_again()
