"""What may identify somebody: underlined while somebody writes, said in words, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from reflect.domain.identifiers import find_identifiers
from reflect.settings import save_settings
from reflect.tui.remarks import reminder
from reflect.tui.widgets.marks import Marks
from stage import Stage
from waiting import press, settle, text_of, wait_for
from writing import SIZES, at, choose_model, editor, on_question, say

NAMES = "I met Mrs Jones at SE1 7PB today"


def underlined(pilot: Pilot[None]) -> list[str]:
    """The words that are drawn underlined in the text, as far as it is in sight."""
    field = editor(pilot)
    found: list[str] = []
    for y in range(field.content_size.height):
        for segment in field.render_line(y):
            if segment.style and segment.style.underline and segment.text.strip():
                found.append(segment.text.strip())
    return found


async def until_marked(pilot: Pilot[None], *words: str) -> None:
    await wait_for(pilot, lambda: underlined(pilot) == list(words), f"{words} to be marked")


@pytest.mark.parametrize("size", SIZES)
async def test_names_and_numbers_are_underlined_and_said_in_words_as_a_reminder(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with stage.open(size, at()) as pilot:
        await on_question(pilot)
        await say(pilot, NAMES)
        await until_marked(pilot, "Jones", "SE1 7PB")
        assert "A reminder" in text_of(pilot)
        assert "learance" not in text_of(pilot).replace("not a clearance", "")
        golden(f"reminder-{size[0]}x{size[1]}", text_of(pilot))


async def test_marks_move_with_their_words_while_somebody_types_on(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, NAMES)
        await until_marked(pilot, "Jones", "SE1 7PB")
        await press(pilot, "home", *"Then ")
        assert "Then I met" in editor(pilot).text
        assert underlined(pilot) == ["Jones", "SE1 7PB"]
        await press(pilot, "enter", *"so ")
        assert "\nso I met" in editor(pilot).text
        assert underlined(pilot) == ["Jones", "SE1 7PB"]


async def test_what_is_written_within_a_mark_is_looked_at_anew(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "at SE1 7PB")
        await until_marked(pilot, "SE1 7PB")
        await press(pilot, "left", "x")
        assert underlined(pilot) == []
        await press(pilot, "ctrl+z")
        await until_marked(pilot, "SE1 7PB")


async def test_a_name_over_two_rows_is_underlined_on_both(stage: Stage) -> None:
    async with stage.open((60, 18), at()) as pilot:
        await on_question(pilot)
        await say(pilot, "x" * 38 + " Mr Jones Anderson")
        await until_marked(pilot, "Jones", "Anderson")
        assert "in 1 place" in text_of(pilot) or "a name." in text_of(pilot)


async def test_words_of_the_local_list_are_marked_too(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        pilot.app.use(replace(pilot.app.settings, local_words=("Harbour Estate",)))
        await on_question(pilot)
        await say(pilot, "a flat on the harbour estate")
        await until_marked(pilot, "harbour estate")
        assert "a word of the local list" in text_of(pilot)


async def test_the_settings_of_the_workspace_bring_the_local_list(stage: Stage) -> None:
    stage.workspace.use_theme("dark")
    settings = replace(stage.workspace.settings(), local_words=("Harbour Estate",))
    save_settings(stage.workspace.folder, settings)
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "on Harbour Estate")
        await until_marked(pilot, "Harbour Estate")


async def test_the_step_that_is_shown_is_the_one_that_is_marked(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, "down")
        await say(pilot, NAMES)
        await until_marked(pilot, "Jones", "SE1 7PB")
        await press(pilot, "f8")
        assert underlined(pilot) == []
        assert "identify" not in text_of(pilot)
        await press(pilot, "f4")
        await until_marked(pilot, "Jones", "SE1 7PB")


async def test_in_a_long_text_only_lines_in_sight_are_drawn_again(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        field = editor(pilot)
        field.show_text("\n".join(f"Mrs Jones came on day {number}." for number in range(2_000)))
        await until_marked(pilot, *["Jones"] * field.content_size.height)
        asked: list[int] = []
        get_line = field.get_line
        field.get_line = lambda line: asked.append(line) or get_line(line)
        field.mark(field.text, find_identifiers(field.text)[:-1])
        await settle(pilot)
        assert 0 < len(set(asked)) <= field.content_size.height


def test_the_reminder_counts_kinds_and_gets_shorter_before_it_gets_cut() -> None:
    found = find_identifiers("Mrs Jones and Mr Hill, 943 476 5919")
    assert reminder(found, 90) == (
        "This may identify somebody: a name (2), an NHS number. A reminder, not a clearance."
    )
    for width in range(44, 90):
        words = reminder(found, width)
        assert len(words) <= width
        assert "eminder" in words
    assert reminder((), 80) == ""


def test_marks_stay_with_their_words_through_edits_of_several_lines() -> None:
    marks = Marks()
    text = "one\ntwo Jones\nthree Hill"
    assert marks.put(text, [(8, 13), (20, 24)])
    assert not marks.put(text, [(8, 13), (20, 24)])
    marks.edited((0, 0), (0, 3), (2, 1))
    assert (marks[3], marks[4]) == ([(4, 9)], [(6, 10)])
    marks.edited((3, 2), (4, 1), (3, 2))
    assert (marks[3], marks[4]) == ([(7, 11)], [])
    marks.put("Jones and Hill", [(0, 5), (10, 14)])
    marks.edited((0, 6), (0, 9), (0, 7))
    assert marks[0] == [(0, 5), (8, 12)]
    marks.edited((0, 6), (0, 6), (1, 2))
    assert (marks[0], marks[1]) == ([(0, 5)], [(4, 8)])
    marks.put("a\nb", [(0, 3)])
    assert (marks[0], marks[1]) == ([(0, 1)], [(0, 1)])
    marks.clear()
    assert not marks
