"""Questions that come back on Today: offered by a stated rule, answered again, put off or stopped, never overdue."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.domain.returning import RULE
from reflect.tui.dialogs.when_it_returns import WhenItReturnsDialog
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.then_and_now import ThenAndNowPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.choices import Choices
from stage import Stage
from waiting import press, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]
SECTION = "You may want to come back to"


@pytest.fixture
def returning(stage: Stage, clock: StoppedClock) -> Stage:
    """Two questions answered in March, a third yesterday; one sitting is open."""
    practice = stage.workspace.set_up()
    clock.go_on(days=10)
    practice.reflecting.add_answer("child-m", "speak-to-fathers", text="I ring him.", scale=None)
    clock.go_on(days=2)
    practice.reflecting.add_answer("two-schools", "tell-the-next-school", text="All of it.", scale=None)
    clock.go_on(days=40)
    practice.reflecting.add_answer("child-m", "ask-about-a-day", text="I do.", scale=None)
    clock.go_on(days=1)
    practice.close()
    return stage


def offered(pilot: Pilot[None]) -> list[str]:
    page = pilot.app.screen
    assert isinstance(page, TodayPage)
    return [f"{seen.question}" for seen in page._read.returning]


async def wish(pilot: Pilot[None], *keys: str) -> None:
    await press(pilot, "w")
    assert isinstance(pilot.app.screen, WhenItReturnsDialog)
    await press(pilot, *keys)
    assert isinstance(pilot.app.screen, TodayPage)


@pytest.mark.parametrize("size", SIZES)
async def test_today_offers_them_with_the_day_of_the_last_answer_and_nothing_is_overdue(
    returning: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with returning.open(size) as pilot:
        for words in (SECTION, "last answered 12 March", "last answered 14 March", "Question banks"):
            assert words in words_of(pilot)
        assert "Enter answers this again: How do I speak to fathers before a plan is made?" in words_of(pilot)
        for words in ("verdue", "missed", "streak", "ask a child"):
            assert words not in words_of(pilot)
        golden(f"today-returning-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_without_any_today_says_nothing_of_them(stage: Stage) -> None:
    async with stage.open() as pilot:
        assert SECTION not in words_of(pilot)
        assert "Begin with a question bank" in words_of(pilot)


async def test_enter_answers_it_again_in_a_new_sitting(returning: Stage) -> None:
    async with returning.open() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "How do I speak to fathers" in words_of(pilot)
        editor = pilot.app.screen.query_one(AnswerEditor)
        assert editor.words == ""
        await pilot.press(*"again")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: "Where you left off" in words_of(pilot), "the open sitting")
        assert offered(pilot) == ["tell-the-next-school"]


async def test_an_open_sitting_with_its_bank_is_gone_on_with(returning: Stage) -> None:
    practice = returning.workspace.sign_in(None, "a lantern by the canal")
    practice.reflecting.begin("child-m")
    practice.close()
    async with returning.open() as pilot:
        choices = pilot.app.screen.query_one(Choices)
        choices.highlighted = choices.get_option_index("question:child-m/speak-to-fathers")
        await press(pilot, "enter")
        assert "How do I speak to fathers" in words_of(pilot)
        assert len(await pilot.app.desk.read(lambda practice: practice.reflecting.unfinished())) == 1


async def test_then_and_now_is_one_key_away_for_a_question_and_for_nothing_else(returning: Stage) -> None:
    async with returning.open() as pilot:
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        assert "I ring him." in words_of(pilot)
        await press(pilot, "escape", "end", "f5")
        assert isinstance(pilot.app.screen, TodayPage)


@pytest.mark.parametrize("size", SIZES)
async def test_each_can_have_another_time_be_put_off_or_stopped_and_the_rule_is_said(
    returning: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with returning.open(size) as pilot:
        await press(pilot, "w")
        dialog = pilot.app.screen
        assert isinstance(dialog, WhenItReturnsDialog)
        assert RULE in str(dialog.query_one("#rule").render())
        for words in ("after 30 days", "after 180 days", "Not now", "Stop: this question"):
            assert words in words_of(pilot)
        golden(f"when-returning-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        await press(pilot, "escape")
        assert offered(pilot) == ["speak-to-fathers", "tell-the-next-school"]


async def test_what_is_wished_holds_from_now_on(returning: Stage, clock: StoppedClock) -> None:
    async with returning.open() as pilot:
        await wish(pilot, "down", "enter")
        assert offered(pilot) == ["tell-the-next-school"]
        await wish(pilot, "down", "down", "down", "enter")
        assert offered(pilot) == []
        assert SECTION not in words_of(pilot)
        clock.go_on(days=30)
        await press(pilot, "l", "t")
        assert offered(pilot) == ["tell-the-next-school", "ask-about-a-day"]
        clock.go_on(days=60)
        await press(pilot, "l", "t")
        assert "speak-to-fathers" in offered(pilot)


async def test_all_of_it_can_be_switched_off_and_on_again(returning: Stage) -> None:
    async with returning.open() as pilot:
        await wish(pilot, "end", "enter")
        assert offered(pilot) == []
        assert "No questions come back now." in words_of(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, TodayPage)
        await press(pilot, "c")
        assert "Let questions come back" in words_of(pilot)
        assert "Another time" not in words_of(pilot)
        await press(pilot, "enter")
        assert offered(pilot) == ["speak-to-fathers", "tell-the-next-school"]


async def test_a_question_that_was_stopped_stays_away(returning: Stage, clock: StoppedClock) -> None:
    async with returning.open() as pilot:
        await wish(pilot, "down", "down", "down", "down", "enter")
        clock.go_on(days=700)
        await press(pilot, "l", "t")
        assert "speak-to-fathers" not in offered(pilot)
        assert "tell-the-next-school" in offered(pilot)
