"""What a lead is told whose team is led by somebody else by now, while its log was open: who leads it, and no more."""

from __future__ import annotations

from collections.abc import Sequence

from reflect.tui.screen import Page


async def say_handed_on(page: Page, teams: Sequence[str]) -> bool:
    """Says of each of these teams that somebody else leads now who does; whether there was any."""
    gone = await page.desk.read(lambda practice: practice.overseeing.handed_on(teams))
    for team, lead in gone.items():
        words = f"{lead} leads {team} now: its log no longer opens for you."
        page.app.notify(words, timeout=15, markup=False)
    return bool(gone)
