"""At every size, whatever can be focused on the pages of a sitting can be reached with Tab and stands in sight."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from reflect.domain.reflection import Scale
from reflect.tui import places
from reflect.tui.screen import Page
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.finish import FinishPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.sitting import SittingPage
from stage import Stage
from waiting import press, settle, wait_for

SIZES = [(60, 18), (70, 20), (80, 24), (100, 30), (120, 40), (200, 60)]
QUESTIONS = ["ask-about-a-day", "speak-to-fathers", "missed-visits"]


def in_sight(widget: Widget) -> bool:
    seen = widget.region.intersection(widget.screen.region)
    lines, columns = seen.height, seen.width
    for above in widget.ancestors_with_self:
        if isinstance(above, Widget):
            seen = seen.intersection(above.region)
    return lines > 0 and columns > 0 and seen.area > 0


async def tab_through(pilot: Pilot[None], wanted: int) -> None:
    chain = list(pilot.app.screen.focus_chain)
    assert len(chain) >= wanted
    reached: list[Widget | None] = []
    for _ in chain:
        await press(pilot, "tab")
        reached.append(pilot.app.focused)
        here = pilot.app.focused
        assert here is not None
        await wait_for(pilot, lambda here=here: in_sight(here), f"{here} to come in sight")
    assert set(chain) <= set(reached)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_can_be_reached(stage: Stage, size: tuple[int, int]) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m").reflection.id
    for question in QUESTIONS:
        practice.reflecting.save_answer(
            sitting, question, text="x " * 200, scale=Scale.NOT_IN_MY_ROLE, revision=0
        )
    answer = practice.reflecting.resume(sitting).answers["ask-about-a-day"]
    practice.close()
    async with stage.open(size) as pilot:

        async def show(page: Page, wanted: int) -> None:
            pilot.app.push_screen(page)
            await wait_for(pilot, lambda: len(page.focus_chain) >= wanted, f"{page} to fill")
            await settle(pilot)
            await tab_through(pilot, wanted)

        for question in QUESTIONS:
            await show(ReflectPage(reflection=sitting, question=question), 2)
        await show(FinishPage(sitting), 2)
        await show(SittingPage(sitting), 4)
        await show(AnswerPage(answer), 2)
        await show(places.my_reflections(), 1)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_there_is_room_to_write_at_every_size(stage: Stage, size: tuple[int, int]) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m").reflection.id
    practice.close()
    async with stage.open(size) as pilot:
        for question in QUESTIONS:
            page = ReflectPage(reflection=sitting, question=question)
            pilot.app.push_screen(page)
            await wait_for(pilot, lambda page=page: page.focused is not None, "the question")
            await settle(pilot)
            lines = page.query_one("#answer").content_region.height
            assert 2 <= lines <= 10
            assert in_sight(page.query_one("NoReferral"))
