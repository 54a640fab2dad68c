"""The day of the next one-to-one: proposed in the record, agreed there, and planned afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from one_to_one_stage import (
    BO,
    SAM,
    Two,
    at_parts,
    at_prepare,
    at_record,
    flat,
    see_anew,
    sign,
    without_notes,
)
from reflect.domain.dates import said, said_short
from reflect.domain.supervision.agreement import Terms
from reflect.tui.screens.record import RecordPage
from waiting import press

TERMS = Terms(stage="ours", start=date(2026, 2, 2), review=date(2027, 2, 2), every_days=28, minutes=90)


def agree(two: Two) -> None:
    with two.signed_in(SAM) as sam, two.signed_in(BO) as bo:
        agreement = sam.agreements.draw_up(BO, TERMS)
        sam.agreements.sign(agreement.id)
        bo.agreements.sign(agreement.id)


def sign_with_next(two: Two, day: date) -> None:
    """One is held, says the day of the next, and is signed by both."""
    meeting = two.begun()
    with two.signed_in(SAM) as sam, two.signed_in(BO) as bo:
        facts = sam.one_to_ones.one(meeting).facts
        sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=day))
        sam.one_to_ones.sign(meeting)
        bo.one_to_ones.sign(meeting)


def held_early(two: Two) -> date:
    """One that was agreed for a week's time is held today. Gives the day by which the next is due."""
    agree(two)
    day = two.stage.workspace.clock.today() + timedelta(days=14)
    sign_with_next(two, day)
    two.stage.workspace.clock.go_on(days=7)
    with two.signed_in(BO) as bo:
        bo.one_to_ones.begin(bo.one_to_ones.plan(SAM, day).id)
    return two.stage.workspace.clock.today() + timedelta(days=28)


async def test_the_record_proposes_the_day_that_follows_from_the_agreement_and_from_today(two: Two) -> None:
    due = held_early(two)
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+r")
        assert f"By how often you meet, the next is due by {said(due)}." in flat(pilot)
        await press(pilot, "ctrl+s")
        await without_notes(pilot)
    assert two.record(BO).facts.next == due


async def test_one_that_is_planned_already_is_what_the_record_proposes(two: Two) -> None:
    agree(two)
    two.begun()
    with two.signed_in(BO) as bo:
        day = two.stage.workspace.clock.today() + timedelta(days=15)
        bo.one_to_ones.plan(SAM, day)
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await press(pilot, "ctrl+r")
        assert f"The next is planned for {said(day)}." in flat(pilot)


async def test_what_is_not_said_yet_is_said_from_the_page_of_the_whole_record(two: Two) -> None:
    two.begun()
    async with two.at(SAM) as pilot:
        await at_parts(pilot)
        await at_record(pilot)
        assert "Not said yet: when it ended, the day of the next one. Say it with ctrl+r." in flat(pilot)
        await press(pilot, "ctrl+r", "tab", "tab", "tab", *"now", "ctrl+s")
        assert "Not said yet: the day of the next one." in await without_notes(pilot)
        await sign(pilot)
    with two.signed_in(BO) as bo:
        bo.one_to_ones.sign(two.record(BO).id)
    async with two.at(SAM) as pilot:
        await press(pilot, "escape", "1", "end", "enter")
        assert "ctrl+r" not in await without_notes(pilot)


async def test_a_day_that_was_agreed_stands_in_the_list_until_it_is_planned_with_the_key_that_plans_it(
    two: Two,
) -> None:
    agree(two)
    day = two.stage.workspace.clock.today() + timedelta(days=15)
    sign_with_next(two, day)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "1")
        assert f"for {said_short(day)}, not planned yet" in flat(pilot)
        assert f"You agreed that the next is on {said(day)}. It is not planned yet: d does that" in flat(
            pilot
        )
        await press(pilot, "enter", "d")
        assert f"Last time you said: {said(day)}." in flat(pilot)
        await press(pilot, "ctrl+s", "escape")
        assert f"planned for {said_short(day)}" in await without_notes(pilot)
    assert two.record(SAM).facts.planned == day


async def test_one_that_was_held_before_its_planned_day_stands_under_the_day_on_which_it_was_held(
    two: Two,
) -> None:
    two.begun()
    today, planned = two.stage.workspace.clock.today(), two.record().facts.planned
    assert planned > today
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "1")
        assert f"The one that began on {said(today)} still goes on." in flat(pilot)
        assert f"{said_short(today)} {SAM} not agreed" in flat(pilot)
        assert said_short(planned) not in flat(pilot)
        await press(pilot, "end")
        assert f"With {SAM}, {said(today)}: scheduled." in flat(pilot)


async def test_once_both_have_signed_one_key_leads_back_to_what_comes_next(two: Two) -> None:
    meeting = two.begun()
    async with two.at(SAM) as pilot:
        await at_prepare(pilot)
        assert f"It began on {said(two.stage.workspace.clock.today())}" in flat(pilot)
        await at_parts(pilot)
        await at_record(pilot)
        await sign(pilot)
        await press(pilot, "escape", "escape")
        await at_prepare(pilot)
        assert f"The last one was held on {said(two.stage.workspace.clock.today())}: not" in flat(pilot)
        await at_parts(pilot)
        await at_record(pilot)
        with two.signed_in(BO) as bo:
            bo.one_to_ones.sign(meeting)
        await see_anew(pilot)
        await press(pilot, "escape")
        await at_prepare(pilot)
        assert "Nothing is planned." in await without_notes(pilot)
        assert "h Go on" not in flat(pilot)


async def test_an_old_record_that_waits_is_not_called_the_last_one_and_no_key_leads_back_into_it(
    two: Two,
) -> None:
    old, first_day = two.begun(), two.stage.workspace.clock.today()
    with two.signed_in(SAM) as sam:
        sam.one_to_ones.end(old)
        sam.one_to_ones.sign(old)
        two.stage.workspace.clock.go_on(days=14)
        later = sam.one_to_ones.plan(BO, two.stage.workspace.clock.today()).id
        sam.one_to_ones.begin(later)
        sam.one_to_ones.sign(later)
    with two.signed_in(BO) as bo:
        bo.one_to_ones.sign(later)
    for name, whose in ((BO, "your"), (SAM, f"{BO}'s")):
        async with two.at(name) as pilot:
            await at_prepare(pilot)
            told = flat(pilot)
            assert (
                f"The one of {said(first_day)} waits for {whose} signature: not agreed by the supervisee"
                in told
            )
            assert "The last one" not in told
            assert "My caseload" not in told
            assert "h Begin" in told
            assert "h Go on" not in told
            await press(pilot, "h")
            assert f"that of {said(first_day)} still waits for a signature." in flat(pilot)
    async with two.at(BO) as pilot:
        await at_prepare(pilot)
        await press(pilot, "end", "up")
        assert f"The record of {said(first_day)} waits for you to sign" in flat(pilot)
        await press(pilot, "enter", "z")
        assert isinstance(pilot.app.screen, RecordPage)
        await sign(pilot)
    with two.signed_in(BO) as bo:
        assert bo.one_to_ones.one(old).agreed
