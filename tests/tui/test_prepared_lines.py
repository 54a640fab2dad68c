"""Lines that are chosen when an answer is prepared are those that are marked when it is shared later."""

from __future__ import annotations

import pytest

from reflect.tui.dialogs.share import ShareDialog
from reflect.tui.dialogs.what_goes import WhatGoesDialog
from reflect.tui.screens.share_several import ShareSeveralPage
from stage import Stage, come_in
from waiting import press, settle, unframed, wait_for
from working_together import PRACTITIONER, Writing, at_choice, at_reflection


@pytest.fixture
def writing(stage: Stage) -> Writing:
    return Writing(stage)


async def test_of_one_answer_from_its_reflection(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_reflection(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareDialog)
        await press(pilot, "down", "space", "p")
        await settle(pilot)
        assert writing.received() == set()
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareDialog)
        said = unframed(pilot)
        assert "[x] We ring on Monday." in said
        assert "[ ] I met Mrs Jones [/] there." in said
        assert "[x] Next time I ask first." in said
        await press(pilot, "s")
        await settle(pilot)
    assert writing.received() == {"We ring on Monday.\n…\nNext time I ask first."}


async def test_among_several_and_a_changed_line_is_held_back(writing: Writing) -> None:
    async with writing.stage.closed() as pilot:
        await at_choice(pilot)
        await press(pilot, "enter", "down", "space", "escape", "down", "space", "p")
        await settle(pilot)
        await press(pilot, "escape")
    practice = writing.sign_in(PRACTITIONER)
    (card,) = practice.sharing.prepared()
    answer = practice.reflecting.answer(card.id)
    text = answer.text.replace("We ring on Monday.", "We ring on Friday, I think.")
    practice.reflecting.save_answer(
        answer.reflection, answer.asked.question, text=text, scale=answer.scale, revision=answer.revision
    )
    practice.close()
    async with writing.stage.closed() as pilot:
        await come_in(pilot, PRACTITIONER)
        await press(pilot, "v", "n")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareSeveralPage), "the choice")
        await settle(pilot)
        await press(pilot, "space")
        assert "line 3" in unframed(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, WhatGoesDialog)
        await press(pilot, "s")
        await settle(pilot)
    assert writing.received() == {"…\nNext time I ask first."}
