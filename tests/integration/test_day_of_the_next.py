"""The day of the next one-to-one: what a record proposes for it, what was agreed, and what was only planned before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.one_to_one import Kind
from reflect.domain.supervision.prepared import Following
from two_people import BO, LATER, SAM, SignIn, TwoPeople


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


def say_next(two: TwoPeople, meeting: str, day: date) -> None:
    facts = two.sam.one_to_ones.one(meeting).facts
    two.sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=day))


def test_the_record_of_one_held_early_proposes_the_next_by_the_agreement_from_the_day_it_was_held(
    two: TwoPeople, clock: StoppedClock
) -> None:
    two.agreed(every_days=28, stage="ours")
    first = two.begun()
    say_next(two, first, LATER)
    clock.go_on(days=9)
    early = two.sam.one_to_ones.plan(BO, LATER).id
    two.sam.one_to_ones.begin(early)
    assert clock.today() < LATER
    assert two.bo.one_to_ones.following(early) == Following(clock.today() + timedelta(days=28))
    assert two.bo.one_to_ones.following(first) == Following(date(2026, 3, 30))


def test_a_next_one_that_is_planned_already_is_what_the_record_proposes(two: TwoPeople) -> None:
    two.agreed(every_days=28, stage="ours")
    meeting = two.begun()
    two.bo.one_to_ones.plan(SAM, LATER)
    assert two.sam.one_to_ones.following(meeting) == Following(LATER, is_planned=True)


def test_without_an_agreement_a_record_proposes_no_day(two: TwoPeople) -> None:
    assert two.sam.one_to_ones.following(two.begun()) is None


def test_a_day_that_was_agreed_is_over_once_that_one_was_held_before_it(
    two: TwoPeople, clock: StoppedClock
) -> None:
    two.agreed(every_days=28, stage="ours")
    say_next(two, two.begun(), LATER)
    clock.go_on(days=2)
    came_up = two.sam.one_to_ones.plan(BO, clock.today(), Kind.AD_HOC).id
    two.sam.one_to_ones.begin(came_up)
    assert two.bo.one_to_ones.next_day(SAM) == LATER
    clock.go_on(days=7)
    two.sam.one_to_ones.begin(two.sam.one_to_ones.plan(BO, LATER).id)
    assert two.bo.one_to_ones.next_day(SAM) == clock.today() + timedelta(days=28)
