"""What two people have before them when they get ready for their next one-to-one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.sharing import ShareCard
from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.one_to_one import OneToOne


@dataclass(frozen=True, slots=True)
class Following:
    """The day that is proposed for the one-to-one after another: that of the next one if it `is_planned`, otherwise the
    day by which it is due, counted by the agreement from the day on which the other was held."""

    day: date
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """All of it on one page. `name` is that of the other one of the two.

    `meeting` is the one-to-one that is being held, or else the next that is planned, or else the first that is over and
    not signed by both; `later_held` says of the last that another was held after it. `unsigned` are the others that are
    over and not signed by both, the oldest first. `previous` are the actions of the two that are still to be done, or
    done and not confirmed, the soonest day first; `rechecks` the confirmed ones whose re-check has come. `shares` are
    those that belong to no agreed record yet. `agreement_due` says that none is signed by both, or that its review has
    come. `next_day` is proposed: what the two said last time if `next_is_said`, otherwise by the cadence.
    `notes_about_me` counts the working notes about whoever asks, `notes_to_ask` those of them that can be asked for.
    `ended` is the last day of a link that is over: the supervisee goes on reading, and nothing comes next.
    """

    link: str
    name: str
    supervises_me: bool
    meeting: OneToOne | None
    previous: tuple[Action, ...]
    shares: tuple[ShareCard, ...]
    agreement: Agreement | None
    agreement_due: bool
    rechecks: tuple[Action, ...]
    next_day: date | None
    notes_about_me: int
    notes_to_ask: int = 0
    next_is_said: bool = False
    unsigned: tuple[OneToOne, ...] = ()
    ended: date | None = None
    later_held: bool = False

    @property
    def is_over(self) -> bool:
        """Whether `meeting` was held, so that nothing new belongs on its agenda."""
        return self.meeting is not None and self.meeting.facts.ended is not None
