"""What one person wrote in something that two people keep together. Nobody but its author can change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Section(StrEnum):
    """The parts of a one-to-one, in the order of the record, and of an agreement. In each of them both people have a
    voice of their own."""

    AGENDA = "agenda"
    PREVIOUS_ACTIONS = "previous-actions"
    SHARED = "shared"
    WELLBEING = "wellbeing-and-workload"
    REFLECTION = "reflective-discussion"
    LEARNING = "learning-and-development"
    GOOD_PRACTICE = "good-practice"
    OTHER = "other"
    DISAGREEMENT = "disagreement"
    DISAGREEMENT_ANSWERED = "done-about-the-disagreement"
    ADDENDUM = "addendum"
    WANTS = "wants"
    OFFERS = "offers"

    @property
    def words(self) -> str:
        """The part as a heading."""
        return _HEADINGS[self]


_HEADINGS = {
    Section.AGENDA: "Agenda",
    Section.PREVIOUS_ACTIONS: "Previous actions",
    Section.SHARED: "What was shared",
    Section.WELLBEING: "Wellbeing and workload",
    Section.REFLECTION: "Reflective discussion",
    Section.LEARNING: "Learning and development",
    Section.GOOD_PRACTICE: "What went well, and why",
    Section.OTHER: "Anything else",
    Section.DISAGREEMENT: "Where we see it differently",
    Section.DISAGREEMENT_ANSWERED: "What was done about it",
    Section.ADDENDUM: "Addendum",
    Section.WANTS: "What I want from supervision",
    Section.OFFERS: "What I bring to it",
}

RECORD_SECTIONS = (
    Section.PREVIOUS_ACTIONS,
    Section.AGENDA,
    Section.SHARED,
    Section.WELLBEING,
    Section.REFLECTION,
    Section.LEARNING,
    Section.GOOD_PRACTICE,
    Section.OTHER,
    Section.DISAGREEMENT,
    Section.DISAGREEMENT_ANSWERED,
)
"""The parts of a one-to-one in the order in which they are gone through: previous actions come first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of one author. `about` is the id of what it speaks of, if it is one thing: an entry of the agenda, an
    action or a share. Moments are aware UTC; `revision` counts from 1."""

    id: str
    section: Section
    author: str
    text: str
    made: datetime
    changed: datetime
    about: str | None = None
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody has signed, at this moment (aware UTC)."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Voided:
    """A signature that no longer counts, because something was changed after it: whose it was, who changed it, and
    when."""

    signed_by: str
    changed_by: str
    at: datetime
