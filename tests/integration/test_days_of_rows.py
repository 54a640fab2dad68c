"""The one day that each row of a list shows, and by which it has its place there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import SignIn, Team
from reflect.cli.actions.lines import card_line
from reflect.domain.actions.action import Action, RecheckResult
from reflect.domain.actions.groups import Group
from reflect.domain.actions.rules import USUAL
from reflect.domain.actions.wanted import Wanted
from reflect.domain.dates import said_short
from reflect.domain.figures.listed_log import LogBy
from reflect.tui.acting.words import row


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def listed(team: Team, what: str, days: int) -> str:
    """The id of an action of Bo's on the log, due in so many days."""
    due = team.clock.today() + timedelta(days=days)
    return team.listed(team.bo.acting.propose(what=what, due=due, agree=True, pair=team.link.id)).id


def done(team: Team, what: str, days: int) -> str:
    """One that is due in so many days, and done today."""
    id_ = listed(team, what, days)
    team.bo.acting.done(id_, evidence=team.seen())
    return id_


def of_log(team: Team, by: LogBy = LogBy.DAY) -> dict[str, list[Action]]:
    """The log as its lead reads it."""
    log = team.lena.overseeing.log(by=by)
    return {group.words: list(team.lena.overseeing.shown(log, group.ids)) for group in log.groups}


def test_what_waits_stands_by_the_day_from_which_or_for_which_it_waits_and_not_by_when_it_was_due(
    team: Team,
) -> None:
    first = team.clock.today()
    done(team, "Done first, due last", 90)
    team.bo.acting.block(listed(team, "In the way", 60), "No answer")
    team.clock.go_on(days=5)
    promised = listed(team, "Evidence follows", 40)
    team.bo.acting.done(promised, evidence_by=first + timedelta(days=15))
    team.clock.go_on(days=1)
    done(team, "Done last, due first", 1)
    expected = [
        ("Done first, due last", 0),
        ("Done last, due first", 6),
        ("Evidence follows", 15),
        ("In the way", 60),
    ]
    in_order = [what for what, _ in expected]
    for words, actions in {**of_log(team), **of_log(team, LogBy.LEVEL), **of_log(team, LogBy.OWNER)}.items():
        shown = [(one.what, (one.listed_day or first) - first) for one in actions]
        assert shown == [(what, timedelta(days=days)) for what, days in expected], words
    own = team.bo.actions
    assert [own.action(id_).what for id_ in own.arranged().ids(Group.WAITING)] == in_order
    for reader in (team.bo, team.lena):
        assert [one.what for one in reader.actions.listed(Wanted())] == in_order
        assert [one.what for one in reader.actions.listed(Wanted(limit=2))] == in_order[:2]


def test_each_row_shows_the_same_day_on_the_command_line_and_in_the_app(team: Team) -> None:
    lasted = done(team, "Lasted", 3)
    team.sam.acting.confirm(lasted)
    team.sam.acting.confirm(done(team, "Confirmed", 3))
    team.clock.go_on(days=91)
    ended = team.sam.acting.recheck(lasted, RecheckResult.SUSTAINED).ended
    team.bo.acting.not_achieved(listed(team, "Not achieved", 8), "The rota was full")
    done(team, "Done", 20)
    team.bo.acting.block(listed(team, "In the way", 60), "No answer")
    listed(team, "On the way", 30)
    today, shown = team.clock.today(), [one for several in of_log(team).values() for one in several]
    assert len(shown) == 6
    for action in shown:
        assert action.listed_day is not None
        day = said_short(action.listed_day)
        for line in (card_line(action, today, USUAL, "Bo"), row(action, 120, today, USUAL, "Bo").plain):
            assert day in line
            assert action.due is None or action.due == action.listed_day or said_short(action.due) not in line
    assert ended in [action.listed_day for action in shown]


def test_what_is_done_and_waits_says_so_beside_its_day_on_a_narrow_screen_too(team: Team) -> None:
    done(team, "Ask both", 20)
    ((action,),) = of_log(team).values()
    line = row(action, 78, team.clock.today(), USUAL, "Bo").plain
    assert f"{said_short(team.clock.today())}  Bo: done: Ask both" in line
