"""One-to-ones as somebody: planned, prepared, held and signed by the two of a link, and by nobody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Level
from reflect.domain.supervision.entry import RECORD_SECTIONS, Entry, Section
from reflect.domain.supervision.merging import merged_facts
from reflect.domain.supervision.one_to_one import Facts, Kind, MeetingStatus, OneToOne
from reflect.errors import NotFound, WrongUse
from reflect.services.supervision import writing
from reflect.services.supervision.pair_actions import standing_before
from reflect.services.supervision.pair_file import must_be_open
from reflect.services.supervision.places import no_such
from reflect.services.supervision.planning import Planning, must_be, was_cancelled
from reflect.services.supervision.record_words import NamedAction
from reflect.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reflect.domain.actions.action import Action
    from reflect.services.actions.acting import Acting
    from reflect.services.supervision.pair_file import Record
    from reflect.services.supervision.preparing import Preparing
    from reflect.services.supervision.record_words import MeetingHead
    from reflect.services.supervision.room import Desk, Room
    from reflect.storage.store import Store


class OneToOnes(Planning):
    """The one-to-ones of one person, on either side. An id may be given by a beginning of it. Everything raises
    NotFound for what is not there or not theirs, NotPermitted with the reason where a link has ended, WrongUse for a
    step that is not possible now, DamagedFile for what was changed from outside; writes raise NotSaved."""

    def __init__(self, store: Store, room: Room, preparing: Preparing, acting: Acting) -> None:
        super().__init__(store, room, preparing)
        self._acting = acting

    def begin(self, id: str, place: str = "", *, before: str | None = None) -> OneToOne:
        """It begins now, at `place`, unless the other one has begun it: then their place and this one stand. `before`
        is the place as it was read. The actions of the two that are still to be done are those that it looks at
        first."""
        with self._room.at(id) as desk:
            return self._begun(desk, place, before)

    def begin_ad_hoc(self, name: str, place: str = "") -> OneToOne:
        """One with somebody that came up begins now. Where one that came up today has begun already, by the other one
        maybe, and goes on, it is that one; the place as for `begin`."""
        with self._writing(name) as (transaction, file):
            going_on = (record.id for record in file.records() if _goes_on(record, self._places.today()))
            if (record_id := next(going_on, None)) is None:
                record_id = self._added(file, self._places.today(), Kind.AD_HOC)
            return self._begun(self._room.desk(transaction, file, record_id), place, None)

    def _begun(self, desk: Desk, place: str, before: str | None) -> OneToOne:
        head = desk.record.head
        if head.status is MeetingStatus.HELD:
            return desk.change(replace(head, facts=_at_place(head.facts, before or "", place)))
        must_be(desk.record, MeetingStatus.PLANNED)
        facts = _at_place(head.facts, head.facts.place if before is None else before, place)
        begun = replace(
            head,
            status=MeetingStatus.HELD,
            facts=replace(facts, started=desk.now),
            actions=standing_before(self._room.histories(desk.transaction, desk.link)),
        )
        return desk.change(begun)

    def end(self, id: str) -> OneToOne:
        """It ends now; its record stays open until both have signed."""
        with self._room.at(id) as desk:
            head = desk.record.head
            must_be(desk.record, MeetingStatus.HELD)
            if head.facts.ended is not None:
                return desk.shown()
            return desk.change(replace(head, facts=replace(head.facts, ended=desk.now)))

    def set_facts(self, id: str, before: Facts, after: Facts) -> OneToOne:
        """Changes what is known of it from `before`, as it was read, to `after`. What somebody else changed meanwhile
        stays; raises ChangedMeanwhile, and changes nothing, where both gave a day or a time anew."""
        wanted = replace(after, place=clean_line(after.place))
        with self._room.at(id) as desk:
            head = desk.record.head
            if head.status is MeetingStatus.CANCELLED:
                raise was_cancelled()
            facts = merged_facts(head.facts, before, wanted)
            if (facts.started is None) != (head.status is MeetingStatus.PLANNED):
                raise WrongUse("A one-to-one has a time from when it is begun.", "Nothing was changed.")
            if facts.ended and (facts.started is None or facts.ended < facts.started):
                raise WrongUse("It cannot have ended before it began.", "Nothing was changed.")
            return desk.change(replace(head, facts=facts))

    def add(self, id: str, section: Section, text: str, about: str | None = None) -> Entry:
        """Writes something in one's own name into a part of it: a topic of the agenda, or what is said `about` a topic,
        an action or a share."""
        if section not in RECORD_SECTIONS:
            raise WrongUse("This is no part of a one-to-one.", "Nothing was changed.")
        words = writing.needed(text)
        with self._room.at(id) as desk:
            if desk.record.head.status is MeetingStatus.CANCELLED:
                raise was_cancelled()
            entries = desk.meetings.entries(desk.record)
            named = None if about is None else _meant(about, desk, self._room)
            kept = writing.new(desk.record.id, entries, section, self._places.me, words, named, desk.now)
            desk.file.write(desk.record, kept, desk.now)
            return kept.entry

    def change(self, id: str, entry_id: str, *, before: str, after: str) -> Entry:
        """Changes something that one wrote oneself from `before`, as it was read, to `after`; nothing takes it out.
        What another window wrote meanwhile is kept beside it. Raises NotPermitted for what the other one wrote."""
        with self._room.at(id) as desk:
            must_be_open(desk.record)
            stood = writing.own(
                desk.meetings.entries(desk.record), entry_id, self._places.me, desk.file.names
            )
            kept = writing.changed(stood, before, after, desk.now)
            if kept is not stood:
                desk.file.write(desk.record, kept, desk.now)
        if not kept.entry.text:
            self._store.forget_log()
        return kept.entry

    def discuss(self, id: str, share_id: str) -> OneToOne:
        """Takes something that was shared into the record. Once both have signed, it can be withdrawn no more."""
        with self._room.at(id) as desk:
            if desk.record.head.status is MeetingStatus.CANCELLED:
                raise was_cancelled()
            must_be_open(desk.record)
            share, head = desk.shares.whole_id(share_id), desk.record.head
            desk.shares.open(desk.shares.not_opened([share]), desk.now)
            if share in head.discussed:
                return desk.shown()
            return desk.change(replace(head, discussed=(*head.discussed, share)))

    def leave_out(self, id: str, share_id: str) -> OneToOne:
        """Leaves a share out of the record again."""
        with self._room.at(id) as desk:
            must_be_open(desk.record)
            head = desk.record.head
            share = desk.shares.whole_id(share_id)
            return desk.change(replace(head, discussed=tuple(one for one in head.discussed if one != share)))

    def agree_action(
        self,
        id: str,
        *,
        what: str,
        due: date | None = None,
        know: str = "",
        owner: str | None = None,
        level: Level = Level.PRACTITIONER,
        themes: Sequence[str] | None = None,
        origin: str | None = None,
        keep: bool = False,
        supporter: str = "",
    ) -> Action:
        """Agrees an action on the spot: it and its line in the record are one act. `owner` is the name of one of the
        two, the supervisee unless somebody is named; the rest as in `Acting.propose`. Raises WrongUse without `due`,
        which only good practice does not need."""
        with self._room.at(id) as desk:
            must_be_open(desk.record)
            must_be(desk.record, MeetingStatus.HELD)
            head = desk.record.head
            action = self._acting.propose(
                what=what,
                know=know,
                due=due,
                level=level,
                themes=themes,
                origin=origin,
                keep=keep,
                supporter=supporter,
                agree=True,
                pair=desk.link.id,
                owner=_one_of(desk, owner),
                record=desk.record.id,
                within=desk.transaction,
            )
            named = NamedAction(action.id, action.events, False)
            desk.file.change(desk.record, replace(head, actions=(*head.actions, named)), desk.now)
            return action

    def sign(self, id: str) -> OneToOne:
        """Signs the record as it stands, or as the other one has signed it. Once both have, it is locked. Raises
        WrongUse before it has begun, and while a previous action is not answered."""
        with self._room.at(id) as desk:
            must_be_open(desk.record)
            record = desk.record
            must_be(record, MeetingStatus.HELD)
            desk.shares.open(desk.shares.not_opened(record.head.discussed), desk.now)
            if record.body is None:
                self._room.check_actions(desk)
                _nothing_unanswered(desk.shown())
                if record.head.facts.ended is None:
                    facts = replace(record.head.facts, ended=desk.now)
                    record = replace(record, head=replace(record.head, facts=facts))
                    desk.file.change(record, record.head, desk.now)
            desk.file.sign(record, desk.meetings.body(record), desk.now)
            return desk.shown()

    def add_addendum(self, id: str, text: str) -> OneToOne:
        """Adds something to a record that both have signed, in one's own name."""
        words = writing.needed(text)
        with self._room.at(id) as desk:
            if not desk.record.locked:
                raise WrongUse(
                    "An addendum is for a record that both have signed.",
                    "Nothing was changed. Write it there.",
                )
            entries = desk.meetings.entries(desk.record)
            kept = writing.new(
                desk.record.id, entries, Section.ADDENDUM, self._places.me, words, None, desk.now
            )
            desk.file.write_after(desk.record, kept)
            return desk.shown()


def _goes_on(record: Record[MeetingHead], today: date) -> bool:
    """Whether it came up today, has begun, and nobody has ended or signed it."""
    head = record.head
    is_open = head.status is MeetingStatus.HELD and head.facts.ended is None and not record.signed
    return is_open and head.kind is Kind.AD_HOC and head.facts.day == today


def _at_place(stored: Facts, before: str, place: str) -> Facts:
    wanted = clean_line(place) or before
    return merged_facts(stored, replace(stored, place=before), replace(stored, place=wanted))


def _nothing_unanswered(meeting: OneToOne) -> None:
    number = len(meeting.unanswered)
    if number:
        several = "1 previous action has" if number == 1 else f"{number} previous actions have"
        raise WrongUse(
            f"{several} not been looked at in this one-to-one.",
            "Say of each how it stands, carry it forward, escalate it or close it; then sign.",
        )


def _one_of(desk: Desk, name: str | None) -> str:
    """The id of one of the two, by name. Raises NotFound."""
    if name is None:
        return desk.link.supervisee
    wanted = clean_line(name).casefold()
    for person_id in (desk.link.supervisee, desk.link.supervisor):
        if desk.file.names.get(person_id, "").casefold() == wanted:
            return person_id
    raise NotFound(
        "Nobody of this name is in this one-to-one.", "An action agreed in it belongs to one of the two."
    )


def _meant(about: str, desk: Desk, room: Room) -> str:
    """The whole id of what is spoken of. Raises NotFound."""
    head = desk.record.head
    known = [kept.entry.id for kept in desk.meetings.entries(desk.record)]
    known += [one.id for one in head.actions] + list(head.discussed)
    if about in known or about in room.histories(desk.transaction, desk.link):
        return about
    try:
        return desk.shares.whole_id(about)
    except NotFound:
        raise no_such("topic, action or share") from None
