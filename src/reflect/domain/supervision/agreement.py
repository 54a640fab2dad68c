"""A supervision agreement: what two people have agreed about their one-to-ones, signed by both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from reflect.domain.supervision.cadence import Cadence, Step, step_of
from reflect.domain.supervision.entry import Entry, Section, Signature, Voided
from reflect.domain.supervision.one_to_one import label_of


@dataclass(frozen=True, slots=True)
class Terms:
    """What both may set down. `stage` is the id of a cadence (`cadences.yaml`), `every_days` and `minutes` are how
    often and how long; `working_notes` says whether the supervisor may keep notes of their own about the supervisee.
    """

    stage: str
    start: date
    review: date
    every_days: int
    minutes: int
    interruptions: str = ""
    cancellation: str = ""
    kept_where: str = ""
    readers: str = ""
    working_notes: bool = False
    disagreement: str = ""

    def steps(self, cadences: Iterable[Cadence]) -> tuple[Step, ...]:
        """How often and how long, one step after another: who set down the first step of their career stage goes on to
        its later ones; who set down anything else keeps to that."""
        own = Step(self.every_days, self.minutes)
        stage = next((cadence for cadence in cadences if cadence.id == self.stage), None)
        if stage is None or stage.steps[0].every_days != self.every_days:
            return (own,)
        first, *later = stage.steps
        return (replace(own, until_day=first.until_day), *later)

    def step_on(self, day: date, cadences: Iterable[Cadence]) -> Step:
        """How often and how long on a day."""
        return step_of(self.steps(cadences), (day - self.start).days)


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with all that the two of them may read. What each wants and offers are entries, each its author's
    own. People are given by their ids; `names` says them. `copy` marks what a former supervisor keeps."""

    id: str
    link: str
    supervisor: str
    supervisee: str
    names: tuple[tuple[str, str], ...]
    terms: Terms
    entries: tuple[Entry, ...] = ()
    signatures: tuple[Signature, ...] = ()
    voided: tuple[Voided, ...] = ()
    made: datetime | None = None
    copy: bool = False

    def name(self, person_id: str) -> str:
        """Somebody's name."""
        return dict(self.names).get(person_id, "somebody who has left")

    @property
    def signed_by(self) -> tuple[str, ...]:
        """Who has signed it as it stands, by id."""
        return tuple(signature.by for signature in self.signatures)

    @property
    def agreed(self) -> bool:
        """Whether both have signed it as it stands; it is locked then, and a review makes a new one."""
        return {self.supervisor, self.supervisee} <= set(self.signed_by)

    @property
    def label(self) -> str:
        """What every view, print and export of it says until both have signed; empty after that."""
        return label_of(self.supervisor, self.supervisee, self.signed_by, self.name)

    def review_is_due(self, today: date) -> bool:
        """Whether its review date has come."""
        return today >= self.terms.review

    def wants(self, person_id: str) -> str:
        """What one of the two wants from supervision."""
        return self._text(person_id, Section.WANTS)

    def offers(self, person_id: str) -> str:
        """What one of the two brings to it."""
        return self._text(person_id, Section.OFFERS)

    @property
    def not_said(self) -> tuple[str, ...]:
        """What an agreement usually says and this one does not, in words: nobody is kept from signing by it."""
        terms = self.terms
        of_both = (
            ("interruptions", terms.interruptions),
            ("cancelling", terms.cancellation),
            ("where records are kept", terms.kept_where),
            ("who may read them", terms.readers),
            ("how disagreement is handled", terms.disagreement),
        )
        of_each = (("wants from supervision", self.wants), ("brings to it", self.offers))
        found = [what for what, words in of_both if not words.strip()]
        for verb, said_by in of_each:
            silent = [one for one in (self.supervisee, self.supervisor) if not said_by(one).strip()]
            if len(silent) == 2:
                found.append(f"what each {verb}")
            else:
                found += [f"what {self.name(one)} {verb}" for one in silent]
        return tuple(found)

    def _text(self, person_id: str, section: Section) -> str:
        found = (e.text for e in self.entries if (e.author, e.section) == (person_id, section))
        return next(found, "")
