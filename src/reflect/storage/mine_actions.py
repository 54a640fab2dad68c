"""A person's own actions: plain columns by plain SQL, so that a list does not wait for anything else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

_MOST_AT_ONCE = 500
_PAGES = "actions "
_AFTER_PAGES = "actions!"

Execute = Callable[[str, Sequence[Any]], Any]


class MineActions:
    """One circle's actions, their events and their index, within one transaction. What goes in is sealed already;
    nothing is read or written without the circle."""

    def __init__(self, execute: Execute, circle_id: str) -> None:
        self._execute = execute
        self._circle = circle_id

    def index_pages(self) -> list[tuple[str, bytes]]:
        """Name and sealed words of each page of the index."""
        return list(
            self._execute(
                "SELECT name, sealed FROM mine_page WHERE circle_id = ? AND name >= ? AND name < ?",
                (self._circle, _PAGES, _AFTER_PAGES),
            ).fetchall()
        )

    def index_page(self, part: str) -> bytes | None:
        """One page of the index, sealed."""
        row = self._execute(
            "SELECT sealed FROM mine_page WHERE circle_id = ? AND name = ?", (self._circle, _PAGES + part)
        ).fetchone()
        return row[0] if row else None

    def put_index_page(self, part: str, sealed: bytes) -> None:
        """Stores a page of the index, new or changed."""
        self._execute(
            "INSERT INTO mine_page (circle_id, name, sealed) VALUES (?, ?, ?) "
            "ON CONFLICT (circle_id, name) DO UPDATE SET sealed = excluded.sealed",
            (self._circle, _PAGES + part, sealed),
        )

    def ids(self, beginning: str = "") -> list[str]:
        """The ids that begin so."""
        rows = self._execute(
            "SELECT id FROM mine_action WHERE circle_id = ? AND substr(id, 1, ?) = ?",
            (self._circle, len(beginning), beginning),
        ).fetchall()
        return [id_ for (id_,) in rows]

    def all(self) -> list[tuple[str, bytes]]:
        """Id and sealed state of every action."""
        return list(
            self._execute(
                "SELECT id, sealed FROM mine_action WHERE circle_id = ?", (self._circle,)
            ).fetchall()
        )

    def some(self, ids: Collection[str]) -> list[tuple[str, bytes]]:
        """Id and sealed state of the actions with these ids, in no order."""
        return self._with("SELECT id, sealed FROM mine_action WHERE circle_id = ? AND id", ids)

    def put(self, action_id: str, sealed: bytes) -> None:
        """Stores what an action's events add up to, new or changed."""
        self._execute(
            "INSERT INTO mine_action (circle_id, id, sealed) VALUES (?, ?, ?) "
            "ON CONFLICT (circle_id, id) DO UPDATE SET sealed = excluded.sealed",
            (self._circle, action_id, sealed),
        )

    def events(self, ids: Collection[str]) -> list[tuple[str, int, bytes]]:
        """Action, number and sealed event of all events of these actions, in no order."""
        return self._with(
            "SELECT action_id, number, sealed FROM mine_action_event WHERE circle_id = ? AND action_id", ids
        )

    def every_event(self) -> Iterable[tuple[str, int, bytes]]:
        """All events, those of one action together and in their order."""
        rows: Iterable[tuple[str, int, bytes]] = self._execute(
            "SELECT action_id, number, sealed FROM mine_action_event WHERE circle_id = ? ORDER BY action_id, number",
            (self._circle,),
        )
        return rows

    def add_event(self, action_id: str, number: int, sealed: bytes) -> None:
        """Adds an event; there is no way to change one."""
        self._execute(
            "INSERT INTO mine_action_event (circle_id, action_id, number, sealed) VALUES (?, ?, ?, ?)",
            (self._circle, action_id, number, sealed),
        )

    def _with(self, select: str, ids: Collection[str]) -> list[Any]:
        wanted = sorted(ids)
        found: list[Any] = []
        for start in range(0, len(wanted), _MOST_AT_ONCE):
            some = wanted[start : start + _MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            found += self._execute(f"{select} IN ({marks})", (self._circle, *some)).fetchall()
        return found
