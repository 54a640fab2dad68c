"""Earlier wordings, and what a screen needs at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds two tables; nothing that is there is touched."""
    op.create_table(
        "mine_version",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("answer_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id", "answer_id"],
            ["mine_answer.circle_id", "mine_answer.id"],
            name=op.f("fk_mine_version_circle_id_answer_id_mine_answer"),
        ),
        sa.PrimaryKeyConstraint("circle_id", "answer_id", "id", name=op.f("pk_mine_version")),
    )
    op.create_table(
        "mine_page",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_mine_page_circle_id_circle")),
        sa.PrimaryKeyConstraint("circle_id", "name", name=op.f("pk_mine_page")),
    )
