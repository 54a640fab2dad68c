"""Looking back on a season or a year: words first, a map beside them that says the same, and a way to then and now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.domain.reflection import Scale
from reflect.domain.season import Period, Span, season_of
from reflect.tui.looking_back_words import block, counted_in_words, season_words, sittings_words
from reflect.tui.screens.looking_back import LookingBackPage
from reflect.tui.screens.then_and_now import ThenAndNowPage
from stage import Stage
from waiting import press, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture
def a_year(stage: Stage, clock: StoppedClock) -> Stage:
    """An answer in March, two sittings in May and one of them on the same question; then a summer."""
    practice = stage.workspace.set_up()
    reflecting = practice.reflecting
    reflecting.add_answer("child-m", "speak-to-fathers", text="I ring him.", scale=None)
    clock.go_on(days=65)
    again = reflecting.begin("child-m").reflection
    reflecting.save_answer(again.id, "speak-to-fathers", text="I ring him twice.", scale=None, revision=0)
    reflecting.save_answer(again.id, "ask-about-a-day", text="", scale=Scale.USUALLY, revision=0)
    reflecting.finish(again.id, "Ask sooner, and [write] it down.")
    clock.go_on(days=1)
    reflecting.begin("two-schools")
    practice.close()
    return stage


@pytest.mark.parametrize("size", SIZES)
async def test_a_season_is_told_in_words_with_a_map_beside_them(
    a_year: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with a_year.open(size) as pilot:
        await press(pilot, "b")
        await wait_for(pilot, lambda: "Spring 2026" in words_of(pilot), "the season")
        page = pilot.app.screen
        assert isinstance(page, LookingBackPage)
        said = " ".join(str(page.query_one("#told").render()).split())
        for words in (
            "You sat down to reflect three times, and came to the end twice.",
            "The child's daily life (one answer)",
            "Fathers and partners (two answers)",
            "Information sharing and consent",
            "Ask sooner, and [write] it down.",
        ):
            assert words.lower() in said.lower()
        drawn = str(page.query_one("#map").render())
        assert "░ · ░  two answers" in drawn
        assert "· · ░  one answer" in drawn
        assert "Spring 2026, March to May" in words_of(pilot)
        assert "2 Mar 2026 and 6 May 2026" in words_of(pilot)
        golden(f"looking-back-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_enter_sets_then_beside_now(a_year: Stage) -> None:
    async with a_year.open() as pilot:
        await press(pilot, "b", "tab", "enter")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        assert "I ring him twice." in words_of(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, LookingBackPage)


async def test_one_can_go_to_another_season_and_to_the_year(a_year: Stage, clock: StoppedClock) -> None:
    clock.go_on(days=40)
    async with a_year.open() as pilot:
        await press(pilot, "b")
        assert "Summer 2026, June to August" in words_of(pilot)
        assert "You wrote nothing here in this time. Nothing is expected" in words_of(pilot)
        await press(pilot, "n")
        assert "Summer 2026" in words_of(pilot)
        await press(pilot, "e")
        assert "Spring 2026" in words_of(pilot)
        await press(pilot, "e")
        assert "Spring 2026" in words_of(pilot)
        await press(pilot, "n", "y")
        assert "You sat down to reflect three times" in words_of(pilot)
        assert "Summer" not in words_of(pilot)
        await press(pilot, "y")
        assert "Summer 2026" in words_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_year_is_drawn_month_by_month(
    a_year: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with a_year.open(size) as pilot:
        await press(pilot, "b", "y")
        await wait_for(pilot, lambda: "Spring" not in words_of(pilot), "the year")
        drawn = str(pilot.app.screen.query_one("#map").render())
        assert "J F M A M J J A S O N D" in drawn
        assert "· · ░ · ░ · · · · · · ·  two answers" in drawn
        golden(f"looking-back-year-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []


async def test_where_nothing_is_written_yet_nothing_is_expected(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    async with stage.open() as pilot:
        await press(pilot, "b")
        await wait_for(pilot, lambda: "Nothing is expected" in words_of(pilot), "the sentence")
        golden("looking-back-empty-80x24", text_of(pilot))
        await press(pilot, "e", "n")
        assert "Spring 2026" in words_of(pilot)


def test_states_of_the_map_differ_without_colour_and_are_said_in_words() -> None:
    assert [block(number) for number in (0, 1, 2, 3, 4, 5, 99)] == ["·", "░", "▒", "▓", "▓", "█", "█"]
    assert [counted_in_words(number, "answer") for number in (0, 1, 12, 13)] == [
        "no answers",
        "one answer",
        "twelve answers",
        "13 answers",
    ]


def test_nothing_in_it_scores_counts_days_in_a_row_or_urges(a_year: Stage) -> None:
    practice = a_year.workspace.sign_in(None, "a lantern by the canal")
    looked_back = practice.looking_back.over(Period.around(Span.YEAR, date(2026, 5, 1)))
    said = str(season_words(looked_back.season, looked_back.taken_away, practice.banks.vocabulary)).lower()
    practice.close()
    assert [
        word for word in ("streak", "overdue", "score", "should", "missed", "%", "goal") if word in said
    ] == []
    empty = season_of(Period.around(Span.SEASON, date(2026, 5, 1)), (), lambda *_: (), ())
    assert "Nothing is expected" in sittings_words(empty)
