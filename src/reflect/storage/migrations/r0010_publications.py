"""Published figures of teams, week by week, and who chose to be counted as having reflected."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_CELL = ("team_id", "measure", "told_by", "told_key")


def upgrade() -> None:
    """Adds five tables; nothing that is there is touched."""
    _table("figure_week", ("team_id", "week"), _day("week"), _day("frozen"), _number("threshold"))
    _table(
        "figure_shown",
        (*_CELL, "week"),
        *_told(),
        _day("week"),
        sa.Column("value", sa.Integer()),
        _number("threshold"),
    )
    _table(
        "figure_behind",
        (*_CELL, "rest", "week"),
        *_told(),
        _words("rest"),
        _day("week"),
        _words("behind"),
    )
    _table(
        "figure_person",
        ("team_id", "number"),
        _number("number"),
        _words("person_id"),
        _points("figure_person", "person_id", "person"),
    )
    _table(
        "reflected",
        ("team_id", "person_id", "bank", "day"),
        _words("person_id"),
        _words("bank"),
        _day("day"),
        _points("reflected", "person_id", "person"),
    )


def _table(name: str, key: tuple[str, ...], *parts: Any) -> None:
    op.create_table(
        name,
        _words("team_id"),
        *parts,
        _points(name, "team_id", "team"),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )


def _told() -> tuple[sa.Column[str], ...]:
    return tuple(_words(name) for name in _CELL[1:])


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
