"""One-to-ones from the plan to the locked record, as each of the two meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import NOT_AGREED, Kind, MeetingStatus
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.practice import Practice

SignIn = Callable[..., Practice]
ADMIN, SAM, BO, ALEX = "Robin Example", "Sam Supervisor", "Bo Practitioner", "Alex Another"
DAY = date(2026, 3, 9)


class Pair:
    """Sam supervises Bo; Robin administers; Alex is somebody else."""

    def __init__(self, signed_in: SignIn) -> None:
        self.admin, self.sam, self.bo, self.alex = (signed_in(name) for name in (ADMIN, SAM, BO, ALEX))
        self.link = self.admin.links.add(SAM, BO)

    def planned(self) -> str:
        return self.bo.one_to_ones.plan(SAM, DAY).id

    def begun(self) -> str:
        meeting = self.planned()
        self.sam.one_to_ones.begin(meeting, "Room 2")
        return meeting


@pytest.fixture
def pair(signed_in: SignIn) -> Pair:
    return Pair(signed_in)


def test_whoever_of_the_two_plans_it_both_see_it(pair: Pair) -> None:
    planned = pair.bo.one_to_ones.plan(SAM.upper(), DAY)
    assert pair.sam.one_to_ones.all() == pair.bo.one_to_ones.all(SAM) == (planned,)
    assert (planned.kind, planned.status, planned.facts.planned) == (
        Kind.SCHEDULED, MeetingStatus.PLANNED, DAY,
    )  # fmt: skip
    assert (planned.supervisor, planned.supervisee) == (pair.sam.person.id, pair.bo.person.id)
    assert planned.name(planned.supervisor) == SAM
    assert pair.sam.one_to_ones.one(planned.id[:4]) == planned
