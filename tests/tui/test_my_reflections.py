"""What a person has written: found by date and bank, read, changed, deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.content import Content
from textual.pilot import Pilot

from clocks import StoppedClock
from reflect.domain.reflection import Scale
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.my_reflections import MyReflectionsPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.long_list import LongList
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.fixture
def written(stage: Stage, clock: StoppedClock) -> Stage:
    """An older reflection that is not finished, and a newer one on another bank that is."""
    practice = stage.workspace.set_up()
    reflecting = practice.reflecting
    reflecting.begin("two-schools")
    clock.go_on(days=3)
    newer = reflecting.begin("child-m").reflection.id
    reflecting.save_answer(newer, "ask-about-a-day", text="on Monday", scale=Scale.USUALLY, revision=0)
    reflecting.save_answer(newer, "missed-visits", text="we ring", scale=None, revision=0)
    reflecting.finish(newer, "ask sooner")
    practice.close()
    return stage


def kept(stage: Stage) -> tuple[list[str], list[str]]:
    """The banks of all sittings, and the words of all answers."""
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        sittings = practice.reflecting.reflections()
        return [one.bank for one in sittings], sorted(one.text for one in practice.reflecting.whole_answers())
    finally:
        practice.close()


async def at_list(pilot: Pilot[None]) -> None:
    await press(pilot, "m")
    await wait_for(pilot, lambda: "All question banks" in text_of(pilot), "the list")


async def at_newer(pilot: Pilot[None]) -> None:
    await at_list(pilot)
    await press(pilot, "enter")
    await wait_for(pilot, lambda: "ask sooner" in text_of(pilot), "the reflection")
    assert isinstance(pilot.app.screen, SittingPage)


@pytest.mark.parametrize("size", SIZES)
async def test_reflections_are_listed_newest_first(
    written: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with written.open(size) as pilot:
        await at_list(pilot)
        rows = [line.split() for line in text_of(pilot).splitlines() if "2026" in line]
        assert [row[-1] for row in rows] == ["finished", "finished"]
        assert "Child M" in " ".join(rows[0])
        assert "no answers   not finished" in text_of(pilot)
        golden(f"my-reflections-{size[0]}x{size[1]}", text_of(pilot))


async def test_an_empty_list_says_what_will_be_found_here(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "m")
        await wait_for(pilot, lambda: "Nothing is written yet." in text_of(pilot), "the sentence")
        await press(pilot, "enter", "f")
        assert isinstance(pilot.app.screen, MyReflectionsPage)


async def test_the_list_can_show_one_bank_only(written: Stage, golden: Callable[[str, str], None]) -> None:
    async with written.open() as pilot:
        await at_list(pilot)
        await press(pilot, "f")
        golden("choose-bank-80x24", text_of(pilot))
        await press(pilot, "down", "enter")
        assert "Two schools" in text_of(pilot)
        assert "Child M" not in text_of(pilot)
        assert "1 reflection" in text_of(pilot)
        await press(pilot, "f", "escape")
        assert "Child M" not in text_of(pilot)
        await press(pilot, "f", "home", "enter")
        assert "Child M" in text_of(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_reflection_shows_each_question_as_it_was_asked_and_its_answer(
    written: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    bank = written.workspace.banks / "child-m.yaml"
    changed = bank.read_text(encoding="utf-8").replace("an ordinary day at home is like", "Sunday is like")
    bank.write_text(changed, encoding="utf-8")
    async with written.open(size) as pilot:
        await at_newer(pilot)
        said = " ".join(text_of(pilot).replace("▌", " ").split())
        for words in ("an ordinary day at home is like?", "Usually", "on Monday", "we ring", "ask sooner"):
            assert words in said
        assert "Sunday" not in said
        golden(f"sitting-{size[0]}x{size[1]}", text_of(pilot))


@pytest.mark.parametrize("size", SIZES)
async def test_an_answer_is_changed_where_it_stands(
    written: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with written.open(size) as pilot:
        await at_newer(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AnswerPage)
        assert "Professionals only" in text_of(pilot)
        assert "Saved 09:30" in text_of(pilot)
        golden(f"answer-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, *"!")
        strip = pilot.app.screen.query_one(ProgressStrip)
        await wait_for(pilot, lambda: strip.saved_words.startswith("Saved"), "the change to be saved")
        await press(pilot, "shift+tab", "4", "escape")
        assert "Rarely" in text_of(pilot)
        assert "on Monday!" in text_of(pilot)
    assert kept(written)[1] == ["on Monday!", "we ring"]


async def test_what_was_taken_away_and_an_unfinished_sitting_lead_on(written: Stage) -> None:
    async with written.open() as pilot:
        await at_newer(pilot)
        await press(pilot, "down", "down", "enter")
        await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the summary")
        assert isinstance(pilot.app.screen, FinishPage)
        await press(pilot, "escape", "g")
        assert isinstance(pilot.app.screen, SittingPage)
        await press(pilot, "escape", "down", "enter", "g")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "What do I tell the next school" in text_of(pilot)


async def test_deleting_asks_in_plain_words_and_enter_keeps(
    written: Stage, golden: Callable[[str, str], None]
) -> None:
    async with written.open() as pilot:
        await at_newer(pilot)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "It is gone for good then, from the file and from its log." in text_of(pilot)
        golden("delete-answer-80x24", text_of(pilot))
        await press(pilot, "enter")
        await press(pilot, "x", "escape")
        await press(pilot, "x", "enter")
    assert kept(written) == (["child-m", "two-schools"], ["on Monday", "we ring"])


async def test_an_answer_is_deleted_for_good_and_then_the_reflection(written: Stage) -> None:
    async with written.open() as pilot:
        await at_newer(pilot)
        await press(pilot, "d", "right", "enter")
        await wait_for(pilot, lambda: "on Monday" not in text_of(pilot), "the answer to go")
        await press(pilot, "x", "tab", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, MyReflectionsPage), "the list")
        await settle(pilot)
        assert "Child M" not in text_of(pilot)
    assert kept(written) == (["two-schools"], [])
    for file in written.workspace.folder.iterdir():
        assert b"on Monday" not in file.read_bytes()


async def test_a_reflection_deleted_in_another_window_is_said_to_be_gone(written: Stage) -> None:
    async with written.open() as pilot:
        await at_list(pilot)
        other = written.workspace.sign_in(None, PASSPHRASE)
        for one in other.reflecting.reflections():
            other.reflecting.delete_reflection(one.id)
        other.close()
        await press(pilot, "enter")
        await wait_for(pilot, lambda: "Nothing is written yet." in text_of(pilot), "the empty list")
        assert isinstance(pilot.app.screen, MyReflectionsPage)


async def test_ten_thousand_reflections_draw_no_more_lines_than_the_window_has(written: Stage) -> None:
    async with written.open() as pilot:
        await at_list(pilot)
        page = pilot.app.screen
        assert isinstance(page, MyReflectionsPage)
        page._all = tuple(replace(page._all[0], id=str(number)) for number in range(10_000))
        listed = page.query_one(LongList)
        drawn: list[int] = []
        draw = listed._draw

        def counting(row: int, width: int) -> Content:
            drawn.append(row)
            return draw(row, width)

        listed._draw = counting
        page._show()
        await settle(pilot)
        assert "10000 reflections" in text_of(pilot)
        await press(pilot, "end")
        assert listed.mark == 9_999
        await press(pilot, "home", "pagedown")
        assert 10 < listed.mark < 24
        assert len(drawn) < 24 * 8


async def test_the_mouse_opens_a_reflection(written: Stage) -> None:
    async with written.open() as pilot:
        await at_list(pilot)
        await pilot.click(LongList, offset=(5, 0))
        await wait_for(pilot, lambda: "ask sooner" in text_of(pilot), "the reflection")
        assert isinstance(pilot.app.screen, SittingPage)
        assert not pilot.app.screen.query(AnswerEditor)


async def test_the_answer_stands_apart_from_the_parts_of_its_question(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m").reflection.id
    for question in ("speak-to-fathers", "missed-visits"):
        practice.reflecting.save_answer(sitting, question, text="I ring him.", scale=None, revision=0)
    practice.close()
    async with stage.open() as pilot:
        pilot.app.push_screen(SittingPage(sitting))
        await wait_for(pilot, lambda: "I ring him." in text_of(pilot), "the sitting")
        said = [line.strip(" ▌") for line in text_of(pilot).splitlines()]
        last_part = said.index("·  What do I do when he does not answer?")
        assert said[last_part + 1 : last_part + 4] == ["", "I ring him.", ""]
        without_parts = said.index("What does my service do when a family misses a visit?")
        assert said[without_parts + 1] == "I ring him."
