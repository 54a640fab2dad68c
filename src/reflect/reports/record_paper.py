"""The record of a one-to-one as a paper that two people would sign: previous actions first, then both voices on
everything, what was agreed, and the signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from reflect.domain.dates import day_of, said, said_short
from reflect.domain.supervision.entry import RECORD_SECTIONS, Entry, Section
from reflect.domain.supervision.going_out import RecordOut
from reflect.domain.supervision.one_to_one import ActionInRecord, MeetingStatus, OneToOne
from reflect.reports.pages import QUESTION_STAYS, QUESTION_UNKNOWN
from reflect.reports.paper import (
    NOTHING,
    Block,
    Bullets,
    Facts,
    Heading,
    Lines,
    Paper,
    Remark,
    Table,
    moment_said,
    time_said,
)
from reflect.reports.paper_parts import (
    COURT,
    LONGEST_HEADING,
    NOT_KNOWN,
    above,
    cancelled,
    confidential,
    headed,
    key,
    letter_words,
    signatures,
    voices,
)
from reflect.text import shorten

_WIDTHS = (42, 18, 16, 12, 12)
_NONE = {
    Section.PREVIOUS_ACTIONS: "No action was open before it.",
    Section.AGENDA: "Neither put a topic on the agenda.",
    Section.SHARED: "Nothing that was shared was discussed.",
    Section.DISAGREEMENT: "No disagreement was written down.",
}
_GONE = "About something that is not on the record any more"

_SECTIONS = tuple(section for section in RECORD_SECTIONS if section is not Section.DISAGREEMENT_ANSWERED)


def record_paper(out: RecordOut) -> Paper:
    """What goes out, in words; days and times are those of the place where this runs."""
    record = out.record
    pair = f"{record.name(record.supervisor)} and {record.name(record.supervisee)}"
    return Paper(
        title=f"One-to-one of {pair}",
        author=record.name(record.supervisor),
        made=out.today,
        above=above(out.label, out.strictest),
        foot=f"Confidential: one-to-one of {pair}, {said(record.facts.day)}",
        front=(f"Written out on {said(out.today)}. {COURT}",),
        confidential=confidential(
            record.name(record.supervisor), record.name(record.supervisee), out.readers
        ),
        blocks=tuple(_blocks(out)),
    )


def _blocks(out: RecordOut) -> Iterator[Block]:
    record = out.record
    yield Facts(tuple((name, words) for name, words in _facts(out) if words))
    yield from cancelled(record)
    held = record.status is not MeetingStatus.CANCELLED
    for section in _SECTIONS:
        # What was cancelled has no record to be filled in: only what was written for it stands here.
        if held or any(entry.section is section for entry in record.entries):
            yield Heading(section.words)
            yield from _section(out, section)
        if section is Section.DISAGREEMENT:
            yield from _answered(record)
    if held or record.agreed_actions:
        yield Heading("Actions agreed")
        yield from _agreed_actions(out)
    yield Heading("Next one-to-one")
    yield Lines(said(record.facts.next)) if record.facts.next else Remark("No day has been set.")
    if held or record.signatures:
        yield from signatures(record, "the record")
    if record.addenda:
        yield Heading("Added after both had signed" if record.agreed else "Added later")
        for addendum in record.addenda:
            yield Heading(f"{record.name(addendum.author)}, {moment_said(addendum.made)}", level=3)
            yield Lines(addendum.text)
    if _letters(out):
        yield from key(out.today, out.rules)


def _facts(out: RecordOut) -> Iterator[tuple[str, str]]:
    record, facts = out.record, out.record.facts
    yield "Supervisor", record.name(record.supervisor)
    yield "Supervisee", record.name(record.supervisee)
    if record.status is MeetingStatus.HELD:
        yield "Held on", said(facts.day)
        yield "Planned for", said(facts.planned) if facts.planned != facts.day else ""
    else:
        yield "Planned for", said(facts.planned)
        yield "Status", record.status.value
    yield "Time", _times(facts.started, facts.ended)
    yield "Place, or how it was held", facts.place
    yield "Kind", record.kind.words
    yield "Cadence agreed", out.cadence


def _times(started: datetime | None, ended: datetime | None) -> str:
    if started is None:
        return ""
    if ended is None:
        return f"from {time_said(started)}; its end is not written down"
    until = time_said(ended) if day_of(ended) == day_of(started) else moment_said(ended)
    minutes = round((ended - started).total_seconds() / 60)
    return f"{time_said(started)} to {until} ({minutes} minute{'' if minutes == 1 else 's'})"


def _section(out: RecordOut, section: Section) -> Iterator[Block]:
    """Each thing that a part speaks of with what both said about it, then what they said in general. Whatever speaks
    of something that is gone comes last: nobody's words are left out."""
    record = out.record
    written = [entry for entry in record.entries if entry.section is section and entry not in record.topics]
    items = list(_items(out, section))
    for id_, before in items:
        yield from before
        said_of_it = [entry for entry in written if entry.about == id_]
        if said_of_it or section is Section.AGENDA:
            yield from _voices(record, said_of_it)
    known = {id_ for id_, _ in items} | {None}
    general = [entry for entry in written if entry.about is None]
    if items and general:
        yield Heading("Altogether", level=3)
    if general:
        yield from _voices(record, general)
    elif not (items or written):
        yield Remark(_NONE.get(section, NOTHING))
    others = [entry for entry in written if entry.about not in known]
    for about in dict.fromkeys(entry.about for entry in others):
        yield Heading(_about(record, about), level=3)
        yield from _voices(record, (entry for entry in others if entry.about == about))


def _items(out: RecordOut, section: Section) -> Iterator[tuple[str, list[Block]]]:
    record = out.record
    if section is Section.PREVIOUS_ACTIONS:
        for number, action in enumerate(record.previous, 1):
            yield action.id, [*headed(f"{number}. ", action.what), *_happened(out, action)]
    elif section is Section.AGENDA:
        for number, topic in enumerate(record.topics, 1):
            from_whom = Remark(f"Put on the agenda by {record.name(topic.author)}.", leads=True)
            yield topic.id, [*headed(f"{number}. ", topic.text), from_whom]
    elif section is Section.SHARED:
        for number, one in enumerate(record.shared, 1):
            known = out.handling.get(one.bank)
            instead = QUESTION_STAYS if known else QUESTION_UNKNOWN
            question = instead if out.question_stays(one.bank) else one.question
            whose = Remark(f"{record.name(record.supervisee)} shared:", leads=True)
            yield one.id, [*headed(f"{number}. ", question), whose, Lines(one.text)]


def _voices(record: OneToOne, entries: Iterable[Entry]) -> Iterator[Block]:
    yield voices(record, tuple(entries)) or Remark(NOTHING)


def _about(record: OneToOne, about: str | None) -> str:
    known = {topic.id: topic.text for topic in record.topics}
    known |= {action.id: action.what for action in record.actions}
    known |= {one.id: "what was shared" for one in record.shared}
    return f"About: {shorten(known[about], LONGEST_HEADING)}" if about in known else _GONE


def _happened(out: RecordOut, action: ActionInRecord) -> Iterator[Block]:
    letter = _letters(out).get(action.id)
    due = f", due on {said(action.due)}" if action.due else ""
    stands = f"Letter on {said_short(out.today)}: {letter}." if letter else ""
    yield Remark(
        f"{out.record.name(action.owner)}{due}. Status: {action.status.words}. {stands}",
        leads=True,
    )
    if action.happened:
        yield Bullets(action.happened)
    else:
        yield Remark("Nobody has said yet what happened to it.")


def _agreed_actions(out: RecordOut) -> Iterator[Block]:
    record = out.record
    if not record.agreed_actions:
        yield Remark("No action was agreed.")
        return
    letters = _letters(out)
    columns = ("What", "Who", "By when", "Status") + (
        (f"Letter on {said_short(out.today)}",) if letters else ()
    )
    rows = (
        (
            action.what,
            record.name(action.owner),
            said_short(action.due) if action.due else "no day",
            action.status.words,
            letters.get(action.id, NOT_KNOWN),
        )
        for action in record.agreed_actions
    )
    yield Table(columns, _WIDTHS[: len(columns)], tuple(row[: len(columns)] for row in rows))
    for action in record.agreed_actions:
        if action.happened:
            yield from headed("", action.what)
            yield Bullets(action.happened)


def _letters(out: RecordOut) -> dict[str, str]:
    """The letters of its actions, as far as they are known: a copy of a former supervisor has none."""
    ids = {action.id for action in out.record.actions}
    return {action.id: letter_words(action, out.today, out.rules) for action in out.known if action.id in ids}


def _answered(record: OneToOne) -> Iterator[Block]:
    """What was done about a disagreement, where there is one."""
    sections = (Section.DISAGREEMENT, Section.DISAGREEMENT_ANSWERED)
    if any(entry.section in sections for entry in record.entries):
        yield Heading(Section.DISAGREEMENT_ANSWERED.words, level=3)
        yield from _voices(
            record, (entry for entry in record.entries if entry.section is Section.DISAGREEMENT_ANSWERED)
        )
