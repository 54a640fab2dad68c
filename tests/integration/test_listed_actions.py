"""Actions on the log of a team: seen by their owner, by who supervises the owner, and by the lead."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import ADMIN, ALEX, BO, DUE, LENA, SAM, WHAT, SignIn, Team, kinds, whats
from reflect.domain.actions.action import CarryChoice, Status
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, NotPermitted, WrongUse


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def nothing_wrong(team: Team) -> bool:
    return not [fault for practice in team.everybody.values() for fault in practice.examine()]


def test_what_is_listed_owner_supervisor_and_lead_see_and_nobody_else(team: Team) -> None:
    action = team.listed()
    for who in (team.bo, team.sam, team.lena):
        assert who.actions.action(action.id) == action
        assert whats(who, Wanted(whose=Whose.LISTED)) == [WHAT]
    for who in (team.admin, team.alex):
        assert who.actions.listed(Wanted()) == ()
        with pytest.raises(NotFound):
            who.actions.action(action.id)
    assert team.lena.actions.history(action.id) == team.bo.actions.history(action.id)
    assert [one.id for one in team.sam.actions.of_pair(team.link.id)] == [action.id]
    assert whats(team.bo, Wanted(whose=Whose.MINE)) == [WHAT]
    assert len(team.bo.actions.arranged()) == 1
    assert len(team.lena.actions.arranged()) == 0
    assert nothing_wrong(team)


def test_either_of_the_two_lists_it_once_it_is_agreed(team: Team) -> None:
    by_sam = team.sam.acting.show_to(team.agreed().id, CircleKind.TEAM)
    assert team.bo.actions.action(by_sam.id).circle is CircleKind.TEAM
    proposed = team.bo.acting.propose(what=WHAT, due=DUE, pair=team.link.id)
    with pytest.raises(WrongUse, match="once it is agreed"):
        team.bo.acting.show_to(proposed.id, CircleKind.TEAM)
    alone = team.bo.acting.propose(what=WHAT, due=DUE, agree=True)
    with pytest.raises(WrongUse, match="agreed with a supervisor"):
        team.bo.acting.show_to(alone.id, CircleKind.TEAM)


def test_before_it_is_listed_it_is_said_who_will_read_what(team: Team) -> None:
    action = team.agreed()
    team.sam.acting.note(action.id, "Ask for the rota")
    showing = team.bo.acting.showing(action.id, CircleKind.TEAM)
    assert (showing.team, set(showing.people)) == ("North", {SAM, LENA})
    assert showing.words == (WHAT, "Ask for the rota")
    assert team.lena.actions.listed(Wanted()) == ()


def test_with_which_team_is_said_where_there_are_several(team: Team) -> None:
    team.admin.teams.add("South", ALEX, [BO])
    action = team.agreed()
    with pytest.raises(WrongUse, match="North, South"):
        team.bo.acting.show_to(action.id, CircleKind.TEAM)
    with pytest.raises(NotFound):
        team.bo.acting.show_to(action.id, CircleKind.TEAM, team="East")
    team.bo.acting.show_to(action.id, CircleKind.TEAM, team="south")
    assert (whats(team.alex), whats(team.lena)) == ([WHAT], [])
    with pytest.raises(WrongUse, match="shown there already"):
        team.bo.acting.show_to(action.id, CircleKind.TEAM, team="North")


def test_somebody_in_no_team_has_no_log(team: Team) -> None:
    link = team.admin.links.add(LENA, SAM)
    action = team.sam.acting.propose(what=WHAT, due=DUE, agree=True, pair=link.id)
    with pytest.raises(NotPermitted, match="in no team"):
        team.sam.acting.show_to(action.id, CircleKind.TEAM)


def test_a_lead_reads_notes_and_escalates_and_does_nothing_else(team: Team) -> None:
    action = team.listed()
    team.lena.acting.note(action.id, "I will raise it")
    team.lena.acting.escalate(action.id, "No answer for a month")
    for step in (
        lambda: team.lena.acting.start(action.id),
        lambda: team.lena.acting.done(action.id, evidence=team.seen()),
        lambda: team.lena.acting.edit(action.id, what="Other"),
        lambda: team.lena.acting.withdraw(action.id, "No"),
        lambda: team.lena.acting.block(action.id, "No"),
        lambda: team.lena.acting.show_to(action.id, CircleKind.MINE),
        lambda: team.lena.acting.carry(action.id, why="No", due=DUE + timedelta(days=9)),
    ):
        with pytest.raises(NotPermitted):
            step()
    team.bo.acting.done(action.id, evidence=team.seen())
    with pytest.raises(NotPermitted):
        team.lena.acting.confirm(action.id)
    with pytest.raises(NotPermitted):
        team.bo.acting.confirm(action.id)
    assert team.sam.acting.confirm(action.id).confirmed_by == team.sam.person.id
    assert kinds(team.lena, action)[2:] == ["shown", "noted", "escalated", "done", "confirmed"]
    assert nothing_wrong(team)


def test_the_part_that_is_split_off_is_listed_too(team: Team) -> None:
    action = team.listed()
    team.sam.acting.carry(
        action.id, why="Too much", due=DUE + timedelta(days=9), choice=CarryChoice.SPLIT, second="The rest"
    )
    assert sorted(whats(team.lena, Wanted(whose=Whose.LISTED))) == [WHAT, "The rest"]
    assert nothing_wrong(team)


def test_what_is_listed_does_not_go_back(team: Team) -> None:
    action = team.listed()
    for circle in (CircleKind.MINE, CircleKind.PAIR):
        with pytest.raises(NotPermitted, match="others rely on it"):
            team.bo.acting.show_to(action.id, circle)


def test_a_lead_hands_it_over_to_somebody_in_the_team(team: Team) -> None:
    action = team.listed()
    for who in (team.bo,):
        with pytest.raises(NotPermitted):
            who.acting.hand_over(action.id, ALEX, "I am on leave")
    with pytest.raises(WrongUse, match="not in the team"):
        team.lena.acting.hand_over(action.id, SAM, "Bo is on leave")
    with pytest.raises(WrongUse, match="missing why"):
        team.lena.acting.hand_over(action.id, ALEX, " ")
    handed = team.lena.acting.hand_over(action.id, "alex another", "Bo is on leave")
    assert handed.owner == team.alex.person.id
    assert team.alex.acting.start(action.id).status is Status.IN_PROGRESS
    assert whats(team.alex, Wanted(whose=Whose.MINE)) == [WHAT]
    assert team.lena.actions.action(action.id).status is Status.IN_PROGRESS
    for former in (team.bo, team.sam):
        then = former.actions.action(action.id)
        assert (then.owner, then.status) == (team.alex.person.id, Status.AGREED)
        assert kinds(former, action)[-1] == "handed-over"
        with pytest.raises(NotPermitted):
            former.acting.note(action.id, "Still mine?")
    assert whats(team.bo, Wanted(whose=Whose.MINE)) == []
    assert whats(team.sam, Wanted(whose=Whose.SUPERVISEES)) == []
    assert nothing_wrong(team)


def test_only_a_listed_action_is_handed_over(team: Team) -> None:
    with pytest.raises(WrongUse, match="Only an action on a team's log"):
        team.sam.acting.hand_over(team.agreed().id, ALEX, "Bo is on leave")


def test_after_a_link_has_ended_owner_and_lead_go_on_and_the_supervisor_reads_to_that_day(team: Team) -> None:
    action = team.listed()
    team.admin.links.end(team.link.id)
    with pytest.raises(NotPermitted):
        team.sam.acting.note(action.id, "Still here")
    team.lena.acting.note(action.id, "Who supervises now?")
    team.bo.acting.start(action.id)
    assert kinds(team.lena, action) == kinds(team.bo, action) == [
        "proposed", "agreed", "shown", "noted", "started",
    ]  # fmt: skip
    assert kinds(team.sam, action) == ["proposed", "agreed", "shown"]
    assert whats(team.bo) == whats(team.lena) == [WHAT]
    team.admin.links.add(ALEX, BO)
    team.again(BO)
    assert team.alex.acting.done(action.id, evidence=team.seen()).status is Status.DONE
    assert team.lena.actions.action(action.id).status is Status.DONE
    assert team.sam.actions.action(action.id).status is Status.AGREED
    assert nothing_wrong(team)


def test_another_lead_sees_what_is_listed_and_the_former_one_no_more_of_it(team: Team) -> None:
    action = team.listed()
    team.lena.acting.note(action.id, "I will raise it")
    team.admin.teams.change_lead("North", ADMIN)
    for ask in (team.lena.actions.action, team.lena.actions.history):
        with pytest.raises(NotFound):
            ask(action.id)
    assert team.lena.actions.listed(Wanted()) == ()
    team.again(SAM)
    assert kinds(team.admin, action) == ["proposed", "agreed", "shown", "noted"]
    team.admin.acting.note(action.id, "I take it up")
    assert kinds(team.bo, action)[-1] == "noted"
    assert nothing_wrong(team)


def test_an_owner_who_leads_their_own_team_does_not_confirm_their_own_work(team: Team) -> None:
    link = team.admin.links.add(SAM, LENA)
    action = team.lena.acting.propose(what=WHAT, due=DUE, agree=True, pair=link.id)
    team.lena.acting.show_to(action.id, CircleKind.TEAM)
    team.lena.acting.done(action.id, evidence=team.seen())
    with pytest.raises(NotPermitted):
        team.lena.acting.confirm(action.id)
    assert team.sam.acting.confirm(action.id).status is Status.CONFIRMED


def test_what_is_listed_stays_with_the_lead_when_its_owner_leaves(team: Team) -> None:
    action = team.listed()
    for practice in team.everybody.values():
        if practice is not team.admin:
            practice.close()
    team.admin.people.deactivate(BO)
    lena, alex = team.again(LENA), team.again(ALEX)
    lena.acting.hand_over(action.id, ALEX, "Bo has left")
    assert alex.acting.start(action.id).owner == alex.person.id
    assert kinds(lena, action)[-2:] == ["handed-over", "started"]
    assert [*lena.examine(), *alex.examine(), *team.again(SAM).examine()] == []
