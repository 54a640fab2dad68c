"""An evening by keyboard alone: three answers, one with a model, one brought back, one found again by its words."""

from __future__ import annotations

import pytest
from test_keyboard_walk import first_question

from clocks import StoppedClock
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.search import SearchPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.screens.wordings import WordingsPage
from stage import PASSPHRASE, Stage
from waiting import press, text_of, wait_for, words_of
from writing import OPEN, SELF_AUDIT, SERVICE, SIZES, editor, say, stored, strip

CALLED_BACK = "We ring the same day, and again the next morning."


@pytest.mark.parametrize("size", SIZES)
async def test_three_answers_one_with_a_model_one_brought_back_one_found_again(
    stage: Stage, clock: StoppedClock, size: tuple[int, int]
) -> None:
    async with stage.open(size) as pilot:
        app = pilot.app
        await first_question(pilot)

        await press(pilot, "3", "enter")
        await say(pilot, "I asked him about his week, not about a day.")

        await press(pilot, "ctrl+n", "ctrl+t", "down", "enter")
        await say(pilot, "I rang the mother only.")
        await press(pilot, "f8", "f8")
        await say(pilot, "I will ring him from the car.")
        assert "2 ○" in text_of(pilot)

        await press(pilot, "ctrl+n")
        await say(pilot, CALLED_BACK)
        clock.go_on(minutes=12)
        await press(pilot, "f7", *"We write")
        await wait_for(pilot, lambda: strip(pilot) == "Saved 09:42", "the new words to be saved")
        assert editor(pilot).text == "We write"
        await press(pilot, "f10")
        assert isinstance(app.screen, WordingsPage)
        await press(pilot, "enter")
        assert "We ring the same day" in words_of(pilot)
        await press(pilot, "b")
        assert isinstance(app.screen, ReflectPage)
        assert editor(pilot).text == CALLED_BACK
        await say(pilot, " By name.")

        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, FinishPage)
        assert "3 questions answered." in words_of(pilot)
        await say(pilot, "ask for a day")
        await press(pilot, "ctrl+f")
        await wait_for(pilot, lambda: "No, thank you" in text_of(pilot), "the question to be asked")
        await press(pilot, "enter")
        assert isinstance(app.screen, TodayPage)

        await press(pilot, "f3")
        assert isinstance(app.screen, SearchPage)
        await press(pilot, *"the car")
        await wait_for(pilot, lambda: "1 answer" in words_of(pilot), "the answer to be found")
        await press(pilot, "enter")
        assert isinstance(app.screen, AnswerPage)
        assert "So what?" in text_of(pilot)
        await say(pilot, "Half of the family was not heard.")
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, TodayPage)

    assert stored(stage, SELF_AUDIT).text == "I asked him about his week, not about a day."
    assert stored(stage, OPEN).steps == (
        ("What?", "I rang the mother only."),
        ("So what?", "Half of the family was not heard."),
        ("Now what?", "I will ring him from the car."),
    )
    assert stored(stage, SERVICE).text == CALLED_BACK + " By name."
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    wordings = practice.remembering.versions(stored(stage, SERVICE).id)
    assert {"We write", CALLED_BACK} <= {version.text for version in wordings}
    practice.close()
