"""When the store does not take the words: they stay, a sentence says so, and no key loses them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reflect.storage import driver
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.start import Opening
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for

QUESTION = "ask-about-a-day"


@pytest.fixture(autouse=True)
def _nobody_waits_for_a_busy_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 1)


def strip(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(ProgressStrip).saved_words


def editor(pilot: Pilot[None]) -> AnswerEditor:
    return pilot.app.screen.query_one(AnswerEditor)


@asynccontextmanager
async def unsaved(stage: Stage, words: str, question: str = QUESTION) -> AsyncIterator[Pilot[None]]:
    """The app with words that cannot be saved, because another program is writing; afterwards it can be."""
    async with stage.open(opening=Opening("child-m", question)) as pilot:
        await wait_for(pilot, lambda: "Question" in text_of(pilot), "the question")
        other = stage.workspace.sign_in(None, PASSPHRASE)
        with other._store.writing():
            await press(pilot, *words)
            await wait_for(pilot, lambda: "Not saved." in strip(pilot), "the failure to be said")
            yield pilot
        other.close()
        if isinstance(pilot.app.screen, ReflectPage):
            await press(pilot, "ctrl+s")
            await wait_for(pilot, lambda: strip(pilot).startswith("Saved"), "the words to be saved")


def stored(stage: Stage) -> list[str]:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        return [answer.text for answer in practice.reflecting.whole_answers()]
    finally:
        practice.close()


async def test_the_words_stay_and_it_is_said_what_happened_and_what_to_do(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    async with unsaved(stage, "mine") as pilot:
        assert "What was saved before is safe. Try again in a moment." in strip(pilot)
        assert editor(pilot).text == "mine"
        golden("reflect-not-saved-80x24", text_of(pilot))
    assert stored(stage) == ["mine"]


async def test_moving_on_takes_the_words_along_and_still_says_so(stage: Stage) -> None:
    async with unsaved(stage, "mine") as pilot:
        await press(pilot, "ctrl+n")
        assert strip(pilot).startswith("Question 1: Not saved.")
        await press(pilot, "ctrl+b")
        assert editor(pilot).text == "mine"
    assert stored(stage) == ["mine"]


@pytest.mark.parametrize("leaving", [["escape"], ["ctrl+f"]])
async def test_leaving_asks_first_and_enter_stays(
    stage: Stage, leaving: list[str], golden: Callable[[str, str], None]
) -> None:
    async with unsaved(stage, "mine") as pilot:
        await press(pilot, *leaving)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "what you typed since the last save is lost" in " ".join(
            text_of(pilot).replace("│", "").split()
        )
        golden("leave-unsaved-80x24", text_of(pilot))
        await press(pilot, "enter")
        assert editor(pilot).text == "mine"
    assert stored(stage) == ["mine"]


async def test_next_at_the_last_question_asks_too_and_goes_without_them_when_told_to(stage: Stage) -> None:
    async with unsaved(stage, "mine", "missed-visits") as pilot:
        await press(pilot, "ctrl+n")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "escape")
        assert "Question 3 of 3" in text_of(pilot)
        assert editor(pilot).text == "mine"
        await press(pilot, "ctrl+n", "right", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
    assert stored(stage) == []


@pytest.mark.parametrize("key", ["t", "l", "m", "ctrl+l", "ctrl+q"])
async def test_no_other_key_leaves_either(stage: Stage, key: str) -> None:
    async with unsaved(stage, "mine") as pilot:
        await press(pilot, "tab", key)
        assert isinstance(pilot.app.screen, ReflectPage)
        assert editor(pilot).text == "mine"
        assert pilot.app.is_running
    assert stored(stage) == ["mine"]


async def test_once_it_can_be_saved_everything_is_and_the_way_is_free(stage: Stage) -> None:
    async with unsaved(stage, "mine") as pilot:
        pass
    async with stage.open(opening=Opening("child-m", QUESTION)) as pilot:
        await wait_for(pilot, lambda: "Question" in text_of(pilot), "the question")
        await settle(pilot)
        assert editor(pilot).text == "mine"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayPage)
