"""A supervisor's own notes about a supervisee: kept only if the agreement allows, and disclosable on request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

DAYS_AFTER_AGREED = 14
"""A memory aid is deleted so many days after the record that it belongs to is agreed."""


@dataclass(frozen=True, slots=True)
class WorkingNote:
    """One note, its author's own. `about` is the name of the supervisee, `meeting` the one-to-one that it helps to
    remember. `kept_because` is the reason why it is not deleted; `asked` and `handed_over` are when the supervisee
    asked for it and got it. Moments are aware UTC."""

    id: str
    link: str
    about: str
    text: str
    made: datetime
    meeting: str | None = None
    kept_because: str = ""
    asked: datetime | None = None
    handed_over: datetime | None = None

    @property
    def label(self) -> str:
        """What stands above it wherever it is shown."""
        return f"about {self.about}; {self.about} can ask to see it"

    def is_to_be_deleted(self, agreed_on: date | None, today: date) -> bool:
        """Whether the record it belongs to was agreed on `agreed_on`, long enough ago, and nobody asked for it or
        kept it for a reason."""
        return (
            agreed_on is not None
            and not self.kept_because
            and self.asked is None
            and today > agreed_on + timedelta(days=DAYS_AFTER_AGREED)
        )


@dataclass(frozen=True, slots=True)
class NotesAboutMe:
    """What a supervisee sees of working notes about them: how many there are, how many of them they have neither asked
    for nor been given, when they asked, and the texts that were handed over with the moment of it (aware UTC), oldest
    first."""

    supervisor: str
    number: int
    asked: datetime | None = None
    handed_over: tuple[tuple[datetime, str], ...] = ()
    to_ask: int = 0
