"""How the heads of records are written down before they are sealed for the pair, and read back: all that is neither
an entry nor a signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, NamedTuple

from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.entry import Voided
from reflect.domain.supervision.one_to_one import Facts, Kind, MeetingStatus
from reflect.domain.supervision.rhythm import Rhythm
from reflect.services.supervision.moments import day_if_read, moment_if_read, moment_read, moment_written


class Clear(NamedTuple):
    """What stands in clear of a record: its state and its days, and of an agreement how often a one-to-one is due."""

    status: str
    planned: date
    held: date | None
    rhythm: str | None = None


@dataclass(frozen=True, slots=True)
class NamedAction:
    """An action that a one-to-one names, and how many events it had by then: what came after happened in it."""

    id: str
    events: int
    previous: bool


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What stands of a one-to-one besides entries and signatures. `follows` are the cancelled ones whose agenda it
    goes on with; `discussed` are the ids of shares."""

    KIND: ClassVar[str] = "one-to-one"

    kind: Kind
    status: MeetingStatus
    facts: Facts
    cancelled_reason: str = ""
    follows: tuple[str, ...] = ()
    actions: tuple[NamedAction, ...] = ()
    discussed: tuple[str, ...] = ()
    voided: tuple[Voided, ...] = ()

    @property
    def clear(self) -> Clear:
        """What stands in clear of it: the day that it is planned for, and that on which it was held."""
        held = self.facts.started.date() if self.facts.started else None
        return Clear(self.status.value, self.facts.planned, held)

    def written(self) -> dict[str, Any]:
        """As plain text, numbers and lists."""
        return {
            "type": self.kind.value,
            "status": self.status.value,
            "facts": facts_written(self.facts),
            "cancelled_reason": self.cancelled_reason,
            "follows": list(self.follows),
            "actions": [[one.id, one.events, one.previous] for one in self.actions],
            "discussed": list(self.discussed),
            "voided": voided_written(self.voided),
        }

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> MeetingHead:
        """As it was written down."""
        return cls(
            kind=Kind(said["type"]),
            status=MeetingStatus(said["status"]),
            facts=facts_read(said["facts"]),
            cancelled_reason=said["cancelled_reason"],
            follows=tuple(said["follows"]),
            actions=tuple(NamedAction(*one) for one in said["actions"]),
            discussed=tuple(said["discussed"]),
            voided=voided_read(said["voided"]),
        )


@dataclass(frozen=True, slots=True)
class AgreementHead:
    """What stands of an agreement besides entries and signatures. `rhythm` is what its terms say of how often a
    one-to-one is due; None where it was drawn up with an earlier version."""

    KIND: ClassVar[str] = "agreement"

    terms: Terms
    made: datetime
    voided: tuple[Voided, ...] = ()
    rhythm: Rhythm | None = None

    @property
    def clear(self) -> Clear:
        """What stands in clear of it: the day of its review, that from which it holds, and its rhythm."""
        rhythm = None if self.rhythm is None else self.rhythm.written
        return Clear("drawn-up", self.terms.review, self.terms.start, rhythm)

    @property
    def keeps_to_terms(self) -> bool:
        """Whether its rhythm, where it is known, begins as its terms say."""
        return self.rhythm is None or self.rhythm.paces[0].every_days == self.terms.every_days

    def written(self) -> dict[str, Any]:
        """As plain text, numbers and lists."""
        return {
            "terms": terms_written(self.terms),
            "made": moment_written(self.made),
            "voided": voided_written(self.voided),
            "rhythm": self.clear.rhythm,
        }

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> AgreementHead:
        """As it was written down."""
        terms, rhythm = terms_read(said["terms"]), said.get("rhythm")
        return cls(
            terms,
            moment_read(said["made"]),
            voided_read(said["voided"]),
            None if rhythm is None else Rhythm.read(terms.start, rhythm),
        )


def facts_written(facts: Facts) -> dict[str, Any]:
    """What is known of a one-to-one, as plain text."""
    return {
        "planned": facts.planned.isoformat(),
        "place": facts.place,
        "started": moment_written(facts.started) if facts.started else None,
        "ended": moment_written(facts.ended) if facts.ended else None,
        "next": facts.next.isoformat() if facts.next else None,
    }


def facts_read(said: Mapping[str, Any]) -> Facts:
    """The same, read back."""
    return Facts(
        planned=date.fromisoformat(said["planned"]),
        place=said["place"],
        started=moment_if_read(said["started"]),
        ended=moment_if_read(said["ended"]),
        next=day_if_read(said["next"]),
    )


def terms_written(terms: Terms) -> dict[str, Any]:
    """What is agreed, as plain text, numbers and truth values."""
    return {
        "stage": terms.stage,
        "start": terms.start.isoformat(),
        "review": terms.review.isoformat(),
        "every_days": terms.every_days,
        "minutes": terms.minutes,
        "interruptions": terms.interruptions,
        "cancellation": terms.cancellation,
        "kept_where": terms.kept_where,
        "readers": terms.readers,
        "working_notes": terms.working_notes,
        "disagreement": terms.disagreement,
    }


def terms_read(said: Mapping[str, Any]) -> Terms:
    """The same, read back."""
    return Terms(
        **{**said, "start": date.fromisoformat(said["start"]), "review": date.fromisoformat(said["review"])}
    )


def voided_written(voided: tuple[Voided, ...]) -> list[list[str]]:
    """Signatures that count no more, as plain text."""
    return [[one.signed_by, one.changed_by, moment_written(one.at)] for one in voided]


def voided_read(said: list[list[str]]) -> tuple[Voided, ...]:
    """The same, read back."""
    return tuple(Voided(signed_by, changed_by, moment_read(at)) for signed_by, changed_by, at in said)
