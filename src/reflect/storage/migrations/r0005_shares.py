"""What somebody shares with their supervisor, and which answer of theirs it came from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds two tables; nothing that is there is touched."""
    op.create_table(
        "pair_share",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("opened", sa.LargeBinary(), nullable=False),
        _of_a_circle("pair_share"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_pair_share")),
    )
    op.create_table(
        "mine_share",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _of_a_circle("mine_share"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_mine_share")),
    )


def _of_a_circle(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f(f"fk_{table}_circle_id_circle"))
