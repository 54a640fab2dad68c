"""One-to-ones before and while they are held, as each of the two meets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import Facts, Kind, MeetingStatus
from reflect.errors import NotFound, NotPermitted, WrongPassphrase, WrongUse
from two_people import ADMIN, ALEX, BO, DAY, LATER, SAM, TERMS, SignIn, TwoPeople


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


def test_whoever_of_the_two_plans_it_both_see_it(two: TwoPeople) -> None:
    planned = two.bo.one_to_ones.plan(SAM.upper(), DAY)
    assert two.sam.one_to_ones.all() == two.bo.one_to_ones.all(SAM) == (planned,)
    assert (planned.kind, planned.status, planned.facts) == (
        Kind.SCHEDULED, MeetingStatus.PLANNED, Facts(planned=DAY),
    )  # fmt: skip
    assert (planned.supervisor, planned.supervisee) == (two.sam.person.id, two.bo.person.id)
    assert (planned.name(planned.supervisor), planned.name(planned.supervisee)) == (SAM, BO)
    assert two.sam.one_to_ones.one(planned.id[:4].upper()) == planned


def test_one_is_planned_at_a_time_and_one_that_came_up_besides(two: TwoPeople) -> None:
    first = two.planned()
    with pytest.raises(WrongUse, match=r"One is planned already, for Monday 9 March 2026"):
        two.sam.one_to_ones.plan(BO, LATER)
    besides = two.sam.one_to_ones.plan(BO, LATER, Kind.AD_HOC)
    assert [one.id for one in two.bo.one_to_ones.all()] == [besides.id, first]
    two.sam.one_to_ones.begin(first)
    assert two.sam.one_to_ones.plan(BO, date(2026, 4, 6)).status is MeetingStatus.PLANNED


def test_one_that_is_planned_is_moved_or_cancelled_with_a_reason_and_the_next(two: TwoPeople) -> None:
    meeting = two.planned()
    assert two.sam.one_to_ones.replan(meeting, LATER, before=DAY).facts.planned == LATER
    with pytest.raises(WrongUse, match="why it is cancelled"):
        two.sam.one_to_ones.cancel(meeting, " ", LATER)
    cancelled = two.sam.one_to_ones.cancel(meeting, "I was called to court.", date(2026, 3, 25))
    assert (cancelled.id, cancelled.status, cancelled.cancelled_reason) == (
        meeting, MeetingStatus.CANCELLED, "I was called to court.",
    )  # fmt: skip
    (next_one, same) = two.bo.one_to_ones.all()
    assert (same, next_one.facts.planned) == (cancelled, date(2026, 3, 25))
    for refused in (
        lambda: two.sam.one_to_ones.replan(meeting, DAY, before=DAY),
        lambda: two.bo.one_to_ones.begin(meeting),
        lambda: two.bo.one_to_ones.cancel(meeting, "Again.", DAY),
        lambda: two.bo.one_to_ones.add(meeting, Section.AGENDA, "Late"),
        lambda: two.bo.one_to_ones.sign(meeting),
    ):
        with pytest.raises(WrongUse, match="was cancelled"):
            refused()


def test_the_one_in_place_of_a_cancelled_one_goes_on_with_its_agenda(two: TwoPeople) -> None:
    meeting = two.planned()
    mine = two.bo.one_to_ones.add(meeting, Section.AGENDA, "The visits on Fridays")
    share = two.shared()
    two.bo.one_to_ones.discuss(meeting, share)
    two.sam.one_to_ones.cancel(meeting, "I am ill.", LATER)
    next_one = two.bo.one_to_ones.prepare(SAM).meeting
    assert next_one is not None
    assert next_one.topics == (mine,)
    assert [one.id for one in next_one.shared] == [share]
    reply = two.sam.one_to_ones.add(next_one.id, Section.AGENDA, "Yes, first", about=mine.id)
    two.bo.one_to_ones.change(next_one.id, mine.id, before=mine.text, after="The visits on Mondays")
    now = two.sam.one_to_ones.one(next_one.id)
    assert [entry.text for entry in now.topics] == ["The visits on Mondays"]
    assert now.by(two.sam.person.id, Section.AGENDA, mine.id) == (reply,)


def test_each_writes_in_their_own_name_and_nobody_changes_what_the_other_wrote(
    two: TwoPeople, clock: StoppedClock
) -> None:
    meeting = two.begun()
    note = two.sam.one_to_ones.add(meeting, Section.REFLECTION, "You waited for the school to ring.")
    comment = two.bo.one_to_ones.add(meeting, Section.REFLECTION, "I did ring them, twice.")
    clock.go_on(minutes=5)
    with pytest.raises(NotPermitted, match="Only Sam Supervisor can change what Sam Supervisor wrote"):
        two.bo.one_to_ones.change(meeting, note.id, before=note.text, after="Bo rang twice.")
    changed = two.bo.one_to_ones.change(
        meeting, comment.id[:8], before=comment.text, after="I rang them twice."
    )
    assert (changed.text, changed.revision, changed.made) == ("I rang them twice.", 2, comment.made)
    assert changed.changed == comment.changed + timedelta(minutes=5)
    record = two.sam.one_to_ones.one(meeting)
    assert record.entries == (note, changed)
    assert record.by(two.bo.person.id, Section.REFLECTION) == (changed,)


def test_what_one_wrote_oneself_can_be_taken_out(two: TwoPeople) -> None:
    meeting = two.planned()
    topic = two.bo.one_to_ones.add(meeting, Section.AGENDA, "Something")
    assert two.bo.one_to_ones.change(meeting, topic.id, before=topic.text, after="  \n").text == ""
    assert two.bo.one_to_ones.one(meeting).entries == ()


def test_only_what_belongs_to_a_one_to_one_is_written_there(two: TwoPeople) -> None:
    meeting = two.begun()
    for section in (Section.ADDENDUM, Section.WANTS, Section.OFFERS):
        with pytest.raises(WrongUse, match="no part of a one-to-one"):
            two.bo.one_to_ones.add(meeting, section, "Words")
    with pytest.raises(WrongUse, match="nothing to write down"):
        two.bo.one_to_ones.add(meeting, Section.OTHER, " \n ")
    with pytest.raises(NotFound, match="no topic, action or share"):
        two.bo.one_to_ones.add(meeting, Section.SHARED, "Words", about="feedbeef")
    with pytest.raises(NotFound, match="nothing with this id"):
        two.bo.one_to_ones.change(meeting, "feedbeef", before="", after="Words")
    assert two.bo.one_to_ones.one(meeting).entries == ()


def test_it_begins_once_whoever_of_the_two_says_so(two: TwoPeople, clock: StoppedClock) -> None:
    meeting = two.planned()
    with pytest.raises(WrongUse, match="has not begun yet"):
        two.bo.one_to_ones.end(meeting)
    begun = two.sam.one_to_ones.begin(meeting, "  by\ttelephone ")
    clock.go_on(minutes=1)
    assert two.bo.one_to_ones.begin(meeting) == begun
    assert (begun.status, begun.facts.place) == (MeetingStatus.HELD, "by telephone")
    assert begun.facts.started == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    clock.go_on(minutes=80)
    ended = two.bo.one_to_ones.end(meeting)
    clock.go_on(minutes=10)
    assert two.sam.one_to_ones.end(meeting) == ended
    assert ended.facts.ended == datetime(2026, 3, 2, 10, 51, tzinfo=UTC)
    for refused in (
        lambda: two.sam.one_to_ones.replan(meeting, LATER, before=DAY),
        lambda: two.sam.one_to_ones.cancel(meeting, "Why", LATER),
    ):
        with pytest.raises(WrongUse, match="has begun already"):
            refused()


def test_what_is_known_of_it_can_be_set_right(two: TwoPeople) -> None:
    meeting = two.begun()
    facts = two.bo.one_to_ones.one(meeting).facts
    started = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    fresh = replace(facts, place=" Room\n3", started=started, next=LATER)
    assert two.bo.one_to_ones.set_facts(meeting, facts, fresh).facts == replace(fresh, place="Room 3")
    assert fresh.started is not None
    stands = two.sam.one_to_ones.one(meeting).facts
    for wrong in (replace(stands, started=None), replace(stands, ended=started - timedelta(minutes=1))):
        with pytest.raises(WrongUse):
            two.sam.one_to_ones.set_facts(meeting, stands, wrong)
    assert two.bo.one_to_ones.one(meeting).facts == stands


def test_what_is_shared_can_be_discussed_and_is_opened_by_it(two: TwoPeople, clock: StoppedClock) -> None:
    meeting, share = two.begun(), two.shared("I rang too late.")
    two.bo.one_to_ones.discuss(meeting, share)
    assert [(one.id, one.text) for one in two.sam.one_to_ones.all()[0].shared] == [(share, "")]
    assert two.bo.sharing.one(share).opened is None
    clock.go_on(minutes=3)
    (seen,) = two.sam.one_to_ones.one(meeting).shared
    assert (seen.text, seen.bank) == ("I rang too late.", "child-s")
    assert two.bo.sharing.one(share).opened == clock.now()
    said = two.sam.one_to_ones.add(meeting, Section.SHARED, "What made you wait?", about=share)
    assert two.bo.one_to_ones.one(meeting).by(two.sam.person.id, Section.SHARED, share) == (said,)
    assert two.sam.one_to_ones.leave_out(meeting, share[:8]).shared == ()


def test_getting_ready_shows_what_is_before_the_two(two: TwoPeople) -> None:
    agreement = two.agreed()
    meeting, share = two.planned(), two.shared()
    for practice, name, supervises_me in ((two.bo, SAM, True), (two.sam, BO, False)):
        prepared = practice.one_to_ones.prepare(name.lower())
        assert (prepared.link, prepared.name, prepared.supervises_me) == (two.link.id, name, supervises_me)
        assert prepared.meeting is not None
        assert (prepared.meeting.id, prepared.agreement, prepared.agreement_due) == (
            meeting, agreement, False,
        )  # fmt: skip
        assert [card.id for card in prepared.shares] == [share]


def test_the_one_that_is_held_comes_before_the_next_and_one_that_is_over_after_it(two: TwoPeople) -> None:
    def at_hand() -> tuple[str | None, list[str]]:
        prepared = two.bo.one_to_ones.prepare(SAM)
        return prepared.meeting.id if prepared.meeting else None, [one.id for one in prepared.unsigned]

    meeting = two.begun()
    following = two.sam.one_to_ones.plan(BO, date(2026, 3, 1)).id
    assert at_hand() == (meeting, [])
    two.sam.one_to_ones.sign(meeting)
    assert at_hand() == (following, [meeting])
    two.bo.one_to_ones.sign(meeting)
    assert at_hand() == (following, [])
    two.sam.one_to_ones.begin(following)
    two.sam.one_to_ones.end(following)
    assert at_hand() == (following, [])
    assert two.bo.one_to_ones.prepare(SAM).is_over


def test_the_next_day_follows_from_the_agreement(two: TwoPeople, clock: StoppedClock) -> None:
    two.bo.links.pair_key(two.link.id)
    assert two.sam.one_to_ones.next_day(BO) is None
    assert [(one.person, one.held, one.planned, one.by) for one in two.sam.one_to_ones.due()] == [
        (BO, None, None, None)
    ]
    two.agreed(every_days=28, stage="ours")
    assert two.bo.one_to_ones.next_day(SAM) == date(2026, 3, 30)
    clock.go_on(days=7)
    two.begun()
    (due,) = two.bo.one_to_ones.due()
    assert (due.person, due.supervises_me, due.held, due.by) == (
        SAM, True, date(2026, 3, 9), date(2026, 4, 6),
    )  # fmt: skip
    clock.go_on(days=60)
    assert two.sam.one_to_ones.next_day(BO) == clock.today()
    assert two.sam.one_to_ones.due()[0].is_overdue(clock.today())


def test_without_an_agreement_the_next_is_when_the_two_said(two: TwoPeople) -> None:
    meeting = two.begun()
    facts = two.sam.one_to_ones.one(meeting).facts
    two.sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=LATER))
    assert two.bo.one_to_ones.next_day(SAM) == LATER


def test_what_the_two_said_last_time_goes_before_how_often_they_meet(
    two: TwoPeople, clock: StoppedClock
) -> None:
    two.agreed(every_days=28, stage="ours")
    meeting = two.begun()
    facts = two.sam.one_to_ones.one(meeting).facts
    assert not two.bo.one_to_ones.prepare(SAM).next_is_said
    two.sam.one_to_ones.set_facts(meeting, facts, replace(facts, next=LATER))
    assert two.bo.one_to_ones.next_day(SAM) == LATER
    prepared = two.bo.one_to_ones.prepare(SAM)
    assert (prepared.next_day, prepared.next_is_said) == (LATER, True)
    assert two.bo.one_to_ones.due()[0].by == date(2026, 3, 30)
    clock.go_on(days=22)
    assert two.bo.one_to_ones.next_day(SAM) == date(2026, 3, 30)


def test_before_the_pair_has_a_key_it_is_said_why(signed_in: SignIn) -> None:
    two = TwoPeople(signed_in)
    with pytest.raises(NotPermitted, match="Bo Practitioner has not signed in since the link was made"):
        two.sam.one_to_ones.plan(BO, DAY)
    assert two.sam.one_to_ones.all() == ()
    assert [due.person for due in two.sam.one_to_ones.due()] == [BO]
    assert two.bo.one_to_ones.plan(SAM, DAY) == two.sam.one_to_ones.all()[0]


def test_nobody_else_finds_anything_of_it(two: TwoPeople) -> None:
    meeting = two.planned()
    two.admin.teams.add("Team", ALEX, [BO])
    for practice in (two.admin, two.alex):
        assert practice.one_to_ones.all() == ()
        assert practice.one_to_ones.due() == ()
        for act in (
            lambda one: one.one(meeting), lambda one: one.begin(meeting), lambda one: one.sign(meeting),
            lambda one: one.add(meeting, Section.AGENDA, "Words"), lambda one: one.replan(meeting, LATER, before=DAY),
        ):  # fmt: skip
            with pytest.raises(NotFound, match="There is no one-to-one with this id"):
                act(practice.one_to_ones)
        for act in (lambda one: one.all(BO), lambda one: one.prepare(BO), lambda one: one.plan(BO, DAY)):
            with pytest.raises(NotFound):
                act(practice.one_to_ones)


def test_a_lead_sees_days_and_states_of_their_team_and_nothing_else(two: TwoPeople) -> None:
    two.begun()
    two.admin.teams.add("Team", ALEX, [BO])
    (seen,) = two.alex.one_to_ones.dates()
    assert (seen.supervisor, seen.supervisee, seen.status, seen.planned, seen.held, seen.agreed) == (
        SAM, BO, MeetingStatus.HELD, DAY, date(2026, 3, 2), False,
    )  # fmt: skip
    assert two.admin.one_to_ones.dates() == two.sam.one_to_ones.dates() == ()
    two.agreed()
    (agreed,) = two.alex.agreements.dates()
    assert (agreed.start, agreed.review, agreed.agreed) == (TERMS.start, TERMS.review, True)


def test_the_passphrase_is_asked_before_a_signature(two: TwoPeople) -> None:
    assert two.bo.confirm_passphrase("a lantern by the canal") is None
    with pytest.raises(WrongPassphrase):
        two.bo.confirm_passphrase("a lantern by the lake")
    assert ADMIN in {person.name for person in two.bo.people.everyone()}
