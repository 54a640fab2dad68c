"""`doctor --deep` finds nothing after whatever somebody does, and each thing that was changed behind its back.

Whoever changes things here has the open file and the right keys in hand: of the owner's circle, and of another person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from acting_at_random import AtRandom
from clocks import StoppedClock
from meddling import change, ids, list_again, list_without, on_page, put, put_event, put_page
from reflect.domain.actions.action import Action, Evidence, EvidenceKind
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded
from reflect.services import pen
from reflect.services.actions import words
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.vault.keys import KeyPairs, make_keys
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
SECRET = "a planted sentence"


@pytest.fixture
def full(signed_in: SignIn, clock: StoppedClock) -> Practice:
    """Somebody with an action that is done and shown to be, and with others."""
    practice = signed_in()
    acting, today = practice.acting, clock.today()
    done = acting.propose(what=SECRET, due=today + timedelta(days=30), agree=True)
    acting.start(done.id)
    acting.note(done.id, SECRET)
    acting.done(done.id, evidence=Evidence(EvidenceKind.AUDIT, SECRET, today))
    for number in range(3):
        acting.propose(what=f"{SECRET} {number}", due=today + timedelta(days=number), agree=True)
    return practice


def the_done(practice: Practice) -> tuple[Action, tuple[Event, ...]]:
    """The action that is done, and its events."""
    (done,) = [action for action in practice.actions.some(ids(practice)) if action.done]
    return done, practice.actions.history(done.id)


def only_fault(practice: Practice) -> str:
    """The one thing that is found, which has none of the words in it."""
    faults = practice.examine()
    assert len(faults) == 1, faults
    assert "planted" not in faults[0]
    return faults[0]


def test_nothing_is_found_where_nothing_is_wrong(full: Practice) -> None:
    assert full.examine() == ()


def much(workspace: Workspace, signed_in: SignIn, clock: StoppedClock, times: int) -> AtRandom:
    """Somebody who did this much, in a workplace that looks again after three days."""
    practice = signed_in()
    save_settings(workspace.folder, replace(load_settings(workspace.folder), recheck_days=3))
    at_random = AtRandom(practice, clock, seed=times)
    at_random.act(times)
    assert practice.examine() == ()
    assert sorted(ids(practice)) == sorted(at_random.ids)
    return at_random


def test_nothing_is_found_after_hundreds_of_steps_of_all_kinds(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    taken = much(workspace, signed_in, clock, 400).taken
    assert taken.total() > 200
    assert {"split", "escalate", "confirm", "recheck", "undo", "withdraw"} <= set(taken)


@pytest.mark.trial
def test_nothing_is_found_after_ten_thousand_steps(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    taken = much(workspace, signed_in, clock, 10_000).taken
    assert taken.total() > 5_000
    assert min(taken.values()) > 20


def test_a_row_that_was_changed_is_found(full: Practice) -> None:
    done, _ = the_done(full)
    put(full, replace(done, what="Something else"))
    assert only_fault(full) == f"the action {done.id} does not say what its events say"


def test_a_row_that_was_changed_together_with_the_list_is_found(full: Practice) -> None:
    done, _ = the_done(full)
    early = replace(done, due=done.created.date())
    list_again(full, early)
    put(full, early)
    assert only_fault(full) == f"the action {done.id} does not say what its events say"


def test_a_row_sealed_for_another_place_is_found(full: Practice) -> None:
    one, other = ids(full)[:2]
    change(
        full,
        "UPDATE mine_action SET sealed = (SELECT sealed FROM mine_action WHERE id = :other) WHERE id = :one",
        one=one,
        other=other,
    )
    assert only_fault(full) == f"the action {one} does not open: it was changed outside reflect"


def test_an_action_told_twice_in_the_place_of_another_is_found(full: Practice) -> None:
    done, events = the_done(full)
    other = next(id_ for id_ in ids(full) if id_ != done.id)
    put(full, done, of=other)
    key = full._own_key
    change(full, "DELETE FROM mine_action_event WHERE action_id = :id", id=other)
    for event in events:
        said = key.open(words.seal_event(key, event), place=f"mine_action_event/{done.id}/{event.number}")
        change(
            full,
            "INSERT INTO mine_action_event VALUES (:circle, :id, :number, :sealed)",
            circle=key.circle_id,
            id=other,
            number=event.number,
            sealed=key.seal(said, place=f"mine_action_event/{other}/{event.number}"),
        )
    list_without(full, other)
    faults = full.examine()
    assert any(other in fault for fault in faults), faults


@pytest.mark.parametrize("number", [1, 3, 5])
def test_an_event_that_was_removed_is_found(full: Practice, number: int) -> None:
    done, _ = the_done(full)
    change(
        full,
        "DELETE FROM mine_action_event WHERE action_id = :id AND number = :number",
        id=done.id,
        number=number,
    )
    assert done.id in only_fault(full)


def test_an_event_that_was_removed_and_the_later_ones_moved_up_is_found(full: Practice) -> None:
    done, events = the_done(full)
    change(full, "DELETE FROM mine_action_event WHERE action_id = :id AND number >= 4", id=done.id)
    put_event(full, replace(events[4], number=4))
    assert only_fault(full).startswith(f"event 4 of the action {done.id}")


def test_a_history_that_is_all_gone_is_found(full: Practice) -> None:
    done, _ = the_done(full)
    change(full, "DELETE FROM mine_action_event WHERE action_id = :id", id=done.id)
    assert only_fault(full) == f"the action {done.id} has no history"


def test_an_action_that_is_gone_from_above_its_history_is_found(full: Practice) -> None:
    done, _ = the_done(full)
    list_without(full, done.id)
    change(full, "DELETE FROM mine_action WHERE id = :id", id=done.id)
    assert f"the action {done.id} is missing, and its history is there" in full.examine()


def test_events_that_changed_places_are_found(full: Practice) -> None:
    done, events = the_done(full)
    put_event(full, replace(events[2], number=4))
    put_event(full, replace(events[3], number=3))
    assert only_fault(full).startswith(f"event 3 of the action {done.id}")


def confirmed(practice: Practice, signer: KeyPairs, by: str) -> Event:
    """A *confirmed* that the owner never said, and the row and the list as if it had been."""
    _, events = the_done(practice)
    last = events[-1]
    recheck = (last.on + timedelta(days=90)).isoformat()
    named = KeyPairs(by, signer._read, signer._sign)
    data = {"impact": "", "recheck_due": recheck}
    event = pen.write_event(
        named, last.action, events, EventKind.CONFIRMED, data, at=last.at + timedelta(days=1), on=last.on
    )
    put_all(practice, event)
    return event


def put_all(practice: Practice, event: Event) -> None:
    """An event with the row and the list that go with it."""
    own = replace(event, by=practice.person.id)
    action = replace(folded((*practice.actions.history(event.action), own)), confirmed_by=event.by)
    list_again(practice, action)
    put(practice, action)
    put_event(practice, event)


def test_a_confirmed_signed_with_another_key_in_the_owners_name_is_found(full: Practice) -> None:
    event = confirmed(full, make_keys("somebody"), full.person.id)
    assert only_fault(full) == f"event 6 of the action {event.action}: its signature does not hold"


def test_a_confirmed_signed_by_somebody_unknown_is_found(full: Practice) -> None:
    event = confirmed(full, make_keys("somebody"), "somebody")
    assert only_fault(full).startswith(f"event 6 of the action {event.action}: it was made by somebody")


def test_a_confirmed_signed_by_a_colleague_who_could_not_see_it_is_found(
    full: Practice, signed_in: SignIn
) -> None:
    sam = signed_in("Sam Sample")
    event = confirmed(full, sam.people._entered.keys, sam.person.id)
    assert only_fault(full).startswith(f"event 6 of the action {event.action}: it was made by somebody")


@pytest.mark.parametrize("signature", [b"", bytes(64), b"short"])
def test_a_confirmed_that_nobody_signed_is_found(full: Practice, signature: bytes) -> None:
    event = confirmed(full, make_keys("somebody"), full.person.id)
    put_event(full, replace(event, signature=signature))
    assert only_fault(full) == f"event 6 of the action {event.action}: its signature does not hold"


def test_a_confirmed_with_the_owners_signature_under_another_step_is_found(full: Practice) -> None:
    _, events = the_done(full)
    event = confirmed(full, make_keys("somebody"), full.person.id)
    put_event(full, replace(event, signature=events[-1].signature))
    assert only_fault(full) == f"event 6 of the action {event.action}: its signature does not hold"


def test_the_same_confirmed_by_the_owner_themselves_is_none_of_these(full: Practice) -> None:
    confirmed(full, full.people._entered.keys, full.person.id)
    assert full.examine() == ()


NOT_WHAT_THEY_SAY = "the list of the actions does not say what they say"


def test_a_page_of_the_list_that_was_changed_is_found(full: Practice) -> None:
    done, _ = the_done(full)
    list_again(full, replace(done, due=None, agreed=None))
    assert only_fault(full) == NOT_WHAT_THEY_SAY


def test_a_page_of_the_list_that_was_removed_is_found(full: Practice) -> None:
    change(full, "DELETE FROM mine_page WHERE name = :name", name=f"actions {ids(full)[0][:2]}")
    assert only_fault(full) == NOT_WHAT_THEY_SAY


def test_two_pages_of_the_list_that_were_exchanged_are_found(full: Practice) -> None:
    one, other = two_parts(full)
    entries = {part: on_page(full, part) for part in (one, other)}
    put_page(full, one, entries[other])
    put_page(full, other, entries[one])
    assert only_fault(full) == NOT_WHAT_THEY_SAY


def test_an_action_that_is_listed_twice_is_found(full: Practice) -> None:
    part = ids(full)[0][:2]
    put_page(full, part, on_page(full, part) * 2)
    assert only_fault(full) == NOT_WHAT_THEY_SAY


def test_a_page_that_is_none_is_found(full: Practice) -> None:
    part, key = ids(full)[0][:2], full._own_key
    for nonsense in (b"", b"\x01" * 44, b"\xff" * 45, b"\x01" + b"\xff" * 44):
        sealed = key.seal(nonsense, place=f"mine_page/actions {part}")
        change(
            full,
            "UPDATE mine_page SET sealed = :sealed WHERE name = :name",
            sealed=sealed,
            name=f"actions {part}",
        )
        assert only_fault(full) == NOT_WHAT_THEY_SAY


@pytest.mark.parametrize(
    "nonsense", [b"", b"[]", b"null", b"{}", b'{"action": {}, "answer": null}', b'"\xff"']
)
def test_a_row_or_an_event_of_nonsense_is_found(full: Practice, nonsense: bytes) -> None:
    done, _ = the_done(full)
    key = full._own_key
    row = key.seal(nonsense, place=f"mine_action/{done.id}")
    change(full, "UPDATE mine_action SET sealed = :sealed WHERE id = :id", sealed=row, id=done.id)
    event = key.seal(nonsense, place=f"mine_action_event/{done.id}/2")
    change(
        full,
        "UPDATE mine_action_event SET sealed = :sealed WHERE action_id = :id AND number = 2",
        sealed=event,
        id=done.id,
    )
    assert full.examine() == (
        f"event 2 of the action {done.id} does not open: it was changed outside reflect",
        f"the action {done.id} does not open: it was changed outside reflect",
    )


def two_parts(practice: Practice) -> tuple[str, str]:
    """Two pages of the index; ids are random, so it may take more actions than there are."""
    while len(parts := sorted({id_[:2] for id_ in ids(practice)})) < 2:
        practice.acting.propose(what="one more")
    return parts[0], parts[1]
