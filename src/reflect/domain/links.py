"""Who supervises whom, and who is in which team. Roles come from links, never from titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from reflect.domain.dates import day_of, said
from reflect.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Link:
    """One person supervises another, from a day on. `until` is the last day of a cover; `ended` is when it was
    ended, or seen to be over. `circle` is what the two share, once the supervisee's program has made its key.
    People are given by their ids."""

    id: str
    supervisor: str
    supervisee: str
    since: date
    until: date | None = None
    ended: datetime | None = None
    circle: str | None = None

    @property
    def cover(self) -> bool:
        """Whether it stands in for an absent supervisor: it was made with a last day."""
        return self.until is not None

    @property
    def last_day(self) -> date | None:
        """The day on which it ended or will end; None where no end is known."""
        ended = None if self.ended is None else self.ended.date()
        return min((day for day in (self.until, ended) if day is not None), default=None)

    def is_current(self, day: date) -> bool:
        """Whether it holds on this day; the last day of a cover is one."""
        return self.ended is None and self.since <= day and (self.until is None or day <= self.until)

    def is_over(self, day: date) -> bool:
        """Whether it has ended by this day."""
        return self.ended is not None or (self.until is not None and self.until < day)

    def as_at(self, day: date) -> Link:
        """The link as it was known at the end of a day."""
        return self if self.ended is None or day_of(self.ended) <= day else replace(self, ended=None)

    def joins(self, person_id: str) -> bool:
        """Whether this person is one of the two."""
        return person_id in (self.supervisor, self.supervisee)

    def other(self, person_id: str) -> str:
        """The other one of the two."""
        return self.supervisee if person_id == self.supervisor else self.supervisor


@dataclass(frozen=True, slots=True)
class Team:
    """People who work together, and who leads them. A lead need not be a member. People are given by their ids."""

    id: str
    name: str
    lead: str
    made: datetime
    members: tuple[str, ...] = ()

    def holds(self, person_id: str) -> bool:
        """Whether this person leads it or is in it."""
        return person_id == self.lead or person_id in self.members


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's time in a team, by their id: from a moment on, until they left it (None while they are in it)."""

    person: str
    since: datetime
    until: datetime | None = None

    def goes_on_after(self, day: date) -> bool:
        """Whether they were in the team at the end of a day."""
        return day_of(self.since) <= day and (self.until is None or day < day_of(self.until))


def check_new(link: Link, standing: Iterable[Link], today: date) -> None:
    """Raises WrongUse where a link may not be made beside those that there are: nobody supervises themself, two
    people have one link at a time, and a last day is not over."""
    if link.supervisor == link.supervisee:
        raise WrongUse("Nobody supervises themself.", "Name two people: --supervisor and --supervisee.")
    if link.until is not None and link.until < link.since:
        raise WrongUse(
            f"{said(link.until)} is over already.", "Give a last day that is today or later: --until DATE."
        )
    pair = {link.supervisor, link.supervisee}
    if any({other.supervisor, other.supervisee} == pair and not other.is_over(today) for other in standing):
        raise WrongUse(
            "There is a link between these two already.",
            "Nothing was changed. `reflect link list` shows it; end it first to make another.",
        )
