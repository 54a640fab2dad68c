"""Both of the two begin a one-to-one at once: they meet in one record, and what each said of it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus
from reflect.errors import WrongUse
from two_people import BO, SAM, SignIn, TwoPeople


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


def test_where_both_begin_it_the_place_of_each_stands(two: TwoPeople) -> None:
    meeting = two.planned()
    planned = two.bo.one_to_ones.one(meeting).facts
    two.bo.one_to_ones.set_facts(meeting, planned, replace(planned, place="Room 2"))
    first = two.bo.one_to_ones.begin(meeting, "Room 2", before="Room 2")
    both = two.sam.one_to_ones.begin(meeting, "Café", before="Room 2")
    assert (first.facts.place, both.facts.place) == ("Room 2", "Café")
    assert two.bo.one_to_ones.begin(meeting, "In the garden").facts.place == "Café / In the garden"
    for unsaid in ("", "Café", "In the garden"):
        assert two.sam.one_to_ones.begin(meeting, unsaid).facts.place == "Café / In the garden"
    assert both.facts.started == first.facts.started


def test_one_that_came_up_is_the_same_for_both(two: TwoPeople) -> None:
    planned = two.planned()
    first = two.bo.one_to_ones.begin_ad_hoc(SAM, "By telephone")
    joined = two.sam.one_to_ones.begin_ad_hoc(BO, "Room 2")
    assert (first.kind, first.status) == (Kind.AD_HOC, MeetingStatus.HELD)
    assert (joined.id, joined.facts.place) == (first.id, "By telephone / Room 2")
    assert {one.id for one in two.sam.one_to_ones.all()} == {planned, first.id}


@pytest.mark.parametrize("over", ["ended", "signed", "of yesterday"])
def test_what_is_over_is_not_joined(two: TwoPeople, clock: StoppedClock, over: str) -> None:
    first = two.bo.one_to_ones.begin_ad_hoc(SAM).id
    if over == "of yesterday":
        clock.go_on(hours=24)
    elif over == "ended":
        two.bo.one_to_ones.end(first)
    else:
        two.bo.one_to_ones.sign(first)
    assert two.sam.one_to_ones.begin_ad_hoc(BO).id != first


def test_one_begun_by_mistake_is_closed_with_a_reason_and_no_other_day(two: TwoPeople) -> None:
    mistaken = two.bo.one_to_ones.begin_ad_hoc(SAM, "Room 2")
    with pytest.raises(WrongUse, match="missing why"):
        two.sam.one_to_ones.cancel(mistaken.id, " ")
    closed = two.sam.one_to_ones.cancel(mistaken.id, "It was the planned one.")
    assert (closed.status, closed.cancelled_reason) == (MeetingStatus.CANCELLED, "It was the planned one.")
    assert (closed.facts.started, closed.is_mistaken) == (None, False)
    assert two.bo.one_to_ones.all() == (closed,)
    assert two.bo.one_to_ones.prepare(SAM).meeting is None
    with pytest.raises(WrongUse, match="was cancelled"):
        two.bo.one_to_ones.add(mistaken.id, Section.OTHER, "Words")
    assert two.sam.examine() == two.bo.examine() == ()


def test_one_in_which_something_was_written_or_that_somebody_signed_is_not_closed(two: TwoPeople) -> None:
    written = two.bo.one_to_ones.begin_ad_hoc(SAM).id
    entry = two.bo.one_to_ones.add(written, Section.OTHER, "Words")
    with pytest.raises(WrongUse, match="has begun already"):
        two.sam.one_to_ones.cancel(written, "A mistake.")
    two.bo.one_to_ones.change(written, entry.id, before="Words", after="")
    two.bo.one_to_ones.sign(written)
    with pytest.raises(WrongUse, match="has begun already"):
        two.sam.one_to_ones.cancel(written, "A mistake.")


def test_one_that_is_planned_is_not_cancelled_without_another_day(two: TwoPeople) -> None:
    with pytest.raises(WrongUse, match="on which day it takes place instead"):
        two.sam.one_to_ones.cancel(two.planned(), "I am ill.")
