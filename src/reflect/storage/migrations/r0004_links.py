"""Who supervises whom, teams, and what people are to be told of both."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds four tables; nothing that is there is touched."""
    op.create_table(
        "link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("supervisor_id", sa.String(), nullable=False),
        sa.Column("supervisee_id", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("ended", sa.DateTime()),
        sa.Column("circle_id", sa.String()),
        sa.Column("signature", sa.LargeBinary()),
        sa.CheckConstraint("supervisor_id <> supervisee_id", name=op.f("ck_link_two_people")),
        sa.CheckConstraint("until IS NULL OR until >= since", name=op.f("ck_link_until")),
        _points("link", "supervisor_id", "person"),
        _points("link", "supervisee_id", "person"),
        _points("link", "circle_id", "circle"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    op.create_index(op.f("ix_link_supervisor_id"), "link", ["supervisor_id"])
    op.create_index(op.f("ix_link_supervisee_id"), "link", ["supervisee_id"])
    op.create_table(
        "team",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        _points("team", "lead_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_table(
        "team_member",
        sa.Column("team_id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        _points("team_member", "team_id", "team"),
        _points("team_member", "person_id", "person"),
        sa.PrimaryKeyConstraint("team_id", "person_id", name=op.f("pk_team_member")),
    )
    op.create_index(op.f("ix_team_member_person_id"), "team_member", ["person_id"])
    op.create_table(
        "notice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("link_id", sa.String()),
        sa.Column("team_id", sa.String()),
        sa.Column("about_id", sa.String()),
        sa.Column("told", sa.DateTime()),
        sa.CheckConstraint("(link_id IS NULL) <> (team_id IS NULL)", name=op.f("ck_notice_one_thing")),
        _points("notice", "person_id", "person"),
        _points("notice", "link_id", "link"),
        _points("notice", "team_id", "team"),
        _points("notice", "about_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_person_id"), "notice", ["person_id"])


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
