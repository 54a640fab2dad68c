"""Seven minutes that were stopped go on at the pane where they were left, and can begin again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screens.bank import BankPage
from reflect.tui.screens.reflect import ReflectPage
from stage import Stage
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def _a_bank_with_seven_panes(banks: Path) -> None:
    shutil.copy(Path(__file__).parent / "seven_panes" / "child-k.yaml", banks / "child-k.yaml")


async def at_note(pilot: Pilot[None]) -> None:
    pilot.app.push_screen(BankPage("child-k", QuestionFilter()))
    await wait_for(pilot, lambda: "A bruise was seen" in text_of(pilot), "the bank")
    await press(pilot, "7")
    await wait_for(pilot, lambda: "in about seven minutes" in text_of(pilot), "the note")
    await settle(pilot)


async def stopped_after(stage: Stage, turns: int) -> None:
    """The program is ended that many pages after the first."""
    async with stage.open() as pilot:
        await at_note(pilot)
        await press(pilot, *["enter"] * (turns + 1))
        await settle(pilot)


async def test_reading_goes_on_at_the_pane_where_it_was_left_though_the_program_was_ended(
    stage: Stage,
) -> None:
    await stopped_after(stage, 3)
    async with stage.open() as pilot:
        await at_note(pilot)
        assert "Last time you stopped at pane 4 of 7." in words_of(pilot)
        await press(pilot, "enter")
        assert "Pane 4 of 7" in words_of(pilot)
        assert "space Stop the clock" in words_of(pilot)


async def test_the_same_after_stopping_and_coming_back_to_the_bank(stage: Stage) -> None:
    async with stage.open() as pilot:
        await at_note(pilot)
        await press(pilot, "enter", "enter", "enter", "ctrl+b", "escape")
        await settle(pilot)
        await press(pilot, "7")
        await wait_for(pilot, lambda: "stopped at pane 2 of 7" in text_of(pilot), "the note")


async def test_one_can_begin_again_with_the_first_pane_and_that_is_remembered(stage: Stage) -> None:
    await stopped_after(stage, 3)
    async with stage.open() as pilot:
        await at_note(pilot)
        await press(pilot, "r")
        assert "Pane 1 of 7" in words_of(pilot)
        await settle(pilot)
    async with stage.open() as pilot:
        await at_note(pilot)
        assert "Last time" not in words_of(pilot)
        assert "From the first pane" not in words_of(pilot)


async def test_who_has_read_all_panes_comes_to_the_questions_and_after_them_to_the_first_pane(
    stage: Stage,
) -> None:
    await stopped_after(stage, 7)
    async with stage.open() as pilot:
        await at_note(pilot)
        assert "you read all 7 panes" in words_of(pilot)
        await press(pilot, "enter")
        assert "questions chosen" in words_of(pilot)
        await press(pilot, "ctrl+b")
        assert "Pane 7 of 7" in words_of(pilot)
        await press(pilot, "enter", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ReflectPage), "the first question")
    async with stage.open() as pilot:
        await at_note(pilot)
        assert "Last time" not in words_of(pilot)


async def test_a_bank_that_has_fewer_panes_now_goes_on_where_it_can(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    practice.reading_on.remember("child-k", 40)
    practice.close()
    async with stage.open() as pilot:
        await at_note(pilot)
        await press(pilot, "enter")
        assert "questions chosen" in words_of(pilot)


def test_where_somebody_reads_is_sealed_and_of_each_bank_apart(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    practice.reading_on.remember("child-k", 3)
    practice.reading_on.remember("two-schools", 5)
    practice.reading_on.remember("child-k", 0)
    assert (practice.reading_on.place("child-k"), practice.reading_on.place("two-schools")) == (0, 5)
    assert practice.examine() == ()
    practice.close()
    assert all(b"two-schools" not in file.read_bytes() for file in stage.workspace.folder.glob("reflect.*"))


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_said_where_one_stopped(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    await stopped_after(stage, 3)
    async with stage.open(size) as pilot:
        await at_note(pilot)
        said = words_of(pilot)
        assert "enter Go on" in said
        assert "R begins with the first pane" in said
        golden(f"seven-minutes-again-{size[0]}x{size[1]}", text_of(pilot))
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
