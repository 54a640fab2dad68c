"""One-to-ones and agreements, what each of a pair wrote in them, and their signatures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds four tables; nothing that is there is touched."""
    op.create_table(
        "pair_record",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("planned", sa.Date(), nullable=False),
        sa.Column("held", sa.Date()),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.CheckConstraint(
            "(kind = 'one-to-one' AND status IN ('planned', 'held', 'cancelled'))"
            " OR (kind = 'agreement' AND status = 'drawn-up')",
            name=op.f("ck_pair_record_status"),
        ),
        _points("pair_record", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_pair_record")),
    )
    op.create_table(
        "pair_entry",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _in_a_record("pair_entry"),
        sa.PrimaryKeyConstraint("circle_id", "record_id", "id", name=op.f("pk_pair_entry")),
    )
    op.create_table(
        "pair_signature",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _in_a_record("pair_signature"),
        _points("pair_signature", "person_id", "person"),
        sa.PrimaryKeyConstraint("circle_id", "record_id", "person_id", name=op.f("pk_pair_signature")),
    )
    op.create_table(
        "mine_record",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _points("mine_record", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_mine_record")),
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def _in_a_record(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["circle_id", "record_id"],
        ["pair_record.circle_id", "pair_record.id"],
        name=op.f(f"fk_{table}_circle_id_record_id_pair_record"),
    )
