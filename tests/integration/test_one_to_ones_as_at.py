"""One-to-ones as at a past day are what was shown on that day: whatever was planned, moved, held, cancelled and agreed,
and whoever came and went since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

import pytest

from clocks import StoppedClock
from pairs import ALEX, BO, LENA, SAM, SignIn, Team
from reflect.domain.figures.team_figures import OneToOneCounts
from reflect.domain.links import Link
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus, OneToOne
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

DAYS, STEPS = 40, 5
STAGES = (("our-own", 5), ("newly-qualified-social-worker", 7), ("our-own", 28))


class Walk:
    """Sam supervises Bo and, from time to time, Alex supervises Bo and Bo Alex; they do by chance what they may. Both
    come into the team that Lena leads and go again."""

    def __init__(self, team: Team, seed: int) -> None:
        self.team, self.chance = team, Random(seed)
        self.people = {one.person.id: one for one in (team.sam, team.bo, team.alex)}
        self.done = Counter[str]()

    def step(self) -> None:
        steps: tuple[Callable[[], object], ...] = (
            self.agree, self.sign, self.sign, self.plan, self.plan, self.move, self.move, self.hold, self.hold,
            self.cancel, self.come_or_go, self.link_or_end,
        )  # fmt: skip
        chosen = self.chance.choice(steps)
        try:
            chosen()
        except (WrongUse, NotPermitted, NotFound, IndexError):
            return
        self.done[chosen.__name__] += 1

    def two(self) -> tuple[Practice, str]:
        """One of two between whom there is a link today, and the name of the other."""
        link = self.chance.choice(self.links())
        one, other = self.chance.sample((link.supervisor, link.supervisee), 2)
        return self.people[one], self.people[other].person.name

    def links(self) -> list[Link]:
        """Those that hold today, in an order that ids have no part in."""
        names = {id_: one.person.name for id_, one in self.people.items()}
        return sorted(
            self.team.admin.links.current(), key=lambda one: names[one.supervisor] + names[one.supervisee]
        )

    def soon(self) -> date:
        return self.team.clock.today() + timedelta(days=self.chance.choice((0, 3, 10, 30)))

    def agree(self) -> None:
        somebody, name = self.two()
        stage, every = self.chance.choice(STAGES)
        start = self.soon() - timedelta(days=self.chance.choice((0, 0, 12)))
        somebody.agreements.draw_up(name, Terms(stage, start, start + timedelta(days=365), every, 60))

    def sign(self) -> None:
        somebody, name = self.two()
        drawn_up = [one for one in somebody.agreements.all(name) if not one.agreed]
        somebody.agreements.sign(drawn_up[0].id)

    def plan(self) -> None:
        somebody, name = self.two()
        somebody.one_to_ones.plan(name, self.soon(), self.chance.choice(list(Kind)))

    def move(self) -> None:
        somebody, meeting = self.planned()
        somebody.one_to_ones.replan(meeting.id, self.soon(), before=meeting.facts.planned)

    def hold(self) -> None:
        somebody, meeting = self.planned()
        somebody.one_to_ones.begin(meeting.id)

    def cancel(self) -> None:
        somebody, meeting = self.planned()
        somebody.one_to_ones.cancel(meeting.id, "A child at risk", new=self.soon())

    def planned(self) -> tuple[Practice, OneToOne]:
        somebody, name = self.two()
        found = [one for one in somebody.one_to_ones.all(name) if one.status is MeetingStatus.PLANNED]
        return somebody, self.chance.choice(sorted(found, key=lambda one: (one.facts.planned, one.kind)))

    def come_or_go(self) -> None:
        teams, name = self.team.admin.teams, self.chance.choice((BO, ALEX))
        member = {BO: self.team.bo, ALEX: self.team.alex}[name].person.id in teams.one("North").members
        teams.change_members("North", **{"remove" if member else "add": [name]})

    def link_or_end(self) -> None:
        current = self.links()
        if len(current) > 1 and self.chance.random() < 0.5:
            self.team.admin.links.end(self.chance.choice(current).id)
            return
        pair = self.chance.choice(((SAM, BO), (ALEX, BO), (BO, ALEX)))
        self.team.admin.links.add(*pair, until=self.chance.choice((None, self.soon())))
        for practice in (self.team.bo, self.team.alex):
            practice.links.settle()


def shown(lead: Practice, today: date, as_at: date | None = None) -> Iterator[OneToOneCounts | None]:
    """What a lead is told, of several periods."""
    periods = ((365, 0), (365, 60), (30, -7), (0, 20))
    for before, after in periods:
        since, until = today - timedelta(days=before), today + timedelta(days=after)
        (figures,) = lead.overseeing.figures(as_at=as_at or today, since=since, until=until)
        yield figures.one_to_ones
    (report,) = lead.overseeing.report(as_at=as_at, until=as_at).teams
    yield report.figures.one_to_ones


@pytest.mark.parametrize("seed", [0])
def test_one_to_ones_as_at_a_past_day_are_what_was_shown_on_it(
    signed_in: SignIn, clock: StoppedClock, seed: int
) -> None:
    team = Team(signed_in, clock)
    walk, told = Walk(team, seed), dict[date, list[OneToOneCounts | None]]()
    for _ in range(DAYS):
        for _ in range(STEPS):
            walk.step()
            clock.go_on(minutes=3)
        told[clock.today()] = list(shown(team.lena, clock.today()))
        clock.go_on(days=walk.chance.choice((1, 1, 2, 4, 9)))
    assert len(walk.done) == 8, walk.done
    assert len({tuple(one) for one in told.values()}) > DAYS / 2
    assert all(max(getattr(one[0], name) for one in told.values()) > 0 for name in OneToOneCounts.__slots__)
    later = team.again(LENA)
    for day, then in told.items():
        assert list(shown(later, day, day)) == then, day
    assert team.again(SAM).examine() == team.again(BO).examine() == ()
