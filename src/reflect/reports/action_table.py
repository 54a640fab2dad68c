"""Actions as a table for spreadsheets: a row for each, and a table of all that happened to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reflect.clock import iso
from reflect.domain.actions.action import Action
from reflect.domain.actions.differences import differences
from reflect.domain.actions.event import Event
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.rag import rag
from reflect.domain.banks import review_named
from reflect.reports.action_history import SOMEBODY, Happened, timeline
from reflect.reports.spreadsheet import Cell


@dataclass(frozen=True, slots=True)
class Told:
    """One action with what happened to it, among all that go out."""

    action: Action
    events: tuple[Event, ...]
    out: ActionsOut


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its heading for people, its width in characters, and what stands in it."""

    name: str
    heading: str
    width: int
    value: Callable[[Told], Cell]


ID = Column("id", "Id", 12, lambda told: told.action.id)
THEMES = Column("themes", "Themes", 25, lambda told: told.out.themes_in_words(told.action.themes) or None)
PART = Column("part", "Part", 8, lambda _: None)
COLUMNS = (
    ID,
    PART,
    Column("what", "What is to be done", 50, lambda told: told.action.what),
    Column("status", "Status", 12, lambda told: told.action.status.value),
    Column("rag", "Letter", 9, lambda told: _letter(told)),
    Column("keep", "Good practice to keep", 9, lambda told: _truth(told.action.keep)),
    Column("owner", "Owner", 20, lambda told: told.out.names.get(told.action.owner, SOMEBODY)),
    Column("supporter", "Supporter", 20, lambda told: told.action.supporter or None),
    Column("level", "Level", 12, lambda told: told.action.level.value),
    Column("circle", "Who sees it", 9, lambda told: told.action.circle.value),
    THEMES,
    Column("origin", "Comes from", 25, lambda told: told.action.comes_from),
    Column(
        "bank_title", "Bank", 25, lambda told: told.action.origin.bank_title if told.action.origin else None
    ),
    Column(
        "bank_version",
        "Version",
        8,
        lambda told: told.action.origin.bank_version if told.action.origin else None,
    ),
    Column("question", "Question", 40, lambda told: _question(told)),
    Column("findings", "Findings", 40, lambda told: _findings(told)),
    Column("know", "How we will know", 40, lambda told: told.action.know or None),
    Column("agreed", "Agreed", 11, lambda told: told.action.agreed),
    Column("due", "Due", 11, lambda told: told.action.due),
    Column("started", "Started", 11, lambda told: told.action.started),
    Column("done", "Done", 11, lambda told: told.action.done),
    Column("evidence", "Evidence", 40, lambda told: _evidence(told)),
    Column("evidence_by", "Evidence promised by", 11, lambda told: told.action.evidence_by),
    Column("impact", "What difference it made", 40, lambda told: _impact(told)),
    Column("confirmed", "Confirmed", 11, lambda told: told.action.confirmed),
    Column("confirmed_by", "Confirmed by", 20, lambda told: _confirmed_by(told)),
    Column("confirmed_alone", "By its owner, alone", 9, lambda told: _truth(told.action.confirmed_alone)),
    Column("recheck_due", "Re-check due", 11, lambda told: told.action.recheck_due),
    Column("rechecked", "Looked at again", 11, lambda told: told.action.rechecked),
    Column("recheck_result", "Has it lasted?", 10, lambda told: _result(told)),
    Column("carried", "Times carried forward", 9, lambda told: told.action.carried),
    Column("carries", "Why it was carried forward", 40, lambda told: _carries(told)),
    Column("split_from", "Split off from", 12, lambda told: told.action.split_from),
    Column("escalation", "Escalated", 40, lambda told: _escalation(told)),
    Column("blocked_why", "What is in the way", 40, lambda told: told.action.blocked_why or None),
    Column("ended", "Ended", 11, lambda told: told.action.ended),
    Column("ended_why", "Why it ended", 40, lambda told: told.action.ended_why or None),
    Column("updated", "Last changed (UTC)", 21, lambda told: iso(told.action.updated)),
)
HISTORY = Column("history", "History", 60, lambda told: "\n".join(map(_in_words, _timeline(told))))
OF_EVENTS = (
    *(("id", "Action", 12), ("part", "Part", 8), ("number", "Number", 8), ("on", "On", 11)),
    *(("at", "At (UTC)", 21), ("by", "By", 20), ("kind", "Kind", 12), ("told", "What happened", 80)),
    ("more", "What else was said", 40),
)
"""The columns of the table of events: name, heading, width."""


def actions_told(out: ActionsOut) -> Iterator[Told]:
    """The actions one by one, with what had happened to each."""
    return (Told(action, events, out) for action, events in out.known)


def event_rows(out: ActionsOut) -> Iterator[tuple[Cell, ...]]:
    """A row for each event, under `OF_EVENTS`."""
    for told in actions_told(out):
        for event, happened in zip(told.events, _timeline(told), strict=True):
            more = "\n".join(f"{one.heading}: {one.words}" for one in happened.more)
            yield (
                *(told.action.id, None, event.number, happened.on, iso(event.at)),
                *(happened.by, event.kind.value, happened.sentence, more or None),
            )


def _timeline(told: Told) -> Iterator[Happened]:
    return timeline(told.action, told.events, told.out)


def _in_words(happened: Happened) -> str:
    more = "".join(f"\n{one.heading}: {one.words}" for one in happened.more)
    return f"{happened.on.isoformat()} {happened.by}: {happened.sentence}{more}"


def _truth(value: bool) -> str:
    return "yes" if value else "no"


def _letter(told: Told) -> str | None:
    letter = rag(told.action, told.out.day, told.out.rules)
    return letter.value if letter else None


def _question(told: Told) -> str | None:
    origin = told.action.origin
    return origin.wording or None if origin and not told.out.origin_stays(told.action) else None


def _findings(told: Told) -> str | None:
    origin = told.action.origin
    if origin is None or told.out.origin_stays(told.action):
        return None
    found = (f"{one.text} ({review_named(one.review, origin.bank_title)})" for one in origin.findings)
    return "\n".join(found) or None


def _evidence(told: Told) -> str | None:
    found = (f"{one.kind.value}, {one.on.isoformat()}: {one.text}" for one in told.action.evidence)
    return "\n".join(found) or None


def _impact(told: Told) -> str | None:
    several = differences(told.events)
    if len(several) < 2:
        return told.action.impact or None
    names = told.out.names
    return "\n".join(f"{one.on.isoformat()} {names.get(one.by, SOMEBODY)}: {one.text}" for one in several)


def _confirmed_by(told: Told) -> str | None:
    person = told.action.confirmed_by
    return told.out.names.get(person, SOMEBODY) if person else None


def _result(told: Told) -> str | None:
    return told.action.recheck_result.value if told.action.recheck_result else None


def _carries(told: Told) -> str | None:
    carried = (f"{one.on.isoformat()}, {one.choice.value}: {one.why}" for one in told.action.carries)
    return "\n".join(carried) or None


def _escalation(told: Told) -> str | None:
    asked = told.action.escalation
    if asked is None:
        return None
    by = f", answer by {asked.answer_by.isoformat()}" if asked.answer_by else ""
    late = ", late" if asked.is_late(told.out.day) else ""
    outcome = f"\nWhat came of it: {asked.outcome}" if asked.outcome else ""
    return f"stage {asked.stage}, to {asked.role}, on {asked.on.isoformat()}{by}{late}{outcome}"
