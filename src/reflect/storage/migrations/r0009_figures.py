"""What figures are counted from: marks of agreed actions, their sums, and when findings last moved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_LIVE = "status IN ('agreed', 'in-progress', 'blocked', 'done', 'confirmed')"
_OVER = "status IN ('embedded', 'not-achieved', 'withdrawn')"


def upgrade() -> None:
    """Adds three tables; nothing that is there is touched. Marks are written by those who can open the actions, when
    they sign in."""
    op.create_table(
        "figure_mark",
        sa.Column("action_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("circle_id", sa.String(), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("themes", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("agreed", sa.Date(), nullable=False),
        sa.Column("due", sa.Date()),
        sa.Column("done", sa.Date()),
        sa.Column("ended", sa.Date()),
        sa.Column("next_day", sa.Date()),
        sa.Column("updated", sa.Date(), nullable=False),
        sa.Column("carried", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("keep", sa.Integer(), nullable=False),
        sa.CheckConstraint("listed IN (0, 1)", name=op.f("ck_figure_mark_listed")),
        _points("figure_mark", "team_id", "team"),
        _points("figure_mark", "person_id", "person"),
        _points("figure_mark", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("action_id", name=op.f("pk_figure_mark")),
    )
    op.create_index(
        "ix_figure_mark_live",
        "figure_mark",
        ["team_id", "listed", "status"],
        sqlite_where=sa.text(_LIVE),
        postgresql_where=sa.text(_LIVE),
    )
    op.create_index(
        "ix_figure_mark_over",
        "figure_mark",
        ["team_id", "listed", sa.text("updated DESC"), "action_id", "status", "keep"],
        sqlite_where=sa.text(_OVER),
        postgresql_where=sa.text(_OVER),
    )
    op.create_table(
        "figure_sum",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("told_key", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        _points("figure_sum", "team_id", "team"),
        sa.PrimaryKeyConstraint(
            "team_id", "listed", "measure", "told_by", "told_key", "person_id", name=op.f("pk_figure_sum")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "finding_moved",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        _points("finding_moved", "team_id", "team"),
        sa.PrimaryKeyConstraint("team_id", "finding", name=op.f("pk_finding_moved")),
        sqlite_with_rowid=False,
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
