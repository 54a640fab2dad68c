"""The tables that figures are counted from. All of it stands in clear inside the encrypted file: ids, days, states and
the codes of themes and findings of actions that were agreed with others; never a word, and nothing of what is
somebody's alone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, MetaData, PrimaryKeyConstraint, text
from sqlmodel import Field, SQLModel

from reflect.storage.figures import LIVE, OVER
from reflect.storage.tables import METADATA


class FigureMarkRow(SQLModel, table=True):
    """An action that was agreed and that others than its owner see: with which team it is counted, whose it is, in
    which circle it stands, and whether it is listed. `next_day` is when something is expected of it; themes and
    findings stand with a space between."""

    metadata: ClassVar[MetaData] = METADATA
    __tablename__ = "figure_mark"
    __table_args__ = (
        CheckConstraint("listed IN (0, 1)", name="listed"),
        Index(
            "ix_figure_mark_live", "team_id", "listed", "status",
            sqlite_where=text(LIVE), postgresql_where=text(LIVE),
        ),
        Index(
            "ix_figure_mark_over", "team_id", "listed", text("updated DESC"), "action_id", "status", "keep",
            sqlite_where=text(OVER), postgresql_where=text(OVER),
        ),
    )  # fmt: skip

    action_id: str = Field(primary_key=True)
    team_id: str = Field(foreign_key="team.id")
    person_id: str = Field(foreign_key="person.id")
    circle_id: str = Field(foreign_key="circle.id")
    listed: int
    themes: str
    level: str
    findings: str
    status: str
    agreed: date
    due: date | None = Field(default=None)
    done: date | None = Field(default=None)
    ended: date | None = Field(default=None)
    next_day: date | None = Field(default=None)
    updated: date
    carried: int
    stage: int
    impact: int
    keep: int


class FigureSumRow(SQLModel, table=True):
    """One amount of a team's standing counts, for one person, changed with each step. With `listed` 0 it is over
    everything agreed, with 1 over what is listed."""

    __tablename__ = "figure_sum"
    # What one step changes stands side by side.
    __table_args__ = (
        PrimaryKeyConstraint("team_id", "listed", "person_id", "told_by", "told_key", "measure"),
        {"sqlite_with_rowid": False},
    )

    team_id: str = Field(foreign_key="team.id")
    listed: int
    measure: str
    told_by: str
    told_key: str
    person_id: str
    amount: int


class FindingMovedRow(SQLModel, table=True):
    """The latest day on which a listed action of a team that leads back to a finding moved."""

    __tablename__ = "finding_moved"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    finding: str = Field(primary_key=True)
    last: date
