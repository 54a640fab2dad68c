"""The days of actions as a calendar, read by a parser that is not ours and checked against the letter of RFC 5545."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.cal import Component

from actions_out import BEGUN, actions_out, agreed, events_of, everything, good_practice, hostile, proposed
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.history import folded
from reflect.reports.action_documents import written
from reflect.text import clean

EVIDENCE = {"kind": "record", "text": "Seen", "on": "2026-01-05"}
FOLLOWS = (EventKind.DONE, {"evidence": None, "evidence_by": "2026-02-01", "impact": ""}, BEGUN)
SHOWN = (EventKind.EVIDENCED, {"evidence": EVIDENCE, "impact": ""}, BEGUN)
CONFIRMED = (EventKind.CONFIRMED, {"impact": "", "recheck_due": "2026-04-05"}, BEGUN)


def entries(out: ActionsOut) -> list[Component]:
    """The entries that the parser finds; it may have nothing to complain of."""
    calendar = Calendar.from_ical(written(out, "ics"))
    assert calendar.errors == []
    found = list(calendar.walk("VEVENT"))
    assert all(entry.errors == [] for entry in found)
    return found


def days(out: ActionsOut) -> list[tuple[str, date]]:
    return [(str(entry["SUMMARY"]), entry.decoded("DTSTART")) for entry in entries(out)]


def test_an_open_action_is_an_entry_on_the_day_by_which_it_is_due() -> None:
    (entry,) = entries(actions_out(agreed()))
    assert entry["SUMMARY"] == "Due: Ring both parents"
    assert entry.decoded("DTSTART") == date(2026, 3, 2)
    assert not isinstance(entry.decoded("DTSTART"), datetime)
    assert entry.decoded("DTEND") == date(2026, 3, 3)
    assert entry.decoded("DTSTAMP") == datetime(2026, 1, 5, 12, 0, 2, tzinfo=UTC)
    assert entry["UID"] == "a1-due@reflect"


def test_a_proposed_action_is_there_and_not_yet_sure() -> None:
    (entry,) = entries(actions_out(events_of("a1", (EventKind.PROPOSED, proposed(), BEGUN))))
    assert (entry["STATUS"], entry["SUMMARY"]) == ("TENTATIVE", "Due, if agreed: Ring both parents")


def test_promised_evidence_and_the_re_check_have_their_days_and_what_has_ended_has_none() -> None:
    promised = agreed("a1", FOLLOWS)
    assert days(actions_out(promised)) == [("Evidence promised: Ring both parents", date(2026, 2, 1))]
    assert days(actions_out(agreed("a1", FOLLOWS, SHOWN))) == []
    confirmed = agreed("a1", FOLLOWS, SHOWN, CONFIRMED)
    assert days(actions_out(confirmed)) == [("Has it lasted?: Ring both parents", date(2026, 4, 5))]
    withdrawn = agreed("a1", (EventKind.WITHDRAWN, {"why": "Moved away"}, BEGUN))
    assert days(actions_out(withdrawn, everything(), good_practice())) == []


def test_a_new_date_moves_the_same_entry() -> None:
    carried = {"why": "Duty", "choice": "new-date", "due": "2026-06-01", "what": None}
    (before,) = entries(actions_out(agreed()))
    (after,) = entries(actions_out(agreed("a1", (EventKind.CARRIED, carried, BEGUN + timedelta(days=1)))))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTAMP") > before.decoded("DTSTAMP")


def test_nobody_is_reminded_no_time_is_kept_and_no_more_is_told_than_what_is_to_be_done() -> None:
    noted = (EventKind.NOTED, {"text": "Mr Quillfeather rang"}, BEGUN)
    document = written(
        actions_out(agreed("a1", noted, know="By the record", supporter="Sam")), "ics"
    ).decode()
    (entry,) = entries(actions_out(agreed("a1", noted)))
    assert (entry["CLASS"], entry["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    for absent in (
        "VALARM",
        "DESCRIPTION",
        "ATTENDEE",
        "ORGANIZER",
        "Robin",
        "Quillfeather",
        "record",
        "Sam",
    ):
        assert absent not in document


@pytest.mark.parametrize(
    "day",
    [
        date(1970, 1, 1),
        date(2028, 2, 29),
        date(2027, 1, 31),
        date(2026, 3, 29),
        date(2100, 2, 28),
        date(9999, 12, 31),
    ],
)
def test_a_day_stays_the_day_that_it_is(day: date) -> None:
    action = replace(folded(agreed()), due=day)
    ((_, read),) = days(actions_out(actions=((action, ()),)))
    assert read == day


@settings(max_examples=60)
@given(st.text(max_size=300) | st.text(st.sampled_from("\\;,:n\n\"'^é🧡 "), max_size=300))
@example("a\\nb;c,d:e\\")
@example("🧡" * 100)
@example("END:VEVENT\r\nBEGIN:VALARM")
def test_any_words_come_back_as_they_are(words: str) -> None:
    action = replace(folded(agreed()), what=clean(words))
    ((summary, _),) = days(actions_out(actions=((action, ()),)))
    assert summary.removeprefix("Due:").split() == clean(words).split()


def test_marks_that_divide_are_written_as_the_standard_asks() -> None:
    document = written(actions_out(agreed(what="a;b,c\\d\ne: f")), "ics").decode("utf-8")
    assert "SUMMARY:Due: a\\;b\\,c\\\\d e: f\r\n" in document


def test_every_line_ends_as_it_must_is_short_enough_and_is_whole_characters() -> None:
    out = hostile()
    opened = tuple(
        (replace(action, status=folded(agreed()).status), events) for action, events in out.actions
    )
    document = written(replace(out, actions=opened), "ics")
    lines = document.split(b"\r\n")
    assert lines[-1] == b""
    assert len(lines) > 80
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")
    assert document.count(b"BEGIN:") == document.count(b"\r\nEND:") == 1 + len(opened)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", document)


def test_a_calendar_without_a_day_is_a_calendar_too() -> None:
    calendar = Calendar.from_ical(written(actions_out(), "ics"))
    assert calendar.errors == []
    assert len(calendar.subcomponents) == 1
    assert calendar["VERSION"] == "2.0"
    assert days(actions_out()) == []
