"""From where an action can be written, what it then comes from, and that nothing typed is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Select

from acting_stage import in_days, practice_of, without_notes
from actions_out import NAMES, two_voices
from hostile import ESCAPES, EVERYTHING, MARKUP, SCRIPTS
from reflect.domain.actions.action import Action, Evidence, EvidenceKind
from reflect.domain.actions.wanted import Wanted
from reflect.storage import driver
from reflect.text import UNSAFE
from reflect.tui.dialogs.trace import TraceDialog, trace_words
from reflect.tui.dialogs.write_action import WriteActionDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.seven_minutes import SevenMinutesPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from stage import Stage
from waiting import press, settle, text_of, wait_for, words_of
from writing import OPEN, SELF_AUDIT, at, on_question, saved

PAGE = (100, 36)


def actions_of(stage: Stage) -> tuple[Action, ...]:
    practice = practice_of(stage)
    try:
        return practice.actions.listed(Wanted())
    finally:
        practice.close()


async def agree(pilot: Pilot[None], what: str = "Ask Sam") -> None:
    """Fills in the dialog that is open, from the field in which the cursor stands."""
    assert isinstance(pilot.app.screen, WriteActionDialog)
    pilot.app.screen.query_one("#what").focus()
    await settle(pilot)
    await press(pilot, *what, "tab", "tab", *"Friday", "ctrl+s")


async def test_from_a_question_and_from_a_finding_of_a_bank(stage: Stage) -> None:
    async with stage.open(PAGE) as pilot:
        await press(pilot, "enter")
        assert "Write an action" not in words_of(pilot)
        await press(pilot, "right", "down", "down", "alt+a")
        assert "From: How do I speak to fathers before a plan is made?" in words_of(pilot)
        await agree(pilot, "Ask him")
        await press(pilot, "shift+tab", "right")
        await press(pilot, "f11")
        await agree(pilot)
        assert "Please choose it at the top." in await without_notes(pilot)
        pilot.app.screen.query_one("#origin").focus()
        await settle(pilot)
        await press(pilot, "enter", "down", "down", "enter")
        assert "As there: Fathers and partners" in words_of(pilot)
        await press(pilot, "ctrl+s")
    origins = {action.what: action.origin for action in actions_of(stage)}
    asked, told = origins["Ask him"], origins["Ask Sam"]
    assert asked is not None
    assert told is not None
    assert (asked.short, told.short) == ("child-m/speak-to-fathers", "child-m/father-left-out")


async def test_from_an_answer_of_ones_own_which_only_its_owner_sees(stage: Stage) -> None:
    practice = practice_of(stage)
    practice.reflecting.add_answer("child-m", OPEN, text="I ring him.", scale=None)
    practice.close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "m", "enter", "enter", "alt+a")
        await agree(pilot)
        await press(pilot, "escape", "escape", "escape", "a", "enter", "i")
        assert isinstance(pilot.app.screen, TraceDialog)
        said = await without_notes(pilot)
        parts = (
            "Review",
            "Finding",
            "Question",
            "only you can see it",
            "I ring him.",
            "Action",
            "Ask Sam",
            "Evidence",
        )
        assert [said.find(part) for part in parts] == sorted(said.find(part) for part in parts)
        assert all(part in said for part in parts)


async def test_at_the_end_of_a_sitting_from_one_of_its_answers(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE, at(SELF_AUDIT)) as pilot:
        await on_question(pilot)
        await press(pilot, *"I forget")
        await saved(pilot)
        await press(pilot, "ctrl+n", *"We ring", "ctrl+f")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, FinishPage), "the summary")
        await press(pilot, "ctrl+f")
        assert (
            "Is there one thing to do, or a strength to keep or to share? alt+a writes it down."
            in words_of(pilot)
        )
        await press(pilot, "alt+a")
        assert [str(prompt) for prompt, _ in pilot.app.screen.query_one("#origin", Select)._options[1:]] == [
            "Do I always ask a child what an ordinary day at home is like?",
            "How do I speak to fathers before a plan is made?",
        ]
        await agree(pilot)
    (action,) = actions_of(stage)
    assert action.origin is not None
    assert action.origin.question == SELF_AUDIT


async def test_seven_minutes_end_in_one_action(stage: Stage, banks: Path) -> None:
    shutil.copy(Path(__file__).parent / "seven_panes" / "child-k.yaml", banks / "child-k.yaml")
    async with stage.open(PAGE) as pilot:
        await pilot.app.push_screen(SevenMinutesPage("child-k"))
        await wait_for(pilot, lambda: "Enter begins" in text_of(pilot), "the note")
        await press(pilot, "enter")
        assert "Write an action" not in words_of(pilot)
        await press(pilot, *["enter"] * 7)
        assert "questions chosen" in words_of(pilot)
        await press(pilot, "alt+a")
        assert "From: Do I always ask who else" in words_of(pilot)
        await agree(pilot)
        assert "Agreed, due Friday 6 March 2026." in words_of(pilot)
        assert isinstance(pilot.app.screen, SevenMinutesPage)
    (action,) = actions_of(stage)
    assert action.origin is not None
    assert action.origin.bank == "child-k"


async def test_words_stay_when_they_cannot_be_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 1)
    stage.workspace.set_up().close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "n")
        other = practice_of(stage)
        with other._store.writing():
            await agree(pilot)
            assert isinstance(pilot.app.screen, WriteActionDialog)
            assert "kept the workspace busy, so this was not saved" in await without_notes(pilot)
            assert pilot.app.screen.query_one("#what", AnswerEditor).words == "Ask Sam"
        other.close()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ActionsPage)
    assert [action.what for action in actions_of(stage)] == ["Ask Sam"]


def test_a_trace_names_a_review_that_is_a_letter_with_its_bank(stage: Stage) -> None:
    practice = practice_of(stage)
    made = practice.acting.propose(what="Ask", due=in_days(stage, 30), origin="child-m/father-left-out")
    trace = practice.actions.trace(made.id)
    practice.close()
    origin = trace.action.origin
    assert origin
    letter = replace(
        origin, bank_title="West Sussex 2017/18: seven", findings=(replace(origin.findings[0], review="S"),)
    )
    named = trace_words(replace(trace, action=replace(trace.action, origin=letter))).plain
    assert "Review\nReview S, West Sussex 2017/18\n" in named


def test_a_trace_ends_with_what_each_said_of_the_difference(stage: Stage) -> None:
    practice = practice_of(stage)
    trace = practice.actions.trace(practice.acting.propose(what="Ask").id)
    practice.close()
    told = trace_words(replace(trace, events=two_voices(), names=NAMES)).plain
    assert told.endswith("Sam Example, 3 Feb 2026: One spoke\nRobin Example, 4 May 2026: It is usual")


def test_a_trace_says_where_a_bank_asks_its_question_otherwise_or_not_any_more(stage: Stage) -> None:
    practice = practice_of(stage)
    made = practice.acting.propose(what="Ask Sam", origin="child-m/ask-about-a-day")
    trace = practice.actions.trace(made.id)
    practice.close()
    said = "or does not ask it any more; these are the words of that day."
    assert said not in trace_words(trace).plain
    assert said in trace_words(replace(trace, bank_moved_on=True)).plain


@pytest.mark.parametrize("words", [EVERYTHING, "word " * 400], ids=["everything", "long"])
async def test_hostile_words_are_shown_as_they_were_typed(stage: Stage, words: str) -> None:
    practice = practice_of(stage)
    acting = practice.acting
    made = acting.propose(
        what=words,
        know=words,
        due=in_days(stage, 3),
        origin="child-m/ask-about-a-day",
        supporter=words[:100],
        agree=True,
    )
    acting.note(made.id, words)
    acting.block(made.id, words)
    acting.escalate(made.id, words)
    acting.answered(made.id, words)
    evidence = Evidence(EvidenceKind.OTHER, words, in_days(stage, 0))
    acting.done(made.id, evidence=evidence, impact=words)
    practice.close()
    async with stage.open((120, 60)) as pilot:
        await press(pilot, "a")
        seen = [text_of(pilot)]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        seen.append(text_of(pilot))
        for key in ("f", "v", "c", "i"):
            await press(pilot, key)
            seen.append(text_of(pilot))
            await press(pilot, "escape")
        for text in seen:
            assert not UNSAFE.search(text.replace("\n", ""))
        if words == EVERYTHING:
            said = " ".join(" ".join(seen).split())
            for part in (*MARKUP[:3], *SCRIPTS[:1]):
                assert part in said
            assert all(part not in said for part in ESCAPES)
        assert pilot.app.is_running
