"""The page of an action says that it comes from a one-to-one, and its trace from which."""

from __future__ import annotations

from one_to_one_stage import BO, SAM, Two, without_notes
from reflect.tui.dialogs.trace import TraceDialog
from stage import Stage
from waiting import press


async def test_what_was_agreed_on_the_spot_leads_back_to_its_one_to_one(stage: Stage, two: Two) -> None:
    meeting = two.begun()
    with two.signed_in(SAM) as sam:
        due = stage.workspace.clock.today()
        sam.one_to_ones.agree_action(meeting, what="Ring the school", due=due)
    async with stage.open((100, 36), name=BO) as pilot:
        await press(pilot, "a", "enter")
        assert "From: a one-to-one" in await without_notes(pilot)
        await press(pilot, "i")
        assert isinstance(pilot.app.screen, TraceDialog)
        assert "It was agreed in the one-to-one of" in await without_notes(pilot)
