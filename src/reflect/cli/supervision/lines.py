"""One-to-ones as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns, safe
from reflect.cli.layout import cut, padded
from reflect.cli.supervision.options import SHORT_ID
from reflect.domain.dates import day_of, said, said_short
from reflect.domain.supervision.entry import RECORD_SECTIONS, Entry, Section
from reflect.domain.supervision.one_to_one import Kind, MeetingStatus

if TYPE_CHECKING:
    from reflect.domain.supervision.agreement import Agreement
    from reflect.domain.supervision.one_to_one import ActionInRecord, OneToOne

_MARGIN, _DEEPER = "  ", "            "
YOUR_COPY = "your copy of a record that you signed"


def card_lines(meeting: OneToOne, me: str) -> Iterator[str]:
    """One line for a list (short id, day, what became of it, the other one of the two), and one more each where
    a record is not agreed and where it is a copy."""
    other = meeting.name(meeting.supervisee if me == meeting.supervisor else meeting.supervisor)
    role = "you supervise" if me == meeting.supervisor else "your supervisor"
    came_up = meeting.kind is Kind.AD_HOC
    became = f"{status_words(meeting)}, {meeting.kind.words}" if came_up else status_words(meeting)
    day = padded(said_short(meeting.facts.day), 11)
    yield safe(f"{meeting.id[:SHORT_ID]}  {day}  {padded(became, 22)}  {cut(f'{other}, {role}', 33)}")
    if meeting.status is MeetingStatus.HELD and meeting.label:
        yield from in_columns(meeting.label, indent=" " * 10)
    if meeting.copy:
        yield from in_columns(YOUR_COPY, indent=" " * 10)


def status_words(meeting: OneToOne) -> str:
    """What became of it, in a word or two."""
    if meeting.status is MeetingStatus.HELD:
        return "agreed by both" if meeting.agreed else "held"
    return meeting.status.value


def meeting_lines(meeting: OneToOne) -> Iterator[str]:
    """The whole record: facts, previous actions first, then each part with both voices, what was agreed, who signed."""
    yield meeting.id
    yield from in_columns(title(meeting))
    yield from label_lines(meeting)
    yield from _facts(meeting)
    for section in RECORD_SECTIONS:
        yield from _part(meeting, section)
    if meeting.agreed_actions:
        yield from ("", "ACTIONS AGREED")
        for action in meeting.agreed_actions:
            yield from _action(meeting, action)
    yield from signed_lines(meeting)
    if meeting.addenda:
        yield from ("", "ADDENDA")
        for entry in meeting.addenda:
            yield from in_columns(f"{meeting.name(entry.author)}, {said(day_of(entry.made))}", indent=_MARGIN)
            yield from in_columns(entry.text, indent=_MARGIN * 2)


def title(meeting: OneToOne) -> str:
    """What it is: the day, and whose."""
    return (
        f"One-to-one on {said(meeting.facts.day)}: {meeting.name(meeting.supervisor)} supervises "
        f"{meeting.name(meeting.supervisee)}"
    )


def label_lines(kept: OneToOne | Agreement) -> Iterator[str]:
    """What every view says until both have signed, and that a copy is one."""
    if kept.label:
        yield from in_columns(kept.label)
    if kept.copy:
        yield from in_columns(YOUR_COPY)


def signed_lines(kept: OneToOne | Agreement) -> Iterator[str]:
    """Who has signed and when, and which signature no longer counts."""
    yield from ("", "SIGNED")
    for signature in kept.signatures:
        yield from in_columns(
            f"{kept.name(signature.by)}, {said(day_of(signature.at))} at {clock_time(signature.at)}",
            indent=_MARGIN,
        )
    if not kept.signatures:
        yield f"{_MARGIN}nobody yet"
    for voided in kept.voided:
        yield from in_columns(
            f"The signature of {kept.name(voided.signed_by)} no longer counts: {kept.name(voided.changed_by)} changed "
            f"something after it, on {said(day_of(voided.at))} at {clock_time(voided.at)}.",
            indent=_MARGIN,
        )


def clock_time(moment: datetime) -> str:
    """The time of day of a moment, where the person is."""
    return f"{moment.astimezone():%H:%M}"


def _facts(meeting: OneToOne) -> Iterator[str]:
    facts = meeting.facts
    yield ""
    yield from in_columns(f"{status_words(meeting).capitalize()}, {meeting.kind.words}.")
    if facts.day != facts.planned:
        yield from in_columns(f"It was planned for {said(facts.planned)}.")
    if meeting.cancelled_reason:
        yield from in_columns(f"Cancelled because: {meeting.cancelled_reason}")
    if facts.place:
        yield from in_columns(f"Where or how: {facts.place}")
    if facts.started:
        ended = f", ended at {clock_time(facts.ended)}" if facts.ended else ", not ended yet"
        yield f"Begun at {clock_time(facts.started)}{ended}."
    if facts.next:
        yield f"The next one: {said(facts.next)}"


def _part(meeting: OneToOne, section: Section) -> Iterator[str]:
    """One part: what it speaks of, each with what both wrote about it, and then what they wrote besides."""
    things = list(_things(meeting, section))
    topics = {topic.id for topic in meeting.topics}
    written = [one for one in meeting.entries if one.section is section and one.id not in topics]
    lines: list[str] = []
    for id_, heading in things:
        lines += heading
        for entry in written:
            if entry.about == id_:
                lines += _entry(meeting, entry, _DEEPER)
    shown = {id_ for id_, _ in things}
    for person in (meeting.supervisor, meeting.supervisee):
        for entry in written:
            if entry.author == person and entry.about not in shown:
                lines += _entry(meeting, entry, _MARGIN, about=entry.about)
    if lines:
        yield from ("", section.words.upper(), *lines)


def _things(meeting: OneToOne, section: Section) -> Iterator[tuple[str, list[str]]]:
    """What the entries of a part may be about: its id, and its own lines."""
    if section is Section.AGENDA:
        for topic in meeting.topics:
            words = f"{topic.id[:SHORT_ID]}  {meeting.name(topic.author)}: {topic.text}"
            yield topic.id, list(in_columns(words, indent=_MARGIN))
    if section is Section.PREVIOUS_ACTIONS:
        for action in meeting.previous:
            yield action.id, list(_action(meeting, action))
    if section is Section.SHARED:
        for share in meeting.shared:
            yield (
                share.id,
                [
                    *in_columns(f"{share.id[:SHORT_ID]}  {share.question}", indent=_MARGIN),
                    *in_columns(share.text, indent=_DEEPER),
                ],
            )


def _entry(meeting: OneToOne, entry: Entry, indent: str, about: str | None = None) -> Iterator[str]:
    to_what = f", about {about[:SHORT_ID]}" if about else ""
    yield from in_columns(f"{entry.id[:SHORT_ID]}  {meeting.name(entry.author)}{to_what}", indent=indent)
    yield from in_columns(entry.text, indent=indent + _MARGIN)


def _action(meeting: OneToOne, action: ActionInRecord) -> Iterator[str]:
    due = f", due {said_short(action.due)}" if action.due else ""
    yield from in_columns(f"{action.id[:SHORT_ID]}  {action.what}", indent=_MARGIN)
    yield from in_columns(f"{meeting.name(action.owner)}{due}: {action.status.words}", indent=_DEEPER)
    for words in action.happened:
        yield from in_columns(words, indent=_DEEPER)
    if action.previous and not action.happened and not meeting.agreed:
        yield from in_columns("Nothing was said about it yet.", indent=_DEEPER)
