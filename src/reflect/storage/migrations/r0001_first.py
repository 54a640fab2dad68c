"""The first shape: people, circles and what belongs to one person alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables of the first version."""
    op.create_table(
        "person",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("administrator", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("read_key", sa.LargeBinary()),
        sa.Column("sign_key", sa.LargeBinary()),
        sa.CheckConstraint("standing IN ('invited', 'active', 'inactive')", name=op.f("ck_person_standing")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "circle",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("opened", sa.DateTime(), nullable=False),
        sa.Column("closed", sa.DateTime()),
        sa.CheckConstraint("kind IN ('mine', 'pair', 'team')", name=op.f("ck_circle_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
    )
    op.create_table(
        "circle_member",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_circle_member_circle_id_circle")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_circle_member_person_id_person")),
        sa.PrimaryKeyConstraint("circle_id", "person_id", name=op.f("pk_circle_member")),
    )
    op.create_index(op.f("ix_circle_member_person_id"), "circle_member", ["person_id"])
    for table, columns in (("mine_reflection", ("head",)), ("mine_answer", ("card", "body"))):
        op.create_table(
            table,
            sa.Column("circle_id", sa.String(), nullable=False),
            sa.Column("id", sa.String(), nullable=False),
            *(sa.Column(column, sa.LargeBinary(), nullable=False) for column in columns),
            sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f(f"fk_{table}_circle_id_circle")),
            sa.PrimaryKeyConstraint("circle_id", "id", name=op.f(f"pk_{table}")),
        )
