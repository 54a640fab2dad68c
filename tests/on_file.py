"""A file of one-to-ones as a test makes it up: an agreement, one-to-ones and actions between Sam and Bo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from reflect.domain.actions.action import Action, Level, Status
from reflect.domain.people import CircleKind
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.entry import Entry, Section, Signature
from reflect.domain.supervision.one_to_one import (
    ActionInRecord,
    Facts,
    Kind,
    MeetingStatus,
    OneToOne,
    SharedInRecord,
)

SAM, BO = "sam-id", "bo-id"
NAMES = ((SAM, "Sam Supervisor"), (BO, "Bo Practitioner"))
START = date(2026, 3, 2)
PRIVATE = "zzquietwordszz"
ASKED_OF_BOTH = ("interruptions", "cancellation", "kept_where", "readers", "disagreement")


def at_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def signed(days: dict[str, date]) -> tuple[Signature, ...]:
    return tuple(Signature(by, at_noon(day)) for by, day in days.items())


def agreement(start: date = START, *by: str, review: date | None = None, **terms: Any) -> Agreement:
    """An agreement that begins on a day, signed by these on that day."""
    said = {"stage": "none", "every_days": 28, "minutes": 60} | dict.fromkeys(ASKED_OF_BOTH, PRIVATE) | terms
    return Agreement(
        id=f"agreement-{start}-{len(by)}",
        link="link",
        supervisor=SAM,
        supervisee=BO,
        names=NAMES,
        terms=Terms(start=start, review=review or start + timedelta(days=365), **said),
        entries=tuple(
            entry(section, who) for section in (Section.WANTS, Section.OFFERS) for who in (SAM, BO)
        ),
        signatures=signed(dict.fromkeys(by, start)),
        made=at_noon(start),
    )


def entry(section: Section, author: str, text: str = PRIVATE) -> Entry:
    return Entry(f"{section}-{author}", section, author, text, at_noon(START), at_noon(START))


def previous(*happened: tuple[str, ...]) -> tuple[ActionInRecord, ...]:
    """Earlier actions, each with what was done with it."""
    return tuple(
        ActionInRecord(f"a{at}", PRIVATE, BO, None, Status.AGREED, previous=True, happened=words)
        for at, words in enumerate(happened)
    )


def held(day: date, *entries: Entry, signed_on: dict[str, date] | None = None, **more: Any) -> OneToOne:
    return OneToOne(
        id=f"held-{day}",
        link="link",
        supervisor=SAM,
        supervisee=BO,
        names=NAMES,
        kind=Kind.SCHEDULED,
        status=MeetingStatus.HELD,
        facts=Facts(planned=day, place=PRIVATE, started=at_noon(day)),
        entries=entries,
        signatures=signed(signed_on or {}),
        **more,
    )


def whole(day: date, signed_on: date | None = None) -> OneToOne:
    """One that leaves nothing to ask, signed by both on that day or on another."""
    on = signed_on or day
    return held(
        day,
        entry(Section.AGENDA, SAM),
        entry(Section.AGENDA, BO),
        entry(Section.WELLBEING, BO),
        entry(Section.LEARNING, SAM),
        entry(Section.REFLECTION, BO),
        signed_on={SAM: on, BO: on},
        actions=previous(("updated",)),
        shared=(SharedInRecord("s", PRIVATE, PRIVATE, "bank"),),
    )


def cancelled(day: date, reason: str = PRIVATE) -> OneToOne:
    one = held(day)
    return replace(
        one,
        id=f"cancelled-{day}",
        status=MeetingStatus.CANCELLED,
        facts=Facts(planned=day),
        cancelled_reason=reason,
    )


def action(due: date | None, agreed: date | None = START) -> Action:
    return Action(
        id=f"action-{due}-{agreed}",
        owner=BO,
        what=PRIVATE,
        know="",
        level=Level.PRACTITIONER,
        themes=(),
        origin=None,
        keep=False,
        supporter="",
        due=due,
        created=at_noon(START),
        updated=at_noon(START),
        updated_on=START,
        circle=CircleKind.PAIR,
        status=Status.AGREED if agreed else Status.PROPOSED,
        agreed=agreed,
    )
