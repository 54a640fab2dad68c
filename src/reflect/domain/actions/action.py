"""An action as it stands: the sum of its events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reflect.domain.people import CircleKind


class Status(StrEnum):
    """How far an action has come. *Done* is its owner's claim, *confirmed* means that evidence was seen, *embedded*
    that a later re-check found it had lasted."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in-progress"
    BLOCKED = "blocked"
    DONE = "done"
    CONFIRMED = "confirmed"
    EMBEDDED = "embedded"
    NOT_ACHIEVED = "not-achieved"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """The status as people say it."""
        return self.value.replace("-", " ")


OPEN = frozenset({Status.AGREED, Status.IN_PROGRESS, Status.BLOCKED})
ENDED = frozenset({Status.EMBEDDED, Status.NOT_ACHIEVED, Status.WITHDRAWN})


class Level(StrEnum):
    """Who has to change something for an action to happen."""

    PRACTITIONER = "practitioner"
    SUPERVISOR = "supervisor"
    TEAM = "team"
    SERVICE = "service"
    PARTNERSHIP = "partnership"


class EvidenceKind(StrEnum):
    """What somebody could look at to see that an action was done."""

    AUDIT = "audit"
    OBSERVATION = "observation"
    FEEDBACK = "feedback"
    RECORD = "record"
    FIGURES = "figures"
    OTHER = "other"


class RecheckResult(StrEnum):
    """What a re-check found: the change lasted, lasted in part, or did not."""

    SUSTAINED = "sustained"
    PARTLY = "partly"
    NOT = "not"


class CarryChoice(StrEnum):
    """What is done with an action that is carried forward; one that is dropped is withdrawn instead."""

    NEW_DATE = "new-date"
    SPLIT = "split"
    ESCALATE = "escalate"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that an action leads back to, in the words and with the review of that day."""

    id: str
    text: str
    review: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an action comes from: a question or a finding of a bank, frozen as it stood. That it also comes from a
    private answer is kept apart from the action and never travels with it."""

    bank: str
    bank_title: str
    bank_version: int
    question: str | None
    wording: str
    findings: tuple[Finding, ...]

    @property
    def short(self) -> str:
        """`BANK/QUESTION` or `BANK/FINDING`, as it is said on the command line."""
        return f"{self.bank}/{self.question or self.findings[0].id}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that shows that an action was done; `on` is the day that it speaks of."""

    kind: EvidenceKind
    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Carry:
    """One time that an action was carried forward."""

    on: date
    why: str
    choice: CarryChoice


@dataclass(frozen=True, slots=True)
class Escalation:
    """The stage of the ladder that an action stands on. `answer_by` is the last day of that stage, in working days
    from the day on which it was escalated; `outcome` is empty until there is one."""

    stage: int
    role: str
    on: date
    answer_by: date | None
    outcome: str = ""

    def is_late(self, today: date) -> bool:
        """Whether this stage should have answered before `today` and has not."""
        return not self.outcome and self.answer_by is not None and today > self.answer_by


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `owner` and `confirmed_by` are ids of people; days are where the person was, moments aware UTC.

    `record` is the id of the one-to-one that it comes from, where it comes from no question and no finding. `keep`
    marks good practice: a strength to keep or to share. `evidence_by` is a day by which evidence is promised,
    `recheck_due` the day from which it can be seen whether the change lasted. `outlived` counts the evidence, from the
    first on, that spoke of a change which did not last: it shows nothing any more.
    """

    id: str
    owner: str
    what: str
    know: str
    level: Level
    themes: tuple[str, ...]
    origin: Origin | None
    keep: bool
    supporter: str
    due: date | None
    created: datetime
    updated: datetime
    updated_on: date
    split_from: str | None = None
    record: str | None = None
    circle: CircleKind = CircleKind.MINE
    status: Status = Status.PROPOSED
    agreed: date | None = None
    started: date | None = None
    blocked_why: str = ""
    done: date | None = None
    evidence: tuple[Evidence, ...] = ()
    outlived: int = 0
    evidence_by: date | None = None
    impact: str = ""
    confirmed: date | None = None
    confirmed_by: str | None = None
    recheck_due: date | None = None
    rechecked: date | None = None
    recheck_result: RecheckResult | None = None
    carries: tuple[Carry, ...] = ()
    escalation: Escalation | None = None
    ended: date | None = None
    ended_why: str = ""
    events: int = 1

    @property
    def comes_from(self) -> str | None:
        """What it comes from, in short: a question or a finding, or *a one-to-one*, of which it is not said which."""
        if self.origin:
            return self.origin.short
        return "a one-to-one" if self.record else None

    @property
    def carried(self) -> int:
        """How many times it was carried forward."""
        return len(self.carries)

    @property
    def is_open(self) -> bool:
        """Whether it was agreed and is still to be done."""
        return self.status in OPEN

    @property
    def is_shown(self) -> bool:
        """Whether there is evidence that still speaks for it."""
        return len(self.evidence) > self.outlived

    @property
    def confirmed_alone(self) -> bool:
        """Whether its owner confirmed it, having nobody else to do so; it is shown wherever *confirmed* is."""
        return self.confirmed_by is not None and self.confirmed_by == self.owner

    @property
    def answer_by(self) -> date | None:
        """The day by which the stage of the ladder that it stands on is to answer, while that is waited for."""
        asked = self.escalation
        return asked.answer_by if asked is not None and self.is_open and not asked.outcome else None

    @property
    def awaits_answer(self) -> bool:
        """Whether that answer is what is expected next."""
        return self.answer_by is not None and (self.due is None or self.answer_by < self.due)

    @property
    def next_day(self) -> date | None:
        """The day on which something is expected next: it is due or to be answered, its evidence is due, or it is to be
        looked at again."""
        if self.awaits_answer:
            return self.answer_by
        if self.is_open or self.status is Status.PROPOSED:
            return self.due
        if self.status is Status.DONE:
            return self.evidence_by
        if self.status is Status.CONFIRMED:
            return self.recheck_due
        return None

    @property
    def listed_day(self) -> date | None:
        """The day that stands beside it in a list, and by which it has its place there: when something is expected
        next; where nothing is, since when it is done and waits, or when it ended."""
        return self.next_day or self.ended or self.done

    def is_overdue(self, today: date) -> bool:
        """Whether it is still to be done and its day has passed."""
        return self.is_open and self.due is not None and self.due < today
