"""An evening with the keyboard alone: from Today through three answers to what was written, and away with it."""

from __future__ import annotations

from textual.pilot import Pilot

from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.my_reflections import MyReflectionsPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for


async def first_question(pilot: Pilot[None]) -> None:
    """From Today into the first bank, past its content note."""
    await wait_for(pilot, lambda: "Child M" in text_of(pilot), "the banks")
    await press(pilot, "enter")
    await press(pilot, "r")
    await wait_for(
        pilot, lambda: "This made-up bank speaks of neglect." in text_of(pilot), "the content note"
    )
    await press(pilot, "enter")
    await wait_for(pilot, lambda: "Question 1 of 3" in text_of(pilot), "the first question")


async def back_to_today(pilot: Pilot[None]) -> None:
    while not isinstance(pilot.app.screen, TodayPage):
        await press(pilot, "escape")
    await wait_for(pilot, lambda: "Where you left off" in text_of(pilot), "what is unfinished")


async def type_words(pilot: Pilot[None], words: str) -> None:
    await press(pilot, *words)
    await wait_for(
        pilot,
        lambda: "Saved" in pilot.app.screen.query_one(ProgressStrip).saved_words,
        f"“{words}” to be saved",
    )


async def test_three_answers_from_today_to_deleted_without_a_mouse(stage: Stage) -> None:
    async with stage.open() as pilot:
        app = pilot.app
        assert isinstance(app.screen, TodayPage)
        await first_question(pilot)
        assert isinstance(app.screen, ReflectPage)

        await press(pilot, "2", "enter")
        await type_words(pilot, "on Monday")
        assert "● Usually" in text_of(pilot)
        await press(pilot, "ctrl+n")
        assert "Question 2 of 3" in text_of(pilot)
        await press(pilot, "ctrl+o")
        assert "Question 3 of 3" in text_of(pilot)
        await type_words(pilot, "we ring")
        await press(pilot, "ctrl+b")
        assert "How do I speak to fathers" in text_of(pilot)
        await type_words(pilot, "in the evening")

        await back_to_today(pilot)
        await press(pilot, "home", "enter")
        assert "Question 2 of 3" in text_of(pilot)
        assert "in the evening" in text_of(pilot)

        await press(pilot, "ctrl+n", "ctrl+n")
        assert isinstance(app.screen, FinishPage)
        assert "3 questions answered." in text_of(pilot)
        await type_words(pilot, "ask sooner")
        await press(pilot, "ctrl+f")
        assert "Thank you for taking this time." in text_of(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, TodayPage)
        assert "Where you left off" not in text_of(pilot)

        await press(pilot, "m")
        assert isinstance(app.screen, MyReflectionsPage)
        assert "3 answers    finished" in text_of(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, SittingPage)
        for words in ("on Monday", "in the evening", "we ring", "ask sooner"):
            assert words in text_of(pilot)

        await press(pilot, "down", "enter")
        assert isinstance(app.screen, AnswerPage)
        await type_words(pilot, " at nine")
        await press(pilot, "escape")
        assert "in the evening at nine" in text_of(pilot)

        await press(pilot, "up", "d")
        assert "Delete this answer?" in text_of(pilot)
        await press(pilot, "enter")
        assert "on Monday" in text_of(pilot)
        await press(pilot, "d", "right", "enter")
        assert "on Monday" not in text_of(pilot)
        assert "2 answers" in text_of(pilot)

        await press(pilot, "x", "right", "enter")
        assert isinstance(app.screen, MyReflectionsPage)
        assert "Nothing is written yet." in text_of(pilot)
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    assert practice.reflecting.reflections() == ()
    practice.close()


async def test_a_sitting_left_at_its_end_waits_at_the_summary(stage: Stage) -> None:
    async with stage.open() as pilot:
        await first_question(pilot)
        await press(pilot, "1", "ctrl+n", "ctrl+n", "ctrl+n")
        assert isinstance(pilot.app.screen, FinishPage)
        await back_to_today(pilot)
        await press(pilot, "home", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await settle(pilot)
        assert "1 question answered, 2 left for another time." in text_of(pilot)
