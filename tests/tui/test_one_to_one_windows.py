"""Two windows, two people: what happens elsewhere meanwhile is seen, and nothing that was typed here is lost by it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from one_to_one_stage import (
    BO,
    SAM,
    Two,
    at_parts,
    at_prepare,
    at_record,
    flat,
    give_passphrase,
    go_to_part,
    hand_over,
    see_anew,
    type_in,
    until_handed_back,
    write,
)
from reflect.domain.keeping_both import BETWEEN
from reflect.domain.supervision.entry import Section
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.record import RecordPage
from reflect.tui.screens.with_person import WithPersonPage
from reflect.tui.widgets.voices import Voices
from waiting import press, settle, wait_for


async def test_two_windows_of_one_author_keep_both_texts(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        await write(pilot, "here")
        with two.signed_in(SAM) as sam:
            (entry,) = two_texts = sam.one_to_ones.one(meeting).by(sam.person.id, Section.OTHER)
            sam.one_to_ones.change(meeting, entry.id, before=entry.text, after="here, and in a train")
        assert len(two_texts) == 1
        await type_in(pilot, " and now")
        await press(pilot, "ctrl+s")
        assert "Another window wrote here too: both texts are kept." in flat(pilot)
        await write(pilot, ", and then")
    assert two.said(SAM, Section.OTHER) == [f"here, and in a train\n\n{BETWEEN}\n\nhere and now, and then"]


async def test_what_another_window_changed_is_shown_where_nothing_is_being_typed(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        await write(pilot, "here")
        with two.signed_in(SAM) as sam:
            (entry,) = sam.one_to_ones.one(meeting).by(sam.person.id, Section.OTHER)
            sam.one_to_ones.change(meeting, entry.id, before=entry.text, after="here, and in a train")
        await see_anew(pilot)
        assert pilot.app.screen.query_one(Voices).editor.text == "here, and in a train"


async def test_a_save_that_nobody_waits_for_any_more_is_not_done_twice(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await go_to_part(pilot, Section.OTHER)
        await type_in(pilot, "once")
        page = pilot.app.screen
        assert isinstance(page, OneToOnePage)
        for turns in range(
            0, 600, 20
        ):  # each is dropped at another moment, some of them while it is being saved
            page.begin(page.save_unsaved, group="impatient", only=True)
            for _ in range(turns):
                await asyncio.sleep(0)
        await settle(pilot)
        assert page._open is not None
        assert not page._open.is_unsaved
    assert two.said(SAM, Section.OTHER) == ["once"]


async def test_facts_that_both_gave_differently_are_named_and_nothing_is_overwritten(two: Two) -> None:
    meeting = two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+r", "tab", "tab", "tab")
        await type_in(pilot, "10:30")
        with two.signed_in(SAM) as sam:
            two.stage.workspace.clock.go_on(minutes=20)
            ended = sam.one_to_ones.end(meeting).facts.ended
        await press(pilot, "ctrl+s")
        assert "The time when it ended was changed meanwhile" in flat(pilot)
        await press(pilot, "escape", "right", "enter")
        assert isinstance(pilot.app.screen, OneToOnePage)
    assert two.record(SAM).facts.ended == ended


async def test_a_record_that_was_locked_in_another_window_gives_way_to_the_whole_record(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        with two.signed_in(BO) as bo, two.signed_in(SAM) as sam:
            bo.one_to_ones.sign(meeting)
            sam.one_to_ones.sign(meeting)
        await see_anew(pilot)
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecordPage), "the whole record")
        await settle(pilot)
        assert "Both have signed" in flat(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WithPersonPage)


async def test_the_second_signature_shows_in_the_first_persons_window(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await at_record(pilot)
        await press(pilot, "s")
        await give_passphrase(pilot)
        with two.signed_in(BO) as bo:
            bo.one_to_ones.sign(meeting)
        await see_anew(pilot)
        assert "Both have signed" in flat(pilot)


@pytest.mark.parametrize("at_whole_record", [False, True])
async def test_a_former_supervisor_goes_out_by_themselves_where_the_link_ends_meanwhile(
    two: Two, at_whole_record: bool
) -> None:
    two.begun()
    async with two.at(BO) as pilot:
        await at_parts(pilot)
        await hand_over(pilot)
        if at_whole_record:
            await at_record(pilot)
        with two.signed_in(SAM) as admin:
            admin.links.end(two.link)
        await see_anew(pilot)
        await until_handed_back(pilot)
        assert pilot.app.desk.practice.person.name == BO


async def test_the_day_of_one_that_was_held_before_is_put_right(two: Two) -> None:
    two.begun()
    started = two.record(BO).facts.started
    assert started is not None
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+r", "tab", *["backspace"] * 30)
        await type_in(pilot, "yesterday")
        await press(pilot, "ctrl+s")
    assert two.record(BO).facts.started == started - timedelta(days=1)


async def test_a_day_that_the_other_one_chose_meanwhile_is_not_overwritten(two: Two) -> None:
    meeting = two.planned(7)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "d")
        await type_in(pilot, "in 3 weeks")
        with two.signed_in(SAM) as sam:
            today = two.stage.workspace.clock.today()
            chosen, before = today + timedelta(days=9), today + timedelta(days=7)
            sam.one_to_ones.replan(meeting, chosen, before=before)
        await press(pilot, "ctrl+s")
        assert "The day that it is planned for was changed meanwhile" in flat(pilot)
        await press(pilot, "escape", "right", "enter")
    assert two.record(SAM).facts.planned == chosen
