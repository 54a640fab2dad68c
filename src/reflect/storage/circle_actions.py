"""Actions and their events, of one circle at a time: plain columns by plain SQL, so that a list does not wait."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from reflect.domain.people import CircleKind

MOST_AT_ONCE = 500

Execute = Callable[[str, Sequence[Any]], Any]


class CircleActions:
    """One circle's actions and their events, within one transaction. What goes in is sealed already; nothing is read
    or written without the circle. `table` is where the circle's kind keeps its actions."""

    def __init__(self, execute: Execute, kind: CircleKind, circle_id: str) -> None:
        self.table = f"{kind.value}_action"
        self._execute = execute
        self._circle = circle_id

    def ids(self, beginning: str = "") -> list[str]:
        """The ids that begin so."""
        rows = self._here(
            "SELECT id FROM actions WHERE circle_id = ? AND substr(id, 1, ?) = ?",
            self._circle, len(beginning), beginning,
        ).fetchall()  # fmt: skip
        return [id_ for (id_,) in rows]

    def all(self) -> list[tuple[str, bytes]]:
        """Id and sealed state of every action."""
        return list(self._here("SELECT id, sealed FROM actions WHERE circle_id = ?", self._circle).fetchall())

    def some(self, ids: Collection[str]) -> list[tuple[str, bytes]]:
        """Id and sealed state of the actions with these ids, in no order."""
        return self._with("SELECT id, sealed FROM actions WHERE circle_id = ? AND id", ids)

    def put(self, action_id: str, sealed: bytes) -> None:
        """Stores what an action's events add up to, new or changed."""
        self._here(
            "INSERT INTO actions (circle_id, id, sealed) VALUES (?, ?, ?) "
            "ON CONFLICT (circle_id, id) DO UPDATE SET sealed = excluded.sealed",
            self._circle, action_id, sealed,
        )  # fmt: skip

    def events(self, ids: Collection[str]) -> list[tuple[str, int, bytes]]:
        """Action, number and sealed event of all events of these actions, in no order."""
        return self._with(
            "SELECT action_id, number, sealed FROM actions_event WHERE circle_id = ? AND action_id", ids
        )

    def every_event(self) -> Iterable[tuple[str, int, bytes]]:
        """All events, those of one action together and in their order."""
        rows: Iterable[tuple[str, int, bytes]] = self._here(
            "SELECT action_id, number, sealed FROM actions_event WHERE circle_id = ? ORDER BY action_id, number",
            self._circle,
        )
        return rows

    def add_event(self, action_id: str, number: int, sealed: bytes) -> None:
        """Adds an event; there is no way to change one."""
        self._here(
            "INSERT INTO actions_event (circle_id, action_id, number, sealed) VALUES (?, ?, ?, ?)",
            self._circle, action_id, number, sealed,
        )  # fmt: skip

    def remove(self, action_id: str) -> None:
        """Takes an action out with its events, since it stands in another circle now; their bytes are overwritten."""
        self._here("DELETE FROM actions_event WHERE circle_id = ? AND action_id = ?", self._circle, action_id)
        self._here("DELETE FROM actions WHERE circle_id = ? AND id = ?", self._circle, action_id)

    def _with(self, select: str, ids: Collection[str]) -> list[Any]:
        wanted = sorted(ids)
        found: list[Any] = []
        for start in range(0, len(wanted), MOST_AT_ONCE):
            some = wanted[start : start + MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            found += self._here(f"{select} IN ({marks})", self._circle, *some).fetchall()
        return found

    def _here(self, statement: str, *values: Any) -> Any:
        """Runs a statement in the tables of this kind of circle, which it calls `actions` and `actions_event`."""
        for table in ("actions_event", "actions"):
            statement = statement.replace(f" {table} ", f" {table.replace('actions', self.table)} ", 1)
        return self._execute(statement, values)
