"""One-to-ones, agendas, agreements and self-audits as data for other programs: these keys, and the label
always among them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions_out import SAM, TODAY
from promised import promised
from reflect.domain.supervision.cadence import Due
from reflect.domain.supervision.going_out import SupervisionOut
from reflect.domain.supervision.one_to_one import Facts, MeetingStatus
from reflect.reports.one_to_ones_json import due_json, one_to_one_json
from reflect.reports.supervision_documents import written
from supervision_out import BOTH, agenda_out, agreement_out, audit, record, record_out

LISTED = promised("## `reflect supervision list --json`")
SHOWN = LISTED | promised("## `reflect supervision show ID --json`")


def data(out: SupervisionOut) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(out, "json"))
    return found


def test_a_one_to_one_in_the_list_is_the_same_for_every_program() -> None:
    assert one_to_one_json(record(SAM)) == {
        "id": "0f3a-record",
        "supervisor": "Sam Example",
        "supervisee": "Robin Example",
        "kind": "scheduled",
        "status": "held",
        "planned": "2026-11-17",
        "started": "2026-11-18T10:00:00Z",
        "ended": "2026-11-18T11:35:00Z",
        "next": "2026-12-16",
        "cancelled_reason": None,
        "agenda": [
            {"by": "Robin Example", "text": "How I weigh history"},
            {"by": "Sam Example", "text": "Leave in December"},
        ],
        "actions": [
            {
                "id": "act-1",
                "what": "Ring both parents",
                "owner": "Robin Example",
                "due": "2026-11-10",
                "status": "done",
                "previous": True,
            },
            {
                "id": "act-2",
                "what": "Ask how others weigh history",
                "owner": "Sam Example",
                "due": "2026-12-09",
                "status": "agreed",
                "previous": False,
            },
        ],
        "signed_by": ["Sam Example"],
        "agreed": False,
        "locked": None,
        "label": "not agreed by the supervisee (signed by Sam Example only)",
    }


def test_once_both_have_signed_it_is_agreed_and_locked_and_has_no_label() -> None:
    agreed = one_to_one_json(record(*BOTH))
    assert agreed["signed_by"] == ["Sam Example", "Robin Example"]
    assert (agreed["agreed"], agreed["locked"], agreed["label"]) == (True, "2026-11-18T13:00:00Z", None)


def test_what_is_absent_is_null_and_never_missing() -> None:
    facts = Facts(planned=date(2026, 12, 1))
    cancelled = record(
        facts=facts, status=MeetingStatus.CANCELLED, cancelled_reason="Court", entries=(), actions=()
    )
    bare = one_to_one_json(replace(cancelled, names=()))
    assert set(bare) == LISTED
    assert {key for key in bare if bare[key] is None} == {
        "supervisor",
        "supervisee",
        "started",
        "ended",
        "next",
        "locked",
    }
    assert (bare["agenda"], bare["actions"], bare["signed_by"]) == ([], [], [])
    assert (bare["status"], bare["cancelled_reason"]) == ("cancelled", "Court")


def test_the_whole_record_has_the_promised_keys_and_every_entry_with_its_author() -> None:
    whole = data(record_out(*BOTH))
    assert set(whole) == SHOWN
    assert whole["actions"][0]["happened"] == ["Done: both were rung"]
    assert len(whole["entries"]) == len(record().entries)
    assert {one["by"] for one in whole["entries"]} == {"Sam Example", "Robin Example"}
    assert whole["shared"][0]["bank"] == "child-s"
    assert whole["signatures"][1] == {"by": "Robin Example", "at": "2026-11-18T13:00:00Z"}
    assert whole["voided"] == [
        {"signed_by": "Robin Example", "changed_by": "Sam Example", "at": "2026-11-18T11:00:00Z"}
    ]
    assert whole["addenda"][0]["text"] == "The day was the 18th."


def test_an_agenda_has_what_is_open_and_the_questions_of_what_was_shared_but_no_answer() -> None:
    agenda = data(agenda_out())
    assert set(agenda) == SHOWN | promised("## `reflect supervision export ID --agenda --format json`")
    (open_action,) = agenda["open_actions"]
    assert (open_action["what"], open_action["owner"], open_action["rag"]) == (
        "Ring both parents",
        "Robin Example",
        "red",
    )
    assert [one["what"] for one in agenda["rechecks"]] == ["Write it down the same day"]
    assert set(agenda["shared_for_it"][0]) == {"id", "by", "bank", "wording", "whole", "shared"}
    assert agenda["agreement_due"] is True


@pytest.mark.parametrize("who", [(), (SAM,), BOTH])
def test_an_agreement_has_the_promised_keys_and_its_label(who: tuple[str, ...]) -> None:
    out = agreement_out(*who)
    agreement = data(out)
    assert set(agreement) == promised("## `reflect agreement list --json`")
    assert agreement["label"] == (out.label or None)
    assert agreement["agreed"] is (who == BOTH)
    assert agreement["wants"] == [
        {"by": "Sam Example", "text": "Sam Example, wants"},
        {"by": "Robin Example", "text": "Robin Example, wants"},
    ]


def test_an_audit_has_each_question_with_its_answer_and_what_shows_it() -> None:
    found = data(audit())
    assert set(found) == promised("## `reflect supervision audit NAME --json`")
    assert found["lines"][1] == {"question": "Question 2?", "answer": "partly", "shows": "What shows 2"}


def test_what_is_due_says_by_when_and_whether_it_is_late() -> None:
    due = Due("link", "Robin Example", False, held=date(2026, 10, 1), planned=None, by=date(2026, 10, 29))
    assert set(due_json(due, TODAY)) == promised("## `reflect supervision due --json`")
    assert due_json(due, TODAY)["overdue"] is True
    assert due_json(due, date(2026, 10, 29))["overdue"] is False


def test_somebody_who_has_left_is_not_named_but_their_words_are_there() -> None:
    left = data(record_out(record=record(names=((SAM, "Sam Example"),))))
    assert left["supervisee"] is None
    assert next(one["text"] for one in left["entries"] if one["by"] is None) == "How I weigh history"
