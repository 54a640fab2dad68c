"""How a one-to-one stands, in sentences: who signed, what is missing before somebody can, what a change has undone."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from reflect.domain.dates import day_of, said
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.hours import said_time
from reflect.domain.supervision.one_to_one import ActionInRecord, MeetingStatus, OneToOne
from reflect.tui.words import counted, lines, plain

LEADS = {
    Section.PREVIOUS_ACTIONS: "Each is updated, carried, escalated or closed before anybody signs.",
    Section.AGENDA: "The topics of both. What you write stands under the marked one.",
    Section.SHARED: "Space says that the marked one was discussed: then it stays with the record.",
    Section.WELLBEING: "How are you, and how is the workload? What would help?",
    Section.REFLECTION: "What happened, what did it mean to you, and what follows from it?",
    Section.LEARNING: "What have you learnt, and what do you want to learn next?",
    Section.GOOD_PRACTICE: "What went well, and what made it go well?",
    Section.OTHER: "Whatever else belongs here.",
    Section.DISAGREEMENT: "Each says how they see it, and neither changes the other's words.",
    Section.DISAGREEMENT_ANSWERED: "What was done, or will be, where you see it differently.",
}
NOTHING_HERE = {
    Section.PREVIOUS_ACTIONS: "No action was open between you when this began.",
    Section.AGENDA: "Nothing is on the agenda yet.",
    Section.SHARED: "Nothing is shared just now.",
}
LOCKED = "Both have signed: the record is locked, and only addenda follow."


def standing(record: OneToOne) -> str:
    """Who has signed, as every view of the record says it."""
    if record.status is MeetingStatus.CANCELLED:
        return "Cancelled"
    return sentence(record.label) if record.label else LOCKED


def standing_words(record: OneToOne, *, briefly: bool = False) -> Content:
    """The same, with what a change has undone or would undo, and what is missing before somebody can sign."""
    told = [plain(standing(record), "bold" if record.agreed else "bold $text-warning")]
    told += [plain(one, "$text-warning") for one in (*undone(record), if_changed(record)) if one]
    return lines(*told, *(plain(one) for one in missing(record, briefly=briefly)))


def lead(record: OneToOne, section: Section, about: str | None, *, lists: bool) -> str:
    """What a part asks; `about` is what is marked in it, and without `lists` there is nothing to mark."""
    if not lists and section in NOTHING_HERE:
        return NOTHING_HERE[section]
    action = next((one for one in record.previous if one.id == about), None)
    shared = next((one for one in record.shared if one.id == about), None)
    if action is not None:
        happened = " ".join(action.happened)
        return happened or f"{LEADS[section]} Enter shows the steps that it can take."
    return shared.text if shared is not None else LEADS[section]


def sentence(words: str) -> str:
    """The same words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def missing(record: OneToOne, *, briefly: bool = False) -> tuple[str, ...]:
    """What keeps anybody from signing, a sentence each, without what to do about it where it is said `briefly`; nothing
    when the record can be signed."""
    found = []
    if record.status is MeetingStatus.PLANNED:
        found.append("It has not begun yet.")
    if record.unanswered:
        number = counted(len(record.unanswered), "previous action")
        verb = "has" if len(record.unanswered) == 1 else "have"
        said_ = f"{sentence(number)} {verb} not been spoken of"
        found.append(f"{said_}." if briefly else f"{said_}: update, carry, escalate or close each of them.")
    return tuple(found)


def still_open(record: OneToOne) -> tuple[str, ...]:
    """What a record usually holds and this one does not: nobody is kept from signing by it."""
    facts, found = record.facts, []
    if record.status is not MeetingStatus.HELD or record.agreed:
        return ()
    if not facts.place:
        found.append("where it was held")
    if facts.ended is None:
        found.append("when it ended")
    if facts.next is None:
        found.append("the day of the next one")
    return (f"Not said yet: {', '.join(found)}.",) if found else ()


def undone(record: OneToOne) -> tuple[str, ...]:
    """Each signature that no longer counts, in a sentence; none once both have signed again."""
    if record.agreed:
        return ()
    return tuple(
        f"{record.name(one.signed_by)}'s signature no longer counts: {record.name(one.changed_by)} changed the record "
        f"on {said(day_of(one.at))} after it was given."
        for one in record.voided
        if one.signed_by not in record.signed_by
    )


def if_changed(record: OneToOne) -> str:
    """What follows from writing now, where one of the two has signed; nothing where nobody has."""
    if record.agreed or not record.signed_by:
        return ""
    return f"{_names(record)} signed this. Whatever is changed now makes that signature void."


def day_words(record: OneToOne) -> str:
    """When and where: `3 December 2026, 14:05 to 15:20, room 2`."""
    facts = record.facts
    words = said(record.facts.day)
    if facts.started is not None:
        words += f", {said_time(facts.started)}"
        words += f" to {said_time(facts.ended)}" if facts.ended else ""
    return f"{words}, {facts.place}" if facts.place else words


def action_state(action: ActionInRecord) -> str:
    """Whether a previous action was spoken of."""
    return "spoken of" if action.happened else "not yet"


def due_words(due: date | None) -> str:
    """By when."""
    return f"by {said(due)}" if due else "no day"


def signature_means(record: OneToOne) -> str:
    """What one signs, and what follows from it."""
    written = len(record.entries)
    parts = [counted(written, "text"), counted(len(record.agreed_actions), "agreed action")]
    if record.shared:
        parts.append(counted(len(record.shared), "shared answer"))
    signed = f"You sign the record of {said(record.facts.day)} as it stands: {', '.join(parts)}."
    if record.signed_by:
        return f"{signed} {_names(record)} has signed it. With your signature it is locked, and only addenda follow."
    return f"{signed} It is locked once both have signed. If one of you changes it before that, your signature is void."


def _names(record: OneToOne) -> str:
    return " and ".join(record.name(person) for person in record.signed_by)
