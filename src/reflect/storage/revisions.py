"""Which shape of the tables a file has. Known here without Alembic, which is only imported to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")
NEWEST = KNOWN[-1]


def recorded(connection: Any) -> str:
    """The revision that a file says it has, read through a bare driver connection; "" where it says nothing."""
    named = connection.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    if named is None:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def record(connection: Connection, revision: str) -> None:
    """Writes the revision of a file that has just been made, in Alembic's own table."""
    from sqlalchemy import text

    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS alembic_version ("
            "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})
