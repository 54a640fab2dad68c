"""What a team's lead may see of supervision: days and states, with no field that could hold anybody's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reflect.domain.supervision.one_to_one import MeetingStatus


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """One one-to-one between two people, by name: the day that it is planned for, the day on which it was held, and
    whether both have signed its record."""

    link: str
    supervisor: str
    supervisee: str
    status: MeetingStatus
    planned: date
    held: date | None
    agreed: bool


@dataclass(frozen=True, slots=True)
class AgreementDates:
    """One agreement between two people, by name: the day from which it holds, that of its review, and whether both
    have signed it."""

    link: str
    supervisor: str
    supervisee: str
    start: date
    review: date
    agreed: bool
