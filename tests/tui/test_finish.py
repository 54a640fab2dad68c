"""The end of a sitting: a summary in words that leads back anywhere, what is taken away, and thanks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reflect.domain.reflection import Reflection
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.summary_words import summary_words
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for

SIZES = [(60, 18), (80, 24), (120, 40)]


def begun(stage: Stage) -> str:
    """A sitting with one answer and one question skipped; its id."""
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m").reflection.id
    practice.reflecting.save_answer(sitting, "ask-about-a-day", text="on Monday", scale=None, revision=0)
    practice.reflecting.skip(sitting, "speak-to-fathers")
    practice.close()
    return sitting


def sitting_of(stage: Stage) -> Reflection:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        (sitting,) = practice.reflecting.reflections()
        return sitting
    finally:
        practice.close()


async def at_summary(pilot: Pilot[None], sitting: str) -> None:
    pilot.app.push_screen(FinishPage(sitting))
    await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the summary")
    await settle(pilot)


async def take_away(pilot: Pilot[None], words: str) -> None:
    await press(pilot, *words)
    strip = pilot.app.screen.query_one(ProgressStrip)
    await wait_for(pilot, lambda: strip.saved_words.startswith("Saved"), "what is taken away to be saved")


@pytest.mark.parametrize("size", SIZES)
async def test_the_summary_says_in_words_what_was_answered_and_what_was_not(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    sitting = begun(stage)
    async with stage.open(size) as pilot:
        await at_summary(pilot, sitting)
        said = " ".join(text_of(pilot).split())
        assert "1 question answered, 1 skipped, 1 left for another time." in said
        for state in ("Answered Do I always ask", "Skipped How do I speak", "No answer What does my"):
            assert state in said
        assert "%" not in said
        golden(f"finish-{size[0]}x{size[1]}", text_of(pilot))


async def test_enter_on_a_question_leads_back_to_it_and_next_to_the_summary(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        await press(pilot, "shift+tab", "end", "enter")
        await wait_for(pilot, lambda: "Question 3 of 3" in text_of(pilot), "the question")
        assert isinstance(pilot.app.screen, ReflectPage)
        await press(pilot, *"yes", "ctrl+n")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await settle(pilot)
        assert "2 questions answered, 1 skipped." in text_of(pilot)


async def test_what_i_take_away_saves_itself_and_waits_until_it_is_finished(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        await take_away(pilot, "listen")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, TodayPage), "Today")
    assert (sitting_of(stage).take_away, sitting_of(stage).finished) == ("listen", None)


async def test_finishing_says_thank_you_and_where_it_is_found(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        await press(pilot, *"listen", "ctrl+f")
        await wait_for(pilot, lambda: "Thank you" in text_of(pilot), "thanks")
        assert "You find it again under My reflections (m)" in text_of(pilot)
        golden("finish-thanks-80x24", text_of(pilot))
        await press(pilot, "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, TodayPage), "Today")
    assert sitting_of(stage).take_away == "listen"
    assert sitting_of(stage).finished is not None


async def test_what_was_taken_away_can_be_changed_after_the_end(stage: Stage) -> None:
    sitting = begun(stage)
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    practice.reflecting.finish(sitting, "listen")
    practice.close()
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        assert "Finish" not in text_of(pilot).splitlines()[-1]
        assert pilot.app.screen.query_one(AnswerEditor).text == "listen"
        await take_away(pilot, "!")
    assert sitting_of(stage).take_away == "listen!"


def test_a_summary_counts_and_does_not_score(stage: Stage) -> None:
    begun(stage)
    words = summary_words(sitting_of(stage))
    assert words.startswith("1 question answered, 1 skipped, 1 left for another time.")


def save_elsewhere(stage: Stage, sitting: str, words: str, *, based_on: str) -> None:
    other = stage.workspace.sign_in(None, PASSPHRASE)
    other.reflecting.save_take_away(sitting, words, based_on=based_on)
    other.close()


async def test_what_another_window_takes_away_meanwhile_is_shown_beside_mine(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        await take_away(pilot, "listen")
        save_elsewhere(stage, sitting, "ring first", based_on="listen")
        await press(pilot, "!")
        editor = pilot.app.screen.query_one(AnswerEditor)
        await wait_for(pilot, lambda: "ring first" in editor.text, "the other window's words")
        assert "listen!" in editor.text
    assert "ring first" in sitting_of(stage).take_away
    assert "listen!" in sitting_of(stage).take_away


async def test_finishing_shows_what_another_window_takes_away(stage: Stage) -> None:
    sitting = begun(stage)
    async with stage.open() as pilot:
        await at_summary(pilot, sitting)
        await take_away(pilot, "listen")
        save_elsewhere(stage, sitting, "ring first", based_on="listen")
        await press(pilot, "ctrl+f")
        await wait_for(pilot, lambda: "Thank you" in text_of(pilot), "thanks")
        said = " ".join(text_of(pilot).split())
        assert "was changed in another window as well. This is what is kept: ring first" in said
    assert sitting_of(stage).take_away == "ring first"
    assert sitting_of(stage).finished is not None
