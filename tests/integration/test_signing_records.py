"""Signing: the record as it stands, by both of the two; a change after one signature voids it, and after both only
addenda follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from clocks import StoppedClock
from reflect.domain.supervision.entry import Section, Signature, Voided
from reflect.domain.supervision.one_to_one import NOT_AGREED
from reflect.errors import NotFound, NotPermitted, SignedByBoth, WrongUse
from two_people import ALEX, BO, DAY, LATER, SAM, SignIn, TwoPeople


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    return TwoPeople(signed_in)


def test_until_both_have_signed_it_is_labelled_and_then_it_is_locked(
    two: TwoPeople, clock: StoppedClock
) -> None:
    meeting = two.begun()
    note = two.sam.one_to_ones.add(meeting, Section.WELLBEING, "Tired since January.")
    assert two.bo.one_to_ones.one(meeting).label == NOT_AGREED
    half = two.sam.one_to_ones.sign(meeting)
    assert half.label == f"{NOT_AGREED} (signed by {SAM} only)"
    assert half.signatures == (Signature(two.sam.person.id, clock.now()),)
    first, _ = clock.now(), clock.go_on(hours=2)
    locked = two.bo.one_to_ones.sign(meeting)
    assert (locked.label, locked.locked, locked.agreed) == ("", clock.now(), True)
    assert [(one.by, one.at) for one in locked.signatures] == [
        (two.sam.person.id, first), (two.bo.person.id, clock.now()),
    ]  # fmt: skip
    assert two.sam.one_to_ones.one(meeting) == locked
    assert (locked.entries, locked.facts.ended) == ((note,), first)
    assert two.bo.examine() == two.sam.examine() == ()


def test_nobody_signs_twice_or_before_it_has_begun(two: TwoPeople) -> None:
    meeting = two.planned()
    with pytest.raises(WrongUse, match="has not begun yet"):
        two.bo.one_to_ones.sign(meeting)
    two.sam.one_to_ones.begin(meeting)
    two.sam.one_to_ones.sign(meeting)
    with pytest.raises(WrongUse, match="You have signed this already"):
        two.sam.one_to_ones.sign(meeting)
    assert two.bo.one_to_ones.one(meeting).signed_by == (two.sam.person.id,)


def test_a_change_after_one_signature_voids_it_and_says_whose_it_was(
    two: TwoPeople, clock: StoppedClock
) -> None:
    meeting, share = two.begun(), two.shared()
    mine = two.bo.one_to_ones.add(meeting, Section.REFLECTION, "I waited.")
    facts = two.bo.one_to_ones.one(meeting).facts
    bo = two.bo.one_to_ones
    changes: tuple[Callable[[], object], ...] = (
        lambda: bo.add(meeting, Section.DISAGREEMENT, "I do not see it so."),
        lambda: bo.change(meeting, mine.id, before="I waited.", after="I waited for a day."),
        lambda: bo.set_facts(meeting, facts, replace(facts, next=LATER)),
        lambda: bo.discuss(meeting, share),
        lambda: bo.leave_out(meeting, share),
        lambda: bo.change(meeting, mine.id, before="I waited for a day.", after=""),
    )
    for number, change in enumerate(changes, start=1):
        two.sam.one_to_ones.sign(meeting)
        clock.go_on(minutes=1)
        change()
        record = two.sam.one_to_ones.one(meeting)
        assert (record.signatures, len(record.voided)) == ((), number)
        assert record.voided[-1] == Voided(two.sam.person.id, two.bo.person.id, clock.now())
        assert record.label == NOT_AGREED
    two.sam.one_to_ones.sign(meeting)
    assert two.bo.one_to_ones.sign(meeting).agreed


def test_saying_the_same_again_voids_nothing(two: TwoPeople) -> None:
    meeting = two.begun()
    mine = two.bo.one_to_ones.add(meeting, Section.REFLECTION, "I waited.")
    two.sam.one_to_ones.sign(meeting)
    facts = two.bo.one_to_ones.one(meeting).facts
    two.bo.one_to_ones.change(meeting, mine.id, before="I waited.", after="I waited.")
    two.bo.one_to_ones.set_facts(meeting, facts, facts)
    two.bo.one_to_ones.end(meeting)
    two.bo.one_to_ones.begin(meeting)
    assert two.bo.one_to_ones.one(meeting).signed_by == (two.sam.person.id,)


def test_what_both_have_signed_takes_addenda_alone(two: TwoPeople, clock: StoppedClock) -> None:
    meeting = two.begun()
    note = two.sam.one_to_ones.add(meeting, Section.OTHER, "Leave in May.")
    with pytest.raises(WrongUse, match="both have signed"):
        two.sam.one_to_ones.add_addendum(meeting, "Too early")
    two.sam.one_to_ones.sign(meeting)
    locked, share = two.bo.one_to_ones.sign(meeting), two.shared()
    sam = two.sam.one_to_ones
    for refused in (
        lambda: sam.add(meeting, Section.OTHER, "More"),
        lambda: sam.change(meeting, note.id, before=note.text, after="Leave in June."),
        lambda: sam.set_facts(meeting, locked.facts, replace(locked.facts, place="Elsewhere")),
        lambda: sam.discuss(meeting, share),
        lambda: sam.sign(meeting),
    ):
        with pytest.raises(SignedByBoth, match="Both have signed this, so it is locked") as told:
            refused()
        assert told.value.title == "It is locked"
    clock.go_on(days=1)
    added = two.bo.one_to_ones.add_addendum(meeting, "It was in June.")
    assert [(one.author, one.text, one.made) for one in added.addenda] == [
        (two.bo.person.id, "It was in June.", clock.now())
    ]
    assert replace(added, addenda=()) == locked
    assert two.sam.one_to_ones.one(meeting) == added
    assert two.sam.examine() == ()


def test_the_second_signs_what_the_first_has_signed(two: TwoPeople) -> None:
    meeting, share = two.begun(), two.shared("I rang too late.")
    two.bo.one_to_ones.discuss(meeting, share)
    signed = two.bo.one_to_ones.sign(meeting)
    read = two.sam.one_to_ones.one(meeting)
    locked = two.sam.one_to_ones.sign(meeting)
    assert locked.shared == read.shared == signed.shared
    assert [one.text for one in locked.shared] == ["I rang too late."]


def test_once_both_have_signed_what_was_discussed_stays(two: TwoPeople) -> None:
    meeting, share, other = two.begun(), two.shared(), two.shared("Something else.")
    two.bo.one_to_ones.discuss(meeting, share)
    two.sam.one_to_ones.sign(meeting)
    assert two.bo.sharing.one(share).discussed_in is None
    two.bo.one_to_ones.sign(meeting)
    assert two.bo.sharing.one(share).discussed_in == meeting
    with pytest.raises(NotPermitted, match="belongs to a one-to-one that is signed"):
        two.bo.sharing.withdraw(share)
    assert [card.id for card in two.bo.one_to_ones.prepare(SAM).shares] == [other]
    assert two.bo.sharing.withdraw(other).withdrawn is not None


def test_a_share_that_is_withdrawn_before_goes_out_of_the_record_and_every_copy(two: TwoPeople) -> None:
    meeting, share = two.begun(), two.shared("I rang too late.")
    two.sam.one_to_ones.discuss(meeting, share)
    two.sam.one_to_ones.sign(meeting)
    two.bo.sharing.withdraw(share)
    record = two.sam.one_to_ones.one(meeting)
    assert (record.shared, record.signatures, len(record.voided)) == ((), (), 1)
    two.admin.links.end(two.link.id)
    with pytest.raises(NotPermitted):
        two.sam.one_to_ones.one(meeting)
    assert two.sam.one_to_ones.all() == ()


def test_a_former_supervisor_keeps_what_they_signed_and_nothing_more(
    two: TwoPeople, clock: StoppedClock
) -> None:
    locked = two.signed()
    half = two.begun()
    two.sam.one_to_ones.add(half, Section.OTHER, "Not done.")
    mine = two.sam.one_to_ones.sign(half)
    open_one = two.planned()
    two.sam.one_to_ones.add_addendum(locked.id, "Later.")
    locked = two.bo.one_to_ones.one(locked.id)
    two.admin.links.end(two.link.id)
    assert set(two.sam.one_to_ones.all(BO)) == {replace(locked, copy=True), replace(mine, copy=True)}
    assert two.sam.one_to_ones.one(locked.id[:8]) == replace(locked, copy=True)
    sam, reason = two.sam.one_to_ones, "You do not supervise Bo Practitioner any more: the link ended on"
    for refused in (
        lambda: sam.one(open_one),
        lambda: sam.add_addendum(locked.id, "More"),
        lambda: sam.add(half, Section.OTHER, "More"),
        lambda: sam.begin(open_one),
        lambda: sam.prepare(BO),
        lambda: sam.plan(BO, DAY),
        lambda: sam.next_day(BO),
    ):
        with pytest.raises(NotPermitted, match=reason):
            refused()
    assert two.sam.one_to_ones.due() == ()
    assert two.sam.examine() == ()


def test_a_former_supervisee_goes_on_reading_and_writes_no_more(two: TwoPeople) -> None:
    locked, open_one = two.signed(), two.planned()
    two.admin.links.end(two.link.id)
    assert {one.id for one in two.bo.one_to_ones.all()} == {locked.id, open_one}
    assert two.bo.one_to_ones.one(locked.id) == locked
    for refused in (
        lambda: two.bo.one_to_ones.add(open_one, Section.AGENDA, "More"),
        lambda: two.bo.one_to_ones.add_addendum(locked.id, "More"),
        lambda: two.bo.one_to_ones.plan(SAM, DAY),
    ):
        with pytest.raises(NotPermitted, match="Sam Supervisor does not supervise you any more"):
            refused()
    assert two.bo.examine() == ()


def test_cover_reads_nothing_of_what_the_two_keep(two: TwoPeople, clock: StoppedClock) -> None:
    locked = two.signed()
    two.admin.links.add(ALEX, BO, clock.today() + timedelta(days=3))
    own = two.bo.one_to_ones.plan(ALEX, clock.today())
    assert two.alex.one_to_ones.all() == (own,)
    with pytest.raises(NotFound):
        two.alex.one_to_ones.one(locked.id)
    assert {one.id for one in two.bo.one_to_ones.all()} == {locked.id, own.id}
