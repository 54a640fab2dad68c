"""The day of the next one-to-one: proposed in the record, agreed there, and planned afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from one_to_one_stage import BO, SAM, Two, at_parts, at_record, flat, sign, without_notes
from reflect.domain.dates import said
from reflect.domain.supervision.agreement import Terms
from waiting import press

TERMS = Terms(stage="ours", start=date(2026, 2, 2), review=date(2027, 2, 2), every_days=28, minutes=90)


def agree(two: Two) -> None:
    with two.signed_in(SAM) as sam, two.signed_in(BO) as bo:
        agreement = sam.agreements.draw_up(BO, TERMS)
        sam.agreements.sign(agreement.id)
        bo.agreements.sign(agreement.id)


def held_early(two: Two) -> date:
    """One that was agreed for a week's time is held today. Gives the day by which the next is due."""
    agree(two)
    first, today = two.begun(), two.stage.workspace.clock.today()
    with two.signed_in(SAM) as sam:
        facts = sam.one_to_ones.one(first).facts
        sam.one_to_ones.set_facts(first, facts, replace(facts, next=today + timedelta(days=14)))
        sam.one_to_ones.sign(first)
    with two.signed_in(BO) as bo:
        bo.one_to_ones.sign(first)
        two.stage.workspace.clock.go_on(days=7)
        bo.one_to_ones.begin(bo.one_to_ones.plan(SAM, today + timedelta(days=14)).id)
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
