"""The agreements and one-to-ones of one link of a made-up service, written and signed by the two as their own programs
would have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from reflect.demo import fragments_of_supervision as said
from reflect.demo import meeting_days
from reflect.demo.ids import id_at
from reflect.demo.luck import Luck
from reflect.demo.meeting_days import DrawnUp, Meeting
from reflect.demo.two_people import TwoPeople
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Facts, Kind, MeetingStatus
from reflect.domain.supervision.rhythm import Rhythm
from reflect.services.supervision import agreements, writing
from reflect.services.supervision.meetings import Meetings
from reflect.services.supervision.pair_file import PairFile, Record
from reflect.services.supervision.pair_shares import PairShares
from reflect.services.supervision.record_words import AgreementHead, MeetingHead
from reflect.storage.people import Keyholder
from reflect.vault.sealing import unwrap_circle_key

if TYPE_CHECKING:
    from reflect.demo.caseload import Rows, Somebody
    from reflect.domain.links import Link
    from reflect.domain.people import Person
    from reflect.domain.supervision.cadence import Cadence
    from reflect.services.supervision.entry_words import KeptEntry
    from reflect.storage.store import Transaction

H = TypeVar("H", MeetingHead, AgreementHead)

_SUPERVISOR, _SUPERVISEE = 0, 1
_COMING = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class SupervisedPair:
    """Two people of a link, the supervisor first, with the circle of their words as it is wrapped for the supervisee.
    `place` is where it comes among `of` links; it ended on the day `ended`, if it did."""

    place: int
    of: int
    link: Link
    people: tuple[Person, Person]
    somebody: tuple[Somebody, Somebody]
    wrapped: bytes = field(repr=False)
    ended: date | None


@dataclass(frozen=True, slots=True)
class Practised:
    """What all pairs of a service have in common: the day before which all of it happened, and how often one-to-ones
    are held by career stage."""

    seed: int
    until: date
    cadences: tuple[Cadence, ...]


def write_pair(practised: Practised, pair: SupervisedPair) -> Rows:
    """All that the two keep together, as rows by table; of what is still to come what is planned."""
    return _Writer(practised, pair).write()


class _Writer:
    """Writes what two people keep together, each with their own keys."""

    def __init__(self, practised: Practised, pair: SupervisedPair) -> None:
        self.luck = Luck(practised.seed, f"one-to-ones {pair.place}")
        self.pair, self.until, self.last = pair, practised.until, pair.ended or practised.until
        stage = meeting_days.stage_of(pair.people[_SUPERVISEE].profession)
        self.cadences = practised.cadences
        self.cadence = next(one for one in practised.cadences if one.id == stage)
        self.step = self.cadence.steps[0]
        keys = [one.keys() for one in pair.somebody]
        holders = [
            Keyholder(person, one.public.read, one.public.sign)
            for person, one in zip(pair.people, keys, strict=True)
        ]
        if pair.link.circle is None:
            raise RuntimeError("a link without its circle")
        own = {one.id: one.circle for one in pair.somebody}
        self.kept = TwoPeople((holders[0], holders[1]), own, pair.link.circle)
        key = unwrap_circle_key(keys[_SUPERVISEE], pair.link.circle, pair.wrapped)
        within = cast("Transaction", self.kept)
        self.agreements = [PairFile(within, pair.link, key, one, AgreementHead) for one in keys]
        self.meetings = [PairFile(within, pair.link, key, one, MeetingHead) for one in keys]
        shares = PairShares(within, pair.link, key, keys[_SUPERVISOR])
        self.read = Meetings(self.meetings[_SUPERVISOR], lambda _: {}, shares)
        self.moment = datetime.combine(pair.link.since, time(9), UTC)

    def write(self) -> Rows:
        """The one-to-ones, and the agreements, each in the order of their days."""
        agreed = meeting_days.agreements(self.luck, self.pair.link.since, self.last)
        if agreed:
            every = self.step.every_days
            self._meet(meeting_days.meetings(self.luck, agreed[0].day, self.last, self.until, every))
        for one in agreed:
            self._agree(one)
        return self.kept.rows()

    def _agree(self, drawn_up: DrawnUp) -> None:
        self.moment = _at(drawn_up.day, self.luck.number(9, 13), self.luck.number(0, 40))
        terms = said.terms(
            self.cadence.id,
            drawn_up.day,
            every_days=self.step.every_days,
            minutes=self.step.minutes,
            working_notes=self.luck.chance(0.5),
        )
        head = AgreementHead(terms, self.moment, rhythm=Rhythm.of(terms, self.cadences))
        record = Record(id_at(self.pair.place, self.pair.of), head, None, ())
        self.agreements[_SUPERVISOR].add(record.id, record.head, self.moment)
        entries: list[KeptEntry] = []
        for side, section, words in (
            (_SUPERVISOR, Section.WANTS, said.WANTS_OF_SUPERVISOR),
            (_SUPERVISOR, Section.OFFERS, said.OFFERS_OF_SUPERVISOR),
            (_SUPERVISEE, Section.WANTS, said.WANTS_OF_SUPERVISEE),
            (_SUPERVISEE, Section.OFFERS, said.OFFERS_OF_SUPERVISEE),
        ):
            self._say(self.agreements[side], record, entries, side, section, words)
        for file in self.agreements[: drawn_up.signed]:
            self._later(3, 20)
            stands = file.record(record.id)
            file.sign(stands, agreements.body_of(file, stands), self.moment)

    def _meet(self, meetings: Sequence[Meeting]) -> None:
        head: MeetingHead | None = None
        record_id = ""
        entries: list[KeptEntry] = []
        for meeting in meetings:
            facts = Facts(planned=meeting.day)
            follows: tuple[str, ...] = ()
            if meeting.goes_on and head is not None:
                follows = (*head.follows, record_id)
            else:
                entries = []
            head = MeetingHead(Kind.SCHEDULED, MeetingStatus.PLANNED, facts, follows=follows)
            record_id = id_at(self.pair.place, self.pair.of)
            self.moment = max(self.moment, _at(meeting.on, 15, 30))
            self.meetings[_SUPERVISOR].add(record_id, head, self.moment)
            record = Record(record_id, head, None, ())
            if not meeting.goes_on:
                self._prepare(record, entries)
            if meeting.status is MeetingStatus.CANCELLED:
                self._cancel(record)
            elif meeting.held is not None:
                self._hold(record, meeting, meeting.held, entries)

    def _prepare(self, record: Record[MeetingHead], entries: list[KeptEntry]) -> None:
        """A topic of each on the day before, or earlier for one of the coming days."""
        planned = record.head.facts.planned
        if planned > self.until + _COMING or not self.luck.chance(0.9):
            return
        day = min(planned, self.until) - timedelta(days=1)
        self.moment = max(self.moment, _at(day, 16, self.luck.number(0, 50)))
        for side, topics in (
            (_SUPERVISEE, said.TOPICS_OF_PRACTITIONER),
            (_SUPERVISOR, said.TOPICS_OF_SUPERVISOR),
        ):
            topic = self.luck.one_of(topics)
            self._say(self.meetings[side], record, entries, side, Section.AGENDA, topic)

    def _cancel(self, record: Record[MeetingHead]) -> None:
        self.moment = _at(record.head.facts.planned, 8)
        why = self.luck.one_of(said.CANCELLED)
        head = replace(record.head, status=MeetingStatus.CANCELLED, cancelled_reason=why)
        self.meetings[_SUPERVISOR].change(record, head, self.moment)

    def _hold(
        self,
        record: Record[MeetingHead],
        meeting: Meeting,
        day: date,
        entries: list[KeptEntry],
    ) -> None:
        luck, ours = self.luck, self.meetings[_SUPERVISOR]
        self.moment = began = _at(day, luck.number(9, 14), luck.number(0, 30))
        place = luck.one_of(("The small room", "The office", "By video"))
        facts = replace(record.head.facts, place=place, started=began)
        record = self._changed(record, replace(record.head, status=MeetingStatus.HELD, facts=facts))
        for side, section, words in self._spoken():
            self._say(self.meetings[side], record, entries, side, section, words)
        self.moment = began + timedelta(minutes=self.step.minutes + luck.number(-20, 10))
        facts = replace(facts, ended=self.moment, next=meeting.said)
        record = self._changed(record, replace(record.head, facts=facts))
        if not meeting.signed:
            return
        self._later(5, 30)
        ours.sign(record, self.read.body(record), self.moment)
        signs_at = self.moment + timedelta(hours=luck.number(1, 20))
        if meeting.signed > 1 and signs_at.date() < self.last:
            self.moment = signs_at
            theirs = self.meetings[_SUPERVISEE]
            stands = theirs.record(record.id)
            theirs.sign(stands, {}, self.moment)

    def _spoken(self) -> list[tuple[int, Section, str]]:
        luck = self.luck
        found = []
        for section, fragments in (
            (Section.WELLBEING, said.WELLBEING),
            (Section.REFLECTION, said.REFLECTION),
        ):
            note, comment = luck.one_of(fragments)
            found += [(_SUPERVISOR, section, note), (_SUPERVISEE, section, comment)]
        if luck.chance(0.5):
            found.append((_SUPERVISOR, Section.LEARNING, luck.one_of(said.LEARNING)))
        if luck.chance(0.3):
            found.append((_SUPERVISOR, Section.GOOD_PRACTICE, luck.one_of(said.GOOD_PRACTICE)))
        return found

    def _say(
        self,
        file: PairFile[H],
        record: Record[H],
        entries: list[KeptEntry],
        side: int,
        section: Section,
        words: str,
    ) -> None:
        """Something new in the name of one of the two, after all `entries`; it is one of them from then on."""
        self._later(1, 9)
        author = self.pair.somebody[side].id
        kept = writing.new(record.id, entries, section, author, words, None, self.moment)
        file.write(record, kept, self.moment)
        entries.append(kept)

    def _changed(self, record: Record[MeetingHead], head: MeetingHead) -> Record[MeetingHead]:
        self.meetings[_SUPERVISOR].change(record, head, self.moment)
        return replace(record, head=head)

    def _later(self, least: int, most: int) -> None:
        self.moment += timedelta(minutes=self.luck.number(least, most))


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)
