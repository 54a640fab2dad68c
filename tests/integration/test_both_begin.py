"""Both of the two begin a one-to-one at once: they meet in one record, and what each said of it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from two_people import SignIn, TwoPeople


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
