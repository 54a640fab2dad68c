"""Actions as lines that leave a workspace, and all that there is of them within."""

from __future__ import annotations

from datetime import timedelta

from clocks import StoppedClock
from meddling import change, ids
from reflect.domain.actions.action import Action, Evidence, EvidenceKind
from reflect.domain.actions.event import Event
from reflect.reports.actions_json import action_json
from reflect.services.practice import Practice
from reflect.text import json_line


def lines_of(practice: Practice, clock: StoppedClock, wanted: list[str] | None = None) -> list[str]:
    """Actions as they leave, one a line."""
    lists, chosen = practice.actions, sorted(wanted or ids(practice))
    answers = lists.answers_behind(chosen)
    return [
        json_line(
            action_json(
                action,
                lists.history(action.id),
                names=lists.names(),
                today=clock.today(),
                rules=practice.acting.rules,
                answer=answers.get(action.id),
            )
        )
        for action in lists.some(chosen)
    ]


def everything(practice: Practice) -> dict[str, tuple[Action, tuple[Event, ...], str | None]]:
    """All that there is of each action."""
    lists, there = practice.actions, ids(practice)
    answers = lists.answers_behind(there)
    return {one.id: (one, lists.history(one.id), answers.get(one.id)) for one in lists.some(there)}


def emptied(practice: Practice) -> None:
    """The same workspace without an action."""
    change(practice, "DELETE FROM mine_action_event")
    change(practice, "DELETE FROM mine_action")
    change(practice, "DELETE FROM mine_page WHERE name LIKE 'actions %'")
    assert everything(practice) == {}


def with_three(practice: Practice, clock: StoppedClock) -> Practice:
    """Gives somebody with three actions, one of them done and from an own answer."""
    answer = practice.reflecting.add_answer("child-s", "what-probably-means", text="A long day", scale=None)
    due = clock.today() + timedelta(days=30)
    done = practice.acting.propose(what="Zoë’s idea \U0001f642", origin=answer.id, due=due, agree=True)
    practice.acting.start(done.id)
    practice.acting.done(done.id, evidence=Evidence(EvidenceKind.AUDIT, "Seen", clock.today()))
    practice.acting.propose(what="Ask", themes=["local:ours"])
    practice.acting.propose(what="Keep asking", keep=True, agree=True)
    return practice


def the_done(practice: Practice) -> str:
    return next(action.id for action in practice.actions.some(ids(practice)) if action.done)
