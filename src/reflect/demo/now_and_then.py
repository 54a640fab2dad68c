"""What happens only now and then in supervision, once for one pair of the demo: so that there is one of each to see."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reflect.demo import fragments_of_supervision as said
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Kind, OneToOne

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from reflect.demo.plan import MadeUpClock
    from reflect.services.practice import Practice

_COVER_AFTER, _COVER_FOR = timedelta(days=100), timedelta(days=13)


def cover(
    lead: Practice, supervisee: str, clock: MadeUpClock, first: datetime, until: date
) -> Iterator[date]:
    """The lead supervises somebody for two weeks while their supervisor is away. Gives each day before what happens on
    it."""
    begins = first + _COVER_AFTER
    ends = begins + _COVER_FOR
    over = ends + timedelta(days=1)
    if over.date() >= until:
        return
    yield begins.date()
    clock.moment = begins
    lead.links.add(lead.person.name, supervisee, ends.date())
    yield over.date()
    clock.moment = over
    lead.people.settle()


class NowAndThen:
    """Between two people, each with their own sign-in."""

    def __init__(self, supervisor: Practice, supervisee: Practice, clock: MadeUpClock) -> None:
        self._supervisor = supervisor
        self._supervisee = supervisee
        self._clock = clock
        self._took_back = False

    def see_it_differently(self, meeting: str) -> None:
        """A disagreement, each with their own view, and what was done about it."""
        for practice, section, words in (
            (self._supervisee, Section.DISAGREEMENT, said.DISAGREES),
            (self._supervisor, Section.DISAGREEMENT, said.SEES_IT_SO),
            (self._supervisor, Section.DISAGREEMENT_ANSWERED, said.DONE_ABOUT_IT),
        ):
            self._later(4)
            practice.one_to_ones.add(meeting, section, words)

    def take_back(self, answer: str) -> None:
        """Something shared, and withdrawn the same afternoon."""
        if self._took_back:
            return
        self._later(5)
        sharing = self._supervisee.sharing
        (share,) = sharing.share(sharing.preview(answer, to=self._supervisor.person.name))
        self._later(25)
        sharing.withdraw(share.id)
        self._took_back = True

    def meet_between(self, before: OneToOne) -> None:
        """What was forgotten in the record `before`, which both have signed; a one-to-one that nobody had planned; and
        a working note after it, which the agreement allows."""
        ours, theirs = self._supervisor.one_to_ones, self._supervisee.one_to_ones
        name = self._supervisee.person.name
        theirs.add_addendum(before.id, said.FORGOTTEN)
        self._later(10)
        meeting = ours.plan(name, self._clock.today(), Kind.AD_HOC)
        theirs.add(meeting.id, Section.AGENDA, said.CAME_UP)
        ours.add(meeting.id, Section.AGENDA, said.ASKED_BACK)
        ours.begin(meeting.id, place="By telephone")
        for action in ours.prepare(name).previous:
            self._supervisee.acting.note(action.id, said.NO_NEWS)
        self._later(20)
        ours.add(meeting.id, Section.REFLECTION, said.HEARD)
        theirs.add(meeting.id, Section.REFLECTION, said.WAS_HEARD)
        ours.end(meeting.id)
        for one in (ours, theirs):
            self._later(5)
            one.sign(meeting.id)
        self._later(5)
        self._supervisor.working_notes.add(name, said.WORKING_NOTE)

    def _later(self, minutes: int) -> None:
        self._clock.moment += timedelta(minutes=minutes)
