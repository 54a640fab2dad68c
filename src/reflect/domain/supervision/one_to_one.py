"""A one-to-one: planned, held or cancelled; and its record, which both sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reflect.domain.actions.action import Status
from reflect.domain.dates import day_of
from reflect.domain.supervision.entry import Entry, Section, Signature, Voided

NOT_AGREED = "not agreed by the supervisee"


def label_of(supervisor: str, supervisee: str, signed_by: Sequence[str], name: Callable[[str], str]) -> str:
    """What is said of a record or an agreement until both have signed it; empty after that."""
    if {supervisor, supervisee} <= set(signed_by):
        return ""
    if supervisee in signed_by:
        return f"{NOT_AGREED} and the supervisor (signed by {name(supervisee)} only)"
    return f"{NOT_AGREED} (signed by {name(supervisor)} only)" if supervisor in signed_by else NOT_AGREED


class Kind(StrEnum):
    """Whether a one-to-one was planned by the cadence or came up."""

    SCHEDULED = "scheduled"
    AD_HOC = "ad-hoc"

    @property
    def words(self) -> str:
        """The kind as people say it."""
        return self.value.replace("-", " ")


class MeetingStatus(StrEnum):
    """What became of a one-to-one. One that was begun is held."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Facts:
    """What both may set down about a one-to-one: the day it is planned for, where or how it was held, when it began
    and ended (aware UTC), and the day of the next."""

    planned: date
    place: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    next: date | None = None

    @property
    def day(self) -> date:
        """The day on which it was held, or is to be."""
        return day_of(self.started) if self.started else self.planned


@dataclass(frozen=True, slots=True)
class ActionInRecord:
    """An action as the record names it: `previous` is one that was open before the one-to-one began, all others were
    agreed in it. `happened` says in words what was done with it during the one-to-one, oldest first; empty for a
    previous action that nobody has said anything about yet. `owner` is a person's id."""

    id: str
    what: str
    owner: str
    due: date | None
    status: Status
    previous: bool
    happened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedInRecord:
    """A share that was discussed: its id, the question it answers in its words, the words that were shared, and the id
    of the bank that the question is from: how it is handled goes by that."""

    id: str
    question: str
    text: str
    bank: str = ""


@dataclass(frozen=True, slots=True)
class OneToOne:
    """One one-to-one with all that the two of them may read. People are given by their ids; `names` says them.

    `entries` are everybody's texts but for addenda, in the order in which they were made; `signatures` are those that
    count now. `copy` marks what a former supervisor keeps of a record that they signed: it is read, never written.
    """

    id: str
    link: str
    supervisor: str
    supervisee: str
    names: tuple[tuple[str, str], ...]
    kind: Kind
    status: MeetingStatus
    facts: Facts
    cancelled_reason: str = ""
    entries: tuple[Entry, ...] = ()
    actions: tuple[ActionInRecord, ...] = ()
    shared: tuple[SharedInRecord, ...] = ()
    signatures: tuple[Signature, ...] = ()
    voided: tuple[Voided, ...] = ()
    addenda: tuple[Entry, ...] = ()
    copy: bool = False

    def name(self, person_id: str) -> str:
        """Somebody's name."""
        return dict(self.names).get(person_id, "somebody who has left")

    @property
    def signed_by(self) -> tuple[str, ...]:
        """Who has signed the record as it stands, by id."""
        return tuple(signature.by for signature in self.signatures)

    @property
    def agreed(self) -> bool:
        """Whether both have signed the record as it stands; it is locked then."""
        return {self.supervisor, self.supervisee} <= set(self.signed_by)

    @property
    def locked(self) -> datetime | None:
        """The moment of the second signature; None until then."""
        return max(signature.at for signature in self.signatures) if self.agreed else None

    @property
    def label(self) -> str:
        """What every view, print and export of it says until both have signed; empty after that."""
        return label_of(self.supervisor, self.supervisee, self.signed_by, self.name)

    @property
    def previous(self) -> tuple[ActionInRecord, ...]:
        """The actions that were open before it."""
        return tuple(action for action in self.actions if action.previous)

    @property
    def agreed_actions(self) -> tuple[ActionInRecord, ...]:
        """The actions that were agreed in it."""
        return tuple(action for action in self.actions if not action.previous)

    @property
    def unanswered(self) -> tuple[ActionInRecord, ...]:
        """Previous actions that were not updated, carried, escalated or closed in it: nobody signs before they are."""
        return tuple(action for action in self.previous if not action.happened)

    @property
    def is_mistaken(self) -> bool:
        """Whether it came up and has begun, and nothing at all is in its record: it can be cancelled as a mistake."""
        has_begun = self.kind is Kind.AD_HOC and self.status is MeetingStatus.HELD
        written = self.entries or self.agreed_actions or self.shared or self.signatures or self.voided
        return has_begun and not written and len(self.unanswered) == len(self.previous)

    def by(self, person_id: str, section: Section, about: str | None = None) -> tuple[Entry, ...]:
        """What one of the two wrote in a part of it, or about one thing in that part."""
        return tuple(
            entry
            for entry in self.entries
            if (entry.author, entry.section, entry.about) == (person_id, section, about)
        )

    @property
    def topics(self) -> tuple[Entry, ...]:
        """The agenda: the topics of both, in the order in which they were put there."""
        return tuple(
            entry for entry in self.entries if entry.section is Section.AGENDA and entry.about is None
        )
