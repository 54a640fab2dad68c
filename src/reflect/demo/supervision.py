"""A year of supervision in the demo: who supervises whom, what two people agreed, and their one-to-ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import TYPE_CHECKING

from reflect.demo import fragments_of_supervision as said
from reflect.demo.following_up import agree_something, follow_up
from reflect.demo.leading import LeadsDesk
from reflect.demo.luck import Luck
from reflect.demo.now_and_then import NowAndThen, cover
from reflect.demo.people import Character, Role
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Facts, OneToOne

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reflect.demo.plan import MadeUpClock, Plan
    from reflect.domain.actions.action import Action
    from reflect.services.practice import Practice

_EVERY_DAYS = 28
_MINUTES = 90
_LOOKS_EVERY = 14  # days
_BACK = timedelta(days=60)
_SHOWN_AT, _BETWEEN = 2, timedelta(days=9)


def supervised_by(team: tuple[Character, ...]) -> tuple[tuple[Character, Character], ...]:
    """Who supervises whom: each supervisor those who come after them, and the lead the supervisors."""
    lead, *others = team
    supervisor, found = lead, []
    for character in others:
        if character.role is Role.SUPERVISOR:
            supervisor = character
            found.append((lead, character))
        else:
            found.append((supervisor, character))
    return tuple(found)


def their_year(
    people: Mapping[Character, Practice], clock: MadeUpClock, plan: Plan, first: date
) -> Iterator[date]:
    """The links of a team from `first` on, and after that every pair's one-to-ones up to the end of the plan; on
    Mondays its lead looks at the log and the figures. Gives each day before what happens on it."""
    yield first
    clock.moment = _at(first, 9)
    lead, pairs = next(iter(people.values())), supervised_by(tuple(people))
    for supervisor, supervisee in pairs:
        lead.links.add(supervisor.name, supervisee.name)
    for practice in people.values():
        practice.links.settle()
    years = [_mondays(LeadsDesk(lead, clock, Luck(plan.seed, "the log")), first, plan.until)]
    shown = next((number for number, pair in enumerate(pairs) if people[pair[0]] is not lead), 0)
    for number, (supervisor, supervisee) in enumerate(pairs):
        luck = Luck(plan.seed, f"{supervisor.name} and {supervisee.name}")
        pair = _Pair(people[supervisor], people[supervisee], clock, luck)
        if number == shown:
            pair.now_and_then = NowAndThen(pair.supervisor, pair.supervisee, clock)
            if pair.supervisor is not lead:
                years.append(cover(lead, supervisee.name, clock, _at(first, 8), plan.until))
        years.append(pair.year(first + timedelta(days=1 + number % 5), plan.until))
    yield from merge(*years)


def _mondays(desk: LeadsDesk, first: date, until: date) -> Iterator[date]:
    monday = first + timedelta(days=7 - first.weekday())
    while monday < until:
        yield monday
        desk.look(monday)
        monday += timedelta(days=_LOOKS_EVERY)


class _Pair:
    """Two people, each with their own sign-in."""

    def __init__(self, supervisor: Practice, supervisee: Practice, clock: MadeUpClock, luck: Luck) -> None:
        self.supervisor = supervisor
        self.supervisee = supervisee
        self.clock = clock
        self.luck = luck
        self.held = 0
        self.now_and_then: NowAndThen | None = None

    def year(self, first: date, until: date) -> Iterator[date]:
        """The agreement, and a one-to-one about every four weeks until the day before `until`; the next is planned.
        Gives each day before what happens on it."""
        yield first
        self.clock.moment = _at(first, 9)
        self._agree()
        day = _working(self.clock.today() + timedelta(days=self.luck.number(6, 12)))
        name = self.supervisee.person.name
        meeting = self.supervisor.one_to_ones.plan(name, day)
        while day < until:
            yield day
            self._prepare(meeting)
            if self.luck.chance(0.1):
                self.clock.moment = _at(day, 8)
                day = _working(day + timedelta(days=self.luck.number(3, 7)))
                self.supervisor.one_to_ones.cancel(meeting.id, self.luck.one_of(said.CANCELLED), new=day)
                planned = self.supervisor.one_to_ones.prepare(name).meeting
                if planned is None or day >= until:
                    return
                meeting = planned
            following = _working(day + timedelta(days=_EVERY_DAYS + self.luck.number(-3, 4)))
            self._hold(meeting, day, following, last=following >= until)
            between = _working(day + _BETWEEN)
            if self.held == _SHOWN_AT and self.now_and_then is not None and following < until:
                yield between
                self.clock.moment = _at(between, 13)
                self.now_and_then.meet_between(meeting)
            day = following
            self.clock.moment += timedelta(minutes=5)
            meeting = self.supervisor.one_to_ones.plan(name, day)
        self._prepare(meeting, before=until)

    def _agree(self) -> None:
        today = self.clock.today()
        terms = said.terms(
            "social-worker",
            today,
            every_days=_EVERY_DAYS,
            minutes=_MINUTES,
            working_notes=self.luck.chance(0.5) or self.now_and_then is not None,
        )
        drawn_up = self.supervisor.agreements.draw_up(self.supervisee.person.name, terms)
        for practice, wants, offers in (
            (self.supervisor, said.WANTS_OF_SUPERVISOR, said.OFFERS_OF_SUPERVISOR),
            (self.supervisee, said.WANTS_OF_SUPERVISEE, said.OFFERS_OF_SUPERVISEE),
        ):
            practice.agreements.write(drawn_up.id, Section.WANTS, before="", after=wants)
            practice.agreements.write(drawn_up.id, Section.OFFERS, before="", after=offers)
        for practice in (self.supervisor, self.supervisee):
            self.clock.moment += timedelta(minutes=self.luck.number(3, 20))
            practice.agreements.sign(drawn_up.id)

    def _prepare(self, meeting: OneToOne, before: date | None = None) -> None:
        """On the days before: a topic of each, and now and then some of what the supervisee wrote."""
        day = meeting.facts.planned - timedelta(days=1)
        if before is not None and day >= before:
            day = before - timedelta(days=1)
        self.clock.moment = _at(day, 16, self.luck.number(0, 50))
        topic = self.luck.one_of(said.TOPICS_OF_PRACTITIONER)
        self.supervisee.one_to_ones.add(meeting.id, Section.AGENDA, topic)
        recent = self.supervisee.reflecting.answers(since=day - _BACK)
        if recent and self.luck.chance(0.6):
            sharing = self.supervisee.sharing
            sharing.share(sharing.preview(recent[0].id, to=self.supervisor.person.name))
            if self.now_and_then is not None and self.held >= _SHOWN_AT:
                self.now_and_then.take_back(recent[-1].id)
        self.clock.moment += timedelta(minutes=self.luck.number(10, 40))
        topic = self.luck.one_of(said.TOPICS_OF_SUPERVISOR)
        self.supervisor.one_to_ones.add(meeting.id, Section.AGENDA, topic)

    def _hold(self, meeting: OneToOne, day: date, following: date, *, last: bool) -> None:
        luck, ours, theirs = self.luck, self.supervisor.one_to_ones, self.supervisee.one_to_ones
        self.clock.moment = _at(day, luck.number(9, 14), luck.number(0, 30))
        ours.begin(meeting.id, place=luck.one_of(("The small room", "The office", "By video")))
        prepared = ours.prepare(self.supervisee.person.name)
        for action in sorted((*prepared.previous, *prepared.rechecks), key=_by_day):
            self.clock.moment += timedelta(minutes=luck.number(2, 6))
            follow_up(self.supervisor, self.supervisee, action, luck, self.clock.today())
        shared = prepared.shares[:1]
        for share in shared:
            ours.discuss(meeting.id, share.id)
        self.clock.moment += timedelta(minutes=luck.number(8, 20))
        wellbeing, answered = luck.one_of(said.WELLBEING)
        ours.add(meeting.id, Section.WELLBEING, wellbeing)
        theirs.add(meeting.id, Section.WELLBEING, answered)
        note, comment = luck.one_of(said.REFLECTION)
        ours.add(meeting.id, Section.REFLECTION, note)
        theirs.add(meeting.id, Section.REFLECTION, comment)
        if luck.chance(0.7):
            ours.add(meeting.id, Section.LEARNING, luck.one_of(said.LEARNING))
        if luck.chance(0.5):
            ours.add(meeting.id, Section.GOOD_PRACTICE, luck.one_of(said.GOOD_PRACTICE))
        asked = shared[0].asked if shared else None
        # At first one that is listed and one that is not: so each is behind some number from the beginning.
        for listed in (True, False) if self.held == 0 else (luck.chance(0.75),):
            if self.held == 0 or luck.chance(0.75):
                self.clock.moment += timedelta(minutes=luck.number(5, 15))
                agree_something(self.supervisor, meeting.id, asked, luck, self.clock.today(), listed=listed)
        self.held += 1
        if self.held == _SHOWN_AT and self.now_and_then is not None:
            self.now_and_then.see_it_differently(meeting.id)
        self.clock.moment += timedelta(minutes=luck.number(5, 15))
        self._finish(meeting.id, following, last=last)

    def _finish(self, meeting_id: str, following: date, *, last: bool) -> None:
        held = self.supervisor.one_to_ones.end(meeting_id)
        facts = held.facts
        after = Facts(facts.planned, facts.place, facts.started, facts.ended, following)
        self.supervisor.one_to_ones.set_facts(meeting_id, facts, after)
        self.clock.moment += timedelta(minutes=self.luck.number(5, 30))
        self.supervisor.one_to_ones.sign(meeting_id)
        if not last:
            self.clock.moment += timedelta(hours=self.luck.number(1, 20))
            self.supervisee.one_to_ones.sign(meeting_id)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)


def _by_day(action: Action) -> tuple[date, str]:
    return action.next_day or date.max, action.what


def _working(day: date) -> date:
    return day + timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
