"""Search: one's own words found while typing, narrowed, opened, from any page."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.domain.reflection import Scale
from reflect.tui.dialogs.narrow import NarrowDialog
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.search import SearchPage
from reflect.tui.screens.then_and_now import ThenAndNowPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.long_list import LongList
from stage import Stage, fill, submit
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]
LONG = (
    "I thought of the family. " * 30
    + "In the end Zoë’s nursery rang, and I rang back at once. "
    + "Then more. " * 30
)


@pytest.fixture
def written(stage: Stage, clock: StoppedClock) -> Stage:
    """Four answers, months apart; `nursery` stands in three of them."""
    practice = stage.workspace.set_up()
    reflecting = practice.reflecting
    reflecting.add_answer("child-m", "speak-to-fathers", text="The nursery told me, not he.", scale=None)
    clock.go_on(days=60)
    reflecting.add_answer("child-m", "ask-about-a-day", text="", scale=Scale.ALWAYS)
    clock.go_on(days=60)
    reflecting.add_answer("two-schools", "tell-the-next-school", text=LONG, scale=None)
    clock.go_on(days=60)
    reflecting.add_answer("child-m", "speak-to-fathers", text="I rang him; the Nursery knew.", scale=None)
    practice.close()
    return stage


async def look_for(pilot: Pilot[None], words: str) -> None:
    """Types words into the search, letter by letter."""
    await press(pilot, "f3")
    await wait_for(pilot, lambda: "Reading what" not in words_of(pilot), "the words to be read")
    await press(pilot, *words)


def questions_of(pilot: Pilot[None]) -> list[str]:
    page = pilot.app.screen
    assert isinstance(page, SearchPage)
    return [one.card.asked.question for one in page._found]


@pytest.mark.parametrize("size", SIZES)
async def test_answers_are_found_newest_first_with_their_question_and_date(
    written: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with written.open(size) as pilot:
        await look_for(pilot, "nursery")
        assert "3 answers, newest first" in words_of(pilot)
        assert questions_of(pilot) == ["speak-to-fathers", "tell-the-next-school", "speak-to-fathers"]
        for words in ("29 Aug 2026", "30 Jun 2026", "I rang him; the Nursery knew.", "Zoë’s nursery rang"):
            assert words in words_of(pilot)
        golden(f"search-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_words_and_phrases_are_found_whatever_their_accents_and_case(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "ZOE rang")
        assert questions_of(pilot) == ["tell-the-next-school"]
        await fill(pilot, words="“I rang”")
        assert questions_of(pilot) == ["speak-to-fathers", "tell-the-next-school"]
        await fill(pilot, words="rang I the")
        assert questions_of(pilot) == ["speak-to-fathers", "tell-the-next-school"]


@pytest.mark.parametrize("size", SIZES)
async def test_what_can_be_done_is_said_before_a_word_is_typed_and_when_nothing_is_found(
    written: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with written.open(size) as pilot:
        await look_for(pilot, "")
        assert "“whole phrase” in quotation marks" in words_of(pilot)
        golden(f"search-empty-{size[0]}x{size[1]}", text_of(pilot))
        await fill(pilot, words="submarine")
        assert "No answer has all of these words." in words_of(pilot)
        golden(f"search-nothing-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, "enter", "f5")
        assert isinstance(pilot.app.screen, SearchPage)


async def test_hostile_words_stand_as_they_were_typed_and_can_be_looked_for(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    practice.reflecting.add_answer(
        "child-m", "speak-to-fathers", text="[/] (x [@click=app.leave]y", scale=None
    )
    practice.close()
    async with stage.open() as pilot:
        await look_for(pilot, "")
        await fill(pilot, words="[@click (x")
        assert "[/] (x [@click=app.leave]y" in words_of(pilot)


async def test_where_nothing_is_written_yet_search_says_so(stage: Stage) -> None:
    async with stage.open() as pilot:
        await look_for(pilot, "nursery")
        assert "Nothing is written yet." in words_of(pilot)
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, SearchPage)


async def test_enter_opens_the_marked_answer_and_a_change_is_found_on_coming_back(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "nursery")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, AnswerPage)
        assert "What do I tell the next school" in words_of(pilot)
        pilot.app.screen.query_one(AnswerEditor).show_text("All of it is new.")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchPage)
        assert pilot.app.screen.query_one(Input).value == "nursery"
        await wait_for(pilot, lambda: "2 answers" in words_of(pilot), "the search to be done again")


async def test_search_is_one_key_away_while_writing_and_leads_back_there(written: Stage) -> None:
    async with written.open() as pilot:
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReflectPage)
        pilot.app.screen.query_one(AnswerEditor).focus()
        await pilot.press("a", "slash", "b")
        await look_for(pilot, "nursery")
        await press(pilot, "enter", "f3")
        assert isinstance(pilot.app.screen, SearchPage)
        assert len([page for page in pilot.app.screen_stack if isinstance(page, SearchPage)]) == 1
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert pilot.app.screen.query_one(AnswerEditor).words == "a/b"


async def test_a_slash_searches_where_no_text_is_typed(written: Stage) -> None:
    async with written.open() as pilot:
        await press(pilot, "slash")
        assert isinstance(pilot.app.screen, SearchPage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayPage)


async def test_a_search_is_narrowed_by_theme_bank_and_day_and_says_so(
    written: Stage, golden: Callable[[str, str], None]
) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "nursery")
        await press(pilot, "f4")
        golden("narrow-80x24", text_of(pilot))
        await fill(pilot, bank="child-m", since="1 May 2026")
        await submit(pilot, "since")
        assert "1 answer, newest first" in words_of(pilot)
        assert "Only bank: Child M · since Friday 1 May 2026" in words_of(pilot)

        await press(pilot, "f4")
        await fill(pilot, theme="information-sharing-consent")
        await submit(pilot, "search")
        assert "No answer has all of these words." in words_of(pilot)
        assert "theme: information sharing" in words_of(pilot).lower()
        await press(pilot, "f4")
        await submit(pilot, "clear")
        assert "3 answers, newest first" in words_of(pilot)
        await press(pilot, "f4", "escape")
        assert "3 answers, newest first" in words_of(pilot)


async def test_a_day_that_is_no_day_is_said_and_the_dialog_stays(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "nursery")
        await press(pilot, "f4")
        await fill(pilot, since="the day before")
        await submit(pilot, "since")
        assert isinstance(pilot.app.screen, NarrowDialog)
        assert "is not a date that is understood here" in words_of(pilot)


async def test_then_and_now_is_one_key_away(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "nursery")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchPage)


async def test_typing_never_waits_for_a_search_and_only_the_newest_words_are_shown(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "")
        go_on, asked = threading.Event(), []
        page = pilot.app.screen
        assert isinstance(page, SearchPage)
        page.begin(pilot.app.desk.read(lambda _practice: go_on.wait(20)), group="holding")
        remembering = pilot.app.desk.practice.remembering
        search = remembering.search
        remembering.search = lambda words, **only: asked.append(words) or search(words, **only)
        for letter in "nursery":
            await pilot.press(letter)
        assert pilot.app.screen.query_one(Input).value == "nursery"
        assert "3 answers" not in words_of(pilot)
        go_on.set()
        await wait_for(pilot, lambda: "3 answers" in words_of(pilot), "the answers")
        assert asked == ["nursery"]


async def test_ten_thousand_answers_draw_no_more_rows_than_the_window_has(written: Stage) -> None:
    async with written.open() as pilot:
        await look_for(pilot, "nursery")
        page = pilot.app.screen
        assert isinstance(page, SearchPage)
        found = tuple(page._found) * 4000
        page._show(found)
        await settle(pilot)
        assert "12000 answers" in words_of(pilot)
        listed = page.query_one(LongList)
        assert listed._drawn is not None
        await press(pilot, "pagedown")
        assert 2 < listed.mark < 8
        await pilot.click(LongList, offset=(5, 1))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, AnswerPage), "the answer")
