"""An action comes from somewhere: a question, a finding or an own answer, which stays its owner's secret."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clocks import StoppedClock
from own_banks import WithOwnBanks
from reflect.domain.actions.lines import event_written
from reflect.domain.reflection import Answer
from reflect.errors import NotFound
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
QUESTION, FINDING = "both-parents-co-sleeping", "named-nurse-escalated"


@pytest.fixture
def practice(signed_in: SignIn) -> Practice:
    return signed_in()


def answered(practice: Practice, text: str = "A long day") -> Answer:
    """An answer of one's own."""
    return practice.reflecting.add_answer("child-s", QUESTION, text=text, scale=None)


def test_a_question_gives_its_wording_its_findings_and_its_themes(practice: Practice) -> None:
    bank = practice.banks.bank("child-s")
    question = bank.question(QUESTION)
    assert question is not None
    action = practice.acting.propose(what="Ask", origin=f"child-s/{QUESTION}")
    assert action.origin is not None
    assert (action.origin.bank, action.origin.bank_title, action.origin.bank_version) == (
        "child-s",
        "Child S",
        1,
    )
    assert (action.origin.question, action.origin.wording) == (QUESTION, question.text)
    assert [finding.id for finding in action.origin.findings] == list(question.findings)
    assert action.origin.short == f"child-s/{QUESTION}"
    assert action.themes == question.themes + question.context
    assert action.themes
    assert practice.actions.answers_behind([action.id]) == {}


def test_a_finding_gives_its_words_its_review_and_its_themes(practice: Practice) -> None:
    finding = practice.banks.bank("child-s").finding(FINDING)
    assert finding is not None
    action = practice.acting.propose(what="Escalate too", origin=f"child-s/{FINDING}", keep=True)
    assert action.origin is not None
    assert (action.origin.question, action.origin.wording) == (None, "")
    assert [(one.id, one.text, one.review) for one in action.origin.findings] == [
        (FINDING, finding.text, "Child S")
    ]
    assert action.origin.short == f"child-s/{FINDING}"
    assert action.themes == finding.themes
    assert practice.actions.trace(action.id).answers == ()


def test_themes_that_are_said_stand_in_place_of_those_of_the_origin(practice: Practice) -> None:
    origin = f"child-s/{QUESTION}"
    assert practice.acting.propose(what="Ask", origin=origin, themes=["local:ours"]).themes == ("local:ours",)
    assert practice.acting.propose(what="Ask", origin=origin, themes=[]).themes == ()


@pytest.mark.parametrize(
    "nowhere", ["child-s/nothing", "nothing/here", "child-s", "child-s/", "/", "00000000"]
)
def test_an_origin_that_is_not_there_is_refused(practice: Practice, nowhere: str) -> None:
    with pytest.raises(NotFound):
        practice.acting.propose(what="Ask", origin=nowhere)
    assert len(practice.actions.arranged()) == 0


def test_an_own_answer_leads_to_its_question_and_stays_out_of_every_event(practice: Practice) -> None:
    answer = answered(practice, "A secret sentence")
    action = practice.acting.propose(what="Ask", origin=answer.id[:8], keep=True, agree=True)
    question = practice.acting.propose(what="Ask", origin=f"child-s/{QUESTION}")
    assert (action.origin, action.themes) == (question.origin, question.themes)
    assert practice.actions.answers_behind([action.id, question.id]) == {action.id: answer.id}
    practice.acting.note(action.id, "one")
    practice.acting.undo(action.id)
    events = practice.actions.history(action.id)
    told = json.dumps([event.payload for event in events] + [event_written(event, {}) for event in events])
    assert "Ask" in told
    assert answer.id not in told
    assert answer.reflection not in told
    assert "secret" not in told


def test_the_answer_stays_behind_an_action_through_every_step(practice: Practice) -> None:
    answer = answered(practice)
    action = practice.acting.propose(what="Ask", origin=answer.id)
    practice.acting.edit(action.id, what="Ask twice")
    practice.acting.withdraw(action.id, "no longer meant")
    assert practice.actions.answers_behind([action.id]) == {action.id: answer.id}


def test_the_trace_shows_the_answer_and_all_answers_to_its_question(
    practice: Practice, clock: StoppedClock
) -> None:
    first = answered(practice)
    action = practice.acting.propose(what="Ask", origin=first.id)
    clock.go_on(days=90)
    second = practice.reflecting.save_answer(
        practice.reflecting.begin_anew("child-s").reflection.id,
        QUESTION,
        text="Lighter",
        scale=None,
        revision=0,
    )
    trace = practice.actions.trace(action.id[:6])
    assert (trace.action, trace.answer) == (action, first)
    assert [answer.id for answer in trace.answers] == [first.id, second.id]
    assert not trace.bank_moved_on


def test_an_action_stays_when_its_answer_is_deleted(practice: Practice) -> None:
    answer = answered(practice)
    action = practice.acting.propose(what="Ask", origin=answer.id)
    practice.reflecting.delete_answer(answer.id)
    trace = practice.actions.trace(action.id)
    assert (trace.action, trace.answer, trace.answers) == (action, None, ())
    assert practice.examine() == ()


def test_the_wording_of_that_day_stays_when_the_bank_moves_on(tmp_path: Path, clock: StoppedClock) -> None:
    workspace = WithOwnBanks(tmp_path, clock)
    practice = workspace.open()
    question = practice.banks.bank("child-m").questions[0]
    answer = practice.reflecting.add_answer("child-m", question.id, text="A long day", scale=None)
    before = practice.acting.propose(what="Ask", origin=f"child-m/{question.id}")
    practice.close()
    first = question.text.split()[0]
    workspace.change_bank("child-m", question.text, question.text.replace(first, "Otherwise:", 1))
    practice = workspace.open()
    trace = practice.actions.trace(before.id)
    assert trace.bank_moved_on
    assert trace.action.origin is not None
    assert trace.action.origin.wording == question.text
    late = practice.acting.propose(what="Ask", origin=answer.id)
    assert late.origin is not None
    assert late.origin.wording == question.text
    assert practice.examine() == ()
    practice.close()
