"""A supervisor looks again at what a supervisee changed: the question is there, an answer is not theirs to give."""

from __future__ import annotations

from datetime import timedelta

from acting_stage import QUESTION, feedback
from one_to_one_stage import BO, SAM, Two, flat
from reflect.domain.actions.action import Status
from reflect.tui import places
from reflect.tui.dialogs.recheck import RecheckDialog
from reflect.tui.screens.action import ActionPage
from stage import Stage
from waiting import press, settle, wait_for


async def test_who_looks_again_for_somebody_else_reads_the_question_and_answers_nothing(stage: Stage) -> None:
    two = Two(stage)
    with two.signed_in(BO) as bo:
        bo.reflecting.add_answer("child-m", QUESTION.partition("/")[2], text="I forget.", scale=None)
        due = stage.workspace.clock.today() + timedelta(days=9)
        made = bo.acting.propose(what="Ask", due=due, origin=QUESTION, agree=True, pair=two.link).id
        bo.acting.done(made, evidence=feedback(stage))
    with two.signed_in(SAM) as sam:
        asked = sam.actions.action(made).origin
        sam.acting.confirm(made)
    assert asked is not None
    stage.workspace.clock.go_on(days=90)
    async with stage.open((100, 36), name=SAM) as pilot:
        await settle(pilot)
        pilot.app.push_screen(places.action(made))
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action")
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, RecheckDialog)
        said = flat(pilot)
        assert asked.wording in said
        for not_theirs in ("You have not answered", "Your answer now", "I forget", "Then, on"):
            assert not_theirs not in said
        await press(pilot, "enter", "down", "enter", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action again")
    with two.signed_in(SAM) as sam:
        assert sam.actions.action(made).status is Status.EMBEDDED
        assert sam.reflecting.answers() == ()
