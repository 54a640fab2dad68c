"""`reflect action trace`: from the review to the difference that it made, link by link."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from reflect.cli.actions.lines import SHORT_ID, evidence_lines, impact_lines, standing_words
from reflect.cli.actions.options import ActionId, AsJson
from reflect.cli.door import Door, door_of
from reflect.cli.echo import echo_json, echo_lines, in_columns
from reflect.cli.paging import page_of
from reflect.clock import iso
from reflect.domain.dates import day_of, said

if TYPE_CHECKING:
    from reflect.domain.actions.rules import Rules
    from reflect.domain.reflection import Answer
    from reflect.services.actions.lists import Trace
    from reflect.services.practice import Practice

NONE_YET = "none yet"
_BY_ITSELF = "It was written without a question or a finding."


def trace(context: typer.Context, action_id: ActionId, json: AsJson = False) -> None:
    """Show where an action comes from and what came of it.

    Review, finding, question, or a one-to-one; action, evidence, impact.
    """
    door = door_of(context)
    with door.signed_in() as practice:
        found = practice.actions.trace(action_id)
        if json:
            echo_json(_as_json(door, practice, found))
            return
        lines = _lines(found, practice.person.name, door.clock.today(), practice.acting.rules)
        echo_lines(lines, page_of(door))


def _lines(found: Trace, owner: str, today: date, rules: Rules) -> Iterator[str]:
    from reflect.domain.banks import review_named

    action, origin = found.action, found.action.origin
    if origin is None:
        words = found.one_to_one.words if found.one_to_one else _BY_ITSELF
        yield from _link("ORIGIN", words)
    else:
        reviews = dict.fromkeys(
            review_named(finding.review, origin.bank_title) for finding in origin.findings
        )
        yield from _link("REVIEW", *(reviews or [origin.bank_title]))
        yield from _link("FINDING", *(f"{finding.id}: {finding.text}" for finding in origin.findings))
        if origin.question:
            yield from _link("QUESTION", f"{origin.short}: {origin.wording}", *_moved_on(found))
            yield from _answers(found, owner)
    yield from _link("ACTION", action.what, standing_words(action, today, rules))
    if action.split_from:
        yield from in_columns(f"It is a part of another action: {action.split_from[:SHORT_ID]}", indent="  ")
    yield from _link("EVIDENCE", *(evidence_lines(action) if action.evidence else [NONE_YET]))
    yield from _link("IMPACT", *(one or NONE_YET for one in impact_lines(action, found.events, found.names)))


def _link(heading: str, *passages: str) -> Iterator[str]:
    if passages:
        yield heading
    for passage in passages:
        yield from in_columns(passage, indent="  ")


def _moved_on(found: Trace) -> list[str]:
    return (
        ["The bank asks it in other words by now, or does not ask it any more."]
        if found.bank_moved_on
        else []
    )


def _answers(found: Trace, owner: str) -> Iterator[str]:
    """One's own answers to the question; only their owner ever sees that there are any."""
    if not found.answers:
        return
    yield f"ANSWERS of {owner}, whom alone this is shown"
    for answer in found.answers:
        mark = ", from which the action came" if found.answer and answer.id == found.answer.id else ""
        yield from in_columns(_answer_words(answer) + mark, indent="  ")


def _answer_words(answer: Answer) -> str:
    return f"{answer.id[:SHORT_ID]}, {said(day_of(answer.created))}"


def _as_json(door: Door, practice: Practice, found: Trace) -> dict[str, Any]:
    from reflect.reports.actions_json import action_json

    action, origin = found.action, found.action.origin
    return {
        "findings": [
            {"id": finding.id, "text": finding.text, "review": finding.review}
            for finding in (origin.findings if origin else ())
        ],
        "question": {
            "bank": origin.bank,
            "bank_title": origin.bank_title,
            "bank_version": origin.bank_version,
            "id": origin.question,
            "wording": origin.wording,
            "moved_on": found.bank_moved_on,
        }
        if origin and origin.question
        else None,
        "one_to_one": {
            "id": found.one_to_one.record,
            "on": found.one_to_one.on.isoformat() if found.one_to_one.on else None,
            "agreed": found.one_to_one.agreed,
        }
        if found.one_to_one
        else None,
        "answers": [
            {
                "id": answer.id,
                "wording": answer.asked.wording,
                "text": answer.text,
                "created": iso(answer.created),
            }
            for answer in found.answers
        ],
        "action": action_json(
            action,
            found.events,
            names=found.names,
            today=door.clock.today(),
            rules=practice.acting.rules,
            answer=found.answer.id if found.answer else None,
        ),
    }
