"""Meddling with the actions of somebody: the open file and the right keys in hand, past every service."""

from __future__ import annotations

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event
from reflect.services.actions import index, words
from reflect.services.actions.entry import Entry
from reflect.services.practice import Practice


def change(practice: Practice, statement: str, **values: object) -> None:
    """One statement straight at the open file, whatever hangs on it."""
    with practice._store._engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(statement, values)
        raw.execute("PRAGMA foreign_keys = ON")


def put(practice: Practice, action: Action, of: str | None = None) -> None:
    """Another state of an action, sealed with the owner's key, in its own row or in that of another."""
    sealed = words.seal_action(practice._own_key, words.Kept(action))
    if of is not None:
        said = practice._own_key.open(sealed, place=f"mine_action/{action.id}")
        sealed = practice._own_key.seal(said, place=f"mine_action/{of}")
    change(
        practice, "UPDATE mine_action SET sealed = :sealed WHERE id = :id", sealed=sealed, id=of or action.id
    )


def put_event(practice: Practice, event: Event) -> None:
    """Another event in the place of the one with its number, or a new one, sealed with the owner's key."""
    change(
        practice,
        "INSERT OR REPLACE INTO mine_action_event VALUES (:circle, :id, :number, :sealed)",
        circle=practice._own_key.circle_id,
        id=event.action,
        number=event.number,
        sealed=words.seal_event(practice._own_key, event),
    )


def put_page(practice: Practice, part: str, entries: list[Entry]) -> None:
    """Another page of the index, sealed with the owner's key."""
    change(
        practice,
        "INSERT OR REPLACE INTO mine_page (circle_id, name, sealed) VALUES (:circle, :name, :sealed)",
        circle=practice._own_key.circle_id,
        name=f"actions {part}",
        sealed=index.seal_page(practice._own_key, part, entries),
    )


def list_again(practice: Practice, action: Action) -> None:
    """The index as this action would have it."""
    part = index.part_of(action.id)
    others = [entry for entry in on_page(practice, part) if entry.id != action.id]
    put_page(practice, part, [*others, Entry.of(action)])


def list_without(practice: Practice, action: str) -> None:
    """The index as if there were no such action."""
    part = index.part_of(action)
    put_page(practice, part, [entry for entry in on_page(practice, part) if entry.id != action])


def ids(practice: Practice) -> list[str]:
    """All actions."""
    return [entry.id for entry in practice.actions.arranged().index.entries()]


def on_page(practice: Practice, part: str) -> list[Entry]:
    """What stands on one page of the index."""
    entries = practice.actions.arranged().index.entries()
    return [entry for entry in entries if index.part_of(entry.id) == part]
