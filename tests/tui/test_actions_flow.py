"""From a question to embedded with the keyboard alone: written, carried, done, confirmed, re-checked, or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from acting_stage import feedback, practice_of, without_notes
from looking import out_of_reach, too_faint
from reflect.domain.actions.action import Action, RecheckResult, Status
from reflect.domain.actions.wanted import Wanted
from reflect.domain.reflection import Scale
from reflect.services.practice import Practice
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.recheck import RecheckDialog
from reflect.tui.dialogs.say import SayDialog
from reflect.tui.dialogs.write_action import WriteActionDialog
from reflect.tui.screens.action import ActionPage
from reflect.tui.screens.actions import ActionsPage
from reflect.tui.screens.today import TodayPage
from stage import Stage
from waiting import press, settle, text_of, unframed, wait_for, words_of
from writing import OPEN, SELF_AUDIT, at, on_question, rush, saved

PAGE = (100, 36)


@contextmanager
def kept(stage: Stage) -> Iterator[Practice]:
    practice = practice_of(stage)
    try:
        yield practice
    finally:
        practice.close()


def only_action(stage: Stage) -> Action:
    with kept(stage) as practice:
        (action,) = practice.actions.listed(Wanted())
        return action


async def open_first(pilot: Pilot[None]) -> None:
    """From any page of a sitting to the first action of the list."""
    while not isinstance(pilot.app.screen, TodayPage):
        await press(pilot, "escape")
    await press(pilot, "a")
    assert isinstance(pilot.app.screen, ActionsPage)
    await press(pilot, "home", "enter")
    assert isinstance(pilot.app.screen, ActionPage)


async def test_from_a_question_to_embedded_with_the_keyboard_alone(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE, at(SELF_AUDIT)) as pilot:
        await on_question(pilot)
        await press(pilot, *"I forget")
        await saved(pilot)
        await press(pilot, "alt+a")
        assert "From: Do I always ask a child what an ordinary day at home is like?" in words_of(pilot)
        await press(pilot, *"Ask Sam", "tab", "tab", *"3 weeks")
        assert "That is Monday 23 March 2026." in words_of(pilot)
        await press(pilot, "ctrl+s")
        assert "Agreed, due Monday 23 March 2026. It is under Actions (a)." in words_of(pilot)

        await open_first(pilot)
        for words in ("Ask Sam", "agreed", "Next: Start it", "The child's daily life, Neglect", "only you"):
            assert words in words_of(pilot)
        await press(pilot, "s")
        assert "in progress" in words_of(pilot)

        await press(pilot, "c", *"I was ill", "tab", "tab", *"5 weeks", "ctrl+s")
        assert "Carried forward to Monday 6 April 2026." in words_of(pilot)
        assert "in progress, carried once · It was carried once." in words_of(pilot)

        await press(pilot, "d", "tab", *"She told me", "tab", "tab", *"We rang", "ctrl+s")
        assert "Impact: We rang" in words_of(pilot)
        await press(pilot, "f")
        assert "you confirm it yourself, and it is shown so" in unframed(pilot)
        await press(pilot, "ctrl+s")
        assert "Confirmed: Monday 2 March 2026, by yourself" in words_of(pilot)
        assert "r Re-check" not in words_of(pilot)

        stage.workspace.clock.go_on(days=90)
        await press(pilot, "t", "home")
        assert "Enter opens this action. Its re-check has come: look whether it has lasted." in words_of(
            pilot
        )
        await press(pilot, "enter", "r")
        assert isinstance(pilot.app.screen, RecheckDialog)
        assert "Then, on Monday 2 March 2026" in words_of(pilot)
        assert "I forget" in words_of(pilot)
        await press(pilot, *"I do now")
        await press(pilot, "ctrl+s")
        assert "It is not said yet whether it has lasted." in words_of(pilot)
        await press(pilot, "tab", "enter", "down", "enter", "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ActionPage), "the action")
        assert "B blue · embedded" in words_of(pilot)
        assert "Nothing more: it has lasted." in words_of(pilot)

    action = only_action(stage)
    assert (action.status, action.carried, action.recheck_result) == (
        Status.EMBEDDED,
        1,
        RecheckResult.SUSTAINED,
    )
    assert action.confirmed_alone
    with kept(stage) as practice:
        said = [card.opening for card in practice.reflecting.answers(question=SELF_AUDIT)]
        trace = practice.actions.trace(action.id)
    assert said == ["I do now", "I forget"]
    assert trace.answer is not None
    assert trace.answer.text == "I forget"


async def test_a_change_that_did_not_last_is_taken_up_again(stage: Stage) -> None:
    with kept(stage) as practice:
        made = practice.acting.propose(what="Ask Sam", due=date(2026, 3, 9), agree=True)
        practice.acting.done(made.id, evidence=feedback(stage))
        practice.acting.confirm(made.id)
    stage.workspace.clock.go_on(days=90)
    async with stage.open(PAGE) as pilot:
        assert "A child told" not in words_of(pilot)
        await press(pilot, "home", "enter", "r")
        await press(pilot, "shift+tab")
        pilot.app.screen.query_one("#result").focus()
        await settle(pilot)
        await press(pilot, "enter", "down", "down", "down", "enter", "ctrl+s")
        assert "taken up again by a day. Write one, such as" in unframed(pilot)
        await press(pilot, *"6 weeks", "ctrl+s")
        assert "in progress" in words_of(pilot)
    action = only_action(stage)
    assert (action.status, action.due) == (Status.IN_PROGRESS, date(2026, 5, 31) + timedelta(days=42))


async def test_a_strength_to_keep_needs_no_day_and_has_no_letter(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE, at(OPEN)) as pilot:
        await on_question(pilot)
        await press(pilot, "alt+a", *"We ring him", "tab", "enter", "down", "enter", "ctrl+s")
        assert "Kept as good practice." in words_of(pilot)
        await open_first(pilot)
        assert "Good practice · agreed · Good practice has no letter" in words_of(pilot)
    action = only_action(stage)
    assert action.keep
    assert action.due is None
    assert action.origin is not None
    assert action.origin.question == OPEN


async def test_what_did_not_happen_is_asked_for_kindly_and_can_be_taken_back(stage: Stage) -> None:
    with kept(stage) as practice:
        practice.acting.propose(what="Ask Sam", due=date(2026, 3, 9), agree=True)
    async with stage.open(PAGE) as pilot:
        await press(pilot, "home", "enter", "h")
        assert isinstance(pilot.app.screen, SayDialog)
        assert "no blame comes with it" in words_of(pilot)
        await press(pilot, "ctrl+s")
        assert "It is missing what got in the way." in words_of(pilot)
        await press(pilot, *"No time", "ctrl+s")
        assert "not achieved" in words_of(pilot)
        assert "Why it ended: No time" in words_of(pilot)
        await press(pilot, "u")
        said = words_of(pilot)
        assert "Taken back: " in said
        assert "Start it, or say what is in the way." in said
        assert only_action(stage).status is Status.AGREED


async def test_only_possible_steps_are_offered(stage: Stage) -> None:
    with kept(stage) as practice:
        practice.acting.propose(what="Ask Sam")
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "enter")
        for key, offered in (
            ("g", True),
            ("s", False),
            ("d", False),
            ("f", False),
            ("k", False),
            ("h", False),
        ):
            named = [
                active.binding.key for active in pilot.app.screen.active_bindings.values() if active.enabled
            ]
            assert (key, key in named) == (key, offered)
        await press(pilot, "g", "ctrl+s")
        assert "An action is agreed with a date." in words_of(pilot)
        await press(pilot, *"tomorrow", "ctrl+s")
        assert "Agreed, due Tuesday 3 March 2026." in words_of(pilot)
        await press(pilot, "x", *"No answer", "ctrl+s")
        assert "Escalated: stage 1, to the practitioner in the other service" in words_of(pilot)
        await press(pilot, "o", *"They came", "ctrl+s")
        assert "What came of it: They came" in words_of(pilot)
        await press(pilot, "k", *"The lift", "ctrl+s")
        assert "In the way: The lift" in words_of(pilot)
        await press(pilot, "k")
        assert "In the way" not in words_of(pilot)
        await press(pilot, "n", *"Rang twice", "ctrl+s")
        assert "Rang twice" in words_of(pilot)
        await press(pilot, "e", *" today", "ctrl+s")
        assert "Ask Sam today" in words_of(pilot)
        await press(pilot, "p", "enter", "down", "enter", "ctrl+s")
        assert "Nobody supervises you in this workspace" in await without_notes(pilot)
        await press(pilot, "escape", "w", *"Moved", "ctrl+s")
        assert only_action(stage).status is Status.WITHDRAWN


async def test_what_was_typed_is_not_dropped_unasked_and_locking_keeps_it(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "n", *"Ask Sam", "escape")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WriteActionDialog)
        await press(pilot, "tab", "tab", *"someday", "ctrl+s")
        assert "“someday” is not a date that is understood here." in words_of(pilot)
        assert "Ask Sam" in words_of(pilot)
        await press(pilot, "ctrl+l")
    action = only_action(stage)
    assert (action.what, action.status) == ("Ask Sam", Status.PROPOSED)
    with kept(stage) as practice:
        assert practice.putting_aside.waiting() == (action,)


async def test_two_parts_become_two_actions(stage: Stage) -> None:
    with kept(stage) as practice:
        practice.acting.propose(what="Ask Sam and Kim", due=date(2026, 3, 9), agree=True)
    async with stage.open(PAGE) as pilot:
        await press(
            pilot, "home", "enter", "c", *"Too much", "tab", "enter", "down", "enter", "tab", *"3 weeks"
        )
        await press(pilot, "tab", "tab", *"Ask Kim", "ctrl+s")
        await press(pilot, "escape", "a")
        assert "Ask Kim" in words_of(pilot)
        assert "Ask Sam and Kim" in words_of(pilot)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)], ids=["60x18", "80x24", "120x40"])
async def test_the_re_check_sets_then_beside_now(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    with kept(stage) as practice:
        practice.reflecting.add_answer("child-m", SELF_AUDIT, text="I forget.", scale=Scale.RARELY)
        made = practice.acting.propose(
            what="Ask Sam", due=date(2026, 3, 9), origin=f"child-m/{SELF_AUDIT}", agree=True
        )
        practice.acting.done(made.id, evidence=feedback(stage))
        practice.acting.confirm(made.id)
    stage.workspace.clock.go_on(days=90)
    async with stage.open(size) as pilot:
        await press(pilot, "home", "enter", "r")
        for words in ("Do I always ask a child", "Then, on Monday 2 March 2026", "Rarely", "I forget."):
            assert words in unframed(pilot)
        golden(f"action-recheck-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []


async def test_keys_that_come_in_a_rush_stand_in_the_fields_they_were_meant_for(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.open(PAGE) as pilot:
        await press(pilot, "a", "n")
        await rush(pilot, *"Ask Sam", "tab", "tab", *"Friday", "tab", *"He says so", "ctrl+s")
        await settle(pilot)
    action = only_action(stage)
    assert (action.what, action.due, action.know) == ("Ask Sam", date(2026, 3, 6), "He says so")
