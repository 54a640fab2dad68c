"""How made-up actions go: only in ways in which an action can go, and in all of them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest

from reflect.demo.courses import Source, Step, Who, course, given_up, own_course
from reflect.demo.luck import Luck
from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.roles import MAY, Role

ORIGIN = {
    "bank": "child-s", "bank_title": "Child S", "bank_version": 1, "question": "q", "wording": "What is a day like?",
    "findings": [["f", "Nobody knew.", "Child S"]],
}  # fmt: skip
SOURCE = Source(ORIGIN, ("recording-quality", "fathers-and-partners"))
AGREED = date(2025, 3, 4)
WHO = {Who.OWNER: "owner", Who.SUPERVISOR: "supervisor", Who.LEAD: "lead"}
ROLE = {Who.OWNER: Role.OWNER, Who.SUPERVISOR: Role.SUPERVISOR, Who.LEAD: Role.LEAD}


def several(
    number: int, stuck: frozenset[str] = frozenset(), team: str | None = "a team"
) -> list[list[Step]]:
    return [list(course(Luck(7, str(one)), SOURCE, AGREED, stuck, team)) for one in range(number)]


def after(steps: list[Step], *, own: bool = False) -> Action:
    """The action after these steps, each checked by the rules of an action."""
    events = [
        Event(
            "an id", number, datetime.combine(step.day, time(9), UTC), step.day, WHO[step.who], step.kind,
            step.said if number > 1 or own else {**step.said, "owner": "owner"},
        )
        for number, step in enumerate(steps, 1)
    ]  # fmt: skip
    return folded(events)


@pytest.mark.parametrize("team", ["a team", None])
def test_every_step_is_possible_where_it_stands_and_for_who_takes_it(team: str | None) -> None:
    for steps in several(150, frozenset(SOURCE.themes), team):
        assert all(earlier.day <= later.day for earlier, later in pairwise(steps))
        assert all(step.kind in MAY[ROLE[step.who]] for step in steps)
        for number in range(1, len(steps) + 1):
            assert after(steps[:number]).themes == SOURCE.themes


def test_actions_end_in_every_way_and_stand_in_every_state_on_their_way() -> None:
    whole = several(400)
    ends = Counter(after(steps).status for steps in whole)
    assert set(ends) == {Status.EMBEDDED, Status.CONFIRMED, Status.NOT_ACHIEVED, Status.AGREED}
    on_the_way = {after(steps[:number]).status for steps in whole for number in range(2, len(steps) + 1)}
    assert on_the_way == set(Status) - {Status.PROPOSED, Status.WITHDRAWN}
    assert {step.kind for steps in whole for step in steps} >= {EventKind.CARRIED, EventKind.ESCALATED}


def test_what_is_stuck_lasts_more_seldom() -> None:
    lasted = [
        sum(after(steps).status is Status.EMBEDDED for steps in several(300, stuck))
        for stuck in (frozenset[str](), frozenset({"recording-quality"}), frozenset({"fathers-and-partners"}))
    ]
    assert lasted[1] < 0.75 * lasted[0]
    assert lasted[2] == lasted[0]  # only the first theme of a question makes it stuck


def test_what_somebody_keeps_to_themself_is_theirs_alone() -> None:
    for number in range(60):
        steps = list(own_course(Luck(7, f"own {number}"), SOURCE, AGREED))
        assert {step.who for step in steps} == {Who.OWNER}
        assert after(steps, own=True).owner == "owner"


def test_an_unfinished_action_is_given_up_when_its_owner_leaves() -> None:
    steps = several(1)[0][:3]
    gone = after([*steps, given_up(Luck(7, "leaving"), date(2025, 3, 20))])
    assert gone.status is Status.WITHDRAWN
    assert gone.ended_why
