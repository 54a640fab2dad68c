"""The log of a team for its lead: listed actions in groups, exactly counted, opened only where they are looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clocks import StoppedClock
from pairs import SignIn, Team
from reflect.domain.actions.action import Action
from reflect.domain.actions.rag import Rag
from reflect.domain.figures.listed_log import ListedLog
from reflect.errors import NotFound, NotPermitted
from reflect.services.practice import Practice


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def in_words(practice: Practice, log: ListedLog) -> list[tuple[str, list[str]]]:
    """The log as it is read: each group with what its actions say."""
    return [
        (group.words, [action.what for action in practice.overseeing.shown(log, group.ids)])
        for group in log.groups
    ]


def listed(team: Team, what: str, days: int = 30, origin: str | None = None) -> Action:
    """Another action of Bo's on the log, due in so many days."""
    action = team.bo.acting.propose(
        what=what, due=team.clock.today() + timedelta(days=days), agree=True, pair=team.link.id, origin=origin
    )
    return team.listed(action)


def test_a_lead_sees_what_is_listed_in_groups_and_nobody_else_does(team: Team) -> None:
    late, soon, later = listed(team, "Late", 1), listed(team, "Soon", 9), listed(team, "Later", 90)
    team.agreed(what="Not listed")
    team.clock.go_on(days=3)
    log = team.lena.overseeing.log()
    assert (log.teams, log.count, log.as_at) == (("North",), 3, team.clock.today())
    assert in_words(team.lena, log) == [("Overdue", ["Late"]), ("Due soon", ["Soon"]), ("Later", ["Later"])]
    assert log.letters == ((Rag.RED, 1), (Rag.AMBER, 1), (Rag.GREEN, 1))
    for other in (team.bo, team.sam, team.admin):
        with pytest.raises(NotPermitted, match="You lead no team"):
            other.overseeing.log()
        with pytest.raises(NotPermitted, match="You do not lead this team"):
            other.overseeing.log("north")
        assert other.overseeing.shown(log, [late.id, soon.id, later.id]) == ()
    with pytest.raises(NotFound):
        team.lena.overseeing.log("South")
