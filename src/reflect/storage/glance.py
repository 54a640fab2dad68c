"""A short look into the file: one reading connection and plain columns, for a command that only lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reflect.domain.people import CircleKind, Standing
from reflect.storage import revisions
from reflect.storage.driver import connect
from reflect.storage.faults import spoken
from reflect.storage.mine_actions import MineActions
from reflect.storage.rules import RulesTable

_HAS_COMPANY = """
SELECT EXISTS (SELECT 1 FROM link WHERE ?1 IN (supervisor_id, supervisee_id))
    OR EXISTS (SELECT 1 FROM team WHERE lead_id = ?1)
    OR EXISTS (SELECT 1 FROM team_member WHERE person_id = ?1)
    OR EXISTS (SELECT 1 FROM circle_member JOIN circle ON circle.id = circle_id
               WHERE person_id = ?1 AND kind <> 'mine')
"""


class GlanceStore:
    """One reading connection in one transaction. Not for two threads."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @classmethod
    def open(cls, path: Path, key: bytes) -> GlanceStore | None:
        """The file at `path`, to be read only; None where an older or newer version made it, or the key does not
        fit: then it takes a whole sign-in to say what is to be done."""
        if not path.is_file():
            return None
        with spoken():
            connection = connect(path, key)
            try:
                connection.execute("PRAGMA query_only = ON")
                connection.execute("PRAGMA temp_store = MEMORY")
                connection.execute("BEGIN")
                current = revisions.recorded(connection) == revisions.NEWEST
            except BaseException:
                connection.close()
                raise
        if not current:
            connection.close()
            return None
        return cls(connection)

    def is_at_home(self, person_id: str, read_key: bytes, sign_key: bytes) -> bool:
        """Whether the file knows this person as active, with these public keys."""
        row = self._execute(
            "SELECT standing, read_key, sign_key FROM person WHERE id = ?", (person_id,)
        ).fetchone()
        return row is not None and tuple(row) == (Standing.ACTIVE.value, read_key, sign_key)

    def own_circle(self, person_id: str) -> tuple[str, bytes] | None:
        """Id and wrapped key of what is the person's alone."""
        row = self._execute(
            "SELECT circle_id, wrapped_key FROM circle_member JOIN circle ON circle.id = circle_id "
            "WHERE person_id = ? AND kind = ? ORDER BY opened LIMIT 1",
            (person_id, CircleKind.MINE.value),
        ).fetchone()
        return (row[0], row[1]) if row else None

    def has_something_to_tell(self, person_id: str) -> bool:
        """Whether the person has not been told yet of a change that concerns them."""
        found = self._execute(
            "SELECT 1 FROM notice WHERE person_id = ? AND told IS NULL LIMIT 1", (person_id,)
        )
        return found.fetchone() is not None

    def has_company(self, person_id: str) -> bool:
        """Whether others may have shown actions to the person, or may see theirs: they have or had a link, are in a
        team, or were given the key of somebody else's action."""
        return bool(self._execute(_HAS_COMPANY, (person_id,)).fetchone()[0])

    def names(self) -> dict[str, str]:
        """The name of each person by their id."""
        return dict(self._execute("SELECT id, name FROM person", ()).fetchall())

    def mine_actions(self, circle_id: str) -> MineActions:
        """A person's own actions."""
        return MineActions(self._execute, circle_id)

    @property
    def rules(self) -> RulesTable:
        """The numbers that the workspace set for its actions, by the days from which they held."""
        return RulesTable(self._execute)

    def close(self) -> None:
        """Ends the look."""
        self._connection.close()

    def _execute(self, statement: str, values: Any) -> Any:
        with spoken():
            return self._connection.execute(statement, values)
