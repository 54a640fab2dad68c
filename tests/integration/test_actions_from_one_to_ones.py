"""An action comes from a one-to-one: who may read its record is told of which day it is, others only that it is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import DUE, SAM, WHAT, SignIn, Team
from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.origin import FromOneToOne
from reflect.domain.figures.marking import mark_of
from reflect.domain.people import CircleKind
from reflect.errors import NotFound
from reflect.reports.actions_json import action_json
from reflect.services.actions.words import action_read, action_written
from reflect.services.practice import Practice

QUESTION = "child-s/what-probably-means"


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


@pytest.fixture
def meeting(team: Team) -> str:
    """A one-to-one of Bo's and Sam's that has begun."""
    planned = team.bo.one_to_ones.plan(SAM, team.clock.today()).id
    return team.sam.one_to_ones.begin(planned).id


def agreed(team: Team, meeting: str, origin: str | None = None) -> Action:
    """An action of Bo's that the two agree on the spot."""
    return team.sam.one_to_ones.agree_action(meeting, what=WHAT, due=DUE, origin=origin)


def from_where(practice: Practice, action: Action) -> str:
    """What the trace tells somebody of the one-to-one."""
    told = practice.actions.trace(action.id).one_to_one
    return told.words if told else ""


def test_what_is_agreed_on_the_spot_comes_from_the_one_to_one(team: Team, meeting: str) -> None:
    action = agreed(team, meeting)
    assert (action.origin, action.record, action.comes_from) == (None, meeting, "a one-to-one")
    for who in (team.bo, team.sam):
        assert who.actions.trace(action.id).one_to_one == FromOneToOne(meeting, team.clock.today(), True)
        assert from_where(who, action) == "It was agreed in the one-to-one of Monday 2 March 2026."
        assert who.examine() == ()


def test_a_question_or_another_one_to_one_that_is_named_stays_its_origin(team: Team, meeting: str) -> None:
    asked = agreed(team, meeting, QUESTION)
    assert asked.origin is not None
    assert (asked.origin.short, asked.record, from_where(team.bo, asked)) == (QUESTION, None, "")
    other = team.bo.one_to_ones.plan(SAM, DUE).id
    assert agreed(team, meeting, other[:8]).record == other


def test_who_may_not_read_the_record_is_not_told_its_day(team: Team, meeting: str) -> None:
    listed = team.listed(agreed(team, meeting))
    assert team.lena.actions.trace(listed.id).one_to_one == FromOneToOne(meeting, None, True)
    assert from_where(team.lena, listed) == "It was agreed in a one-to-one."


def test_both_may_write_down_later_what_comes_from_it(team: Team, meeting: str) -> None:
    for who in (team.bo, team.sam):
        action = who.acting.propose(what=WHAT, origin=meeting[:8])
        assert (action.record, action.circle) == (meeting, CircleKind.MINE)
        assert from_where(who, action) == "It comes from the one-to-one of Monday 2 March 2026."


def test_nobody_else_can_name_it_as_an_origin(team: Team, meeting: str) -> None:
    for who in (team.lena, team.alex, team.admin):
        with pytest.raises(NotFound):
            who.acting.propose(what=WHAT, origin=meeting)
        assert len(who.actions.arranged()) == 0


def test_a_supervisor_whose_link_has_ended_is_told_no_day_of_what_they_never_signed(
    team: Team, meeting: str
) -> None:
    of_sam = team.sam.acting.propose(what=WHAT, origin=meeting)
    team.admin.links.end(team.link.id)
    team.clock.go_on(days=2)
    assert from_where(team.sam, of_sam) == "It comes from a one-to-one."
    assert from_where(team.bo, team.bo.acting.propose(what=WHAT, origin=meeting)).endswith("2 March 2026.")


def test_looking_at_where_it_comes_from_opens_nothing_that_was_shared(team: Team, meeting: str) -> None:
    answer = team.bo.reflecting.add_answer("child-s", "what-probably-means", text="I rang late", scale=None)
    share = team.bo.sharing.share(team.bo.sharing.preview(answer.id))[0].id
    team.bo.one_to_ones.discuss(meeting, share)
    action = agreed(team, meeting)
    assert from_where(team.sam, action).endswith("2 March 2026.")
    assert [one.opened for one in team.bo.sharing.mine()] == [None]


def test_a_part_that_is_split_off_comes_from_the_same(team: Team, meeting: str) -> None:
    action = agreed(team, meeting)
    second = "Ask the school too"
    later = DUE + timedelta(days=9)
    team.bo.acting.carry(action.id, why="Half", due=later, choice=CarryChoice.SPLIT, second=second)
    parts = team.bo.actions.of_pair(team.link.id)
    assert {(one.what, one.record) for one in parts} == {(WHAT, meeting), (second, meeting)}


def test_as_json_its_origin_is_the_id_of_the_one_to_one_and_it_counts_for_no_finding(
    team: Team, meeting: str
) -> None:
    action, today = agreed(team, meeting), team.clock.today()
    history = team.bo.actions.history(action.id)
    told = action_json(action, history, names={}, today=today, rules=team.bo.acting.rules)
    assert (told["origin"], told["source"], told["events"][0]["data"]["record"]) == (meeting, None, meeting)
    mark = mark_of(action)
    assert mark is not None
    assert mark.findings == ()


def test_an_action_that_was_kept_before_there_was_such_an_origin_reads_as_it_did(team: Team) -> None:
    action = team.agreed()
    kept = action_written(action)
    del kept["record"]
    assert action_read(kept) == action
    begun = team.bo.actions.history(action.id)[0]
    assert begun.kind is EventKind.PROPOSED
    assert "record" not in begun.data
    assert folded((begun,)).comes_from is None
    assert from_where(team.bo, action) == ""
