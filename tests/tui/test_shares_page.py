"""The page of what is shared: seen again by whoever shared it, opened, and taken back."""

from __future__ import annotations

from contextlib import closing

import pytest

from reflect.domain.reflection import State
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.dialogs.share import ShareDialog
from reflect.tui.screens.shares import SharesPage
from stage import Stage, come_in
from waiting import press, settle, unframed, wait_for
from working_together import PRACTITIONER, SECOND, Writing


@pytest.fixture
def writing(stage: Stage) -> Writing:
    return Writing(stage)


async def test_what_i_shared_is_read_again_and_taken_back(writing: Writing) -> None:
    writing.share("speak-to-fathers")
    async with writing.stage.closed() as pilot:
        await come_in(pilot, PRACTITIONER)
        await press(pilot, "v")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharesPage), "what is shared")
        await settle(pilot)
        assert "They have not opened it." in unframed(pilot)
        assert writing.received() == {SECOND}
        await press(pilot, "escape", "v")
        await settle(pilot)
        assert "They opened it on Monday 2 March 2026." in unframed(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadDialog)
        assert "I write to fathers. Nobody answered." in unframed(pilot)
        await press(pilot, "escape", "w")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "may remember it" in unframed(pilot)
        await press(pilot, "enter")
        assert writing.received() == {SECOND}
        await press(pilot, "w", "right", "enter")
        await settle(pilot)
        said = unframed(pilot)
        assert "the copy is gone" in said
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, SharesPage)
    assert (writing.received(), writing.states()["speak-to-fathers"]) == (set(), State.PRIVATE)


async def test_a_prepared_answer_opens_all_that_can_be_done_with_it(writing: Writing) -> None:
    with closing(writing.sign_in(PRACTITIONER)) as robin:
        robin.sharing.prepare({robin.reflecting.answers()[0].id: None})
    async with writing.stage.closed() as pilot:
        await come_in(pilot, PRACTITIONER)
        await press(pilot, "v")
        await settle(pilot)
        await press(pilot, "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareDialog), "the dialog")
