"""Who may do what with an action that others see, from a table that was written by hand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from acting import ALEX, ROBIN, SAM, Story
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.roles import Relations, Role, check_may, may, owners_of, stranger_in
from reflect.errors import NotPermitted

LENA, NORTH = "lena", "north"
# o owner, s supervisor, e supervisee of the owner, l lead of the team, f former supervisor and everybody else
TABLE = {
    #                o s e l f
    "proposed": "    y y y - -",
    "edited": "      y y - - -",
    "agreed": "      y y y - -",
    "started": "     y y - - -",
    "noted": "       y y y y -",
    "carried": "     y y - - -",
    "escalated": "   y y - y -",
    "answered": "    y y - - -",
    "blocked": "     y y - - -",
    "unblocked": "   y y - - -",
    "done": "        y y - - -",
    "evidenced": "   y y - - -",
    "confirmed": "   - y y - -",
    "rechecked": "   y y - - -",
    "not-achieved": "y y - - -",
    "withdrawn": "   y y - - -",
    "shown": "       y y y - -",
    "handed-over": " - y - y -",
    "undone": "      y y y y -",
}
COLUMNS = (Role.OWNER, Role.SUPERVISOR, Role.SUPERVISEE, Role.LEAD, None)
CELLS = [
    pytest.param(EventKind(kind), role, mark == "y", id=f"{role.value if role else 'none'}, {kind}")
    for kind, row in TABLE.items()
    for role, mark in zip(COLUMNS, row.split(), strict=True)
]
EVER = Relations(frozenset({(SAM, ROBIN)}), {NORTH: (LENA,)})


def in_role(role: Role | None) -> frozenset[Role]:
    return frozenset({role} if role else ())


def test_the_table_speaks_of_every_event() -> None:
    assert set(TABLE) == {kind.value for kind in EventKind}
    assert set(COLUMNS) == {*Role, None}


@pytest.mark.parametrize(("kind", "role", "allowed"), CELLS)
def test_each_role_does_what_the_table_says_and_no_more(
    kind: EventKind, role: Role | None, allowed: bool
) -> None:
    assert may(in_role(role), kind) is allowed
    if allowed:
        check_may(in_role(role), kind)
    else:
        with pytest.raises(NotPermitted) as refused:
            check_may(in_role(role), kind)
        assert refused.value.next_step


def test_nobody_confirms_their_own_work_whatever_else_they_are() -> None:
    assert not may(frozenset(Role), EventKind.CONFIRMED)
    assert may(frozenset({Role.OWNER, Role.LEAD}), EventKind.HANDED_OVER)


@pytest.mark.parametrize(
    ("person", "owner", "roles"),
    [
        (ROBIN, ROBIN, {Role.OWNER}),
        (SAM, ROBIN, {Role.SUPERVISOR}),
        (ROBIN, SAM, {Role.SUPERVISEE}),
        (LENA, ROBIN, {Role.LEAD}),
        (ALEX, ROBIN, set()),
    ],
)
def test_roles_come_from_links_and_teams(person: str, owner: str, roles: Iterable[Role]) -> None:
    assert EVER.roles(person, owner, [NORTH]) == frozenset(roles)
    assert EVER.roles(LENA, owner) == frozenset()


def listed() -> Story:
    story = Story(by=SAM, owner=ROBIN, circle="pair").then(EventKind.AGREED, by=ROBIN)
    return story.then(EventKind.SHOWN, by=SAM, circle="team", team=NORTH)


def test_a_history_in_which_each_did_what_was_theirs_has_no_stranger() -> None:
    story = listed().then(EventKind.NOTED, by=LENA).then(EventKind.DONE).then(EventKind.CONFIRMED, by=SAM)
    assert stranger_in(story.events, EVER) is None
    handed = listed().then(EventKind.HANDED_OVER, by=LENA, owner=ALEX).then(EventKind.STARTED, by=ALEX)
    assert stranger_in(handed.events, EVER) is None
    assert owners_of(handed.events) == (ROBIN, ALEX)


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        (EventKind.CONFIRMED, LENA),
        (EventKind.STARTED, LENA),
        (EventKind.NOTED, ALEX),
        (EventKind.HANDED_OVER, ROBIN),
    ],
)
def test_a_step_that_was_never_theirs_to_take_is_found(kind: EventKind, by: str) -> None:
    story = listed()
    if kind is EventKind.CONFIRMED:
        story.then(EventKind.DONE)
    story.then(kind, by=by)
    assert stranger_in(story.events, EVER) == len(story.events) - 1


def test_a_lead_has_no_part_in_what_was_not_listed_yet() -> None:
    story = Story(owner=ROBIN, circle="pair").then(EventKind.NOTED, by=LENA)
    assert stranger_in(story.events, EVER) == 1


def test_what_is_its_owners_alone_has_no_other_maker() -> None:
    assert stranger_in(Story().events, EVER) is None
    assert stranger_in(Story(by=SAM, owner=ROBIN, circle="pair").events, EVER) is None
    assert stranger_in(Story(by=ALEX, owner=ROBIN, circle="pair").events, EVER) == 0
