"""What is none of ours is refused by the number of its line, and nothing of the other lines is taken in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from action_lines import emptied, everything, lines_of, the_done, with_three
from clocks import StoppedClock
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.lines import event_written
from reflect.errors import WrongUse
from reflect.services import pen
from reflect.services.actions import travel
from reflect.services.practice import Practice
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]


@pytest.fixture
def practice(signed_in: SignIn, clock: StoppedClock) -> Practice:
    return with_three(signed_in(), clock)


def refused(practice: Practice, lines: list[str], number: int, why: str) -> None:
    """These lines are refused for the one with this number, and nothing of any of them is taken in."""
    before = everything(practice)
    with pytest.raises(WrongUse) as told:
        practice.action_travel.take_in(lines)
    assert told.value.what == f"Line {number} cannot be taken in: {why}."
    assert "Nothing was taken in" in told.value.next_step
    assert everything(practice) == before
    assert practice.examine() == ()


def with_changed(
    lines: list[str], action: str, step: Callable[[dict[str, Any]], object]
) -> tuple[list[str], int]:
    """The lines with one of them changed and moved to the end, and its number."""
    (line,) = [line for line in lines if json.loads(line)["id"] == action]
    said = json.loads(line)
    step(said)
    return [*(other for other in lines if other != line), json.dumps(said)], len(lines)


def _other_data(said: dict[str, Any]) -> None:
    said["events"][0]["data"]["what"] = "Something else"


def _other_signature(said: dict[str, Any]) -> None:
    said["events"][2]["signature"] = said["events"][1]["signature"]


def _no_signature(said: dict[str, Any]) -> None:
    said["events"][3]["signature"] = ""


def _other_kind(said: dict[str, Any]) -> None:
    said["events"][2]["kind"] = "noted"


def _other_day(said: dict[str, Any]) -> None:
    said["events"][3]["on"] = "2026-03-01"


def _other_moment(said: dict[str, Any]) -> None:
    said["events"][3]["at"] = "2026-03-02T09:30:01Z"


def _not_a_number(said: dict[str, Any]) -> None:
    said["events"][1]["data"]["due"] = float("nan")


def _half_a_character(said: dict[str, Any]) -> None:
    said["events"][1]["data"]["due"] = "\ud800"


def _deeper_than_signed(said: dict[str, Any]) -> None:
    nested: list[Any] = []
    for _ in range(60):
        nested = [nested]
    said["events"][1]["data"]["due"] = nested


HOLDS_NOT = "its signature does not hold"


@pytest.mark.parametrize(
    ("changed", "event"),
    [
        (_other_data, 1),
        (_other_signature, 3),
        (_no_signature, 4),
        (_other_kind, 3),
        (_other_day, 4),
        (_other_moment, 4),
        (_not_a_number, 2),
        (_half_a_character, 2),
        (_deeper_than_signed, 2),
    ],
)
def test_an_event_whose_signature_does_not_hold_is_refused_by_its_line(
    practice: Practice, clock: StoppedClock, changed: Callable[[dict[str, Any]], object], event: int
) -> None:
    done, lines = the_done(practice), lines_of(practice, clock)
    emptied(practice)
    refused(practice, *with_changed(lines, done, changed), f"event {event}: {HOLDS_NOT}")


def _swapped(said: dict[str, Any]) -> None:
    said["events"][1], said["events"][2] = said["events"][2], said["events"][1]


def _renumbered(said: dict[str, Any]) -> None:
    _swapped(said)
    said["events"][1]["number"], said["events"][2]["number"] = 2, 3


@pytest.mark.parametrize(
    ("changed", "event"),
    [
        (_swapped, 2),
        (_renumbered, 2),
        (lambda said: said["events"].pop(0), 1),
        (lambda said: said["events"].pop(2), 3),
        (lambda said: said["events"].append(said["events"][-1]), 5),
    ],
)
def test_events_that_are_missing_or_in_another_order_are_refused(
    practice: Practice, clock: StoppedClock, changed: Callable[[dict[str, Any]], object], event: int
) -> None:
    done, lines = the_done(practice), lines_of(practice, clock)
    emptied(practice)
    why = f"event {event}: an event before it is missing or was changed"
    refused(practice, *with_changed(lines, done, changed), why)


def test_a_history_that_goes_on_otherwise_here_is_refused(
    workspace: Workspace, practice: Practice, clock: StoppedClock, tmp_path: Path
) -> None:
    done = the_done(practice)
    practice.close()
    shutil.copytree(workspace.folder, tmp_path / "copy")
    copy = Workspace(tmp_path / "copy", clock).sign_in(None, "a lantern by the canal")
    copy.acting.note(done, "There")
    new = copy.acting.propose(what="New there")
    lines = lines_of(copy, clock, [new.id]) + lines_of(copy, clock, [done])
    copy.close()
    here = workspace.sign_in(None, "a lantern by the canal")
    here.acting.note(done, "Here")
    refused(here, lines, 2, "its history goes on otherwise here")
    here.close()


def test_signed_events_that_break_the_rules_are_refused(practice: Practice, clock: StoppedClock) -> None:
    done, keys = the_done(practice), practice.people._entered.keys
    events = practice.actions.history(done)
    last = events[-1]
    for kind, data in (
        (EventKind.STARTED, {}),
        (EventKind.UNDONE, {"events": [1]}),
        (EventKind.UNDONE, {"events": 7}),
        (EventKind.UNDONE, {}),
        (EventKind.CARRIED, {"choice": "no", "why": "x", "due": "2027-01-01"}),
        (EventKind.CONFIRMED, {"impact": "", "recheck_due": 5}),
    ):
        broken = pen.write_event(keys, done, events, kind, data, at=last.at, on=last.on)
        lines, number = with_changed(
            lines_of(practice, clock),
            done,
            lambda said, broken=broken: said["events"].append(event_written(broken, {})),
        )
        refused(practice, lines, number, "its history breaks the rules of an action")


NONE_OF_OURS = "it is not an action as reflect writes it"
GARBAGE = [
    "garbage",
    "\ufeff{}",
    "{}",
    "[]",
    "null",
    "7",
    '"words"',
    "[" * 100_000,
    '{"id": ' * 50_000,
    "9" * 5_000,
    '{"id": "abc", "answer": null, "events": []}',
    '{"id": "00000000-0000-4000-8000-000000000000", "answer": null, "events": []}',
    '{"id": "00000000-0000-4000-8000-000000000000", "answer": null, "events": [null]}',
    '{"id": "00000000-0000-4000-8000-000000000000", "answer": null, "events": {"at": 1}}',
    '{"id": "00000000-0000-4000-8000-000000000000", "answer": null, "events": [[[]]]}',
    '{"id": "00000000-0000-4000-8000-000000000000", "events": null}',
    '{"id": null, "answer": null, "events": []}',
]


@pytest.mark.parametrize("line", GARBAGE, ids=lambda line: line[:30] + str(len(line)))
def test_garbage_is_refused_by_its_line(practice: Practice, clock: StoppedClock, line: str) -> None:
    lines = lines_of(practice, clock)
    emptied(practice)
    refused(practice, [*lines, line, lines[0]], 4, NONE_OF_OURS)


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        *(
            (name, value)
            for name in ("at", "on", "by_id", "kind", "previous", "signature")
            for value in (None, 5, [])
        ),
        *(("at", words) for words in ("", "yesterday", "2026-03-02T09:30:00", "0001-01-01T00:00:00+23:59")),
        *(("at", f"9999-12-31T23:59:59{zone}") for zone in ("-23:59", "+99:00")),
        *(("on", words) for words in ("2026-02-30", "0000-00-00")),
        ("kind", "hoped"),
        ("number", "1"),
        ("number", None),
        ("data", []),
        ("data", None),
        ("signature", "not base64"),
    ],
)
def test_an_event_that_is_none_is_refused(
    practice: Practice, clock: StoppedClock, name: str, nonsense: object
) -> None:
    done, lines = the_done(practice), lines_of(practice, clock)
    emptied(practice)
    refused(
        practice,
        *with_changed(lines, done, lambda said: said["events"][1].update({name: nonsense})),
        NONE_OF_OURS,
    )


def test_a_line_longer_than_any_of_ours_is_refused_unread(
    practice: Practice, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = lines_of(practice, clock)
    long, number = with_changed(lines, the_done(practice), lambda said: said.update(more="x" * 5_000_000))
    refused(practice, long, number, NONE_OF_OURS)
    monkeypatch.setattr(travel, "LONGEST_LINE", 6_000_000)
    assert practice.action_travel.take_in(long).unchanged == 3


@pytest.mark.parametrize("answer", [5, [], {}, True])
def test_an_answer_that_is_no_id_is_refused(practice: Practice, clock: StoppedClock, answer: object) -> None:
    done, lines = the_done(practice), lines_of(practice, clock)
    refused(practice, *with_changed(lines, done, lambda said: said.update(answer=answer)), NONE_OF_OURS)


def test_the_same_action_twice_is_refused(practice: Practice, clock: StoppedClock) -> None:
    lines = lines_of(practice, clock)
    emptied(practice)
    refused(practice, [*lines, lines[1]], 4, "the same action stands on a line before it")


def test_an_action_of_a_colleague_is_refused(
    practice: Practice, signed_in: SignIn, clock: StoppedClock
) -> None:
    sam = signed_in("Sam Sample")
    sam.acting.propose(what="Sam's own")
    refused(practice, lines_of(practice, clock) + lines_of(sam, clock), 4, "it belongs to somebody else")


def test_a_step_of_a_colleague_who_could_not_see_the_action_is_refused(
    practice: Practice, signed_in: SignIn, clock: StoppedClock
) -> None:
    done, sam = the_done(practice), signed_in("Sam Sample")
    events = practice.actions.history(done)
    last = events[-1]
    note = pen.write_event(
        sam.people._entered.keys, done, events, EventKind.NOTED, {"text": "x"}, at=last.at, on=last.on
    )
    lines, number = with_changed(
        lines_of(practice, clock), done, lambda said: said["events"].append(event_written(note, {}))
    )
    refused(practice, lines, number, "event 5: it was made by somebody to whom this action was never shown")


def test_a_line_under_the_id_of_another_action_is_refused(practice: Practice, clock: StoppedClock) -> None:
    done, lines = the_done(practice), lines_of(practice, clock)
    other = "00000000-0000-4000-8000-000000000000"
    refused(
        practice,
        *with_changed(lines, done, lambda said: said.update(id=other)),
        f"event 1: {HOLDS_NOT}",
    )
