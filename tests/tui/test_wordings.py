"""Earlier wordings of an answer: when each stood, one whole beside the present, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from clocks import StoppedClock
from looking import out_of_reach, too_faint
from reflect.services.practice import Practice
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.wordings import WordingsPage, about_words
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of
from writing import OPEN, SIZES, at, choose_model, editor, on_question, rush, saved, say, stored, strip

FIRST = "At first I thought that he had nothing to say. " * 8
SECOND = "I had not asked him."


@pytest.fixture
def changed(stage: Stage, clock: StoppedClock) -> Stage:
    """An answer that stood for twelve minutes in other words."""
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m", OPEN).reflection.id
    reflecting = practice.reflecting
    answer = reflecting.save_answer(sitting, OPEN, text=FIRST, scale=None, revision=0)
    clock.go_on(minutes=12)
    reflecting.save_answer(sitting, OPEN, text=SECOND, scale=None, revision=answer.revision)
    practice.close()
    return stage


def wordings(stage: Stage) -> list[str]:
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        return [version.text for version in practice.remembering.versions(stored(stage).id)]
    finally:
        practice.close()


async def at_wordings(pilot: Pilot[None]) -> None:
    await on_question(pilot)
    await press(pilot, "f10")
    assert isinstance(pilot.app.screen, WordingsPage)
    await wait_for(pilot, lambda: "earlier wording" in words_of(pilot), "the list")


@pytest.mark.parametrize("size", SIZES)
async def test_each_wording_says_when_it_stood_how_long_it_is_and_how_it_begins(
    changed: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with changed.open(size, at()) as pilot:
        await at_wordings(pilot)
        said = words_of(pilot)
        assert "1 earlier wording of your answer, the latest first." in said
        assert "Stood 09:30 to 09:42 · about 80 words" in said
        assert "At first I thought that he had" in said
        golden(f"wordings-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


@pytest.mark.parametrize("size", SIZES)
async def test_one_stands_whole_beside_what_stands_now(
    changed: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with changed.open(size, at()) as pilot:
        await at_wordings(pilot)
        await press(pilot, "enter")
        assert "At first I thought" in text_of(pilot)
        assert "I had not asked him." in text_of(pilot)
        assert "Now" in text_of(pilot)
        golden(f"wordings-compared-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []
        await press(pilot, "escape")
        assert "1 earlier wording" in words_of(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert pilot.app.focused is editor(pilot)
    assert stored(changed).text == SECOND


async def test_bringing_back_keeps_the_present_words_and_writing_goes_on_from_those_brought_back(
    changed: Stage,
) -> None:
    async with changed.open(opening=at()) as pilot:
        await on_question(pilot)
        await rush(pilot, *" Not once.", "f10")
        await wait_for(pilot, lambda: "earlier wording" in words_of(pilot), "the list")
        await press(pilot, "enter", "b")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert editor(pilot).text == FIRST
        assert strip(pilot).startswith("Saved")
        await say(pilot, "And more.")
        assert stored(changed).text == FIRST + "And more."
        await press(pilot, "ctrl+n", "ctrl+b")
        assert editor(pilot).text == FIRST + "And more."
    assert stored(changed).text == FIRST + "And more."
    assert SECOND + " Not once." in wordings(changed)


async def test_an_answer_that_is_changed_later_has_its_wordings_too(changed: Stage) -> None:
    async with changed.open() as pilot:
        pilot.app.push_screen(AnswerPage(stored(changed)))
        await settle(pilot)
        await press(pilot, "f10")
        await wait_for(pilot, lambda: "earlier wording" in words_of(pilot), "the list")
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, AnswerPage)
        assert editor(pilot).text == FIRST
        await say(pilot, "!")
        await press(pilot, "escape")
    assert stored(changed).text == FIRST + "!"
    assert SECOND in wordings(changed)


async def test_words_in_steps_are_kept_when_an_earlier_wording_is_brought_back(changed: Stage) -> None:
    async with changed.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, "down")
        await say(pilot, "in steps")
        await press(pilot, "f10")
        await wait_for(pilot, lambda: "earlier wording" in words_of(pilot), "the list")
        await press(pilot, "end", "enter")
        assert "What?\nin steps" in str(pilot.app.screen.query_one("#present-words", Static).content)
        await press(pilot, "b")
        assert editor(pilot).text == FIRST
        await choose_model(pilot, "down")
        await press(pilot, "f4")
        await press(pilot, "f8")
        await saved(pilot)
    answer = stored(changed)
    assert answer.model == "what"
    assert "in steps" in answer.text
    assert SECOND in [*wordings(changed), *(words for _, steps in answer.aside for _, words in steps)]


async def test_where_nothing_is_kept_yet_a_sentence_says_when_something_will_be(stage: Stage) -> None:
    async with stage.open((120, 40), at()) as pilot:
        await on_question(pilot)
        await press(pilot, "f10")
        assert "No earlier wording of this answer is kept yet." in words_of(pilot)
        assert isinstance(pilot.app.screen, ReflectPage)
        await say(pilot, "a")
        await press(pilot, "f10")
        assert isinstance(pilot.app.screen, WordingsPage)
        assert "every ten minutes of writing" in words_of(pilot)
        await press(pilot, "enter")
        assert not pilot.app.screen.has_class("-comparing")
        await press(pilot, "escape")
        assert editor(pilot).text == "a"


async def test_a_wording_that_went_in_another_window_changes_nothing_here(changed: Stage) -> None:
    async with changed.open(opening=at()) as pilot:
        await at_wordings(pilot)
        other = changed.workspace.sign_in(None, PASSPHRASE)
        _delete(other)
        other.close()
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, WordingsPage)
        assert "There is no answer with this id." in words_of(pilot)


def _delete(practice: Practice) -> None:
    (card,) = practice.reflecting.answers()
    practice.reflecting.delete_answer(card.id)


async def test_the_mouse_shows_a_wording_as_well(changed: Stage) -> None:
    async with changed.open(opening=at()) as pilot:
        await at_wordings(pilot)
        await pilot.click("#wordings", offset=(5, 0))
        await settle(pilot)
        assert pilot.app.screen.has_class("-comparing")


def test_a_length_is_said_as_people_say_it() -> None:
    assert [about_words("w " * number) for number in (0, 1, 12, 38, 143, 812)] == [
        "no words",
        "1 word",
        "12 words",
        "about 40 words",
        "about 140 words",
        "about 800 words",
    ]
