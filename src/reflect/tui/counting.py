"""Being counted in a team's learning: what it means, in plain words, and changing one's mind."""

from __future__ import annotations

from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screen import Page

WHAT_IS_COUNTED = (
    "Counted would be only that you reflected, with which question bank, and on which day: none of your words, and no "
    "point of a scale. It is shown only as a number, and only from five people on."
)


async def change_counting(page: Page) -> None:
    """Asks whether somebody wants to be counted, or no longer, and does so. What changes nothing comes first."""
    preferences = await page.desk.read(lambda practice: practice.coming_back.preferences())
    is_counted = bool(preferences.counted)

    def answered(changes: bool | None) -> None:
        if changes:
            page.begin(_be_counted(page, not is_counted))

    page.app.push_screen(
        ConfirmDialog(
            "You are counted in your team's learning" if is_counted else "You are not counted",
            WHAT_IS_COUNTED,
            keep="Stay counted" if is_counted else "Stay uncounted",
            go_ahead="Do not count me" if is_counted else "Count me in",
        ),
        answered,
    )


async def _be_counted(page: Page, wanted: bool) -> None:
    await page.desk.write(lambda practice: practice.coming_back.be_counted(wanted))
    page.say("From now on you are counted." if wanted else "From now on you are not counted.")
