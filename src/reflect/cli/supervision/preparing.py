"""What there is to prepare for a one-to-one, as lines that fit a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from reflect.cli.echo import in_columns, safe
from reflect.cli.layout import cut
from reflect.cli.supervision.lines import label_lines
from reflect.cli.supervision.options import SHORT_ID, as_typed
from reflect.domain.dates import day_of, said, said_short
from reflect.domain.supervision.one_to_one import MeetingStatus

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.supervision.prepared import Prepared

_MARGIN = "  "


def prepared_lines(prepared: Prepared, today: date) -> Iterator[str]:
    """Previous actions first, then what is shared, topics of both, and what is due."""
    yield from in_columns(_headline(prepared, today))
    if (
        prepared.meeting is not None
        and prepared.meeting.status is MeetingStatus.HELD
        and not prepared.later_held
    ):
        yield from label_lines(prepared.meeting)
    yield from ("", "PREVIOUS ACTIONS")
    yield from _actions(prepared.previous)
    yield from ("", "SHARED")
    for card in prepared.shares:
        yield safe(f"{_MARGIN}{card.id[:SHORT_ID]}  {said_short(day_of(card.shared))}")
        yield from in_columns(f"{card.asked.bank}: {card.asked.wording}", indent=" " * 12)
    if not prepared.shares:
        yield f"{_MARGIN}nothing"
    yield from ("", "AGENDA")
    topics = prepared.meeting.topics if prepared.meeting and not prepared.later_held else ()
    for topic in topics:
        author = prepared.meeting.name(topic.author) if prepared.meeting else ""
        yield from in_columns(f"{topic.id[:SHORT_ID]}  {author}: {topic.text}", indent=_MARGIN)
    if not topics:
        yield f"{_MARGIN}no topics yet"
    yield from ("", "DUE")
    for words in _due(prepared):
        yield from in_columns(words, indent=_MARGIN)
    if prepared.rechecks:
        yield from ("", "HAS IT LASTED?")
        yield from _actions(prepared.rechecks)


def _headline(prepared: Prepared, today: date) -> str:
    who = "supervises you" if prepared.supervises_me else "you supervise"
    if prepared.ended is not None:
        return f"{prepared.name} supervised you up to {said(prepared.ended)}: none is planned any more."
    if prepared.meeting is None or prepared.later_held:
        return f"With {prepared.name} ({who}): none is planned."
    day = prepared.meeting.facts.day
    when = "today" if day == today else said(day)
    state = "planned for"
    if prepared.meeting.status is MeetingStatus.HELD:
        state = "held" if prepared.is_over else "begun"
    return f"With {prepared.name} ({who}): {prepared.meeting.id[:SHORT_ID]}, {state} {when}."


def _due(prepared: Prepared) -> Iterator[str]:
    before = (prepared.meeting,) if prepared.later_held and prepared.meeting else ()
    for record in (*before, *prepared.unsigned):
        day = said(record.facts.day)
        yield f"The record of {day} is {record.label}: reflect supervision sign {record.id[:SHORT_ID]}"
    other = as_typed(prepared.name)
    if prepared.agreement is None:
        yield f"There is no agreement yet: reflect agreement draw-up {other}"
    elif prepared.agreement.label:
        yield f"The agreement is {prepared.agreement.label}: reflect agreement sign {other}"
    elif prepared.agreement_due:
        yield f"The agreement is to be reviewed: its review date was {said(prepared.agreement.terms.review)}."
    planned = prepared.meeting is not None and prepared.meeting.status is MeetingStatus.PLANNED
    if prepared.next_day is not None and not planned:
        if prepared.next_is_said:
            yield f"Last time you said that the next one-to-one is on {said(prepared.next_day)}."
        else:
            yield f"By the agreement the next one-to-one could be on {said(prepared.next_day)}."
    if prepared.notes_about_me:
        yield f"Working notes that {prepared.name} keeps about you: {prepared.notes_about_me}. {_of_notes(prepared)}"


def _of_notes(prepared: Prepared) -> str:
    if not prepared.notes_to_ask:
        return "None is left to ask for: reflect supervision working about-me"
    which = "it" if prepared.notes_about_me == 1 else "them"
    if prepared.notes_to_ask < prepared.notes_about_me:
        which = f"{prepared.notes_to_ask} more"
    return f"You can ask to see {which}: reflect supervision working ask {as_typed(prepared.name)}"


def _actions(actions: Iterable[Action]) -> Iterator[str]:
    found = False
    for action in actions:
        found = True
        due = f"{said_short(action.due)}, " if action.due else ""
        yield safe(f"{_MARGIN}{action.id[:SHORT_ID]}  {cut(action.what, 68)}")
        yield f"{' ' * 12}{due}{action.status.words}"
    if not found:
        yield f"{_MARGIN}none"
