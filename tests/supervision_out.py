"""A one-to-one, its agenda and an agreement on their way out, as many tests need them: signed by nobody, one or
both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from actions_out import NAMES, ROBIN, SAM, TODAY, agreed
from going_out import ASKED
from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.history import folded
from reflect.domain.banks import Handling
from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.agreement import Agreement, Terms
from reflect.domain.supervision.audit import Audit, AuditLine, Finding
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.domain.supervision.entry import RECORD_SECTIONS, Entry, Section, Signature, Voided
from reflect.domain.supervision.going_out import AgendaOut, AgreementOut, RecordOut
from reflect.domain.supervision.one_to_one import (
    ActionInRecord,
    Facts,
    Kind,
    MeetingStatus,
    OneToOne,
    SharedInRecord,
)

HELD = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
BOTH = (SAM, ROBIN)
HANDLING = {"child-s": Handling.PROFESSIONALS_ONLY}
Words = Callable[[str], str]


def as_they_are(words: str) -> str:
    return words


def entry(id_: str, section: Section, author: str, text: str, about: str | None = None) -> Entry:
    return Entry(id_, section, author, text, HELD, HELD, about)


def signed(*people: str) -> tuple[Signature, ...]:
    """These people have signed, an hour after each other."""
    return tuple(Signature(who, HELD + timedelta(hours=number)) for number, who in enumerate(people, 2))


def action(id_: str, what: str = "Ring both parents") -> Action:
    """An action that was agreed."""
    return replace(folded(agreed(id_)), what=what)


def record(*signatures: str, words: Words = as_they_are, **changed: Any) -> OneToOne:
    """A one-to-one in which both said something in every part of it."""
    known = OneToOne(
        id="0f3a-record",
        link="link",
        supervisor=SAM,
        supervisee=ROBIN,
        names=tuple((who, words(name)) for who, name in NAMES.items()),
        kind=Kind.SCHEDULED,
        status=MeetingStatus.HELD,
        facts=Facts(
            planned=date(2026, 11, 17),
            place=words("Room 4"),
            started=HELD,
            ended=HELD + timedelta(minutes=95),
            next=date(2026, 12, 16),
        ),
        entries=tuple(_entries(words)),
        actions=(
            ActionInRecord(
                "act-1",
                words("Ring both parents"),
                ROBIN,
                date(2026, 11, 10),
                Status.DONE,
                previous=True,
                happened=(words("Done: both were rung"),),
            ),
            ActionInRecord(
                "act-2",
                words("Ask how others weigh history"),
                SAM,
                date(2026, 12, 9),
                Status.AGREED,
                previous=False,
            ),
        ),
        shared=(
            SharedInRecord("share-1", words(ASKED.wording), words("I rang one.\nNot the other."), "child-s"),
        ),
        signatures=signed(*signatures),
        voided=(Voided(ROBIN, SAM, HELD + timedelta(hours=1)),),
        addenda=(entry("add-1", Section.ADDENDUM, ROBIN, words("The day was the 18th.")),),
    )
    return replace(known, **changed)


def record_out(*signatures: str, words: Words = as_they_are, **facts: Any) -> RecordOut:
    """The record as it would leave, with the letters of its actions."""
    known = RecordOut(
        record=record(*signatures, words=words),
        today=TODAY,
        cadence=words("After the first year: every 4 weeks"),
        readers=words("The two of us, and the service manager"),
        known=(action("act-1"), action("act-2")),
        handling=HANDLING,
    )
    return replace(known, **facts)


def agenda_out(*signatures: str, words: Words = as_they_are, **facts: Any) -> AgendaOut:
    """The same before it is held."""
    planned = Facts(planned=date(2026, 12, 16), place=words("Room 4"))
    known = AgendaOut(
        record=record(
            *signatures,
            words=words,
            facts=planned,
            status=MeetingStatus.PLANNED,
            actions=(),
            shared=(),
            addenda=(),
        ),
        today=TODAY,
        previous=(action("act-1", words("Ring both parents")),),
        rechecks=(action("act-3", words("Write it down the same day")),),
        shares=(
            ShareCard(
                "share-1", "link", ROBIN, SAM, replace(ASKED, wording=words(ASKED.wording)), True, HELD
            ),
        ),
        agreement_due=True,
        readers=words("The two of us, and the service manager"),
        handling=HANDLING,
    )
    return replace(known, **facts)


def agreement_out(*signatures: str, words: Words = as_they_are, **facts: Any) -> AgreementOut:
    """An agreement in which everything is said."""
    terms = Terms(
        stage="later-years",
        start=date(2026, 1, 5),
        review=date(2027, 1, 5),
        every_days=28,
        minutes=90,
        interruptions=words("Only for a child at risk now."),
        cancellation=words("A new day within the week."),
        kept_where=words("Here."),
        readers=words("The two of us, and the service manager"),
        working_notes=True,
        disagreement=words("We write down both views.\nThen we ask the service manager."),
    )
    agreement = Agreement(
        id="a9-agreement",
        link="link",
        supervisor=SAM,
        supervisee=ROBIN,
        names=tuple((who, words(name)) for who, name in NAMES.items()),
        terms=terms,
        entries=tuple(
            entry(f"{who}-{section}", section, who, words(f"{NAMES[who]}, {section}"))
            for who in BOTH
            for section in (Section.WANTS, Section.OFFERS)
        ),
        signatures=signed(*signatures),
        made=HELD,
    )
    cadence = Cadence(
        "later-years",
        words("After the first year"),
        (Step(7, 60, 42), Step(28, 90)),
        words("A standard"),
        TODAY,
    )
    return replace(AgreementOut(agreement, TODAY, cadence), **facts)


def audit(words: Words = as_they_are) -> Audit:
    """A self-audit with each of the three answers."""
    return Audit(
        supervisor=words(NAMES[SAM]),
        supervisee=words(NAMES[ROBIN]),
        since=date(2025, 11, 20),
        as_at=TODAY,
        lines=tuple(
            AuditLine(words(f"Question {number}?"), finding, words(f"What shows {number}"))
            for number, finding in enumerate(Finding, 1)
        ),
    )


def _entries(words: Words) -> Iterable[Entry]:
    yield entry("topic-1", Section.AGENDA, ROBIN, words("How I weigh history"))
    yield entry("topic-2", Section.AGENDA, SAM, words("Leave in December"))
    for who in BOTH:
        for section in RECORD_SECTIONS:
            if section is not Section.AGENDA:
                yield entry(f"{who}-{section}", section, who, words(f"{NAMES[who]} on {section.words}"))
        yield entry(f"{who}-t", Section.AGENDA, who, words(f"{NAMES[who]} on history"), "topic-1")
        yield entry(f"{who}-a", Section.PREVIOUS_ACTIONS, who, words(f"{NAMES[who]} on ringing"), "act-1")
        yield entry(f"{who}-s", Section.SHARED, who, words(f"{NAMES[who]} on what was shared"), "share-1")
        yield entry(f"{who}-g", Section.AGENDA, who, words(f"{NAMES[who]} on something gone"), "gone")
