"""Whatever a bank or a person writes stands on the screen as typed, obeys nobody and breaks nothing."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reflect.text import UNSAFE, clean
from reflect.tui.app import ReflectApp
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.start import Opening
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.finding_panel import FindingPanel
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.widgets.question_card import QuestionCard
from stage import Stage
from waiting import press, settle, text_of, wait_for

AT = Opening("child-m", "ask-about-a-day")
MARKUP = "[/][@click=app.quit]x[/]今"
HOSTILE = {
    "closing tag": "[/]",
    "a link that quits": "[@click=app.quit]x[/]",
    "a style that is none": "[safeguarding] [bold",
    "colour": "\x1b[31mred\x1b[0m",
    "window title": "\x1b]0;owned\x07after",
    "clipboard": "\x1b]52;c;aGk=\x1b\\after",
    "one-byte controls": "\x9b2Jafter\x85next\x07",
    "direction override": "\u202eabc\u202c",
    "Chinese": "今天我问了孩子",
    "Arabic and Hebrew": "سألت الطفل שאלתי את הילד",
    "family of emoji": "👩‍👩‍👧‍👦 👍🏽",
    "combining": "e\u0301 a\u0308",
    "tabs and lines": "one\ttwo\nthree\r\nfour",
    "a spreadsheet formula": "=HYPERLINK(1)",
}


async def on_question(pilot: Pilot[None]) -> None:
    await wait_for(pilot, lambda: "Question 1 of 3" in text_of(pilot), "the question")
    await settle(pilot)


def is_harmless(said: str) -> bool:
    return not UNSAFE.search(said.replace("\n", ""))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
async def test_an_answer_reads_as_it_was_typed_wherever_it_is_shown(stage: Stage, words: str) -> None:
    async with stage.open(opening=AT) as pilot:
        await on_question(pilot)
        editor = pilot.app.screen.query_one(AnswerEditor)
        editor.write_here(words)
        strip = pilot.app.screen.query_one(ProgressStrip)
        await wait_for(pilot, lambda: strip.saved_words.startswith("Saved"), "the words to be saved")
        assert editor.words == clean(words)
        assert is_harmless(editor.text.replace("\t", ""))
        assert "Another window" not in text_of(pilot)
        first = clean(words).expandtabs(4).splitlines()[0]
        assert is_harmless(text_of(pilot))
        assert isinstance(pilot.app, ReflectApp)
        (sitting,) = await pilot.app.desk.read(lambda practice: practice.reflecting.reflections())
        pilot.app.push_screen(SittingPage(sitting.id))
        await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the reflection")
        assert first in text_of(pilot)
        assert is_harmless(text_of(pilot))
        await press(pilot, "enter")
        await settle(pilot)
        assert pilot.app.screen.query_one(AnswerEditor).words == clean(words)
    assert pilot.app.return_code in (None, 0)


@pytest.mark.parametrize("question", ["ask-about-a-day", "speak-to-fathers", "missed-visits"])
async def test_a_bank_may_say_anything_and_is_only_shown(stage: Stage, question: str) -> None:
    bank = stage.workspace.banks / "child-m.yaml"
    told = []
    for line in bank.read_text(encoding="utf-8").splitlines():
        key, colon, words = line.partition(": ")
        is_prose = key.strip(" -") in ("text", "why", "title", "locator", "name", "kind") and words
        told.append(f'{key}: "{MARKUP} {words.strip(chr(34))}"' if colon and is_prose else line)
    bank.write_text("\n".join(told), encoding="utf-8")
    async with stage.open((120, 40), Opening("child-m", question)) as pilot:
        await wait_for(pilot, lambda: "Question" in text_of(pilot), "the question")
        await settle(pilot)
        assert text_of(pilot).count(MARKUP) > 3
        await press(pilot, "ctrl+f")
        await wait_for(pilot, lambda: "Summary" in text_of(pilot), "the summary")
        assert text_of(pilot).count(MARKUP) > 3


async def test_ten_thousand_characters_and_none_at_all(stage: Stage) -> None:
    words = "A long evening. " * 700
    async with stage.open(opening=AT) as pilot:
        await on_question(pilot)
        editor = pilot.app.screen.query_one(AnswerEditor)
        strip = pilot.app.screen.query_one(ProgressStrip)
        for said in (words, "", "   \n", words.replace(" ", "")):
            editor.show_text(said)
            await press(pilot, "ctrl+s")
            await wait_for(pilot, lambda: strip.saved_words in ("", "Saved 09:30"), "the words to be saved")
            assert editor.words == said


async def test_words_that_are_too_many_stay_on_the_screen_with_a_sentence(stage: Stage) -> None:
    async with stage.open(opening=AT) as pilot:
        await on_question(pilot)
        editor = pilot.app.screen.query_one(AnswerEditor)
        editor.write_here("x" * 100_001)
        await press(pilot, "ctrl+s")
        strip = pilot.app.screen.query_one(ProgressStrip)
        await wait_for(pilot, lambda: "Nothing was cut." in strip.saved_words, "the sentence")
        assert len(editor.words) == 100_001
        await press(pilot, "backspace", "ctrl+s")
        await wait_for(pilot, lambda: strip.saved_words == "Saved 09:30", "the words to be saved")


async def test_a_value_that_came_past_the_cleaner_is_still_harmless(stage: Stage) -> None:
    async with stage.open(opening=AT) as pilot:
        await on_question(pilot)
        pilot.app.screen.query_one(QuestionCard).show("\x1b]0;owned\x07[/] \u202eevil", ("\x9b2J",))
        pilot.app.screen.query_one(FindingPanel).show("\x1b[31m", (), None, None)
        await settle(pilot)
        assert "[/] evil" in text_of(pilot)
        assert is_harmless(text_of(pilot))
