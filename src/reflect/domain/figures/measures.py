"""What is counted about agreed actions, and which of these counts contain one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from reflect.domain.actions.action import OPEN, Status
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.figures.mark import Mark


class Measure(StrEnum):
    """Each number that a team is shown. Good practice is counted by itself and in none of the others; the median days
    from agreed to done are the one number that is no count."""

    AGREED = "agreed"
    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    STUCK = "stuck"
    AWAITING = "awaiting-confirmation"
    CONFIRMED = "confirmed"
    EMBEDDED = "embedded"
    ENDED = "ended-otherwise"
    CARRIED = "carried"
    ESCALATED = "escalated"
    IMPACT = "with-impact"
    GOOD_PRACTICE = "good-practice"
    REFLECTED = "reflected"
    DAYS_TO_DONE = "median-days-to-done"

    __hash__ = str.__hash__

    @property
    def words(self) -> str:
        """The measure as people say it, in every list and in every document."""
        return "due soon" if self is Measure.DUE else self.value.replace("-", " ")


PARTS: Mapping[Measure, tuple[Measure, ...]] = {
    Measure.AGREED: (
        Measure.OPEN,
        Measure.AWAITING,
        Measure.CONFIRMED,
        Measure.EMBEDDED,
        Measure.ENDED,
    )
}
"""Measures that others add up to."""

WITHIN: Mapping[Measure, tuple[Measure, ...]] = {
    Measure.DUE: (Measure.OPEN, Measure.AGREED),
    Measure.OVERDUE: (Measure.OPEN, Measure.AGREED),
    Measure.STUCK: (Measure.OPEN, Measure.AGREED),
    Measure.CARRIED: (Measure.AGREED,),
    Measure.ESCALATED: (Measure.AGREED,),
    Measure.IMPACT: (Measure.AGREED,),
}
"""Measures that count some of others' actions: the difference between the two is a number too."""

DATED = (Measure.DUE, Measure.OVERDUE)
"""Parts of what is open that have no action in common: what is in neither is a number too."""

_BY_STATUS = {
    Status.DONE: Measure.AWAITING,
    Status.CONFIRMED: Measure.CONFIRMED,
    Status.EMBEDDED: Measure.EMBEDDED,
    Status.NOT_ACHIEVED: Measure.ENDED,
    Status.WITHDRAWN: Measure.ENDED,
}


def standing(mark: Mark) -> Iterator[Measure]:
    """The measures that an action counts in whatever day it is."""
    if mark.keep:
        yield Measure.GOOD_PRACTICE
        return
    yield Measure.AGREED
    yield Measure.OPEN if mark.status in OPEN else _BY_STATUS[mark.status]
    if mark.carried:
        yield Measure.CARRIED
    if mark.stage:
        yield Measure.ESCALATED
    if mark.impact:
        yield Measure.IMPACT


def of_the_day(mark: Mark, day: date, rules: Rules = USUAL) -> Iterator[Measure]:
    """The measures that an open action counts in on a day: due soon, overdue, stuck."""
    if mark.keep or mark.status not in OPEN:
        return
    if mark.due is not None and mark.due < day:
        yield Measure.OVERDUE
    elif mark.due is not None and (mark.due - day).days < rules.due_soon_days:
        yield Measure.DUE
    if mark.status is Status.BLOCKED or (day - mark.updated).days > rules.quiet_days:
        yield Measure.STUCK
