"""Actions in a one-to-one: the previous ones are answered before anybody signs, and new ones agreed on the spot."""

from __future__ import annotations

from datetime import date

import pytest

from clocks import StoppedClock
from reflect.domain.actions.action import Evidence, EvidenceKind, Status
from reflect.domain.people import CircleKind
from reflect.errors import NotFound, WrongUse
from two_people import ALEX, BO, DAY, SAM, SignIn, TwoPeople

DUE = date(2026, 4, 1)


@pytest.fixture
def two(signed_in: SignIn) -> TwoPeople:
    two = TwoPeople(signed_in)
    two.bo.links.pair_key(two.link.id)
    return two


def agreed(two: TwoPeople, what: str = "Ring first", due: date = DUE) -> str:
    """An action of Bo's that both see, agreed before the one-to-one."""
    return two.bo.acting.propose(what=what, due=due, agree=True, pair=two.link.id).id


def test_it_begins_with_what_is_still_to_be_done(two: TwoPeople) -> None:
    late, early, gone = agreed(two), agreed(two, "Ask who knew", DAY), agreed(two, "Not this")
    two.bo.acting.withdraw(gone, "It was the wrong one.")
    two.bo.acting.propose(what="Mine alone", due=DAY, agree=True)
    two.bo.acting.propose(what="Only proposed", due=DAY, pair=two.link.id)
    assert [action.id for action in two.sam.one_to_ones.prepare(BO).previous] == [early, late]
    record = two.bo.one_to_ones.one(two.begun())
    assert [(one.id, one.what, one.owner, one.due) for one in record.previous] == [
        (early, "Ask who knew", two.bo.person.id, DAY), (late, "Ring first", two.bo.person.id, DUE),
    ]  # fmt: skip
    assert record.unanswered == record.actions == record.previous


def test_nobody_signs_before_each_is_answered(two: TwoPeople) -> None:
    first, second, third = (agreed(two, what) for what in ("One", "Two", "Three"))
    meeting = two.begun()
    with pytest.raises(WrongUse, match="3 previous actions have not been looked at"):
        two.bo.one_to_ones.sign(meeting)
    two.bo.acting.note(first, "Half way.")
    two.sam.acting.carry(second, why="The school was closed.", due=date(2026, 4, 20))
    with pytest.raises(WrongUse, match="1 previous action has not been looked at"):
        two.sam.one_to_ones.sign(meeting)
    two.bo.acting.withdraw(third, "It has no use now.")
    signed = two.bo.one_to_ones.sign(meeting)
    told = {one.what: one.happened for one in signed.previous}
    assert told == {
        "One": ("Noted: Half way.",),
        "Two": ("Sam Supervisor: carried forward to Monday 20 April 2026 because: The school was closed.",),
        "Three": ("Withdrawn, because: It has no use now.",),
    }
    assert {one.status for one in signed.previous} == {Status.AGREED, Status.WITHDRAWN}


def test_what_was_taken_back_answers_nothing(two: TwoPeople) -> None:
    action = agreed(two)
    two.bo.acting.start(action)
    meeting = two.begun()
    two.bo.acting.block(action, "No answer from the school")
    assert [one.happened for one in two.sam.one_to_ones.one(meeting).actions] == [
        ("Blocked, because: No answer from the school.",)
    ]
    two.bo.acting.undo(action)
    assert len(two.sam.one_to_ones.one(meeting).unanswered) == 1
    two.bo.acting.undo(action)
    assert len(two.sam.one_to_ones.one(meeting).unanswered) == 1
    two.bo.acting.start(action)
    assert [one.happened for one in two.sam.one_to_ones.one(meeting).actions] == [
        ("Taken back: Started.", "Started.")
    ]


def test_other_words_and_more_readers_answer_nothing(two: TwoPeople) -> None:
    two.admin.teams.add("North", ALEX, [BO])
    action = agreed(two)
    meeting = two.begun()
    two.bo.acting.edit(action, what="Ring before each visit")
    two.bo.acting.show_to(action, CircleKind.TEAM)
    (seen,) = two.sam.one_to_ones.one(meeting).unanswered
    assert (seen.what, seen.happened) == ("Ring before each visit", ())
    with pytest.raises(WrongUse, match="1 previous action has not been looked at"):
        two.sam.one_to_ones.sign(meeting)
    two.bo.acting.note(action, "Half way.")
    (told,) = two.sam.one_to_ones.one(meeting).previous
    assert len(told.happened) == 3
    assert told.happened[-1] == "Noted: Half way."


def test_what_somebody_else_says_of_it_is_no_answer_of_the_two(two: TwoPeople) -> None:
    two.admin.teams.add("North", ALEX, [BO])
    action = agreed(two)
    two.bo.acting.show_to(action, CircleKind.TEAM)
    meeting = two.begun()
    two.alex.acting.note(action, "How is this going?")
    two.alex.acting.escalate(action, "It has been left alone.")
    assert len(two.bo.one_to_ones.one(meeting).unanswered) == 1
    with pytest.raises(WrongUse, match="1 previous action has not been looked at"):
        two.bo.one_to_ones.sign(meeting)
    two.sam.acting.note(action, "We rang together.")
    assert two.bo.one_to_ones.one(meeting).unanswered == ()


def test_what_is_done_is_looked_at_until_it_is_confirmed(two: TwoPeople, clock: StoppedClock) -> None:
    action = agreed(two)
    shown = Evidence(EvidenceKind.RECORD, "Three notes of calls", DAY)
    two.bo.acting.done(action, evidence=shown)
    meeting = two.begun()
    assert [one.status for one in two.sam.one_to_ones.one(meeting).unanswered] == [Status.DONE]
    two.sam.acting.confirm(action)
    assert two.sam.one_to_ones.one(meeting).unanswered == ()
    assert two.sam.one_to_ones.prepare(BO).previous == ()
    clock.go_on(days=90)
    assert [one.id for one in two.bo.one_to_ones.prepare(SAM).rechecks] == [action]


def test_an_action_agreed_on_the_spot_is_in_the_record_and_in_the_list(two: TwoPeople) -> None:
    meeting = two.planned()
    with pytest.raises(WrongUse, match="has not begun yet"):
        two.sam.one_to_ones.agree_action(meeting, what="Ring first", due=DUE)
    two.sam.one_to_ones.begin(meeting)
    theirs = two.sam.one_to_ones.agree_action(
        meeting,
        what="Ring first",
        due=DUE,
        know="No visit without a call",
        origin="child-s/what-probably-means",
    )
    mine = two.bo.one_to_ones.agree_action(meeting, what="Ask the school", due=DUE, owner=SAM.lower())
    assert (theirs.owner, theirs.status, theirs.agreed) == (two.bo.person.id, Status.AGREED, date(2026, 3, 2))
    assert mine.owner == two.sam.person.id
    record = two.bo.one_to_ones.one(meeting)
    assert [(one.id, one.happened) for one in record.agreed_actions] == [(theirs.id, ()), (mine.id, ())]
    assert record.previous == ()
    assert two.bo.actions.action(theirs.id) == theirs
    with pytest.raises(NotFound, match="Nobody of this name is in this one-to-one"):
        two.sam.one_to_ones.agree_action(meeting, what="Ring first", due=DUE, owner="Robin Example")
    two.bo.one_to_ones.sign(meeting)
    two.sam.one_to_ones.sign(meeting)
    with pytest.raises(WrongUse, match="locked"):
        two.sam.one_to_ones.agree_action(meeting, what="Too late", due=DUE)
    assert len(two.bo.actions.of_pair(two.link.id)) == 2


def test_an_action_that_is_refused_leaves_nothing_in_the_record(two: TwoPeople) -> None:
    meeting = two.begun()
    two.bo.one_to_ones.sign(meeting)
    with pytest.raises(WrongUse):
        two.sam.one_to_ones.agree_action(meeting, what=" ", due=DUE)
    assert two.sam.one_to_ones.one(meeting).signed_by == (two.bo.person.id,)
    two.sam.one_to_ones.agree_action(meeting, what="Ring first", due=DUE)
    assert len(two.bo.one_to_ones.one(meeting).voided) == 1


def test_an_action_that_was_handed_over_meanwhile_is_answered_by_that(
    two: TwoPeople, signed_in: SignIn, clock: StoppedClock
) -> None:
    signed_in("Kim Colleague")
    two.admin.teams.add("North", ALEX, [BO, "Kim Colleague"])
    action = agreed(two)
    two.bo.acting.show_to(action, CircleKind.TEAM)
    meeting = two.begun()
    clock.go_on(minutes=1)
    two.alex.acting.hand_over(action, "Kim Colleague", "Bo is on leave.")
    for practice in (two.sam, two.bo):
        (seen,) = practice.one_to_ones.one(meeting).previous
        assert seen.owner != two.bo.person.id
        assert "Kim Colleague" in seen.happened[0]
    two.sam.one_to_ones.sign(meeting)
    assert two.bo.one_to_ones.sign(meeting).agreed
    assert two.bo.examine() == two.sam.examine() == ()


def test_what_is_signed_stays_whatever_becomes_of_an_action(two: TwoPeople, clock: StoppedClock) -> None:
    action = agreed(two)
    meeting = two.begun()
    two.bo.acting.start(action)
    two.sam.one_to_ones.sign(meeting)
    clock.go_on(days=1)
    two.bo.acting.done(action, evidence_by=DUE)
    assert [one.status for one in two.bo.one_to_ones.one(meeting).actions] == [Status.IN_PROGRESS]
    locked = two.bo.one_to_ones.sign(meeting)
    assert [(one.status, one.happened) for one in locked.actions] == [(Status.IN_PROGRESS, ("Started.",))]
    assert two.sam.examine() == ()
