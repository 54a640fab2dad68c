"""A person's own actions, with the index that lists them."""

from __future__ import annotations

from reflect.domain.people import CircleKind
from reflect.storage.circle_actions import CircleActions, Execute

_PAGES = "actions "
_AFTER_PAGES = "actions!"


class MineActions(CircleActions):
    """The actions of one person's own circle, their events and their index, within one transaction."""

    def __init__(self, execute: Execute, circle_id: str) -> None:
        super().__init__(execute, CircleKind.MINE, circle_id)

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
