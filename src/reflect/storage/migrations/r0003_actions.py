"""Actions and their events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds two tables; nothing that is there is touched."""
    op.create_table(
        "mine_action",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_mine_action_circle_id_circle")),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_mine_action")),
    )
    op.create_table(
        "mine_action_event",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id", "action_id"],
            ["mine_action.circle_id", "mine_action.id"],
            name=op.f("fk_mine_action_event_circle_id_action_id_mine_action"),
        ),
        sa.PrimaryKeyConstraint("circle_id", "action_id", "number", name=op.f("pk_mine_action_event")),
    )
