"""The tables of what was so on a past day and is not any more, so that what is told as at that day can be told again.
In clear inside the encrypted file; never a word."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from reflect.storage.tables import Moment


class RulesSinceRow(SQLModel, table=True):
    """The numbers that the workspace sets for its actions, as they were seen on a day and held until the next."""

    __tablename__ = "rules_since"

    day: date = Field(primary_key=True)
    rules: str


class TeamLeftRow(SQLModel, table=True):
    """That somebody was in a team, and from when until when."""

    __tablename__ = "team_left"

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    since: datetime = Field(primary_key=True, sa_type=Moment)
    until: datetime = Field(sa_type=Moment)


class OneToOneDayRow(SQLModel, table=True):
    """How a one-to-one stood at the end of a day on which that changed: its state, the day that it was planned for, and
    that on which it was held."""

    __tablename__ = "one_to_one_day"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "record_id"], ["pair_record.circle_id", "pair_record.id"]),
    )

    circle_id: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    status: str
    planned: date
    held: date | None = Field(default=None)
