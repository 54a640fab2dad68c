"""Reflecting: one question with its finding, an answer that saves itself, and words that are never lost."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from reflect.domain.reflection import Scale
from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.screens.today import TodayPage
from reflect.tui.start import Opening
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.finding_panel import FindingPanel
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.widgets.scale import ScaleRow
from stage import PASSPHRASE, Stage
from waiting import press, pump, settle, text_of, wait_for

SIZES = [(60, 18), (80, 24), (120, 40)]
BANK = "child-m"
SELF_AUDIT, OPEN, SERVICE = "ask-about-a-day", "speak-to-fathers", "missed-visits"


def at(question: str = SELF_AUDIT) -> Opening:
    return Opening(BANK, question)


def house(pilot: Pilot[None]) -> ReflectApp:
    assert isinstance(pilot.app, ReflectApp)
    return pilot.app


def editor(pilot: Pilot[None]) -> AnswerEditor:
    return pilot.app.screen.query_one("#answer", AnswerEditor)


def strip(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(ProgressStrip).saved_words


async def on_question(pilot: Pilot[None]) -> None:
    await wait_for(pilot, lambda: "Question" in text_of(pilot), "the question")
    await settle(pilot)


async def saved(pilot: Pilot[None]) -> None:
    await wait_for(pilot, lambda: strip(pilot).startswith("Saved"), "the words to be saved")


async def until(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    """Waits while something else is still going on."""
    for _ in range(5_000):
        if condition():
            return
        await pump(pilot)
    raise AssertionError(f"waited in vain for {what}")


async def rush(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys faster than anything can follow."""
    for key in keys:
        pilot.app.simulate_key(key)
    await pump(pilot)


@asynccontextmanager
async def slow_store(pilot: Pilot[None]) -> AsyncIterator[None]:
    """Nothing is written until it ends."""
    go_on = threading.Event()
    writing = asyncio.create_task(house(pilot).desk.write(lambda _: go_on.wait(30)))
    try:
        yield
    finally:
        go_on.set()
        await writing


def stored(stage: Stage, question: str) -> tuple[Scale | None, str]:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        (sitting,) = practice.reflecting.reflections()
        answer = practice.reflecting.resume(sitting.id).answers[question]
        return answer.scale, answer.text
    finally:
        practice.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", [SELF_AUDIT, OPEN, SERVICE])
async def test_what_a_question_says(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int], question: str
) -> None:
    async with stage.open(size, at(question)) as pilot:
        await on_question(pilot)
        said = text_of(pilot)
        assert "Professionals only" in said
        assert "o referral and no case record" in said
        assert "Not in my role" in said
        labels = {
            SELF_AUDIT: "The last time I did not, and why",
            OPEN: "My answer",
            SERVICE: "For my team or service",
        }
        assert labels[question] in said
        assert ("Always" in said) == (question == SELF_AUDIT)
        if size != (60, 18):
            assert "Why this is asked" in said
        golden(f"reflect-{question}-{size[0]}x{size[1]}", said)


@pytest.mark.parametrize("size", SIZES)
async def test_the_finding_and_its_review_are_at_hand_at_every_size(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with stage.open(size, at()) as pilot:
        await on_question(pilot)
        if size[0] < 100:
            await press(pilot, "ctrl+r")
            await settle(pilot)
        beside = pilot.app.screen.query_one(FindingPanel).region
        rows = text_of(pilot).splitlines()[beside.y : beside.bottom]
        said = " ".join(" ".join(row[beside.x + 1 : beside.right] for row in rows).split())
        assert "Nobody asked Child M what a day at home was like." in said
        assert "Child M (Local review, not yet published)" in said
        golden(f"reflect-finding-{size[0]}x{size[1]}", text_of(pilot))
        if size[0] < 100:
            assert isinstance(pilot.app.focused, FindingPanel)
            await press(pilot, "escape")
            await settle(pilot)
            assert pilot.app.focused is editor(pilot)


async def test_a_command_that_names_a_question_leads_straight_into_its_text(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        assert pilot.app.focused is editor(pilot)
        await press(pilot, *"now")
        await saved(pilot)
    assert stored(stage, SELF_AUDIT) == (None, "now")


async def test_the_content_note_comes_first_and_escape_leaves_nothing_behind(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    async with stage.open() as pilot:
        pilot.app.push_screen(places.reflect_on(BANK))
        await wait_for(pilot, lambda: "Enter goes on" in text_of(pilot), "the note")
        assert "speaks of neglect" in text_of(pilot)
        assert "Question 1" not in text_of(pilot)
        golden("reflect-note-80x24", text_of(pilot))
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, TodayPage), "Today")
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    assert practice.reflecting.reflections() == ()
    practice.close()


async def test_digits_arrows_and_the_mouse_choose_a_point_and_letters_go_to_the_text(stage: Stage) -> None:
    async with stage.open() as pilot:
        pilot.app.push_screen(places.reflect_on(BANK))
        await wait_for(pilot, lambda: "Enter goes on" in text_of(pilot), "the note")
        await press(pilot, "enter")
        await on_question(pilot)
        row = pilot.app.screen.query_one("#how-often", ScaleRow)
        assert pilot.app.focused is row
        await press(pilot, "3")
        assert row.value is Scale.SOMETIMES
        await press(pilot, "right")
        assert row.value is Scale.RARELY
        await press(pilot, "backspace")
        assert row.value is None
        await pilot.click(row, offset=(5, 0))
        assert row.value is Scale.ALWAYS
        await press(pilot, *"tell")
        await saved(pilot)
        assert pilot.app.focused is editor(pilot)
    assert stored(stage, SELF_AUDIT) == (Scale.ALWAYS, "tell")


@pytest.mark.parametrize("question", [OPEN, SERVICE])
async def test_any_question_can_be_not_in_my_role(stage: Stage, question: str) -> None:
    async with stage.open(opening=at(question)) as pilot:
        await on_question(pilot)
        await press(pilot, "tab", "space")
        await saved(pilot)
    assert stored(stage, question) == (Scale.NOT_IN_MY_ROLE, "")


async def test_typing_is_not_saved_until_it_is(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        assert strip(pilot) == ""
        async with slow_store(pilot):
            await rush(pilot, "a")
            await until(pilot, lambda: strip(pilot) == "Not saved yet", "the strip to say so")
        await saved(pilot)
        assert strip(pilot) == "Saved 09:30"


async def test_keys_in_a_rush_reach_the_answers_that_they_were_meant_for(stage: Stage) -> None:
    async with stage.open() as pilot:
        pilot.app.push_screen(places.reflect_on(BANK))
        await wait_for(pilot, lambda: "Enter goes on" in text_of(pilot), "the note")
        await press(pilot, "enter")
        await on_question(pilot)
        await rush(
            pilot, "2", "enter", *"a b c", "ctrl+n", *"1 + 1", "ctrl+n", *"third", "ctrl+b", "!", "escape"
        )
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, TodayPage), "Today")
    assert stored(stage, SELF_AUDIT) == (Scale.USUALLY, "a b c")
    assert stored(stage, OPEN) == (None, "1 + 1!")
    assert stored(stage, SERVICE) == (None, "third")


async def test_text_typed_at_the_scale_loses_no_space_digit_or_line(stage: Stage) -> None:
    async with stage.open() as pilot:
        pilot.app.push_screen(places.reflect_on(BANK))
        await wait_for(pilot, lambda: "Enter goes on" in text_of(pilot), "the note")
        await press(pilot, "enter")
        await on_question(pilot)
        words = "At 3 of the 5 visits: no? "
        await rush(pilot, *words, "enter", *"2 more")
        await wait_for(pilot, lambda: editor(pilot).text == words + "\n2 more", "the words")
        await saved(pilot)
        assert pilot.app.focused is editor(pilot)
    assert stored(stage, SELF_AUDIT) == (None, words + "\n2 more")


async def test_while_the_store_is_slow_the_newest_words_win_and_moving_on_does_not_wait(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        async with slow_store(pilot):
            await rush(pilot, *"one", "ctrl+s", *" two", "ctrl+n", *"other")
            await until(pilot, lambda: editor(pilot).text == "other", "the next answer")
            assert "Question 2 of 3" in text_of(pilot)
            await until(pilot, lambda: strip(pilot) == "Not saved yet", "the strip to say so")
            await rush(pilot, "ctrl+b")
            await until(pilot, lambda: editor(pilot).text == "one two", "the first answer")
            assert strip(pilot) == "Not saved yet"
        await saved(pilot)
        await press(pilot, "escape")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, TodayPage), "Today")
    assert stored(stage, SELF_AUDIT) == (None, "one two")
    assert stored(stage, OPEN) == (None, "other")


async def test_words_of_another_window_are_kept_beside_mine_and_shown(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        other = stage.workspace.sign_in(None, PASSPHRASE)
        (sitting,) = other.reflecting.reflections()
        other.reflecting.save_answer(sitting.id, SELF_AUDIT, text="theirs", scale=None, revision=0)
        other.close()
        await press(pilot, *"mine")
        await wait_for(pilot, lambda: "theirs" in editor(pilot).text, "the other window's words")
        assert "mine" in editor(pilot).text
        assert "Another window wrote here too: both texts are kept." in text_of(pilot)
        await saved(pilot)


async def test_the_place_is_kept_on_moving_on(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await press(pilot, "ctrl+n", "ctrl+n")
        other = stage.workspace.sign_in(None, PASSPHRASE)
        (sitting,) = other.reflecting.reflections()
        other.close()
        assert sitting.question == SERVICE


async def test_ending_and_locking_find_what_was_typed_last(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await press(pilot, *"last")
        await house(pilot).save_everything()
        assert strip(pilot).startswith("Saved")
    assert stored(stage, SELF_AUDIT) == (None, "last")


async def test_the_local_procedure_is_one_key_away(stage: Stage, golden: Callable[[str, str], None]) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await press(pilot, "ctrl+g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ProcedureDialog)
        assert "Nothing is set here yet" in text_of(pilot)
        golden("procedure-80x24", text_of(pilot))
        await press(pilot, "escape")
        await settle(pilot)
        assert pilot.app.focused is editor(pilot)
