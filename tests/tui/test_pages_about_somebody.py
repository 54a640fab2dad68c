"""Every page about somebody whom one supervises: once the link has ended elsewhere, the next read is refused, and the
page says why."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from reflect.tui import places
from reflect.tui.dialogs.help import HelpDialog
from reflect.tui.screen import Page
from reflect.tui.screens.today import TodayPage
from stage import Stage, come_in
from waiting import notes_of, press, settle, unframed
from working_together import ADMIN, PRACTITIONER, SUPERVISOR, Together

PAGES: dict[str, Callable[[str], Page]] = {
    "the one-to-one": places.with_person,
    "the agreement": places.agreement,
    "working notes": places.working_notes,
    "the self-audit": places.audit,
}


@pytest.fixture
def together(stage: Stage) -> Together:
    return Together(stage)


@pytest.mark.parametrize("which", PAGES)
async def test_it_says_why_it_can_be_read_no_longer(together: Together, which: str) -> None:
    async with together.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        await pilot.app.push_screen(PAGES[which](PRACTITIONER))
        await settle(pilot)
        assert PRACTITIONER in unframed(pilot)
        with closing(together.sign_in(ADMIN)) as admin:
            admin.links.end(together.link)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpDialog)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, TodayPage)
        assert (
            f"You do not supervise {PRACTITIONER} any more: the link ended on Monday 2 March 2026."
            in notes_of(pilot)
        )
