"""The self-audit of a file: the same for both, from what they signed and wrote, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.supervision import auditing
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.audit import Finding
from reflect.domain.supervision.entry import Section
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
PRIVATE = "zzquietwordszz"


class Pair:
    """Sam supervises Bo, Alex supervises Robin, who administers and leads the team that Sam and Bo are in."""

    def __init__(self, signed_in: SignIn, clock: StoppedClock) -> None:
        self.clock = clock
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)
        self.bo.links.pair_key(self.link.id)
        self.admin.links.pair_key(self.admin.links.add(ALEX, ADMIN).id)
        self.admin.teams.add("North", ADMIN, [SAM, BO])

    def agree(self) -> None:
        first = self.clock.today()
        terms = Terms(
            "our-own", first, first + timedelta(days=365), 28, 60,
            interruptions=PRIVATE, cancellation=PRIVATE, kept_where=PRIVATE, readers=PRIVATE, disagreement=PRIVATE,
        )  # fmt: skip
        drawn = self.sam.agreements.draw_up(BO, terms)
        for practice in (self.sam, self.bo):
            for section in (Section.WANTS, Section.OFFERS):
                practice.agreements.write(drawn.id, section, before="", after=PRIVATE)
        for practice in (self.sam, self.bo):
            practice.agreements.sign(drawn.id)

    def hold(self) -> str:
        meeting = self.sam.one_to_ones.plan(BO, self.clock.today()).id
        self.sam.one_to_ones.begin(meeting)
        for section in (Section.AGENDA, Section.WELLBEING, Section.LEARNING, Section.REFLECTION):
            for practice in (self.sam, self.bo):
                practice.one_to_ones.add(meeting, section, PRIVATE)
        return meeting

    def sign(self, meeting: str) -> None:
        for practice in (self.sam, self.bo):
            practice.one_to_ones.sign(meeting)

    def answers(self) -> dict[str, Finding]:
        return {line.question: line.answer for line in self.sam.auditing.audit(BO).lines}


@pytest.fixture
def pair(signed_in: SignIn, clock: StoppedClock) -> Pair:
    return Pair(signed_in, clock)


def test_an_empty_file_is_no_in_every_line(pair: Pair) -> None:
    assert set(pair.answers().values()) == {Finding.NO}


def test_a_year_back_is_audited_and_both_read_the_same(pair: Pair) -> None:
    pair.agree()
    for _ in range(3):
        pair.clock.go_on(days=28)
        pair.sign(pair.hold())
    found = pair.sam.auditing.audit(BO.lower())
    assert found == pair.bo.auditing.audit(SAM)
    assert (found.supervisor, found.supervisee) == (SAM, BO)
    assert (found.since, found.as_at) == (pair.link.since, date(2026, 5, 25))
    answers = pair.answers()
    assert answers.pop(auditing.ACTIONS) is Finding.NO
    assert set(answers.values()) == {Finding.YES}
    assert PRIVATE not in repr(found)


def test_it_looks_no_further_back_than_the_link_or_the_first_agreement(pair: Pair) -> None:
    pair.clock.go_on(days=1)
    today = pair.clock.today()
    for since in (None, date(2020, 1, 1)):
        assert pair.sam.auditing.audit(BO, since).since == pair.link.since == today - timedelta(days=1)
    terms = Terms("our-own", date(2025, 11, 3), date(2026, 11, 3), 28, 60)
    pair.sam.agreements.draw_up(BO, terms)
    assert pair.sam.auditing.audit(BO).since == date(2025, 11, 3)
    pair.clock.go_on(days=500)
    assert pair.sam.auditing.audit(BO).since == pair.clock.today().replace(year=2026)


def test_it_turns_when_something_is_missing(pair: Pair) -> None:
    pair.agree()
    pair.clock.go_on(days=28)
    pair.hold()
    assert pair.answers()[auditing.IN_TIME] is Finding.PARTLY
    pair.clock.go_on(days=15)
    assert pair.answers()[auditing.IN_TIME] is Finding.NO
    assert pair.answers()[auditing.INTERVAL] is Finding.YES
    pair.clock.go_on(days=30)
    assert pair.answers()[auditing.INTERVAL] is Finding.PARTLY
    planned = pair.bo.one_to_ones.plan(SAM, pair.clock.today() - timedelta(days=10))
    pair.bo.one_to_ones.cancel(planned.id, PRIVATE, pair.clock.today() + timedelta(days=7))
    assert pair.answers()[auditing.INTERVAL] is Finding.YES


def test_actions_of_the_two_count(pair: Pair) -> None:
    pair.agree()
    due = pair.clock.today() + timedelta(days=20)
    for link in (pair.link.id, None):
        pair.bo.acting.propose(what=PRIVATE, due=due, pair=link, agree=True)
    (line,) = [line for line in pair.bo.auditing.audit(SAM).lines if line.question == auditing.ACTIONS]
    assert (line.answer, line.shows) == (Finding.YES, "1 of 1 agreed in this time have both.")
    pair.bo.acting.propose(what="Ringing first", keep=True, pair=pair.link.id, agree=True)
    (line,) = [line for line in pair.bo.auditing.audit(SAM).lines if line.question == auditing.ACTIONS]
    shows = "1 of 2 agreed in this time have both; 1 is good practice, which needs no day."
    assert (line.answer, line.shows) == (Finding.YES, shows)


def test_since_a_day_only_what_came_after_counts(pair: Pair) -> None:
    pair.agree()
    pair.clock.go_on(days=28)
    pair.sign(pair.hold())
    pair.clock.go_on(days=20)
    later = pair.sam.auditing.audit(BO, pair.clock.today() - timedelta(days=5))
    answers = {line.question: line.answer for line in later.lines}
    assert answers[auditing.WELLBEING] is Finding.NOT_DUE
    assert answers[auditing.SIGNED] is Finding.YES
    with pytest.raises(WrongUse, match="not come yet"):
        pair.sam.auditing.audit(BO, pair.clock.today() + timedelta(days=1))


def test_for_nobody_else_not_even_who_administers_and_leads_their_team(pair: Pair) -> None:
    pair.agree()
    for who in (pair.admin, pair.alex):
        for name in (SAM, BO):
            with pytest.raises(NotFound):
                who.auditing.audit(name)


def test_when_the_link_is_over_the_supervisee_reads_it_up_to_its_last_day(pair: Pair) -> None:
    pair.agree()
    pair.clock.go_on(days=28)
    pair.sign(pair.hold())
    before = pair.bo.auditing.audit(SAM)
    pair.admin.links.end(pair.link.id)
    pair.clock.go_on(days=300)
    assert replace(pair.bo.auditing.audit(SAM), since=before.since) == before
    with pytest.raises(NotPermitted, match="You do not supervise Bo Practitioner any more"):
        pair.sam.auditing.audit(BO)
