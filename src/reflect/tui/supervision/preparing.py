"""What two people have before them when they get ready for a one-to-one, as one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from reflect.domain.actions.action import Action
from reflect.domain.actions.rules import Rules
from reflect.domain.dates import day_of, said, said_short
from reflect.domain.reflection import AnswerCard
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.domain.supervision.prepared import Prepared
from reflect.tui.acting import words as action_words
from reflect.tui.words import columns, counted, lines, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class Preparing:
    """What is prepared, and the answers that the supervisee has marked for it, which only they see."""

    prepared: Prepared
    marked: tuple[AnswerCard, ...]
    rules: Rules


def read(practice: Practice, name: str) -> Preparing:
    """All of it. Raises NotFound where nobody of this name is linked with the person, NotPermitted."""
    prepared = practice.one_to_ones.prepare(name)
    marked = practice.sharing.prepared() if prepared.supervises_me else ()
    return Preparing(prepared, marked, practice.acting.rules)


def rows(found: Preparing, width: int, today: date) -> list[Option]:
    """Everything in its order: previous actions come first."""
    prepared = found.prepared
    groups = [
        ("Previous actions", _previous(found, width, today)),
        ("To look at again: has it lasted?", _actions(prepared.rechecks, found.rules, width, today)),
        (f"Shared with {'you' if not prepared.supervises_me else prepared.name}", _shares(prepared, width)),
        ("Prepared by you, not shared: only you see it", _marked(found, width)),
        ("Agenda", _topics(prepared, width)),
        ("Between you", _between(prepared, width)),
    ]
    shown: list[Option] = []
    for title, options in groups:
        if options:
            gap = [Option("", disabled=True)] if shown else []
            shown += [*gap, Option(plain(title, "bold $primary"), disabled=True), *options]
    return shown


def _previous(found: Preparing, width: int, today: date) -> list[Option]:
    none = [Option(plain("None is open.", "$text-muted"), disabled=True)]
    return _actions(found.prepared.previous, found.rules, width, today) or none


def _actions(actions: Sequence[Action], rules: Rules, width: int, today: date) -> list[Option]:
    return [
        Option(action_words.row(action, width, today, rules, mixed=True), id=f"action:{action.id}")
        for action in actions
    ]


def _shares(prepared: Prepared, width: int) -> list[Option]:
    return [
        Option(
            columns(width, plain(card.asked.wording), (f"shared {said_short(day_of(card.shared))}", 20)),
            id=f"share:{card.id}",
        )
        for card in prepared.shares
    ]


def _marked(found: Preparing, width: int) -> list[Option]:
    return [
        Option(columns(width, plain(card.asked.wording)), id=f"answer:{card.id}") for card in found.marked
    ]


def _topics(prepared: Prepared, width: int) -> list[Option]:
    meeting = prepared.meeting
    if meeting is None or prepared.later_held:
        return []
    topics = [
        Option(
            columns(width, plain(" ".join(topic.text.split())), (meeting.name(topic.author), 20)),
            id=f"topic:{topic.id}",
        )
        for topic in meeting.topics
    ]
    return topics or [Option(plain("No topic yet.", "$text-muted"), disabled=True)]


def _between(prepared: Prepared, width: int) -> list[Option]:
    before = (prepared.meeting,) if prepared.later_held and prepared.meeting else ()
    shown = [
        Option(_unsigned(record, prepared, width), id=f"record:{record.id}")
        for record in (*before, *prepared.unsigned)
    ]
    shown.append(Option(columns(width, plain(agreement_words(prepared))), id="agreement:"))
    if prepared.notes_about_me:
        told = f"{counted(prepared.notes_about_me, 'working note')} about you: {_of_notes(prepared)}"
        shown.append(Option(columns(width, plain(told)), id="notes:"))
    return shown


def _of_notes(prepared: Prepared) -> str:
    if not prepared.notes_to_ask:
        return "asked for, or handed over to you"
    if prepared.notes_to_ask == prepared.notes_about_me:
        return f"you can ask to see {'it' if prepared.notes_to_ask == 1 else 'them'}"
    return f"you can ask to see {prepared.notes_to_ask} more"


def _unsigned(record: OneToOne, prepared: Prepared, width: int) -> Content:
    day = record.facts.day
    waits = f"The record of {said(day)} waits for you to sign"
    if _has_signed(record, prepared):
        waits = f"The record of {said_short(day)} is to be signed by {prepared.name}"
    told = columns(width, plain(waits))
    return lines(told, columns(width, plain(f"  {record.label}", "$text-muted")))


def _has_signed(record: OneToOne, prepared: Prepared) -> bool:
    return (record.supervisee if prepared.supervises_me else record.supervisor) in record.signed_by


def agreement_words(prepared: Prepared) -> str:
    """Whether there is an agreement, and whether something is to be done about it."""
    agreement: Agreement | None = prepared.agreement
    if agreement is None:
        return "There is no agreement yet"
    if not agreement.agreed:
        return "The agreement is not signed by both yet"
    if prepared.agreement_due:
        return f"The agreement is to be reviewed (since {said(agreement.terms.review)})"
    return f"The agreement is signed; its review is on {said(agreement.terms.review)}"


def meeting_words(prepared: Prepared, today: date) -> Content:
    """Who the two are, and when they meet next."""
    role = "supervises you" if prepared.supervises_me else "is supervised by you"
    meeting = prepared.meeting
    if prepared.ended is not None:
        role = f"supervised you up to {said(prepared.ended)}"
        told = "What stands between you stays yours to read; nothing new is planned or shared."
    elif meeting is None:
        told = "Nothing is planned."
        if prepared.next_day is not None and prepared.next_is_said:
            told += f" Last time you said that the next is on {said(prepared.next_day)}."
        elif prepared.next_day is not None:
            verb = "was" if prepared.next_day < today else "is"
            told += f" By how often you meet, the next {verb} due by {said(prepared.next_day)}."
    elif prepared.later_held:
        whose = f"{prepared.name}'s" if _has_signed(meeting, prepared) else "your"
        told = f"The one of {said(meeting.facts.day)} waits for {whose} signature: {meeting.label}."
    elif meeting.status is MeetingStatus.HELD:
        started = meeting.facts.started
        began = "The last one was held on" if prepared.is_over else "It began on"
        begun = f"{began} {said(day_of(started))}" if started else "It has begun"
        told = f"{begun}: {meeting.label}." if meeting.label else f"{begun}."
    elif meeting.facts.planned < today:
        told = f"It was planned for {said(meeting.facts.planned)}."
    else:
        day = "today" if meeting.facts.planned == today else said(meeting.facts.planned)
        told = f"Planned for {day}, {meeting.kind.words}."
    return Content.assemble(plain(f"{prepared.name} ", "bold"), plain(f"{role}. {told}"))
