"""A bank that changed between two sittings, as the pages show it: old words stay, and what is gone is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from changing_bank import BANK, FIRST, GONE, KEPT, REUSED, REWORDED, SECOND, add
from looking import out_of_reach, too_faint
from reflect.tui import places
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.widgets.finding_panel import FindingPanel
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of

SIZES = [(60, 18), (80, 24), (120, 40)]


def begun(stage: Stage, folder: Path, *answered: str, at: int, then: str = "changes") -> str:
    """A sitting under the first version of the bank, which then changes or goes; the sitting's id."""
    practice = stage.workspace.set_up()
    add(practice, folder, 1, FIRST)
    sitting = practice.reflecting.begin(BANK).reflection.id
    for question in answered:
        practice.reflecting.save_answer(sitting, question, text=f"About {question}.", scale=None, revision=0)
    practice.reflecting.go_to(sitting, at)
    if then == "changes":
        add(practice, folder, 2, SECOND)
    else:
        practice.bank_shelf.remove(BANK)
    practice.close()
    return sitting


async def show(pilot: Pilot[None], sitting: str, question: str | None = None) -> None:
    pilot.app.push_screen(ReflectPage(reflection=sitting, question=question))
    await wait_for(pilot, lambda: "Question " in text_of(pilot), "the question")
    await settle(pilot)


def beside(pilot: Pilot[None]) -> str:
    """What stands beside the question."""
    panel = pilot.app.screen.query_one(FindingPanel)
    return " ".join(" ".join(str(part.render()) for part in panel.query("Hanging")).split())


@pytest.mark.parametrize("size", SIZES)
async def test_a_sitting_goes_on_with_the_next_question_that_is_there_and_says_so(
    stage: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    begun(stage, tmp_path, KEPT, at=2)
    async with stage.open(size) as pilot:
        assert "question 3 of 3" in words_of(pilot)
        await press(pilot, "home", "enter")
        await wait_for(pilot, lambda: "Question " in text_of(pilot), "the question")
        await settle(pilot)
        said = words_of(pilot)
        assert "Question 3 of 3 · 1 no longer asked" in said
        assert SECOND[REUSED][0] in said


async def test_going_back_and_on_passes_over_what_is_gone(stage: Stage, tmp_path: Path) -> None:
    sitting = begun(stage, tmp_path, at=2)
    async with stage.open() as pilot:
        await show(pilot, sitting)
        await press(pilot, "ctrl+b")
        assert f"Question 2 of 3 · 1 no longer asked {SECOND[REWORDED][0]}" in words_of(pilot)
        await press(pilot, "ctrl+n", *"yes", "ctrl+n")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await settle(pilot)
        said = words_of(pilot)
        assert "1 question answered, 2 left for another time, 1 no longer asked." in said
        assert FIRST[GONE][0] not in said
        assert GONE not in said
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    (answer,) = practice.reflecting.whole_answers()
    practice.close()
    assert (answer.asked.wording, answer.asked.bank_version) == (SECOND[REUSED][0], 2)


@pytest.mark.parametrize("question", [REWORDED, REUSED])
async def test_an_answered_question_stands_as_it_was_asked_with_the_new_words_beside_it(
    stage: Stage, tmp_path: Path, question: str
) -> None:
    sitting = begun(stage, tmp_path, question, at=0)
    async with stage.open((120, 40)) as pilot:
        await show(pilot, sitting, question)
        said = words_of(pilot)
        assert FIRST[question][0] in said
        assert f"About {question}." in said
        assert ("Always" in said) == (question == REUSED)
        assert f"The bank asks this in other words now {SECOND[question][0]}" in beside(pilot)
        assert "Your answer keeps the question as it was asked." in beside(pilot)
        assert (too_faint(pilot), await out_of_reach(pilot)) == ([], [])
        await press(pilot, "!")
        await pilot.app.screen.save_unsaved()
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    (answer,) = practice.reflecting.whole_answers()
    practice.close()
    assert (answer.text, answer.asked.wording) == (f"About {question}.!", FIRST[question][0])


async def test_a_question_that_stayed_the_same_says_nothing_of_other_words(
    stage: Stage, tmp_path: Path
) -> None:
    sitting = begun(stage, tmp_path, KEPT, at=0)
    async with stage.open((120, 40)) as pilot:
        await show(pilot, sitting, KEPT)
        assert "in other words" not in beside(pilot)
        assert "Why this is asked" in beside(pilot)


async def test_an_answered_question_that_is_gone_keeps_its_words_and_can_be_changed(
    stage: Stage, tmp_path: Path
) -> None:
    sitting = begun(stage, tmp_path, GONE, at=2)
    async with stage.open() as pilot:
        await show(pilot, sitting)
        assert FIRST[GONE][0] in words_of(pilot)
        assert "This question is no longer in its bank." in beside(pilot)
        await press(pilot, *" More")
        await pilot.app.screen.save_unsaved()
        answer = (await pilot.app.desk.read(lambda practice: practice.reflecting.whole_answers()))[0]
        assert (answer.text, answer.asked.wording) == (f"About {GONE}. More", FIRST[GONE][0])
        pilot.app.push_screen(places.answer(answer))
        await wait_for(pilot, lambda: "Written " in text_of(pilot), "the answer")
        assert FIRST[GONE][0] in words_of(pilot)


async def test_my_reflections_show_every_question_as_it_was_asked(stage: Stage, tmp_path: Path) -> None:
    begun(stage, tmp_path, *FIRST, at=0)
    async with stage.open((120, 40)) as pilot:
        await press(pilot, "m")
        await wait_for(pilot, lambda: "Our own learning" in text_of(pilot), "the list")
        await press(pilot, "enter")
        await wait_for(pilot, lambda: "4 answers" in text_of(pilot), "the reflection")
        for text, _, part in FIRST.values():
            assert text in words_of(pilot)
            assert part in words_of(pilot)
        assert SECOND[REUSED][0] not in words_of(pilot)


async def test_a_sitting_whose_bank_was_removed_leads_to_its_summary_and_can_be_finished(
    stage: Stage, tmp_path: Path
) -> None:
    sitting = begun(stage, tmp_path, KEPT, at=1, then="goes")
    async with stage.open() as pilot:
        pilot.app.push_screen(ReflectPage(reflection=sitting))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await wait_for(
            pilot, lambda: "1 question answered, 3 no longer asked." in words_of(pilot), "the summary"
        )
        assert FIRST[KEPT][0] in words_of(pilot)
        await press(pilot, *"ask", "ctrl+f")
        await wait_for(pilot, lambda: "Thank you" in text_of(pilot), "thanks")


async def test_then_and_now_has_a_line_where_the_words_changed(stage: Stage, tmp_path: Path) -> None:
    begun(stage, tmp_path, REUSED, at=0)
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    practice.reflecting.add_answer(BANK, REUSED, text="We did.", scale=None)
    practice.close()
    async with stage.open((120, 40)) as pilot:
        pilot.app.push_screen(places.then_and_now(BANK, REUSED))
        await wait_for(pilot, lambda: "We did." in text_of(pilot), "the answers")
        said = words_of(pilot)
        assert "Here the question was asked in other words" in said
        for words in (FIRST[REUSED][0], SECOND[REUSED][0]):
            assert words.split(" ", 1)[0] in said
