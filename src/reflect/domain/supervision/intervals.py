"""Whether one-to-ones were held as often as two people agreed, and whether what was not held has a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.cadence import Cadence
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus, OneToOne
from reflect.domain.supervision.rhythm import Rhythm

LEEWAY_DAYS = 3
"""A one-to-one so many days after its day counts as held in time: every four weeks is kept once a month too."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How the agreed interval was kept: the days on which a one-to-one was held, those that passed without one and
    without a reason, and how many passed with one. `every_days` is what holds at the end of the period."""

    every_days: int
    held: tuple[date, ...]
    missed: tuple[date, ...]
    excused: int


def in_force(agreements: Iterable[Agreement], day: date) -> Agreement | None:
    """The agreement that holds on a day: of those that had begun by then the latest that both have signed, or the
    latest at all where they have signed none."""
    begun = [agreement for agreement in agreements if agreement.terms.start <= day]
    signed = [agreement for agreement in begun if agreement.agreed]
    return max(signed or begun, key=lambda agreement: (agreement.terms.start, agreement.id), default=None)


def kept(
    agreements: Sequence[Agreement],
    one_to_ones: Iterable[OneToOne],
    *,
    since: date,
    as_at: date,
    cadences: Sequence[Cadence],
) -> Kept | None:
    """How the interval was kept in this period; None where no agreement says what it is. A one-to-one that was
    cancelled with a reason excuses one day between those on which the ones before and after it were held."""
    now = in_force(agreements, as_at)
    if now is None:
        return None
    meetings = tuple(one_to_ones)
    days = sorted({one.facts.day for one in meetings if one.status is MeetingStatus.HELD})
    days = [day for day in days if day <= as_at]
    reasons = sorted(
        one.facts.planned
        for one in meetings
        if one.kind is Kind.SCHEDULED
        and one.status is MeetingStatus.CANCELLED
        and one.cancelled_reason.strip()
    )
    held = tuple(day for day in days if day >= since)
    first = min(agreement.terms.start for agreement in agreements)
    before = max((day for day in days if day < since), default=max(since, first))
    missed: list[date] = []
    excused = 0
    for last, following in zip((before, *held), (*held, as_at), strict=True):
        due = _due_between(agreements, last, following, cadences)
        passed = [day for day in due if day >= since]
        with_reason = min(len(passed), sum(last < day <= following for day in reasons))
        excused += with_reason
        missed += passed[with_reason:]
    every = now.terms.step_on(as_at, cadences).every_days
    return Kept(every, held, tuple(missed), excused)


def _due_between(
    agreements: Sequence[Agreement], last: date, following: date, cadences: Sequence[Cadence]
) -> list[date]:
    """The days after `last` on which a one-to-one was due and had not been held, with leeway, by `following`."""
    agreement = in_force(agreements, last) or in_force(agreements, following)
    if agreement is None:
        return []
    due: list[date] = []
    rhythm = Rhythm.of(agreement.terms, cadences)
    day = max(last, rhythm.start)
    while True:
        day = rhythm.after(day)
        if day + timedelta(days=LEEWAY_DAYS) >= following:
            return due
        due.append(day)
