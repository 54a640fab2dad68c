"""The log of a team for its lead: listed actions in groups, exactly counted, opened only where they are looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from meddling import change
from pairs import ALEX, BO, LENA, SAM, WHAT, SignIn, Team
from reflect.domain.actions.action import Action, Level, RecheckResult, Status
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rag import Rag
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogOrder, LogWanted
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

QUESTION, FINDING = "child-s/what-probably-means", "child-s/confidence-to-challenge"


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def in_words(lead: Practice, log: ListedLog) -> dict[str, list[str]]:
    """The log as it is read: each group with what its actions say."""
    return {
        group.words: [action.what for action in lead.overseeing.shown(log, group.ids)] for group in log.groups
    }


def found(team: Team, wanted: LogWanted) -> set[str]:
    """What the actions say that are asked for."""
    log = team.lena.overseeing.log(wanted=wanted)
    assert log.count == len({id_ for group in log.groups for id_ in group.ids})
    return {what for several in in_words(team.lena, log).values() for what in several}


def listed(
    team: Team, what: str, days: int = 30, *, origin: str | None = None, level: Level = Level.PRACTITIONER
) -> Action:
    """Another action of Bo's on the log, due in so many days."""
    due = team.clock.today() + timedelta(days=days)
    return team.listed(
        team.bo.acting.propose(what=what, due=due, agree=True, pair=team.link.id, origin=origin, level=level)
    )


def embedded(team: Team, what: str) -> Action:
    """One of Bo's that has come to its end on the log; the clock goes on until it has."""
    action = listed(team, what)
    team.bo.acting.done(action.id, evidence=team.seen())
    team.sam.acting.confirm(action.id)
    team.clock.go_on(days=91)
    return team.sam.acting.recheck(action.id, RecheckResult.SUSTAINED)


def test_a_re_check_that_has_come_stands_by_itself_and_not_under_what_is_due_soon(team: Team) -> None:
    action = listed(team, "Ask both parents")
    team.bo.acting.done(action.id, evidence=team.seen())
    team.sam.acting.confirm(action.id)
    team.clock.go_on(days=91)
    listed(team, "Soon", 9)
    log = team.lena.overseeing.log()
    assert in_words(team.lena, log) == {"Due soon": ["Soon"], "Re-check due": ["Ask both parents"]}
    arranged = team.bo.actions.arranged()
    assert (len(arranged.ids(Group.DUE_SOON)), arranged.ids(Group.RECHECK)) == (1, [action.id])
    assert [one.what for one in team.bo.actions.due(3)] == ["Soon", "Ask both parents"]


def test_a_lead_sees_what_is_listed_in_groups_and_nobody_else_does(team: Team) -> None:
    late = listed(team, "Late", 1)
    listed(team, "Soon", 9), listed(team, "Later", 90)
    team.agreed(what="Not listed")
    team.clock.go_on(days=3)
    log = team.lena.overseeing.log()
    assert (log.teams, log.count, log.as_at) == (("North",), 3, team.clock.today())
    assert in_words(team.lena, log) == {"Overdue": ["Late"], "Due soon": ["Soon"], "Later": ["Later"]}
    assert log.letters == ((Rag.RED, 1), (Rag.AMBER, 1), (Rag.GREEN, 1))
    for other in (team.bo, team.sam, team.admin):
        with pytest.raises(NotPermitted, match="You lead no team"):
            other.overseeing.log()
        with pytest.raises(NotPermitted, match="You do not lead this team"):
            other.overseeing.log("north")
        with pytest.raises(NotPermitted, match="You lead no team"):
            other.overseeing.report()
        assert other.overseeing.shown(log, [late.id]) == ()
        assert other.overseeing.histories(log, [late.id]) == {}
    for member in (team.bo, team.sam):
        assert {line.listed for line in member.overseeing.learning("North")[0].lines} == {None}
    with pytest.raises(NotFound):
        team.lena.overseeing.log("South")
    with pytest.raises(WrongUse, match="has not come yet"):
        team.lena.overseeing.log(as_at=team.clock.today() + timedelta(days=1))


def test_it_is_told_apart_in_every_way_that_a_lead_asks_for(team: Team) -> None:
    listed(team, "From a question", origin=QUESTION, level=Level.TEAM)
    blocked = listed(team, "In the way")
    team.bo.acting.block(blocked.id, "No answer")
    team.lena.acting.hand_over(blocked.id, ALEX, "Bo is away")
    question, way = ["From a question"], ["In the way"]
    expected = {
        LogBy.RAG: {"R red": way, "G green": question},
        LogBy.STATUS: {"Agreed": question, "Blocked": way},
        LogBy.LEVEL: {"Practitioner": way, "Team": question},
        LogBy.REVIEW: {"Child S": question, "No review": way},
        LogBy.OWNER: {ALEX: way, BO: question},
        LogBy.THEME: {
            "Critical thinking and bias": question,
            "Escalation and challenge": question,
            "Working across agencies": question,
            "No theme": way,
        },
    }
    for by, groups in expected.items():
        log = team.lena.overseeing.log(by=by)
        assert in_words(team.lena, log) == groups
        assert list(in_words(team.lena, log)) == list(groups)
        assert log.count == 2


def test_in_each_group_what_is_asked_for_comes_first_and_what_is_over_last(team: Team) -> None:
    over = [embedded(team, "Over earlier"), embedded(team, "Over later")]
    late = listed(team, "Due last", 60)
    team.clock.go_on(days=1)
    listed(team, "Due first", 40)
    team.clock.go_on(days=1)
    listed(team, "Due between", 50)
    team.clock.go_on(days=1)
    team.bo.acting.note(late.id, "It moves")
    first, between, last = "Due first", "Due between", "Due last"
    for order, expected in (
        (LogOrder.DAY, [first, between, last]),
        (LogOrder.UPDATED, [last, between, first]),
        (LogOrder.LEFT_ALONE, [first, between, last]),
    ):
        for by, name in ((LogBy.LEVEL, "Practitioner"), (LogBy.STATUS, "Agreed"), (LogBy.DAY, "Later")):
            log = team.lena.overseeing.log(by=by, order=order)
            assert log.order is order
            gone = ["Over later", "Over earlier"] if by is LogBy.LEVEL else []
            assert in_words(team.lena, log)[name] == [*expected, *gone]
    before = team.clock.today() - timedelta(days=1)
    as_it_was = team.lena.overseeing.log(by=LogBy.STATUS, order=LogOrder.LEFT_ALONE, as_at=before)
    assert in_words(team.lena, as_it_was)["Agreed"] == [last, first, between]
    assert [one.what for one in over] == ["Over earlier", "Over later"]


def test_it_is_narrowed_to_what_is_asked_for(team: Team) -> None:
    first = listed(team, "From a question", 3, origin=QUESTION, level=Level.TEAM)
    start = team.clock.today()
    team.clock.go_on(days=5)
    listed(team, "In the way", 60)
    team.bo.acting.note(first.id, "The rota is full")
    bo = team.bo.person.id
    question, way = {"From a question"}, {"In the way"}
    assert found(team, LogWanted()) == question | way
    assert found(team, LogWanted(overdue=True)) == question
    assert found(team, LogWanted(rag=Rag.GREEN)) == way
    assert found(team, LogWanted(status=Status.AGREED)) == question | way
    assert found(team, LogWanted(theme="escalation-challenge")) == question
    assert found(team, LogWanted(level=Level.TEAM)) == question
    assert found(team, LogWanted(finding=FINDING)) == question
    assert found(team, LogWanted(owner=bo)) == question | way
    assert found(team, LogWanted(owner=team.alex.person.id)) == set()
    assert found(team, LogWanted(due_before=team.clock.today())) == question
    assert found(team, LogWanted(until=start)) == question
    assert found(team, LogWanted(since=start + timedelta(days=1))) == way
    assert found(team, LogWanted(search='"in the WAY"')) == way
    assert found(team, LogWanted(search='"in the way"', overdue=True)) == set()
    assert found(team, LogWanted(search="rota")) == question


def test_what_is_over_is_counted_and_read_window_by_window(team: Team) -> None:
    gone = [embedded(team, f"Lasted {number}") for number in range(3)]
    dropped = listed(team, "Dropped")
    team.bo.acting.withdraw(dropped.id, "Not needed")
    listed(team, "Later", 90)
    log = team.lena.overseeing.log()
    done = log.groups[-1]
    assert (done.key, len(done.ids), log.count) == ("done", 4, 5)
    assert log.letters == ((Rag.GREEN, 1), (Rag.BLUE, 3), (Rag.GREY, 1))
    latest_first = [dropped.id, *(action.id for action in reversed(gone))]
    by_day = sorted(latest_first[:2])
    assert list(done.ids) in ([*by_day, *latest_first[2:]], latest_first)
    assert [*done.ids[0:2], *done.ids[2:9]] == list(done.ids)
    assert (done.ids[-1], done.ids[3]) == (gone[0].id, gone[0].id)
    assert [one.status for one in team.lena.overseeing.shown(log, done.ids[2:])] == [Status.EMBEDDED] * 2
    for wanted in (LogWanted(rag=Rag.BLUE), LogWanted(status=Status.EMBEDDED)):
        assert found(team, wanted) == {"Lasted 0", "Lasted 1", "Lasted 2"}
    assert found(team, LogWanted(overdue=True)) == set()
    for by in LogBy:
        every = team.lena.overseeing.log(by=by)
        assert (every.count, every.letters) == (5, log.letters)
        assert {id_ for group in every.groups for id_ in group.ids} == {
            id_ for group in log.groups for id_ in group.ids
        }


def test_nothing_is_opened_before_it_is_looked_at(team: Team) -> None:
    first, second = listed(team, "First"), listed(team, "Second")
    change(team.lena, "UPDATE team_action SET sealed = x'00' WHERE id = :id", id=first.id)
    log = team.lena.overseeing.log(by=LogBy.OWNER)
    assert log.count == 2
    assert [one.what for one in team.lena.overseeing.shown(log, [second.id, first.id])] == ["Second"]
    assert list(team.lena.overseeing.histories(log, [second.id])) == [second.id]


def test_who_leads_no_more_sees_nothing_and_who_leads_now_sees_it_all(team: Team) -> None:
    listed(team, "First")
    embedded(team, "Lasted")
    log = team.lena.overseeing.log()
    team.admin.teams.change_lead("North", ALEX)
    with pytest.raises(NotPermitted, match="You lead no team"):
        team.lena.overseeing.log()
    assert team.lena.overseeing.shown(log, [id_ for group in log.groups for id_ in group.ids]) == ()
    team.again(BO)
    new = team.alex.overseeing.log()
    assert {what for several in in_words(team.alex, new).values() for what in several} == {"First", "Lasted"}


def test_a_lead_of_several_teams_sees_them_together_or_one(team: Team) -> None:
    team.admin.teams.add("South", LENA, [SAM])
    listed(team, "Of North")
    both = team.lena.overseeing.log()
    assert (both.teams, both.count) == (("North", "South"), 1)
    assert team.lena.overseeing.log("south").count == 0
    assert [one.team for one in team.lena.overseeing.figures()] == ["North", "South"]
    assert [one.name for one in team.lena.overseeing.led()] == ["North", "South"]


def test_a_report_says_the_same_as_the_log_and_the_views(team: Team) -> None:
    listed(team, WHAT, origin=QUESTION)
    embedded(team, "Lasted")
    overseeing = team.lena.overseeing
    report, log = overseeing.report(), overseeing.log()
    (north,) = report.teams
    assert (report.made_by, report.people, report.rounded) == (LENA, overseeing.people, False)
    assert (report.until - report.since).days == 365
    assert {one.id for one in north.listed} == {id_ for group in log.groups for id_ in group.ids}
    assert north.letters == log.letters
    assert (north.figures,) == overseeing.figures()
    assert (north.learning,) == overseeing.learning()
    assert report.names[north.listed[0].owner] == BO
    with pytest.raises(WrongUse, match="ends before it begins"):
        overseeing.report(since=report.until, until=report.since)
