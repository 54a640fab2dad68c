"""A supervisor looks again at what a supervisee changed: the question is there, an answer is not theirs to give."""

from __future__ import annotations

from acting_stage import at_action
from one_to_one_stage import FORGOTTEN, SAM, Two, flat
from reflect.domain.actions.action import Status
from reflect.tui.dialogs.recheck import RecheckDialog
from reflect.tui.screens.action import ActionPage
from waiting import press, wait_for


async def test_who_looks_again_for_somebody_else_reads_the_question_and_answers_nothing(two: Two) -> None:
    made = two.confirmed_action()
    with two.signed_in(SAM) as sam:
        asked = sam.actions.action(made).origin
    assert asked is not None
    async with two.stage.open((100, 36), name=SAM) as pilot:
        await at_action(pilot, made)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, RecheckDialog)
        said = flat(pilot)
        assert asked.wording in said
        for not_theirs in ("You have not answered", "Your answer now", FORGOTTEN, "Then, on"):
            assert not_theirs not in said
        await press(pilot, "enter", "down", "enter", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action again")
    with two.signed_in(SAM) as sam:
        assert sam.actions.action(made).status is Status.EMBEDDED
        assert sam.reflecting.answers() == ()
