"""Working notes of supervisors, what supervisees asked for and were given of them, and comments on shares."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Adds three tables; nothing that is there is touched."""
    op.create_table(
        "working_note",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("link_id", sa.String(), nullable=False),
        sa.Column("asked", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _points("working_note", "circle_id", "circle"),
        _points("working_note", "link_id", "link"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_working_note")),
    )
    op.create_index(op.f("ix_working_note_link_id"), "working_note", ["link_id"])
    op.create_table(
        "pair_note",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("link_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _points("pair_note", "circle_id", "circle"),
        _points("pair_note", "link_id", "link"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_pair_note")),
    )
    op.create_index(op.f("ix_pair_note_link_id"), "pair_note", ["link_id"])
    op.create_table(
        "pair_share_comment",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("share_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id", "share_id"],
            ["pair_share.circle_id", "pair_share.id"],
            name=op.f("fk_pair_share_comment_circle_id_share_id_pair_share"),
        ),
        sa.PrimaryKeyConstraint("circle_id", "share_id", "id", name=op.f("pk_pair_share_comment")),
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
