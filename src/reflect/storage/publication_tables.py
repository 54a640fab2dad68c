"""The tables of published figures: what was shown of each team week by week, who was behind it so that the next week
can be held against it, and who chose to be counted as having reflected. In clear inside the encrypted file; never a
word."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel


class FigureWeekRow(SQLModel, table=True):
    """A week of a team that was frozen: on which day, and how many people had to be behind a number then."""

    __tablename__ = "figure_week"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    week: date = Field(primary_key=True)
    frozen: date
    threshold: int


class FigureShownRow(SQLModel, table=True):
    """What one number of a team shows from a week on; without a value it says only that it is not shown. Rows are only
    ever added: reading figures reads these and nothing else."""

    __tablename__ = "figure_shown"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    measure: str = Field(primary_key=True)
    told_by: str = Field(primary_key=True)
    told_key: str = Field(primary_key=True)
    week: date = Field(primary_key=True)
    value: int | None = Field(default=None)
    threshold: int


class FigureBehindRow(SQLModel, table=True):
    """Who was behind a number when it was shown, or with `rest` behind what could be reckoned from numbers then: people
    by their numbers in the team's figures, and how much each counts for."""

    __tablename__ = "figure_behind"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    measure: str = Field(primary_key=True)
    told_by: str = Field(primary_key=True)
    told_key: str = Field(primary_key=True)
    rest: str = Field(primary_key=True)
    week: date = Field(primary_key=True)
    behind: str


class FigurePersonRow(SQLModel, table=True):
    """The number that stands for somebody in a team's `figure_behind`."""

    __tablename__ = "figure_person"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    number: int = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id")


class ReflectedRow(SQLModel, table=True):
    """That somebody who chose to be counted finished a sitting with a bank, on which day, and in which team."""

    __tablename__ = "reflected"
    __table_args__ = ({"sqlite_with_rowid": False},)

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    bank: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
