"""The tables. What people write stands in tables of its own circle, sealed; in clear are only ids, people,
circles, and dates of these. Of a *mine* table only ids and numbers of rows are in clear, not even a date: how many
rows somebody has can be counted by whoever holds the key of the workspace."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, ForeignKeyConstraint, LargeBinary, TypeDecorator
from sqlmodel import Field, SQLModel

METADATA = SQLModel.metadata
METADATA.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware time, stored in UTC: SQLite forgets the zone, and a time without one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class PersonRow(SQLModel, table=True):
    """Somebody in the workspace, with the trusted copy of their public keys (none until they have joined)."""

    __tablename__ = "person"
    __table_args__ = (CheckConstraint("standing IN ('invited', 'active', 'inactive')", name="standing"),)

    id: str = Field(primary_key=True)
    name: str
    profession: str
    standing: str
    administrator: bool
    since: datetime = Field(sa_type=Moment)
    read_key: bytes | None = Field(default=None, sa_type=LargeBinary)
    sign_key: bytes | None = Field(default=None, sa_type=LargeBinary)


class CircleRow(SQLModel, table=True):
    """Who may read together; a closed circle takes no new words."""

    __tablename__ = "circle"
    __table_args__ = (CheckConstraint("kind IN ('mine', 'pair', 'team')", name="kind"),)

    id: str = Field(primary_key=True)
    kind: str
    opened: datetime = Field(sa_type=Moment)
    closed: datetime | None = Field(default=None, sa_type=Moment)


class CircleMemberRow(SQLModel, table=True):
    """A circle's key, wrapped for one member."""

    __tablename__ = "circle_member"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id", index=True)
    wrapped_key: bytes = Field(sa_type=LargeBinary)
    since: datetime = Field(sa_type=Moment)


class MineReflectionRow(SQLModel, table=True):
    """One sitting, sealed whole for its owner."""

    __tablename__ = "mine_reflection"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    head: bytes = Field(sa_type=LargeBinary)


class MineAnswerRow(SQLModel, table=True):
    """One answer, sealed for its owner: a small card for lists and the body with all words."""

    __tablename__ = "mine_answer"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    card: bytes = Field(sa_type=LargeBinary)
    body: bytes = Field(sa_type=LargeBinary)


class MineVersionRow(SQLModel, table=True):
    """An earlier wording of an answer, sealed for its owner."""

    __tablename__ = "mine_version"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "answer_id"], ["mine_answer.circle_id", "mine_answer.id"]),
    )

    circle_id: str = Field(primary_key=True)
    answer_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class MinePageRow(SQLModel, table=True):
    """What is remembered about a person's own words so that a screen opens at once, sealed for their eyes."""

    __tablename__ = "mine_page"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    name: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class MineActionRow(SQLModel, table=True):
    """What the events of one action add up to, sealed for its owner."""

    __tablename__ = "mine_action"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class MineActionEventRow(SQLModel, table=True):
    """One event of an action, signed, and sealed for the action's owner. Events are only ever added."""

    __tablename__ = "mine_action_event"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "action_id"], ["mine_action.circle_id", "mine_action.id"]),
    )

    circle_id: str = Field(primary_key=True)
    action_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class LinkRow(SQLModel, table=True):
    """Who supervises whom. The circle is what the two share, and the signature that of the supervisee, whose
    program made its key; both are absent until then."""

    __tablename__ = "link"
    __table_args__ = (
        CheckConstraint("supervisor_id <> supervisee_id", name="two_people"),
        CheckConstraint("until IS NULL OR until >= since", name="until"),
    )

    id: str = Field(primary_key=True)
    supervisor_id: str = Field(foreign_key="person.id", index=True)
    supervisee_id: str = Field(foreign_key="person.id", index=True)
    since: date
    until: date | None = Field(default=None)
    ended: datetime | None = Field(default=None, sa_type=Moment)
    circle_id: str | None = Field(default=None, foreign_key="circle.id")
    signature: bytes | None = Field(default=None, sa_type=LargeBinary)


class LinkCircleRow(SQLModel, table=True):
    """A circle that the two of a link have besides, for one purpose (such as their actions), so that it can end in
    another way; with the supervisee's signature, as in the link itself."""

    __tablename__ = "link_circle"

    link_id: str = Field(primary_key=True, foreign_key="link.id")
    purpose: str = Field(primary_key=True)
    circle_id: str = Field(foreign_key="circle.id")
    signature: bytes = Field(sa_type=LargeBinary)


class PairActionRow(SQLModel, table=True):
    """What the events of one action add up to, sealed for the two of a link."""

    __tablename__ = "pair_action"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class PairActionEventRow(SQLModel, table=True):
    """One event of an action, signed by who made it and sealed for the two of a link."""

    __tablename__ = "pair_action_event"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "action_id"], ["pair_action.circle_id", "pair_action.id"]),
    )

    circle_id: str = Field(primary_key=True)
    action_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class TeamActionRow(SQLModel, table=True):
    """An action on the log of a team, in a circle of its own. `readers` are the ids of everybody who was given its
    key, in their order and with a space between; the signature is that of who made the circle, over key and readers."""

    __tablename__ = "team_action"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    team_id: str = Field(foreign_key="team.id", index=True)
    maker_id: str = Field(foreign_key="person.id")
    readers: str
    signature: bytes = Field(sa_type=LargeBinary)
    sealed: bytes = Field(sa_type=LargeBinary)


class TeamActionEventRow(SQLModel, table=True):
    """One event of an action on the log of a team, signed by who made it and sealed for the action's circle."""

    __tablename__ = "team_action_event"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "action_id"], ["team_action.circle_id", "team_action.id"]),
    )

    circle_id: str = Field(primary_key=True)
    action_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class PairShareRow(SQLModel, table=True):
    """A copy of an answer that somebody shared, sealed for the pair, and when it was opened, sealed likewise and as
    long before as after. In clear is only in which circle it is, since the two must find it: how many shares a pair
    has can be counted by whoever holds the key of the workspace, but neither when one was made nor whether it was
    opened, which concern nobody else and no figure. One that is withdrawn has no row any more."""

    __tablename__ = "pair_share"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)
    opened: bytes = Field(sa_type=LargeBinary)


class MineShareRow(SQLModel, table=True):
    """What its owner remembers of a share, sealed for them alone: which answer it came from, and when it was
    withdrawn. The supervisor's copy does not point at the answer."""

    __tablename__ = "mine_share"

    circle_id: str = Field(primary_key=True, foreign_key="circle.id")
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class PairShareCommentRow(SQLModel, table=True):
    """What a supervisor wrote on something that was shared with them, signed by them and sealed for the pair; gone
    when the share is withdrawn."""

    __tablename__ = "pair_share_comment"
    __table_args__ = (
        ForeignKeyConstraint(["circle_id", "share_id"], ["pair_share.circle_id", "pair_share.id"]),
    )

    circle_id: str = Field(primary_key=True)
    share_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)


class TeamRow(SQLModel, table=True):
    """A team and who leads it."""

    __tablename__ = "team"

    id: str = Field(primary_key=True)
    name: str
    lead_id: str = Field(foreign_key="person.id")
    made: datetime = Field(sa_type=Moment)


class TeamLeadRow(SQLModel, table=True):
    """Since when somebody has led a team; who led it before stays here, since they signed what they did."""

    __tablename__ = "team_lead"

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id")
    since: datetime = Field(sa_type=Moment)


class TeamMemberRow(SQLModel, table=True):
    """Somebody in a team."""

    __tablename__ = "team_member"

    team_id: str = Field(primary_key=True, foreign_key="team.id")
    person_id: str = Field(primary_key=True, foreign_key="person.id", index=True)
    since: datetime = Field(sa_type=Moment)


class NoticeRow(SQLModel, table=True):
    """What somebody is to be told about a link or a team, and when they were."""

    __tablename__ = "notice"
    __table_args__ = (CheckConstraint("(link_id IS NULL) <> (team_id IS NULL)", name="one_thing"),)

    id: str = Field(primary_key=True)
    person_id: str = Field(foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=Moment)
    kind: str
    link_id: str | None = Field(default=None, foreign_key="link.id")
    team_id: str | None = Field(default=None, foreign_key="team.id")
    about_id: str | None = Field(default=None, foreign_key="person.id")
    told: datetime | None = Field(default=None, sa_type=Moment)
