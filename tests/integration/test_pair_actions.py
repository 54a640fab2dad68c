"""Actions that two people of a supervision link keep together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.actions.action import Action, CarryChoice, Evidence, EvidenceKind, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.told import told
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
DUE = date(2026, 4, 13)


class Team:
    """Sam supervises Bo; Robin administers; Alex is somebody else."""

    def __init__(self, signed_in: SignIn, clock: StoppedClock) -> None:
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.bo.links.settle()
        self.clock = clock

    def agreed(self, by: Practice | None = None, owner: Practice | None = None) -> Action:
        owner = owner or self.bo
        return (by or self.bo).acting.propose(
            what="Ask both parents", due=DUE, agree=True, pair=self.link.id, owner=owner.person.id
        )

    def done(self) -> Action:
        seen = Evidence(EvidenceKind.AUDIT, "Six of ten", self.clock.today())
        return self.bo.acting.done(self.agreed().id, evidence=seen)

    def kinds(self, who: Practice, action: Action) -> list[str]:
        return [event.kind.value for event in who.actions.history(action.id)]


@pytest.fixture
def team(signed_in: SignIn, clock: StoppedClock) -> Team:
    return Team(signed_in, clock)


def whats(practice: Practice, wanted: Wanted = Wanted()) -> list[str]:
    return [action.what for action in practice.actions.listed(wanted)]


def test_what_is_agreed_between_two_both_read_and_nobody_else(team: Team) -> None:
    action = team.agreed(by=team.sam)
    assert (action.owner, action.circle, action.status) == (team.bo.person.id, CircleKind.PAIR, Status.AGREED)
    for who in (team.bo, team.sam):
        assert who.actions.action(action.id[:8]) == action
        assert who.actions.of_pair(team.link.id) == (action,)
        assert who.actions.some([action.id]) == (action,)
    for who in (team.admin, team.alex):
        assert who.actions.listed(Wanted()) == ()
        assert who.actions.how_many() == 0
        assert who.actions.histories([action.id]) == {}
        for ask in (who.actions.action, who.actions.history, who.actions.trace, who.acting.start):
            with pytest.raises(NotFound):
                ask(action.id)
        with pytest.raises(NotFound):
            who.actions.of_pair(team.link.id)


def test_both_take_its_steps_and_each_sees_those_of_the_other(team: Team) -> None:
    action = team.agreed()
    team.sam.acting.note(action.id, "I will ask you about it")
    team.bo.acting.start(action.id)
    assert team.kinds(team.sam, action) == ["proposed", "agreed", "noted", "started"]
    assert team.bo.actions.history(action.id) == team.sam.actions.history(action.id)
    assert [event.by for event in team.bo.actions.history(action.id)] == [
        team.bo.person.id, team.bo.person.id, team.sam.person.id, team.bo.person.id,
    ]  # fmt: skip


def test_the_owner_does_all_but_confirm_and_the_supervisor_confirms(team: Team) -> None:
    action = team.done()
    with pytest.raises(NotPermitted, match="Your supervisor confirms this"):
        team.bo.acting.confirm(action.id)
    confirmed = team.sam.acting.confirm(action.id)
    assert (confirmed.confirmed_by, confirmed.confirmed_alone) == (team.sam.person.id, False)
    assert team.bo.actions.action(action.id).status is Status.CONFIRMED


def test_what_the_supervisor_is_to_do_the_supervisee_may_confirm_and_note_but_not_change(team: Team) -> None:
    action = team.agreed(owner=team.sam)
    assert action.owner == team.sam.person.id
    team.bo.acting.note(action.id, "Thank you")
    with pytest.raises(NotPermitted):
        team.bo.acting.start(action.id)
    seen = Evidence(EvidenceKind.RECORD, "The letter went out", team.clock.today())
    team.sam.acting.done(action.id, evidence=seen)
    with pytest.raises(NotPermitted):
        team.sam.acting.confirm(action.id)
    assert team.bo.acting.confirm(action.id).confirmed_by == team.bo.person.id
