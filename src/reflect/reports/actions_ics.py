"""The days of a person's own actions as a calendar file (iCalendar, RFC 5545): all-day entries that remind nobody
aloud and keep no time free. An entry keeps its identity, so that a later file moves it and adds no second one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.going_out import ActionsOut
from reflect.text import UNSAFE

PRODUCT = "-//reflect//reflect-practice//EN"
_LINE = 75
# A calendar has at least one part; where there is no day to tell, it is this.
_NO_DAYS = (
    *("BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)


def actions_ics(out: ActionsOut) -> str:
    """The whole file: for each open action the day by which it is due, for each that is done the day by which its
    evidence is promised, for each that is confirmed the day of its re-check. It says what is to be done, no more."""
    days = [line for action, _ in out.known for line in _days(action)]
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    lines = (*head, *(days or _NO_DAYS), "END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _days(action: Action) -> Iterator[str]:
    if action.is_open and action.due:
        yield from _entry(action, "due", action.due, "Due")
    if action.status is Status.PROPOSED and action.due:
        yield from _entry(action, "due", action.due, "Due, if agreed", sure=False)
    if action.status is Status.DONE and action.evidence_by:
        yield from _entry(action, "evidence", action.evidence_by, "Evidence promised")
    if action.status is Status.CONFIRMED and action.recheck_due:
        yield from _entry(action, "recheck", action.recheck_due, "Has it lasted?")


def _entry(action: Action, name: str, day: date, meaning: str, *, sure: bool = True) -> Iterator[str]:
    what = " ".join(action.what.split())
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(action.id)}-{name}@reflect"
    yield f"DTSTAMP:{action.updated.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{action.events}"
    yield f"DTSTART;VALUE=DATE:{_written(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_written(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(f'{meaning}: {what}')}"
    yield f"STATUS:{'CONFIRMED' if sure else 'TENTATIVE'}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _written(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(words: str) -> str:
    safe = UNSAFE.sub("\ufffd", words).replace("\\", "\\\\")
    return safe.replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, none cut within a character; a space goes before what goes on."""
    pieces, piece, octets = [], "", 0
    for character in line:
        width = len(character.encode("utf-8"))
        if octets + width > _LINE:
            pieces.append(piece)
            piece, octets = " ", 1
        piece, octets = piece + character, octets + width
    return "\r\n".join([*pieces, piece])
