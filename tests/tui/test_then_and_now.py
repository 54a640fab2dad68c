"""Then and now: all answers to one question side by side in time, and what may be wished for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.domain.reflection import Scale
from reflect.tui import places
from reflect.tui.dialogs.choose_question import ChooseQuestionDialog
from reflect.tui.dialogs.when_it_returns import WhenItReturnsDialog
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.my_reflections import MyReflectionsPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.screens.then_and_now import AT_A_TIME, ThenAndNowPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.written import Written
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]
BANK, QUESTION = "child-m", "ask-about-a-day"


def write(stage: Stage, *answers: tuple[str, Scale | None]) -> None:
    """Answers sixty days apart."""
    known = stage.workspace.exists()
    practice = stage.workspace.sign_in(None, PASSPHRASE) if known else stage.workspace.set_up()
    clock = stage.workspace.clock
    assert isinstance(clock, StoppedClock)
    for text, scale in answers:
        practice.reflecting.add_answer(BANK, QUESTION, text=text, scale=scale)
        clock.go_on(days=60)
    practice.close()


def change_bank(stage: Stage, before: str, after: str) -> None:
    file = stage.workspace.banks / "child-m.yaml"
    words = file.read_text(encoding="utf-8")
    assert before in words
    file.write_text(words.replace(before, after), encoding="utf-8")


@pytest.fixture
def three(stage: Stage) -> Stage:
    """Three answers; before the third, the bank asked in other words."""
    write(stage, ("I ask when I think of it. On a busy day I do not.", Scale.RARELY))
    change_bank(stage, "version: 2", "version: 3")
    write(stage, ("I ask at each first visit.", Scale.SOMETIMES))
    change_bank(stage, "an ordinary day at home is like", "last Sunday was like")
    write(stage, ("I ask, and I write down what they say.", Scale.USUALLY))
    return stage


async def look(pilot: Pilot[None]) -> None:
    await pilot.app.push_screen(places.then_and_now(BANK, QUESTION))
    await wait_for(pilot, lambda: bool(pilot.app.screen.query(Written)), "the answers")


@pytest.mark.parametrize("size", SIZES)
async def test_answers_stand_in_time_with_date_scale_and_words_and_a_line_where_the_words_changed(
    three: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with three.open(size) as pilot:
        await look(pilot)
        pieces = [str(piece.content) for piece in pilot.app.screen.query(Written)]
        for piece, said in zip(
            pieces,
            (
                ("2 March 2026", "Rarely", "I ask when I think of it."),
                ("1 May 2026", "Sometimes", "I ask at each first visit.", "From version 3 of the bank"),
                (
                    "30 June 2026",
                    "Usually",
                    "what they say.",
                    "asked in other words:",
                    "last Sunday was like?",
                ),
            ),
            strict=True,
        ):
            assert [words for words in said if words not in piece] == []
        assert "other words" not in pieces[0] + pieces[1]
        assert "3 answers." in words_of(pilot)
        assert "I ask when I think of it." in words_of(pilot)
        assert "an ordinary day at home is like?" in words_of(pilot)
        golden(f"then-and-now-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_a_wide_window_sets_them_beside_each_other_and_a_narrow_one_below(three: Stage) -> None:
    for size, is_wide in (((100, 30), True), ((99, 30), False)):
        async with three.open(size) as pilot:
            await look(pilot)
            first, second, *_ = (piece.region for piece in pilot.app.screen.query(Written))
            assert (second.x > first.x, second.y > first.y) == (is_wide, not is_wide)
            assert first.width == (36 if is_wide else 95)


async def test_columns_take_the_room_that_there_is(three: Stage) -> None:
    async with three.open((160, 50)) as pilot:
        await look(pilot)
        widths = [piece.region.width for piece in pilot.app.screen.query(Written)]
        assert widths == [49, 49, 49]
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert {piece.region.width for piece in pilot.app.screen.query(Written)} == {36}
        await pilot.resize_terminal(90, 30)
        await settle(pilot)
        assert {piece.region.x for piece in pilot.app.screen.query(Written)} == {2}


@pytest.mark.parametrize("size", SIZES)
async def test_with_one_answer_it_says_when_the_question_may_come_back(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    write(stage, ("Once.", None))
    stage.workspace.clock.go_on(days=-60)
    async with stage.open(size) as pilot:
        await look(pilot)
        assert "You have answered this once. It may come back from 1 April." in words_of(pilot)
        golden(f"then-and-now-once-{size[0]}x{size[1]}", text_of(pilot))


async def test_what_may_be_wished_for_the_question_is_said_and_done(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    write(stage, ("Once.", None))
    today = stage.workspace.clock.today()
    async with stage.open() as pilot:
        await look(pilot)
        assert "It may come back now." in words_of(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, WhenItReturnsDialog)
        assert "Nothing is overdue." in words_of(pilot)
        golden("when-it-returns-80x24", text_of(pilot))
        await press(pilot, "down", "enter")
        day = today + timedelta(days=90)
        assert f"It may come back from {day.day} {day:%B}" in words_of(pilot)
        await press(pilot, "w")
        assert "after 90 days (as it is now)" in words_of(pilot)
        await press(pilot, "down", "down", "down", "down", "enter")
        assert "It does not come back by itself, as you chose." in words_of(pilot)
        await press(pilot, "w", "end", "enter")
        assert "No questions come back, as you chose." in words_of(pilot)
        await press(pilot, "w", "end", "enter")
        assert "It does not come back by itself, as you chose." in words_of(pilot)
        await press(pilot, "w", "escape")
        assert isinstance(pilot.app.screen, ThenAndNowPage)


async def test_many_answers_are_shown_some_at_a_time(stage: Stage) -> None:
    write(stage, *((f"Thought {number}.", None) for number in range(1, 15)))
    async with stage.open((120, 40)) as pilot:
        await look(pilot)
        assert "Answers 9 to 14 of 14, the earliest first." in words_of(pilot)
        assert len(pilot.app.screen.query(Written)) == AT_A_TIME
        assert "Thought 9." in words_of(pilot)
        await press(pilot, "e")
        assert "Answers 3 to 8 of 14" in words_of(pilot)
        await press(pilot, "e")
        assert "Answers 1 to 6 of 14" in words_of(pilot)
        await press(pilot, "e", "n", "n")
        assert "Answers 9 to 14 of 14" in words_of(pilot)
        await press(pilot, "n")
        assert "Answers 9 to 14 of 14" in words_of(pilot)


async def test_arrows_go_from_answer_to_answer_and_enter_changes_one(three: Stage) -> None:
    async with three.open((120, 40)) as pilot:
        await look(pilot)
        await press(pilot, "right", "enter")
        assert isinstance(pilot.app.screen, AnswerPage)
        editor = pilot.app.screen.query_one(AnswerEditor)
        assert editor.words == "I ask at each first visit."
        editor.show_text("I ask at each visit.")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: "I ask at each visit." in words_of(pilot), "the change")
        focused = pilot.app.screen.focused
        assert isinstance(focused, Written)
        assert "each visit" in str(focused.content)


async def test_a_long_answer_is_scrolled_before_the_next_one_is_marked(stage: Stage) -> None:
    write(stage, ("A long thought.\n" * 40 + "Its end.", None), ("Short.", None))
    async with stage.open((60, 18)) as pilot:
        await look(pilot)
        assert "Its end." not in words_of(pilot)
        await press(pilot, *["down"] * 40)
        assert "Its end." in words_of(pilot)
        await press(pilot, *["down"] * 10)
        assert "Short." in words_of(pilot)


async def test_answering_again_goes_to_a_new_sitting_unless_one_is_open_without_an_answer(
    stage: Stage,
) -> None:
    write(stage, ("Once.", None))
    async with stage.open() as pilot:
        await look(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "Question 1 of 3" in words_of(pilot)
        await press(pilot, "tab")
        pilot.app.screen.query_one(AnswerEditor).show_text("Twice.")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: "2 answers." in words_of(pilot), "the second answer")
        await press(pilot, "r")
        assert pilot.app.screen.query_one(AnswerEditor).words == ""
        assert len(await pilot.app.desk.read(lambda practice: practice.reflecting.unfinished())) == 2
        await press(pilot, "escape", "r")
        assert len(await pilot.app.desk.read(lambda practice: practice.reflecting.unfinished())) == 2


async def test_it_is_reached_from_an_answer_and_from_my_reflections(three: Stage) -> None:
    async with three.open() as pilot:
        await press(pilot, "m")
        await wait_for(pilot, lambda: "3 reflections" in words_of(pilot).lower(), "the list")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
        await press(pilot, "f5")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ThenAndNowPage), "then and now")
        await press(pilot, "escape", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SittingPage), "the reflection")
        await settle(pilot)
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        await press(pilot, "escape", "enter", "f5")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AnswerPage)


async def test_of_a_reflection_with_several_answers_it_asks_which_question(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin(BANK).reflection
    for question in (QUESTION, "missed-visits"):
        practice.reflecting.save_answer(sitting.id, question, text="We ring.", scale=None, revision=0)
    practice.close()
    async with stage.open() as pilot:
        await press(pilot, "m")
        await wait_for(pilot, lambda: "2 answers" in words_of(pilot), "the list")
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, ChooseQuestionDialog)
        assert "What does my service do when a family misses a visit?" in words_of(pilot)
        golden("choose-question-80x24", text_of(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MyReflectionsPage)
        await press(pilot, "f5", "down", "enter")
        assert isinstance(pilot.app.screen, ThenAndNowPage)
        assert "What does my service do when a family misses a visit?" in words_of(pilot)


async def test_a_question_that_its_bank_asks_no_more_keeps_its_answers(three: Stage) -> None:
    change_bank(three, "id: ask-about-a-day", "id: ask-about-sunday")
    async with three.open() as pilot:
        await look(pilot)
        assert "Its bank asks it no more, so it does not come back." in words_of(pilot)
        assert "I ask when I think of it." in words_of(pilot)
        await press(pilot, "w", "r")
        assert isinstance(pilot.app.screen, ThenAndNowPage)


async def test_hostile_words_stand_as_they_were_typed(stage: Stage) -> None:
    write(stage, ("[bold]x[/] [@click=app.leave]y[/] [/", None))
    async with stage.open() as pilot:
        await look(pilot)
        assert "[bold]x[/] [@click=app.leave]y[/] [/" in words_of(pilot)
