"""Seven minutes: seven panes with a clock that can be stopped, a few questions, and one thing to take away."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.domain.reflection import Reflection
from reflect.tui.app import ReflectApp
from reflect.tui.ending import Ending
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screens.bank import BankPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.seven_minutes import SevenMinutesPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.few_questions import FewQuestions
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]
BANK = "child-k"
Golden = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def _a_bank_with_seven_panes(banks: Path) -> None:
    shutil.copy(Path(__file__).parent / "seven_panes" / "child-k.yaml", banks / "child-k.yaml")


def page(pilot: Pilot[None]) -> SevenMinutesPage:
    assert isinstance(pilot.app.screen, SevenMinutesPage)
    return pilot.app.screen


async def at_note(pilot: Pilot[None]) -> None:
    """From Today to the bank, and from there to what the seven minutes are."""
    await press(pilot, "l")
    pilot.app.push_screen(BankPage(BANK, QuestionFilter()))
    await wait_for(pilot, lambda: "A bruise was seen" in text_of(pilot), "the bank")
    await press(pilot, "7")
    await wait_for(pilot, lambda: "Enter begins" in text_of(pilot), "the note")


async def reading(pilot: Pilot[None]) -> None:
    await at_note(pilot)
    await press(pilot, "enter")
    assert "Pane 1 of 7" in words_of(pilot)


async def choosing(pilot: Pilot[None]) -> None:
    await reading(pilot)
    await press(pilot, *["enter"] * 7)
    assert "questions chosen" in words_of(pilot)


async def pass_time(stage: Stage, pilot: Pilot[None], seconds: float) -> None:
    """Time passes, and the page looks at the clock."""
    stage.seconds.passed += seconds
    page(pilot).look_at_the_clock()
    await settle(pilot)


def kept(stage: Stage) -> list[Reflection]:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        return list(practice.reflecting.reflections())
    finally:
        practice.close()


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_seven_minutes_say(stage: Stage, golden: Golden, size: tuple[int, int]) -> None:
    async with stage.open(size) as pilot:

        async def look(name: str, *says: str) -> None:
            assert [words for words in says if words not in words_of(pilot)] == []
            golden(f"{name}-{size[0]}x{size[1]}", text_of(pilot))
            assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])

        await at_note(pilot)
        await look(
            "seven-minutes-note", "Local only", "a baby who was hurt", "stops the clock", "enter Begin"
        )
        await press(pilot, "enter", "enter", "enter")
        await look(
            "seven-minutes-pane",
            "Local only",
            "Pane 3 of 7",
            "About a minute for this",
            "What was explained away",
            "A strap, a toy, a cousin. [Every one] of the explanations was possible.",
            "space Stop the clock",
        )
        await press(pilot, *["enter"] * 5)
        await look(
            "seven-minutes-choice", "3 questions chosen", "Do I always ask who else", "Chosen", "Local only"
        )


async def test_only_a_bank_with_seven_panes_offers_them(stage: Stage) -> None:
    async with stage.open() as pilot:
        pilot.app.push_screen(BankPage("child-m", QuestionFilter()))
        await wait_for(pilot, lambda: "Nobody asked" in text_of(pilot), "the bank")
        await press(pilot, "7")
        assert isinstance(pilot.app.screen, BankPage)
        assert "Seven minutes" not in text_of(pilot)


async def test_the_pages_turn_by_themselves_and_say_beforehand_that_they_will(stage: Stage) -> None:
    async with stage.open() as pilot:
        await reading(pilot)
        await pass_time(stage, pilot, 30)
        assert "About half a minute left" in words_of(pilot)
        await pass_time(stage, pilot, 20)
        assert "A few seconds left, then on by itself" in words_of(pilot)
        await pass_time(stage, pilot, 9)
        assert "Pane 1 of 7" in words_of(pilot)
        await pass_time(stage, pilot, 1)
        assert "Pane 2 of 7" in words_of(pilot)
        assert "About a minute for this" in words_of(pilot)
        for _ in range(6):
            await pass_time(stage, pilot, 60)
        assert "3 questions chosen" in words_of(pilot)


async def test_one_key_stops_the_clock_and_enter_goes_on_without_it(stage: Stage) -> None:
    async with stage.open() as pilot:
        await reading(pilot)
        await pass_time(stage, pilot, 30)
        await press(pilot, "space")
        assert "The clock is stopped" in words_of(pilot)
        assert "space Start the clock" in text_of(pilot)
        await pass_time(stage, pilot, 600)
        assert "Pane 1 of 7" in words_of(pilot)
        await press(pilot, "enter")
        assert "Pane 2 of 7" in words_of(pilot)
        assert "The clock is stopped" in words_of(pilot)
        await press(pilot, "space")
        assert "About a minute for this" in words_of(pilot)
        await pass_time(stage, pilot, 60)
        assert "Pane 3 of 7" in words_of(pilot)


async def test_one_can_go_back_to_a_pane_and_from_the_choice(stage: Stage) -> None:
    async with stage.open() as pilot:
        await reading(pilot)
        assert "ctrl+b" not in text_of(pilot)
        await pass_time(stage, pilot, 50)
        await press(pilot, "enter", "ctrl+b")
        assert "Pane 1 of 7 About a minute for this" in words_of(pilot)
        await press(pilot, *["enter"] * 7, "ctrl+b")
        assert "Pane 7 of 7 The clock is stopped" in words_of(pilot)


async def test_timed_reading_is_use_and_does_not_lock_in_the_middle(stage: Stage) -> None:
    async with stage.open() as pilot:
        app = pilot.app
        assert isinstance(app, ReflectApp)
        await reading(pilot)
        stage.seconds.passed += 3 * 60 * 60
        await app.lock_when_idle()
        assert app.ending is not Ending.LOCKED
        await press(pilot, "space")
        stage.seconds.passed += 17 * 60
        await app.lock_when_idle()
        assert app.ending is Ending.LOCKED


@pytest.mark.parametrize("leaves", [["escape"], ["enter"] * 7, ["f1"], ["l"]])
async def test_once_the_reading_is_over_or_hidden_idle_time_counts_again(
    stage: Stage, leaves: list[str]
) -> None:
    async with stage.open() as pilot:
        await reading(pilot)
        await press(pilot, *leaves)
        assert isinstance(pilot.app, ReflectApp)
        stage.seconds.passed += 60 * 60
        assert pilot.app.idleness.left(15) < 0


async def test_the_minute_waits_while_something_stands_in_front(stage: Stage) -> None:
    async with stage.open() as pilot:
        await reading(pilot)
        await pass_time(stage, pilot, 10)
        await press(pilot, "ctrl+g")
        stage.seconds.passed += 300
        await press(pilot, "escape")
        assert "Pane 1 of 7 About a minute for this" in words_of(pilot)
        await pass_time(stage, pilot, 49)
        assert "Pane 1 of 7" in words_of(pilot)
        await pass_time(stage, pilot, 1)
        assert "Pane 2 of 7" in words_of(pilot)


async def test_questions_from_different_findings_are_suggested_and_may_be_changed(stage: Stage) -> None:
    async with stage.open() as pilot:
        await choosing(pilot)
        few = pilot.app.screen.query_one(FewQuestions)
        assert few.taken == ["compare-stories", "bruise-on-a-baby", "one-call"]
        assert "What does my team do" not in text_of(pilot)
        await press(pilot, "end", "space")
        assert "Three at most: leave another one out first." in words_of(pilot)
        await press(pilot, "home", "space")
        assert "2 questions chosen" in words_of(pilot)
        await press(pilot, "end", "space")
        assert few.taken == ["bruise-on-a-baby", "one-call", "read-other-records"]


async def test_at_least_one_question_is_chosen(stage: Stage) -> None:
    async with stage.open() as pilot:
        await choosing(pilot)
        await press(pilot, "space", "down", "space", "down", "space")
        assert "No questions chosen." in words_of(pilot)
        await press(pilot, "enter")
        assert "Please choose at least one question." in words_of(pilot)
        assert isinstance(pilot.app.screen, SevenMinutesPage)
    assert kept(stage) == []


async def test_the_questions_are_a_sitting_that_ends_in_one_thing_to_take_away(stage: Stage) -> None:
    async with stage.open() as pilot:
        await choosing(pilot)
        await press(pilot, "space", "enter", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReflectPage), "the first question")
        await wait_for(pilot, lambda: "Question 1 of 2" in text_of(pilot), "the first question")
        assert "Local only" in text_of(pilot)
        await press(pilot, *"at once", "ctrl+n", *"in May", "ctrl+n")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await press(pilot, *"ring", "ctrl+f")
        await wait_for(pilot, lambda: "Thank you" in text_of(pilot), "thanks")
    (sitting,) = kept(stage)
    assert sitting.questions == ("bruise-on-a-baby", "one-call")
    assert sitting.answered == {"bruise-on-a-baby", "one-call"}
    assert sitting.take_away == "ring"
    assert sitting.finished is not None


async def test_stopped_in_the_middle_everything_is_kept_and_goes_on_from_today(
    stage: Stage, clock: StoppedClock
) -> None:
    async with stage.open() as pilot:
        await choosing(pilot)
        await press(pilot, "enter")
        await wait_for(pilot, lambda: "Question 1 of 3" in text_of(pilot), "the first question")
        await press(pilot, "3", "ctrl+n", *"by phone", "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, BankPage), "the bank")
        clock.go_on(hours=1)
        await press(pilot, "t")
        await wait_for(pilot, lambda: "Where you left off" in text_of(pilot), "Today")
        assert isinstance(pilot.app.screen, TodayPage)
        assert "question 2 of 3" in words_of(pilot)
        await press(pilot, "home", "enter")
        await wait_for(pilot, lambda: "by phone" in text_of(pilot), "the answer")


async def test_stopped_before_a_question_was_asked_nothing_is_left_behind(stage: Stage) -> None:
    async with stage.open() as pilot:
        await choosing(pilot)
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, BankPage), "the bank")
    assert kept(stage) == []
