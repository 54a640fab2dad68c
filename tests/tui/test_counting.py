"""Being counted in the team's learning: asked once, no unless somebody says yes, changed at any time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.my_reflections import MyReflectionsPage
from reflect.tui.screens.today import TodayPage
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of
from writing import SIZES

QUESTION = "One question, asked only once"


def begun(stage: Stage) -> str:
    practice = (
        stage.workspace.sign_in(None, PASSPHRASE) if stage.workspace.exists() else stage.workspace.set_up()
    )
    sitting = practice.reflecting.begin_anew("child-m").reflection.id
    practice.close()
    return sitting


def is_counted(stage: Stage) -> bool | None:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        return practice.coming_back.preferences().counted
    finally:
        practice.close()


async def finish(pilot: Pilot[None], sitting: str) -> None:
    pilot.app.push_screen(FinishPage(sitting))
    await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the summary")
    await press(pilot, "ctrl+f")
    await wait_for(pilot, lambda: "Thank you" in text_of(pilot), "thanks")


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_says_what_would_be_counted_and_enter_says_no(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    sitting = begun(stage)
    async with stage.open(size) as pilot:
        await finish(pilot, sitting)
        said = words_of(pilot)
        for words in (
            QUESTION,
            "none of your words",
            "only from five people on",
            "No, thank you",
            "Count me in",
        ):
            assert words in said
        golden(f"finish-counted-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayPage)
    assert is_counted(stage) is False


async def test_yes_is_one_key_away_and_kept(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await finish(pilot, sitting)
        await press(pilot, "left", "right", "enter")
        assert isinstance(pilot.app.screen, TodayPage)
    assert is_counted(stage) is True


async def test_nobody_is_asked_twice_whatever_they_did_the_first_time(stage: Stage) -> None:
    first, second = begun(stage), begun(stage)
    async with stage.open() as pilot:
        await finish(pilot, first)
        await press(pilot, "escape")
        await settle(pilot)
        await finish(pilot, second)
        assert QUESTION not in words_of(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayPage)
    assert is_counted(stage) is False


async def test_somebody_can_change_their_mind_and_back(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    async with stage.open() as pilot:
        await press(pilot, "m", "c")
        assert "You are not counted" in words_of(pilot)
        golden("counting-80x24", text_of(pilot))
        await press(pilot, "enter")
        assert is_counted(stage) is None
        await press(pilot, "c", "right", "enter")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
        assert is_counted(stage) is True
        await press(pilot, "c", "escape")
        assert is_counted(stage) is True
        await press(pilot, "c")
        assert "You are counted in your team's learning" in words_of(pilot)
        await press(pilot, "right", "enter")
    assert is_counted(stage) is False


async def test_what_may_identify_somebody_is_said_of_what_is_taken_away_too(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        pilot.app.push_screen(FinishPage(sitting))
        await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the summary")
        await press(pilot, *"Ask Mrs Jones")
        await wait_for(pilot, lambda: "may identify somebody: a name" in words_of(pilot), "the reminder")
