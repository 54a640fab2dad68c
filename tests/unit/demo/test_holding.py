"""What two people of a made-up service keep together is written by the program's own code, and put into rows."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from reflect.demo.caseload import Rows, Somebody
from reflect.demo.holding import Practised, SupervisedPair, write_pair
from reflect.demo.ids import id_at
from reflect.demo.two_people import COLUMNS
from reflect.domain.links import Link
from reflect.domain.people import Person, Standing
from reflect.domain.supervision.cadence import Cadence, Step
from reflect.vault.keys import make_keys
from reflect.vault.sealing import new_circle_key, wrap_circle_key

SINCE, UNTIL = date(2025, 2, 3), date(2026, 11, 1)
A_DAY = timedelta(days=1)  # the day is that of the place where it is made
MONTHLY = Cadence("social-worker", "Social worker", (Step(28, 90),))


@pytest.fixture(scope="module")
def pair() -> SupervisedPair:
    """A supervisor and a social worker."""
    keys = [make_keys(str(uuid.uuid4())) for _ in range(2)]
    circle = new_circle_key(str(uuid.uuid4()))
    link = Link(str(uuid.uuid4()), keys[0].person_id, keys[1].person_id, SINCE, circle=circle.circle_id)
    came = datetime(2025, 2, 3, 9, tzinfo=UTC)
    people = [
        Person(one.person_id, "Somebody", "Social worker", Standing.ACTIVE, False, came) for one in keys
    ]
    somebody = [Somebody(one.person_id, one.secret(), str(uuid.uuid4()), b"") for one in keys]
    wrapped = wrap_circle_key(keys[1].public.read, circle)
    return SupervisedPair(3, 9, link, (people[0], people[1]), (somebody[0], somebody[1]), wrapped, None)


@pytest.fixture(scope="module")
def rows(pair: SupervisedPair) -> Rows:
    """All that the two keep together, made once."""
    return write_pair(Practised(1, UNTIL, (MONTHLY,)), pair)


def named(rows: Rows, table: str) -> list[dict[str, Any]]:
    return [dict(zip(COLUMNS[table], row, strict=True)) for row in rows[table]]


def test_each_one_to_one_was_planned_first_and_stands_as_it_became_on_a_later_day(rows: Rows) -> None:
    stood: dict[str, list[tuple[str, str, str, str | None]]] = defaultdict(list)
    for one in named(rows, "one_to_one_day"):
        stood[one["record_id"]].append((one["day"], one["status"], one["planned"], one["held"]))
    meetings = [one for one in named(rows, "pair_record") if one["kind"] == "one-to-one"]
    assert {one["id"] for one in meetings} == set(stood)
    for meeting in meetings:
        days = stood[meeting["id"]]
        assert days == sorted(days)
        assert days[0][1:] == ("planned", meeting["planned"], None)
        assert days[-1][1:] == (meeting["status"], meeting["planned"], meeting["held"])
        if meeting["status"] == "held":
            assert abs(date.fromisoformat(days[-1][0]) - date.fromisoformat(meeting["held"])) <= A_DAY
        assert len(days) == (1 if meeting["status"] == "planned" else 2)
        assert days[-1][0] <= UNTIL.isoformat()


def test_an_agreement_says_in_clear_how_often_they_meet_and_when_it_is_reviewed(rows: Rows) -> None:
    agreements = [one for one in named(rows, "pair_record") if one["kind"] == "agreement"]
    assert len(agreements) == 2
    for one in agreements:
        assert (one["status"], one["rhythm"]) == ("drawn-up", "28")
        assert SINCE.isoformat() < one["held"] < one["planned"]


def test_records_come_after_those_of_the_pairs_before_and_before_those_of_the_pairs_after(rows: Rows) -> None:
    ids = [one["id"] for one in named(rows, "pair_record")]
    assert len(ids) > 10
    assert id_at(2, 9) < min(ids)
    assert max(ids) < id_at(4, 9)


def test_each_keeps_a_copy_of_what_they_signed(pair: SupervisedPair, rows: Rows) -> None:
    own = {one.id: one.circle for one in pair.somebody}
    signed = {(own[one["person_id"]], one["record_id"]) for one in named(rows, "pair_signature")}
    assert signed
    assert {(one["circle_id"], one["id"]) for one in named(rows, "mine_record")} == signed


def test_no_word_stands_there_as_it_was_written(rows: Rows) -> None:
    text = "".join(str(value) for table in rows.values() for row in table for value in row)
    assert "agenda" not in text
    assert "Tired" not in text
    assert "child" not in text
