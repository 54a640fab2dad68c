"""One that came up is begun by both at once, or by mistake: they meet in one record, and one in which nothing is
written is closed with a reason."""

from __future__ import annotations

from one_to_one_stage import BO, SAM, Two, at_prepare, flat, type_in
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.screens.with_person import WithPersonPage
from waiting import press, settle

OFFER = "Begun by mistake? c closes it with a reason."


async def test_both_begin_one_that_came_up_and_are_in_the_same(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "h")
        await type_in(pilot, "room 2")
        with two.signed_in(BO) as bo:
            begun = bo.one_to_ones.begin_ad_hoc(SAM, "by telephone")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, OneToOnePage)
    with two.signed_in(BO) as bo:
        (one,) = bo.one_to_ones.all()
    assert (one.id, one.facts.place) == (begun.id, "by telephone / room 2")


async def test_one_begun_by_mistake_is_closed_with_a_reason(two: Two) -> None:
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "h", "ctrl+s", "ctrl+f")
        assert isinstance(pilot.app.screen, RecordPage)
        await settle(pilot)
        assert OFFER in flat(pilot)
        await press(pilot, "c")
        await type_in(pilot, "We meet on Friday.")
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert "We meet on Friday." in flat(pilot)
        assert OFFER not in flat(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, WithPersonPage)
    assert two.record(BO).status is MeetingStatus.CANCELLED


async def test_where_something_is_written_it_is_not_offered(two: Two) -> None:
    with two.signed_in(BO) as bo:
        begun = bo.one_to_ones.begin_ad_hoc(SAM)
        bo.one_to_ones.add(begun.id, Section.OTHER, "Words")
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        await press(pilot, "h", "ctrl+f")
        await settle(pilot)
        assert isinstance(pilot.app.screen, RecordPage)
        assert OFFER not in flat(pilot)
