"""The agenda of a one-to-one as a paper to take along, before it is held: previous actions first, what is shared, the
topics of both, and room for a pen."""

from __future__ import annotations

from collections.abc import Iterator

from reflect.domain.actions.action import Action
from reflect.domain.dates import day_of, said, said_short
from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.entry import Entry, Section
from reflect.domain.supervision.going_out import AgendaOut
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.reports.pages import QUESTION_STAYS, QUESTION_UNKNOWN
from reflect.reports.paper import Block, Bullets, Facts, Heading, Paper, Remark, Table
from reflect.reports.paper_parts import (
    COURT,
    above,
    cancelled,
    confidential,
    headed,
    key,
    letter_words,
    voices,
)

_FOR_A_PEN = "Notes"
_WIDTHS = (40, 17, 14, 12, 17)


def agenda_paper(out: AgendaOut) -> Paper:
    """What goes out, in words; days are those of the place where this runs."""
    record = out.record
    supervisor, supervisee = record.name(record.supervisor), record.name(record.supervisee)
    day = said(record.facts.planned)
    return Paper(
        title=f"Agenda for the one-to-one of {supervisor} and {supervisee}",
        author=supervisor,
        made=out.today,
        above=above(out.label, out.strictest),
        foot=f"Confidential: agenda of {supervisor} and {supervisee}, {day}",
        front=(f"Written out on {said(out.today)}. {COURT}",),
        confidential=confidential(supervisor, supervisee, out.readers),
        blocks=tuple(_blocks(out)),
    )


def _blocks(out: AgendaOut) -> Iterator[Block]:
    yield Facts(tuple((name, words) for name, words in _facts(out) if words))
    yield from cancelled(out.record)
    if out.agreement_due:
        yield Remark(
            "The supervision agreement is due: none is signed by both, or the day of its review has come."
        )
    yield Heading("Previous actions")
    yield from _actions(out, out.previous, "No action of the two is open.")
    if out.rechecks:
        yield Heading("To be looked at again: did it last?")
        yield from _actions(out, out.rechecks, "")
    yield Heading("Shared for it")
    if out.shares:
        yield Bullets(tuple(_share(out, card) for card in out.shares))
    else:
        yield Remark("Nothing has been shared for it.")
    yield Heading("Topics")
    yield from _topics(out)
    yield from _written_so_far(out)
    if out.previous or out.rechecks:
        yield from key(out.today, out.rules)


def _facts(out: AgendaOut) -> Iterator[tuple[str, str]]:
    record = out.record
    yield "Supervisor", record.name(record.supervisor)
    yield "Supervisee", record.name(record.supervisee)
    yield "Planned for", said(record.facts.planned)
    yield "Status", "" if record.status is MeetingStatus.PLANNED else record.status.value
    yield "Place, or how it is held", record.facts.place
    yield "Kind", record.kind.words


def _actions(out: AgendaOut, actions: tuple[Action, ...], none: str) -> Iterator[Block]:
    if not actions:
        yield Remark(none)
        return
    yield Table(
        columns=("What", "Who", "By when", f"Letter on {said_short(out.today)}", _FOR_A_PEN),
        widths=_WIDTHS,
        rows=tuple(
            (
                action.what,
                out.record.name(action.owner),
                _by_when(action),
                f"{letter_words(action, out.today, out.rules)}, {action.status.words}",
                "",
            )
            for action in actions
        ),
    )


def _by_when(action: Action) -> str:
    """Until an action is done it is for the two to do by its day, whoever else is to answer before."""
    day = action.due if action.is_open else action.next_day
    return said_short(day) if day else "no day"


def _topics(out: AgendaOut) -> Iterator[Block]:
    record = out.record
    if not record.topics:
        yield Remark("Neither of the two has put a topic on the agenda yet.")
        return
    yield Table(
        columns=("Topic", "From", _FOR_A_PEN),
        widths=(50, 20, 30),
        rows=tuple((topic.text, record.name(topic.author), "") for topic in record.topics),
    )
    about = {entry.about for entry in record.entries if entry.section is Section.AGENDA}
    for topic in record.topics:
        if topic.id in about and (both := voices(record, _on(out, topic.id))):
            yield from headed("On: ", topic.text)
            yield both


def _on(out: AgendaOut, topic: str) -> tuple[Entry, ...]:
    return tuple(
        entry for entry in out.record.entries if (entry.section, entry.about) == (Section.AGENDA, topic)
    )


def _share(out: AgendaOut, card: ShareCard) -> str:
    asked = card.asked
    question = asked.wording
    if out.question_stays(asked.bank):
        question = QUESTION_STAYS if out.handling.get(asked.bank) else QUESTION_UNKNOWN
    whole = "the whole answer" if card.whole else "some lines of the answer"
    who = out.record.name(card.supervisee)
    return f"{question} ({whole}, shared by {who} on {said(day_of(card.shared))})"


def _written_so_far(out: AgendaOut) -> Iterator[Block]:
    """What either has already written in a part of the record: nobody's words are left out."""
    record = out.record
    topics = {topic.id for topic in record.topics} | {None}
    for section in Section:
        written = [
            entry
            for entry in record.entries
            if entry.section is section and (section is not Section.AGENDA or entry.about not in topics)
        ]
        if both := voices(record, written):
            yield Heading(f"{section.words}: written so far")
            yield both
