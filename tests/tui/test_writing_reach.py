"""At six sizes there is room to write in steps, everything can be reached, and every word can be read."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.domain.reflection import Answer
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.wordings import WordingsPage
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.step_guide import StepGuide
from stage import Stage
from waiting import press, settle, text_of, wait_for
from writing import OPEN, SELF_AUDIT, SERVICE, editor

SIZES = [
    ((60, 18), "light"),
    ((70, 20), "dark"),
    ((80, 24), "light"),
    ((100, 30), "dark"),
    ((120, 40), "light"),
    ((200, 60), "dark"),
]


def written(stage: Stage, theme: str) -> tuple[str, dict[str, Answer]]:
    """A sitting with an answer in the longest steps to each question, and an earlier wording of each."""
    stage.workspace.use_theme(theme)
    practice = stage.workspace.set_up()
    reflecting = practice.reflecting
    sitting = reflecting.begin("child-m").reflection.id
    model = practice.banks.models["atkins-murphy"]
    for question in (SELF_AUDIT, OPEN, SERVICE):
        first = reflecting.save_answer(sitting, question, text="x " * 300, scale=None, revision=0)
        steps = tuple(
            (step.title, "Mrs Jones was probably in." * place) for place, step in enumerate(model.steps)
        )
        reflecting.edit_answer(
            first.id, text="", scale=None, revision=first.revision, model=model.id, steps=steps
        )
    answers = reflecting.resume(sitting).answers
    practice.close()
    return sitting, answers


async def all_is_well(pilot: Pilot[None]) -> None:
    name = type(pilot.app.screen).__name__
    assert (name, too_faint(pilot)) == (name, [])
    assert (name, await out_of_reach(pilot)) == (name, [])


@pytest.mark.parametrize(
    ("size", "theme"), SIZES, ids=lambda value: str(value).replace(", ", "x").strip("()")
)
async def test_there_is_room_for_steps_and_all_is_in_reach(
    stage: Stage, size: tuple[int, int], theme: str
) -> None:
    sitting, answers = written(stage, theme)
    async with stage.open(size) as pilot:
        for question, answer in answers.items():
            for page in (ReflectPage(reflection=sitting, question=question), AnswerPage(answer)):
                pilot.app.push_screen(page)
                await wait_for(pilot, lambda page=page: page.focused is not None, "the question")
                await press(pilot, "f8", "f8")
                assert editor(pilot).content_region.height >= 2
                guide = page.query_one(StepGuide)
                assert "Analyse feelings and knowledge · " in text_of(pilot)
                assert guide.region.height <= 3
                assert page.region.contains_region(page.query_one(NoReferral).region)
                await all_is_well(pilot)
        await press(pilot, "ctrl+t")
        await all_is_well(pilot)
        await press(pilot, "escape", "f10")
        assert isinstance(pilot.app.screen, WordingsPage)
        await settle(pilot)
        await all_is_well(pilot)
        await press(pilot, "enter")
        await all_is_well(pilot)
