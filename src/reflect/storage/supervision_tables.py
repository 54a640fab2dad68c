"""The tables of supervision: what a pair keeps together and signs, and working notes. As in `tables`, every word is
sealed, and in clear are only ids, and the dates and states that a lead may see."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, LargeBinary
from sqlmodel import Field, SQLModel

from reflect.storage.tables import Moment


class PairRecordRow(SQLModel, table=True):
    """What a pair keeps together: a one-to-one with its record, or an agreement. In clear is what the lead of a team
    may see, which is states and dates: of a one-to-one the day that it is planned for and the day on which it was
    held, of an agreement the day of its review, the day from which it holds, and after how many days each one-to-one is
    due (`rhythm`). Every word is sealed for the pair; `body` is what was signed, from the first signature on."""

    __tablename__ = "pair_record"
    __table_args__ = (
        CheckConstraint(
            "(kind = 'one-to-one' AND status IN ('planned', 'held', 'cancelled'))"
            " OR (kind = 'agreement' AND status = 'drawn-up')",
            name="status",
        ),
    )

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    kind: str
    status: str
    planned: date
    held: date | None = Field(default=None)
    sealed: bytes = Field(sa_type=LargeBinary)
    body: bytes | None = Field(default=None, sa_type=LargeBinary)
    rhythm: str | None = Field(default=None)


class PairEntryRow(SQLModel, table=True):
    """What one of a pair wrote in such a record, signed by them and sealed for the two."""

    __tablename__ = "pair_entry"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "record_id"], ["pair_record.circle_id", "pair_record.id"]),
    )

    circle_id: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class PairSignatureRow(SQLModel, table=True):
    """That one of a pair has signed such a record, and when; the signature itself is sealed for the two."""

    __tablename__ = "pair_signature"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "record_id"], ["pair_record.circle_id", "pair_record.id"]),
    )

    circle_id: str = Field(primary_key=True)
    record_id: str = Field(primary_key=True)
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    at: datetime = Field(sa_type=Moment)
    sealed: bytes = Field(sa_type=LargeBinary)


class MineRecordRow(SQLModel, table=True):
    """Somebody's own copy of a record that they signed, sealed for them alone: what they keep when a link ends."""

    __tablename__ = "mine_record"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class WorkingNoteRow(SQLModel, table=True):
    """A supervisor's own note about somebody they supervise, sealed for its author alone. In clear is by which link,
    so that its supervisee can see how many there are. `asked` is sealed for the author too, by whoever asks, and as
    long before as after."""

    __tablename__ = "working_note"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    link_id: str = Field(foreign_key="link.id", index=True)
    asked: bytes = Field(sa_type=LargeBinary)
    sealed: bytes = Field(sa_type=LargeBinary)


class PairNoteRow(SQLModel, table=True):
    """That a supervisee asked to see working notes, or a note that was handed over to them: which of the two is
    sealed, in the circle of the pair, or after the end of the link in one that the supervisee alone can open."""

    __tablename__ = "pair_note"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    link_id: str = Field(foreign_key="link.id", index=True)
    sealed: bytes = Field(sa_type=LargeBinary)
