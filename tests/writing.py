"""Writing an answer in a test: reaching it, waiting until it is saved, and what is stored then."""

from __future__ import annotations

from textual.pilot import Pilot

from reflect.domain.reflection import Answer
from reflect.tui.start import Opening
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import PASSPHRASE, Stage
from waiting import press, pump, settle, text_of, wait_for

SIZES = [(60, 18), (80, 24), (120, 40)]
BANK = "child-m"
SELF_AUDIT, OPEN, SERVICE = "ask-about-a-day", "speak-to-fathers", "missed-visits"


def at(question: str = OPEN) -> Opening:
    """The app opened at a question."""
    return Opening(BANK, question)


async def on_question(pilot: Pilot[None]) -> None:
    """Once the question stands there."""
    await wait_for(pilot, lambda: "Question" in text_of(pilot), "the question")
    await settle(pilot)


def editor(pilot: Pilot[None]) -> AnswerEditor:
    """Where the answer is written."""
    return pilot.app.screen.query_one("#answer", AnswerEditor)


def strip(pilot: Pilot[None]) -> str:
    """How safe the words are said to be."""
    return pilot.app.screen.query_one(ProgressStrip).saved_words


async def saved(pilot: Pilot[None]) -> None:
    """Once the words are safe."""
    await wait_for(pilot, lambda: strip(pilot).startswith("Saved"), "the words to be saved")


async def say(pilot: Pilot[None], words: str) -> None:
    """Types words, and waits until they are safe."""
    await press(pilot, *words)
    await saved(pilot)


async def rush(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys faster than anything can follow."""
    for key in keys:
        pilot.app.simulate_key(key)
    await pump(pilot)


async def choose_model(pilot: Pilot[None], *keys: str) -> None:
    """Opens the choice of models, goes to one by keys and takes it."""
    await press(pilot, "ctrl+t", "home", *keys, "enter")


def stored(stage: Stage, question: str = OPEN) -> Answer:
    """The answer as the store holds it."""
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    try:
        (sitting,) = practice.reflecting.reflections()
        return practice.reflecting.resume(sitting.id).answers[question]
    finally:
        practice.close()
