"""How one-to-ones stand, in words: no colour says anything, and nobody stands before anybody."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from reflect.domain.dates import said, said_short
from reflect.domain.supervision.one_to_one import NOT_AGREED, MeetingStatus, OneToOne
from reflect.tui.one_to_ones.overview import Between, Former, Waits, other_of, waits_for
from reflect.tui.supervision.words import sentence
from reflect.tui.words import columns, counted, plain

NOBODY = (
    "Nobody supervises you here, and you supervise nobody. An administrator says who supervises whom; you are told "
    "of it on Today."
)
NOTES_ASKED = "asked to see your working notes"
NO_RECORDS = "None yet. The first is planned from the page of the two of you."
_ROOMY = 72
_HELD, _STATE, _NARROW = 19, 33, 29


def person_row(one: Between, width: int, today: date) -> Content:
    """Somebody in one line: their name, when the last one-to-one was, and how it stands."""
    state = (state_of(one, today), _STATE)
    if width < _ROOMY:
        return columns(width, plain(one.due.person), state)
    return columns(width, plain(one.due.person), (_held(one), _HELD), state)


def _held(one: Between) -> str:
    if one.due.held is None:
        return "none held yet"
    return f"{'began' if one.due.goes_on else 'held'} {said_short(one.due.held)}"


def state_of(one: Between, today: date) -> str:
    """How it stands with somebody, in a few words."""
    due = one.due
    if one.to_sign:
        return "a record waits for you to sign"
    if due.planned is not None and due.planned >= today:
        return "planned for today" if due.planned == today else f"planned for {said_short(due.planned)}"
    if due.planned is not None:
        return f"was planned for {said_short(due.planned)}"
    if due.said is not None:
        return f"for {said_short(due.said)}, not planned yet"
    if due.by is None:
        return "none planned"
    if due.by == today:
        return "due today"
    return f"{'was due' if due.by < today else 'due'} by {said_short(due.by)}"


def person_told(one: Between, today: date, plan: str) -> Content:
    """The same in sentences, with what comes next; `plan` is the key that plans the next one."""
    due = one.due
    told = [_last(one)]
    if due.planned is not None:
        verb = "was planned" if due.planned < today else "is planned"
        day = "for today" if due.planned == today else f"for {said(due.planned)}"
        told.append(f"The next {verb} {day}.")
    if due.planned is None and due.said is not None:
        told.append(
            f"You agreed that the next is on {said(due.said)}. It is not planned yet: {plan} does that on the page of "
            "the two of you."
        )
    elif due.by is not None:
        told.append(
            f"By how often you meet, the next {'was' if due.by < today else 'is'} due by {said(due.by)}."
        )
    if one.to_sign:
        told.append(f"{counted(len(one.to_sign), 'record').capitalize()} to sign.")
    told.append(_of_agreement(one, today))
    return plain(" ".join(words for words in told if words))


def _last(one: Between) -> str:
    if one.due.held is None:
        return "None was held yet."
    if one.due.goes_on:
        return f"The one that began on {said(one.due.held)} still goes on."
    return f"Last held on {said(one.due.held)}."


def _of_agreement(one: Between, today: date) -> str:
    agreement = one.agreement
    if agreement is None:
        return "There is no agreement yet."
    if not agreement.agreed:
        return "The agreement waits for your signature." if one.me not in agreement.signed_by else ""
    return "The agreement's review date has come." if agreement.review_is_due(today) else ""


def former_row(one: Former, width: int) -> Content:
    """Somebody with whom only working notes are left, in one line."""
    return columns(width, plain(one.person), (NOTES_ASKED if one.asked else "working notes", _STATE))


def former_told(one: Former) -> Content:
    """The same in sentences."""
    asked = f" {one.person} {NOTES_ASKED}." if one.asked else ""
    return plain(
        f"Neither of you supervises the other any more.{asked} Enter opens the working notes that are left."
    )


def record_row(record: OneToOne, width: int, me: str, today: date) -> Content:
    """A one-to-one in one line: its day, with whom, and how it stands."""
    first = Content.assemble(f"{said_short(record.facts.day):<13}", plain(other_of(record, me)))
    return columns(width, first, (record_state(record, today), _STATE if width >= _ROOMY else _NARROW))


def record_state(record: OneToOne, today: date) -> str:
    """What became of a one-to-one, in a few words; of one that was held, whether both have signed."""
    if record.status is MeetingStatus.CANCELLED:
        return "cancelled"
    if record.status is MeetingStatus.PLANNED:
        return "planned for today" if record.facts.planned == today else "planned"
    return "held, signed by both" if record.agreed else NOT_AGREED


def record_told(record: OneToOne, me: str) -> Content:
    """The same in sentences, and who has signed."""
    told = [f"With {other_of(record, me)}, {said(record.facts.day)}: {record.kind.words}."]
    if record.status is MeetingStatus.CANCELLED:
        return plain(f"{told[0]} Cancelled: {record.cancelled_reason}")
    if record.status is MeetingStatus.HELD and record.label:
        told.append(f"{sentence(record.label)}.")
    if waits_for(record, me):
        told.append("It waits for your signature.")
    if record.agreed:
        told.append("Signed by both, and locked.")
    if record.copy:
        told.append("Your own copy of what you signed.")
    told.append(
        "Enter opens it." if record.status is not MeetingStatus.PLANNED else "Enter opens what is prepared."
    )
    return plain(" ".join(told))


def waiting_words(one: Between, waits: Waits, today: date) -> str:
    """What waits with somebody, as Today says it."""
    match waits:
        case Waits.RECORD:
            return "a record waits for you to sign"
        case Waits.TODAY:
            return "planned for today"
        case Waits.AGREEMENT_TO_SIGN:
            return "the agreement waits for you to sign"
        case Waits.NOTES_ASKED:
            return NOTES_ASKED
        case Waits.DUE:
            return state_of(one, today)
        case Waits.NO_AGREEMENT:
            return "no agreement yet"
        case Waits.REVIEW:
            return "the agreement is to be reviewed"
