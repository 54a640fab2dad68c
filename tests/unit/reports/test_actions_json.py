"""Actions as data for other programs: the promised keys, every word, and all that a signature needs."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from actions_out import (
    BEGUN,
    NAMES,
    ORIGIN,
    TODAY,
    actions_out,
    agreed,
    everything,
    good_practice,
    hostile,
    own_words,
    two_voices,
)
from promised import promised
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.lines import event_read, event_written
from reflect.domain.actions.rules import USUAL
from reflect.reports.actions_json import action_json, json_lines


def as_json(events: tuple[Event, ...], today: date = TODAY, answer: str | None = None) -> dict[str, Any]:
    return action_json(folded(events), events, names=NAMES, today=today, rules=USUAL, answer=answer)


@pytest.mark.parametrize("events", [agreed(), everything(), good_practice()], ids=["agreed", "all", "kept"])
def test_an_action_has_the_keys_that_the_documentation_promises(events: tuple[Event, ...]) -> None:
    said = as_json(events)
    assert set(said) == promised("## `reflect action list --json`")
    for event in said["events"]:
        assert set(event) == promised("### Each of `events`")


def test_what_has_not_happened_is_null_and_nothing_in_a_list_is_an_empty_list() -> None:
    said = as_json(agreed())
    absent = {key for key, value in said.items() if value is None}
    assert absent == {
        *("supporter", "origin", "source", "answer", "know", "started", "done", "evidence_by", "impact"),
        *("confirmed", "confirmed_by", "recheck_due", "rechecked", "recheck_result", "split_from"),
        *("escalation", "blocked_why", "ended", "ended_why"),
    }
    assert (said["evidence"], said["carries"], said["carried"]) == ([], [], 0)


def test_what_each_said_of_the_difference_is_there_beside_what_was_said_last() -> None:
    said = as_json(two_voices())
    assert said["impact"] == "It is usual"
    assert said["impacts"] == [
        {"by": "Sam Example", "on": "2026-02-03", "text": "One spoke"},
        {"by": "Robin Example", "on": "2026-05-04", "text": "It is usual"},
    ]
    assert as_json(agreed())["impacts"] == []


def test_an_action_to_which_everything_happened_says_all_of_it() -> None:
    said = as_json(everything(), answer="answer-id")
    known = {
        "id": "whole",
        "what": "Ring both parents before the visit",
        "status": "embedded",
        "rag": "blue",
        "owner": "Robin Example",
        "supporter": "Sam Helper",
        "level": "practitioner",
        "circle": "mine",
        "themes": ["fathers-and-partners"],
        "origin": "child-s/both-parents",
        "answer": "answer-id",
        "agreed": "2026-01-07",
        "due": "2026-05-01",
        "know": "Named in each record",
        "done": "2026-01-17",
        "confirmed": "2026-01-19",
        "confirmed_by": "Robin Example",
        "confirmed_alone": True,
        "rechecked": "2026-05-04",
        "recheck_result": "sustained",
        "carried": 1,
        "carries": [{"on": "2026-01-10", "why": "Two nights of duty", "choice": "new-date"}],
        "evidence": [{"kind": "audit", "text": "Nine of ten records", "on": "2026-05-01"}],
        "impact": "It is usual now",
        "updated": "2026-05-04T12:00:16Z",
    }
    assert {key: said[key] for key in known} == known
    assert said["escalation"] == {
        "stage": 1,
        "role": "the school nurse",
        "on": "2026-01-11",
        "answer_by": "2026-01-20",
        "outcome": "They will come",
        "late": False,
    }
    assert said["source"]["wording"] == ORIGIN["wording"]
    assert said["source"]["findings"][0]["review"] == "Child S review"
    assert said["events"][4] == {
        "at": "2026-01-09T12:00:05Z",
        "by": "Robin Example",
        "kind": "noted",
        "data": {"text": "Rang the first father."},
        "number": 5,
        "on": "2026-01-09",
        "by_id": "robin-id",
        "previous": "digest 4",
        "signature": b64encode(bytes([5]) * 64).decode(),
    }


def test_good_practice_has_no_letter_and_a_late_answer_of_the_ladder_is_said() -> None:
    assert as_json(good_practice())["rag"] is None
    asked = {"stage": 1, "role": "the nurse", "why": "No answer", "answer_by": "2026-01-09"}
    events = agreed("a1", (EventKind.ESCALATED, asked, BEGUN))
    assert as_json(events, date(2026, 1, 9))["escalation"]["late"] is False
    assert as_json(events, date(2026, 1, 10))["escalation"]["late"] is True


def test_the_origin_is_the_answer_where_there_is_nothing_else() -> None:
    assert as_json(agreed(), answer="answer-id")["origin"] == "answer-id"


def test_each_action_is_one_line_and_no_word_is_lost_or_breaks_it() -> None:
    evil = "one\u2028two\x85three\rfour\x1b[31m\ud800 end"
    out = actions_out(everything(), agreed(what=evil), answers={"a1": "answer-id"})
    document = json_lines(out)
    lines = document.decode("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["whole", "a1"]
    assert json.loads(lines[1])["what"] == evil
    assert json.loads(lines[1])["answer"] == "answer-id"
    said = json_lines(hostile()).decode("utf-8")
    read = {word for line in said.splitlines() for word in _words(json.loads(line))}
    assert own_words(hostile(), is_read=False) <= read


def test_a_day_in_the_past_shows_the_letter_of_that_day_and_nothing_that_came_later() -> None:
    events = agreed("a1", (EventKind.NOTED, {"text": "Later"}, date(2026, 2, 20)), due="2026-03-02")
    known = events[:2]
    out = actions_out(known, as_at=date(2026, 1, 6))
    out = replace(out, actions=((folded(known), events),))
    (line,) = map(json.loads, json_lines(out).splitlines())
    assert line["rag"] == "green"
    assert len(line["events"]) == 2


@pytest.mark.parametrize("events", [agreed(), everything()], ids=["agreed", "all"])
def test_events_read_from_their_line_are_the_events_that_were_signed(events: tuple[Event, ...]) -> None:
    (line,) = map(json.loads, json_lines(actions_out(events)).splitlines())
    assert tuple(event_read(line["id"], said) for said in line["events"]) == events


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 29, 0, 59, 59, 999_999, UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=timezone(timedelta(hours=1))),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2100, 2, 28, 23, 59, 59, 1, UTC),
    ],
)
def test_the_moment_that_was_signed_comes_back_to_its_last_part(at: datetime) -> None:
    event = replace(agreed()[0], at=at)
    read = event_read("a1", json.loads(json.dumps(event_written(event, NAMES))))
    assert read == event
    assert read.payload == event.payload


def test_an_event_of_somebody_unknown_has_no_name_and_keeps_their_id() -> None:
    said = event_written(agreed()[0], {})
    assert said["by"] is None
    assert event_read("a1", said).by == "robin-id"


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": None},
        {"at": "2026-01-05T12:00:00"},
        {"at": "yesterday"},
        {"at": "0001-01-01T00:00:00+23:00"},
        {"on": "2026-02-30"},
        {"on": 20260105},
        {"number": "1"},
        {"number": True},
        {"number": 1.0},
        {"kind": "imagined"},
        {"kind": ["noted"]},
        {"by_id": 7},
        {"previous": None},
        {"data": "text"},
        {"data": []},
        {"signature": "not base64!"},
        {"signature": b"bytes"},
        {"signature": "ä"},
    ],
    ids=str,
)
def test_whatever_is_no_event_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        event_read("a1", event_written(agreed()[0], NAMES) | wrong)


@pytest.mark.parametrize("missing", ["at", "on", "number", "kind", "by_id", "previous", "data", "signature"])
def test_an_event_with_a_part_missing_is_refused(missing: str) -> None:
    said = event_written(agreed()[0], NAMES)
    del said[missing]
    with pytest.raises((KeyError, TypeError, ValueError)):
        event_read("a1", said)


@pytest.mark.parametrize("said", [None, 1, "text", [], ["at"]], ids=str)
def test_something_else_altogether_is_refused(said: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        event_read("a1", said)


def _words(value: object) -> set[str]:
    if isinstance(value, str):
        return set(value.split())
    held = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return {word for one in held for word in _words(one)}
