"""What was so on a past day and is not any more: rules, who was in a team, and when a one-to-one was to be."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Adds three tables and a column. One-to-ones that are there stand as they are now on every day before."""
    op.add_column("pair_record", sa.Column("rhythm", sa.String()))
    op.create_table(
        "rules_since",
        _day("day"),
        sa.Column("rules", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_rules_since")),
    )
    op.create_table(
        "team_left",
        _words("team_id"),
        _words("person_id"),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        _points("team_left", "team_id", "team"),
        _points("team_left", "person_id", "person"),
        sa.PrimaryKeyConstraint("team_id", "person_id", "since", name=op.f("pk_team_left")),
    )
    op.create_table(
        "one_to_one_day",
        _words("circle_id"),
        _words("record_id"),
        _day("day"),
        _words("status"),
        _day("planned"),
        sa.Column("held", sa.Date()),
        sa.ForeignKeyConstraint(
            ["circle_id", "record_id"],
            ["pair_record.circle_id", "pair_record.id"],
            name=op.f("fk_one_to_one_day_circle_id_record_id_pair_record"),
        ),
        sa.PrimaryKeyConstraint("circle_id", "record_id", "day", name=op.f("pk_one_to_one_day")),
    )
    op.get_bind().execute(
        sa.text(
            "INSERT INTO one_to_one_day (circle_id, record_id, day, status, planned, held) "
            "SELECT circle_id, id, :first, status, planned, held FROM pair_record WHERE kind = 'one-to-one'"
        ),
        {"first": date.min.isoformat()},
    )


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
