"""Which action is meant, and that a step which is refused leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reflect.domain.actions.action import (
    Action,
    CarryChoice,
    Evidence,
    EvidenceKind,
)
from reflect.domain.actions.event import EventKind
from reflect.domain.people import CircleKind
from reflect.errors import InvalidText, NotFound, NotPermitted, WrongUse
from reflect.services.actions.acting import Acting
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
TODAY = date(2026, 3, 2)
DUE = TODAY + timedelta(days=21)
SEEN = Evidence(EvidenceKind.OBSERVATION, "Seen on three visits", TODAY)


@pytest.fixture
def practice(signed_in: SignIn) -> Practice:
    return signed_in()


@pytest.fixture
def acting(practice: Practice) -> Acting:
    return practice.acting


def agreed(acting: Acting, **said: object) -> Action:
    """An action that was agreed today, due in three weeks."""
    return acting.propose(**{"what": "Ask fathers", "due": DUE, "agree": True, **said})


def as_it_stands(practice: Practice, action: Action) -> Action:
    """The action as it is read from the file again, with its events folded and looked through."""
    assert practice.examine() == ()
    return practice.actions.action(action.id)


def kinds(practice: Practice, action: Action) -> list[str]:
    """What happened to an action."""
    return [event.kind.value for event in practice.actions.history(action.id)]


def test_an_action_is_found_by_a_beginning_of_its_id(practice: Practice, acting: Acting) -> None:
    action = agreed(acting)
    assert acting.start(f" {action.id[:8].upper()} ").id == action.id
    assert practice.actions.action(action.id[:4]).id == action.id
    for nobody in ("", action.id[:3], "zzzzzzzz", "%", "____", f"{action.id}0"):
        with pytest.raises(NotFound, match="no action"):
            acting.start(nobody)


def test_a_beginning_that_several_have_is_refused(practice: Practice, acting: Acting, monkeypatch) -> None:
    ids = iter(("abcd1111-0000-4000-8000-000000000000", "abcd2222-0000-4000-8000-000000000000"))
    monkeypatch.setattr("reflect.services.actions.acting.new_id", lambda: next(ids))
    one, other = agreed(acting), agreed(acting)
    with pytest.raises(WrongUse, match="2 actions begin"):
        acting.start("abcd")
    assert acting.start("abcd1").id == one.id
    assert practice.actions.action("ABCD2").id == other.id


REFUSED: dict[str, Callable[[Acting, str], object]] = {
    "an empty note": lambda acting, id_: acting.note(id_, " \n"),
    "a note too long": lambda acting, id_: acting.note(id_, "x" * 10_001),
    "nothing to change": lambda acting, id_: acting.edit(id_),
    "an unknown theme": lambda acting, id_: acting.edit(id_, themes=["nothing"]),
    "another day, quietly": lambda acting, id_: acting.edit(id_, due=date(2026, 9, 1)),
    "agreed twice": lambda acting, id_: acting.agree(id_),
    "carried back": lambda acting, id_: acting.carry(id_, why="later", due=TODAY),
    "carried forward to an earlier day": lambda acting, id_: acting.carry(
        id_, why="later", due=DUE - timedelta(days=1)
    ),
    "carried forward to its own day": lambda acting, id_: acting.carry(id_, why="later", due=DUE),
    "split, by an earlier day": lambda acting, id_: acting.carry(
        id_, why="later", due=DUE - timedelta(days=1), choice=CarryChoice.SPLIT, second="the rest"
    ),
    "half of nothing": lambda acting, id_: acting.carry(
        id_, why="later", due=date(2026, 5, 1), choice=CarryChoice.SPLIT, second=" "
    ),
    "split to a day that is gone": lambda acting, id_: acting.carry(
        id_, why="later", due=TODAY, choice=CarryChoice.SPLIT, second="the rest"
    ),
    "escalated for nothing": lambda acting, id_: acting.escalate(id_, ""),
    "answered by nobody": lambda acting, id_: acting.answered(id_, "yes"),
    "done with nothing": lambda acting, id_: acting.done(id_),
    "done with empty evidence": lambda acting, id_: acting.done(id_, evidence=replace(SEEN, text="")),
    "confirmed before it is done": lambda acting, id_: acting.confirm(id_),
    "shown to a supervisor": lambda acting, id_: acting.show_to(id_, CircleKind.PAIR),
    "shown to a team": lambda acting, id_: acting.show_to(id_, CircleKind.TEAM),
    "shown where it is": lambda acting, id_: acting.show_to(id_, CircleKind.MINE),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_step_leaves_the_file_as_it_was(practice: Practice, acting: Acting, name: str) -> None:
    action = agreed(acting)
    changes, listed = practice.acting._record.changes(), set(practice.actions.arranged().index.entries())
    with pytest.raises((WrongUse, NotPermitted, InvalidText)) as refused:
        REFUSED[name](acting, action.id)
    assert refused.value.next_step
    assert practice.acting._record.changes() == changes
    assert set(practice.actions.arranged().index.entries()) == listed
    assert as_it_stands(practice, action) == action
    assert kinds(practice, action) == [EventKind.PROPOSED, EventKind.AGREED]


def test_that_there_is_nobody_to_show_an_action_to_is_said_kindly(acting: Acting) -> None:
    with pytest.raises(NotPermitted, match="Nobody supervises you") as refused:
        acting.show_to(agreed(acting).id, CircleKind.PAIR)
    assert refused.value.next_step.startswith("It stays yours alone.")
    with pytest.raises(WrongUse, match="once it is agreed with a supervisor"):
        acting.show_to(agreed(acting).id, CircleKind.TEAM)


@pytest.mark.parametrize(
    "said", [{"what": ""}, {"what": "Ask", "themes": ["none"]}, {"what": "Ask", "agree": True}]
)
def test_a_refused_beginning_leaves_nothing(
    practice: Practice, acting: Acting, said: dict[str, object]
) -> None:
    with pytest.raises(WrongUse):
        acting.propose(**said)
    assert len(practice.actions.arranged()) == 0
    assert practice.examine() == ()
