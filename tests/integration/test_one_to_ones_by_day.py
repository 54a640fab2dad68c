"""How a one-to-one stood at the end of each day, and how often one is due: in clear for who leads the team, and the
same as the record says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from clocks import StoppedClock
from records_by_key import House
from reflect.domain.figures.team_figures import OneToOneCounts
from reflect.domain.supervision.one_to_one import Kind
from reflect.services.supervision import signed_words
from reflect.workspace import Workspace
from two_people import ALEX, BO, LATER, SAM, TERMS, SignIn

NEWLY = "newly-qualified-social-worker"


@pytest.fixture
def house(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> House:
    return House(workspace, signed_in, clock)


def days(house: House, meeting: str) -> list[tuple[Any, ...]]:
    """Day, state, and the days that it was planned for and held on."""
    return house.execute(
        "SELECT day, status, planned, held FROM one_to_one_day WHERE record_id = ? ORDER BY day", meeting
    )


def rhythm(house: House, agreement: str) -> str | None:
    ((found,),) = house.execute("SELECT rhythm FROM pair_record WHERE id = ?", agreement)
    return None if found is None else str(found)


def test_each_day_that_changed_it_leaves_how_it_stood_at_its_end(house: House, clock: StoppedClock) -> None:
    meeting = house.next
    clock.go_on(days=1)
    for on, before in (
        (LATER, house.bo.one_to_ones.one(meeting).facts.planned),
        (LATER + timedelta(1), LATER),
    ):
        house.sam.one_to_ones.replan(meeting, on, before=before)
    clock.go_on(days=1)
    house.bo.one_to_ones.discuss(meeting, house.shared())
    clock.go_on(days=1)
    house.sam.one_to_ones.begin(meeting)
    assert days(house, meeting) == [
        ("2026-03-02", "planned", "2026-03-09", None),
        ("2026-03-03", "planned", "2026-03-24", None),
        ("2026-03-05", "held", "2026-03-24", "2026-03-05"),
    ]
    assert house.bo.examine() == house.sam.examine() == ()


def test_one_that_is_cancelled_and_the_one_in_its_place_leave_theirs(
    house: House, clock: StoppedClock
) -> None:
    clock.go_on(days=2)
    house.bo.one_to_ones.cancel(house.next, "A child at risk", new=LATER)
    (new,) = (one.id for one in house.bo.one_to_ones.all(SAM) if one.facts.planned == LATER)
    assert days(house, house.next)[1:] == [("2026-03-04", "cancelled", "2026-03-09", None)]
    assert days(house, new) == [("2026-03-04", "planned", "2026-03-23", None)]


def test_one_that_was_begun_by_mistake_was_held_on_no_day(house: House, clock: StoppedClock) -> None:
    meeting = house.sam.one_to_ones.begin_ad_hoc(BO).id
    house.sam.one_to_ones.cancel(meeting, "The wrong person")
    assert days(house, meeting) == [("2026-03-02", "cancelled", "2026-03-02", None)]


def test_a_clock_that_was_ahead_does_not_hide_what_stands_now(house: House, clock: StoppedClock) -> None:
    clock.go_on(days=9)
    meeting = house.sam.one_to_ones.plan(BO, LATER, Kind.AD_HOC).id
    clock.go_on(days=-8)
    house.sam.one_to_ones.replan(meeting, LATER + timedelta(1), before=LATER)
    assert days(house, meeting) == [("2026-03-11", "planned", "2026-03-24", None)]
    assert house.sam.examine() == ()


def test_an_agreement_says_in_clear_how_often_one_is_due(house: House) -> None:
    assert rhythm(house, house.agreement) == "28"
    drawn_up = house.sam.agreements.draw_up(BO, replace(TERMS, stage=NEWLY, every_days=7))
    assert rhythm(house, drawn_up.id) == "7:42 14:182 28"
    house.bo.agreements.set_terms(drawn_up.id, drawn_up.terms, replace(drawn_up.terms, every_days=10))
    assert rhythm(house, drawn_up.id) == "10"
    assert house.bo.examine() == ()


def before_it_was_known(house: House, agreement: str) -> None:
    """The agreement is as an earlier version wrote it."""
    house.put_head(agreement, lambda head: head.pop("rhythm"))
    house.execute("UPDATE pair_record SET rhythm = NULL WHERE id = ?", agreement)


def test_what_an_earlier_version_signed_stays_as_it_is(house: House) -> None:
    before = house.bo.agreements.current(SAM)
    before_it_was_known(house, house.agreement)
    assert house.bo.agreements.current(SAM) == before
    assert house.bo.examine() == house.sam.examine() == ()
    assert rhythm(house, house.agreement) is None


def test_what_an_earlier_version_drew_up_says_how_often_once_it_is_signed(house: House) -> None:
    drawn_up = house.sam.agreements.draw_up(BO, replace(TERMS, every_days=14)).id
    before_it_was_known(house, drawn_up)
    house.sam.agreements.sign(drawn_up)
    house.bo.agreements.sign(drawn_up)
    assert rhythm(house, drawn_up) == "14"
    assert house.bo.examine() == house.sam.examine() == ()


def test_one_to_ones_of_an_earlier_version_stood_on_every_day_before_as_they_stand_now(
    house: House, signed_in: SignIn, clock: StoppedClock
) -> None:
    house.sam.one_to_ones.replan(
        house.next, LATER, before=house.sam.one_to_ones.one(house.next).facts.planned
    )
    before_it_was_known(house, house.agreement)
    for practice in house.people.values():
        practice.close()
    for table in ("rules_since", "team_left", "one_to_one_day"):
        house.execute(f"DROP TABLE {table}")
    house.execute("ALTER TABLE pair_record DROP COLUMN rhythm")
    house.execute("UPDATE alembic_version SET version_num = '0010'")
    sam, alex = signed_in(SAM), signed_in(ALEX)
    assert days(house, house.next) == [("0001-01-01", "planned", "2026-03-23", None)]
    assert days(house, house.meeting) == [("0001-01-01", "held", "2026-03-09", "2026-03-02")]
    assert days(house, house.agreement) == []
    assert sam.examine() == ()
    clock.go_on(days=1)
    sam.one_to_ones.begin(house.next)
    assert days(house, house.next)[1:] == [("2026-03-03", "held", "2026-03-23", "2026-03-03")]
    clock.go_on(days=60)
    (now,), (then,) = (alex.overseeing.figures(as_at=day, until=LATER) for day in (None, TERMS.start))
    assert now.one_to_ones == OneToOneCounts(planned=2, held=2, without_agreement=1)
    assert then.one_to_ones == OneToOneCounts(planned=2, held=1, without_agreement=1)


def oftener_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET rhythm = '7' WHERE id = ?", house.agreement)


def never_in_clear(house: House) -> None:
    house.execute("UPDATE pair_record SET rhythm = NULL WHERE id = ?", house.agreement)


def oftener_than_was_signed(house: House) -> None:
    oftener_in_clear(house)
    house.put_head(house.agreement, lambda head: head.update(rhythm="7"))


def no_rhythm_at_all(house: House) -> None:
    house.put_head(house.agreement, lambda head: head.update(rhythm="often"))


def another_day(house: House) -> None:
    house.execute("UPDATE one_to_one_day SET planned = '2026-02-02' WHERE record_id = ?", house.next)


def another_state(house: House) -> None:
    house.execute("UPDATE one_to_one_day SET status = 'cancelled' WHERE record_id = ?", house.meeting)


def no_day_at_all(house: House) -> None:
    house.execute("DELETE FROM one_to_one_day WHERE record_id = ?", house.meeting)


def a_day_too_many(house: House) -> None:
    house.execute(
        "INSERT INTO one_to_one_day VALUES (?, ?, '2026-03-03', 'cancelled', '2026-03-09', NULL)",
        house.circle, house.next,
    )  # fmt: skip


@pytest.mark.parametrize(
    "meddle",
    [
        oftener_in_clear, never_in_clear, oftener_than_was_signed, no_rhythm_at_all, another_day, another_state,
        no_day_at_all, a_day_too_many,
    ],
    ids=lambda meddle: meddle.__name__,
)  # fmt: skip
def test_what_was_changed_from_outside_is_found(house: House, meddle: Callable[[House], None]) -> None:
    meddle(house)
    for practice in (house.sam, house.bo):
        (fault,) = practice.examine()
        assert fault.startswith(("the one-to-one ", "the agreement "))


def test_how_often_is_no_part_of_what_is_signed(house: House) -> None:
    ((sealed,),) = house.execute("SELECT body FROM pair_record WHERE id = ?", house.agreement)
    body = signed_words.open_body(house.pair_key(), house.agreement, sealed)
    assert body["terms"]["every_days"] == 28
    assert "rhythm" not in body
    assert "rhythm" not in body["terms"]
