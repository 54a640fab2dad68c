"""On which days two people of a made-up service agree on their supervision and meet."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from reflect.demo.luck import Luck
from reflect.demo.meeting_days import MOST_HELD, Meeting, agreements, meetings, stage_of
from reflect.domain.supervision.one_to_one import MeetingStatus

UNTIL = date(2026, 11, 1)
AGREED = date(2022, 3, 7)
PAIRS = range(200)
HELD, CANCELLED, PLANNED = MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.PLANNED


def met(number: int, *, agreed: date = AGREED, last: date = UNTIL, every: int = 28) -> tuple[Meeting, ...]:
    return meetings(Luck(1, f"pair {number}"), agreed, last, UNTIL, every)


def held_in(days: tuple[Meeting, ...]) -> list[date]:
    return [one.held for one in days if one.held is not None]


def test_two_people_agree_shortly_after_the_start_and_again_about_every_year() -> None:
    for number in PAIRS:
        found = agreements(Luck(1, f"pair {number}"), AGREED, UNTIL)
        days = [one.day for one in found]
        assert AGREED < days[0] < AGREED + timedelta(days=16)
        assert {340 < (two - one).days < 400 for one, two in pairwise(days[:-1])} == {True}
        assert found[-1].signed < 2 or 340 < (days[-1] - days[-2]).days < 400
        assert 4 <= len(days) <= 5
        assert days[-1] < UNTIL


def test_only_an_agreement_of_the_last_weeks_may_wait_for_a_signature_and_few_do() -> None:
    drawn_up = [agreements(Luck(1, f"pair {number}"), AGREED, UNTIL) for number in PAIRS]
    assert {one.signed for several in drawn_up for one in several[:-1]} == {2}
    waiting = [several[-1].day for several in drawn_up if several[-1].signed < 2]
    assert min(waiting) > UNTIL - timedelta(days=45)
    latest = Counter(several[-1].signed for several in drawn_up)
    assert set(latest) == {0, 1, 2}
    assert 0.9 < latest[2] / len(PAIRS) < 0.99


def test_a_link_that_ended_at_once_has_no_agreement() -> None:
    assert agreements(Luck(1, "a pair"), AGREED, AGREED + timedelta(days=1)) == ()


def test_most_one_to_ones_are_held_about_when_they_were_due_and_some_late() -> None:
    between = [
        (two - one).days for number in PAIRS for one, two in pairwise(held_in(met(number))) if one != two
    ]
    in_time = sum(abs(days - 28) <= 6 for days in between) / len(between)
    assert 0.6 < in_time < 0.95
    assert max(between) <= 28 + 17 + 9 + 9


def test_only_about_two_years_of_them_are_there_and_never_more_than_so_many() -> None:
    for number in PAIRS:
        for every in (7, 28, 56):
            days = held_in(met(number, every=every))
            assert len(days) <= MOST_HELD + 1
            assert UNTIL - timedelta(days=735) < min(days)
            assert max(days) < UNTIL


def test_a_cancelled_one_was_planned_before_and_another_day_takes_its_place() -> None:
    pairs = [pair for number in PAIRS for pair in pairwise(met(number))]
    followed = [(one, two) for one, two in pairs if one.status is CANCELLED]
    assert followed
    assert all(two.goes_on and two.on == one.day < two.day for one, two in followed)
    assert all(one.status is CANCELLED for one, two in pairs if two.goes_on)
    assert {met(number)[-1].status for number in PAIRS} == {HELD, PLANNED}


def test_the_next_is_mostly_planned_and_the_last_may_still_wait_for_a_signature() -> None:
    at_the_end = [met(number)[-1] for number in PAIRS]
    planned = [one for one in at_the_end if one.status is PLANNED]
    assert 0.6 < len(planned) / len(PAIRS) < 0.85
    assert all(one.on < UNTIL for one in planned)
    assert sum(one.day >= UNTIL for one in planned) > 0.9 * len(planned)
    signed = Counter(one.signed for number in PAIRS for one in met(number) if one.status is HELD)
    assert set(signed) == {0, 1, 2}
    assert signed[2] > 0.97 * signed.total()
    earlier = [one for number in PAIRS for one in met(number) if one.status is HELD][:-1]
    assert {one.signed for one in earlier if one.said and one.said < UNTIL - timedelta(days=120)} == {2}


def test_those_of_a_link_that_ended_stop_before_its_last_day() -> None:
    ended = UNTIL - timedelta(days=200)
    for number in PAIRS:
        days = met(number, last=ended)
        assert max(held_in(days)) < ended
        assert all(one.day < ended if one.status is CANCELLED else one.on < ended for one in days)
        assert all(one.goes_on for one in days if one.status is PLANNED)
    assert met(1, agreed=date(2018, 1, 8), last=date(2020, 1, 8)) == ()


@pytest.mark.parametrize("number", [1, 2])
def test_the_same_luck_gives_the_same_days(number: int) -> None:
    assert met(number) == met(number)
    assert met(number) != met(number + 1)


def test_health_visitors_meet_as_in_the_nhs() -> None:
    stages = [stage_of(one) for one in ("Health visitor", "Social worker", "Teacher or school staff")]
    assert stages == ["nhs-clinical-supervision", "social-worker", "our-own"]
