"""Actions that two people of a link keep together, and those on the log of a team."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds six tables; nothing that is there is touched. Who leads a team now is written down as its first lead."""
    op.create_table(
        "link_circle",
        sa.Column("link_id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        _points("link_circle", "link_id", "link"),
        _points("link_circle", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("link_id", "purpose", name=op.f("pk_link_circle")),
    )
    op.create_table(
        "pair_action",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _points("pair_action", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_pair_action")),
    )
    op.create_table(
        "team_action",
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("maker_id", sa.String(), nullable=False),
        sa.Column("readers", sa.String(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _points("team_action", "circle_id", "circle"),
        _points("team_action", "team_id", "team"),
        _points("team_action", "maker_id", "person"),
        sa.PrimaryKeyConstraint("circle_id", "id", name=op.f("pk_team_action")),
    )
    op.create_index(op.f("ix_team_action_team_id"), "team_action", ["team_id"])
    op.create_table(
        "team_lead",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        _points("team_lead", "team_id", "team"),
        _points("team_lead", "person_id", "person"),
        sa.PrimaryKeyConstraint("team_id", "person_id", name=op.f("pk_team_lead")),
    )
    op.execute("INSERT INTO team_lead (team_id, person_id, since) SELECT id, lead_id, made FROM team")
    for table in ("pair_action", "team_action"):
        op.create_table(
            f"{table}_event",
            sa.Column("circle_id", sa.String(), nullable=False),
            sa.Column("action_id", sa.String(), nullable=False),
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("sealed", sa.LargeBinary(), nullable=False),
            sa.ForeignKeyConstraint(
                ["circle_id", "action_id"],
                [f"{table}.circle_id", f"{table}.id"],
                name=op.f(f"fk_{table}_event_circle_id_action_id_{table}"),
            ),
            sa.PrimaryKeyConstraint("circle_id", "action_id", "number", name=op.f(f"pk_{table}_event")),
        )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
