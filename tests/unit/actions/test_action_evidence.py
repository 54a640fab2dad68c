"""Done, confirmed, embedded: three different facts, and what each of them needs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from acting import ALEX, AUDIT, DUE, MONDAY, RECHECK, ROBIN, Story, story_of
from reflect.domain.actions.action import Evidence, EvidenceKind, RecheckResult, Status
from reflect.domain.actions.event import EventKind
from reflect.errors import NotPermitted, WrongUse

FEEDBACK = {"kind": "feedback", "text": "A mother says he was asked", "on": "2026-03-01"}
AGAIN = RECHECK + timedelta(weeks=6)


def promised(by: str = "2026-03-20") -> Story:
    """Done, with evidence to follow by a day."""
    return story_of(Status.AGREED).then(EventKind.DONE, evidence=None, evidence_by=by)


def test_done_with_evidence() -> None:
    done = story_of(Status.IN_PROGRESS).then(EventKind.DONE, impact="Fathers come to the clinic").action
    assert done.evidence == (Evidence(EvidenceKind.AUDIT, "Six records of ten name both", MONDAY),)
    assert (done.status, done.done, done.impact) == (Status.DONE, MONDAY, "Fathers come to the clinic")
    assert done.next_day is None


def test_done_with_evidence_to_follow_is_expected_on_that_day() -> None:
    assert (promised().action.evidence, promised().action.next_day) == ((), date(2026, 3, 20))
    kept = promised().then(EventKind.EVIDENCED).action
    assert (len(kept.evidence), kept.evidence_by, kept.next_day) == (1, None, None)


def test_done_needs_the_one_or_the_other() -> None:
    story = story_of(Status.IN_PROGRESS)
    with pytest.raises(WrongUse, match="something that shows it"):
        story.then(EventKind.DONE, evidence=None)
    assert story.action.status is Status.IN_PROGRESS


def test_evidence_can_follow_today_but_not_by_a_day_that_has_passed() -> None:
    assert promised("2026-03-02").action.evidence_by == MONDAY
    with pytest.raises(WrongUse, match="has passed"):
        promised("2026-03-01")


@pytest.mark.parametrize("text", ["", " "])
def test_evidence_says_something(text: str) -> None:
    with pytest.raises(WrongUse, match="what shows it"):
        story_of(Status.IN_PROGRESS).then(EventKind.DONE, evidence={**AUDIT, "text": text})
    with pytest.raises(WrongUse, match="Nothing was said"):
        story_of(Status.DONE).then(EventKind.EVIDENCED, evidence=None)


def test_what_was_never_started_has_started_at_the_latest_when_it_is_done() -> None:
    assert story_of(Status.AGREED).then(EventKind.DONE).action.started == MONDAY
    begun = story_of(Status.IN_PROGRESS).then(EventKind.DONE, on=DUE).action
    assert (begun.started, begun.done) == (MONDAY, DUE)


def test_evidence_is_added_and_never_replaced_and_a_new_impact_counts() -> None:
    story = story_of(Status.DONE).then(EventKind.EVIDENCED, evidence=FEEDBACK, impact="He was asked")
    story.then(EventKind.CONFIRMED).then(EventKind.EVIDENCED)
    assert [one.kind for one in story.action.evidence] == ["audit", "feedback", "audit"]
    assert story.action.impact == "He was asked"
    assert story.then(EventKind.EVIDENCED, impact="Fathers are asked").action.impact == "Fathers are asked"


def test_done_again_with_a_new_promise_is_expected_by_then_in_spite_of_older_evidence() -> None:
    again = (
        story_of(Status.DONE)
        .then(EventKind.CARRIED)
        .then(EventKind.DONE, evidence=None, evidence_by="2026-04-01")
    )
    assert again.action.next_day == date(2026, 4, 1)


def test_an_impact_stays_until_another_is_said() -> None:
    story = story_of(Status.IN_PROGRESS).then(EventKind.DONE, impact="He was asked")
    assert story.then(EventKind.CARRIED).then(EventKind.DONE).action.impact == "He was asked"
    assert story.then(EventKind.CONFIRMED).action.impact == "He was asked"
    embedded = story.then(EventKind.RECHECKED, on=RECHECK).action
    assert (embedded.status, embedded.impact) == (Status.EMBEDDED, "He was asked")


def test_what_has_not_lasted_waits_for_no_older_promise() -> None:
    story = (
        story_of(Status.IN_PROGRESS).then(EventKind.DONE, evidence_by="2026-03-20").then(EventKind.CONFIRMED)
    )
    assert story.action.evidence_by == date(2026, 3, 20)
    back = story.then(EventKind.RECHECKED, on=RECHECK, result="not", next=AGAIN.isoformat()).action
    assert back.evidence_by is None


def test_nothing_is_confirmed_without_evidence() -> None:
    story = promised()
    with pytest.raises(WrongUse, match="without evidence"):
        story.then(EventKind.CONFIRMED)
    assert story.then(EventKind.EVIDENCED).then(EventKind.CONFIRMED).action.status is Status.CONFIRMED


def test_what_is_ones_own_alone_is_confirmed_by_oneself_and_shown_so() -> None:
    confirmed = story_of(Status.CONFIRMED).action
    assert (confirmed.confirmed, confirmed.confirmed_by, confirmed.confirmed_alone) == (MONDAY, ROBIN, True)
    assert confirmed.next_day == RECHECK


@pytest.mark.parametrize("circle", ["pair", "team"])
def test_what_others_see_is_confirmed_by_another(circle: str) -> None:
    story = story_of(Status.DONE).then(EventKind.SHOWN, circle=circle)
    with pytest.raises(NotPermitted, match="supervisor confirms"):
        story.then(EventKind.CONFIRMED, by=ROBIN)
    assert story.action.confirmed is None
    confirmed = story.then(EventKind.CONFIRMED, by=ALEX).action
    assert (confirmed.confirmed_by, confirmed.confirmed_alone) == (ALEX, False)


def test_nobody_is_confirmed_who_has_not_been() -> None:
    assert not story_of(Status.DONE).action.confirmed_alone


@pytest.mark.parametrize("recheck", [None, "2026-03-01", "2026-03-02"])
def test_confirming_looks_ahead_to_the_re_check(recheck: str | None) -> None:
    with pytest.raises(WrongUse, match="on a later day"):
        story_of(Status.DONE).then(EventKind.CONFIRMED, recheck_due=recheck)


@pytest.mark.parametrize("result", RecheckResult)
def test_a_re_check_waits_for_its_day(result: RecheckResult) -> None:
    story = story_of(Status.CONFIRMED)
    with pytest.raises(WrongUse) as refused:
        story.then(
            EventKind.RECHECKED, on=RECHECK - timedelta(days=1), result=result.value, next=AGAIN.isoformat()
        )
    assert refused.value.next_step == "Its re-check is on Sunday 31 May 2026."
    looked = story.then(EventKind.RECHECKED, on=RECHECK, result=result.value, next=AGAIN.isoformat()).action
    assert (looked.rechecked, looked.recheck_result) == (RECHECK, result)


def test_what_has_lasted_is_embedded() -> None:
    embedded = (
        story_of(Status.CONFIRMED).then(EventKind.RECHECKED, on=AGAIN, impact="It is the habit now").action
    )
    assert (embedded.status, embedded.ended, embedded.impact) == (
        Status.EMBEDDED,
        AGAIN,
        "It is the habit now",
    )
    assert (embedded.recheck_due, embedded.next_day, embedded.confirmed) == (None, None, MONDAY)


def test_what_has_lasted_in_part_stays_confirmed_and_is_looked_at_again() -> None:
    story = story_of(Status.CONFIRMED)
    partly = story.then(EventKind.RECHECKED, on=RECHECK, result="partly", next=AGAIN.isoformat()).action
    assert (partly.status, partly.recheck_due, partly.next_day) == (Status.CONFIRMED, AGAIN, AGAIN)
    with pytest.raises(WrongUse, match="cannot be known yet"):
        story.then(EventKind.RECHECKED, on=AGAIN - timedelta(days=1))
    assert story.then(EventKind.RECHECKED, on=AGAIN).action.status is Status.EMBEDDED


def test_what_has_not_lasted_is_on_its_way_again() -> None:
    story = story_of(Status.CONFIRMED)
    back = story.then(EventKind.RECHECKED, on=RECHECK, result="not", next=AGAIN.isoformat()).action
    assert (back.status, back.due, back.next_day) == (Status.IN_PROGRESS, AGAIN, AGAIN)
    assert (back.done, back.confirmed, back.confirmed_by, back.recheck_due) == (None, None, None, None)
    assert (back.rechecked, back.recheck_result, back.carried) == (RECHECK, RecheckResult.NOT, 0)
    assert len(back.evidence) == 1


def test_what_showed_a_change_that_has_not_lasted_shows_nothing_any_more() -> None:
    back = story_of(Status.CONFIRMED).then(
        EventKind.RECHECKED, on=RECHECK, result="not", next=AGAIN.isoformat()
    )
    with pytest.raises(WrongUse, match="Done needs something that shows it"):
        back.then(EventKind.DONE, on=AGAIN, evidence=None, evidence_by=None)
    promised = back.then(EventKind.DONE, on=AGAIN, evidence=None, evidence_by=AGAIN.isoformat())
    with pytest.raises(WrongUse, match="without evidence"):
        promised.then(EventKind.CONFIRMED, on=AGAIN)
    shown = promised.then(EventKind.EVIDENCED, on=AGAIN)
    assert len(shown.action.evidence) == 2
    later = (AGAIN + timedelta(days=90)).isoformat()
    assert shown.then(EventKind.CONFIRMED, on=AGAIN, recheck_due=later).action.status is Status.CONFIRMED


@pytest.mark.parametrize("result", ["partly", "not"])
@pytest.mark.parametrize("following", [None, RECHECK - timedelta(days=1), RECHECK])
def test_what_has_not_lasted_has_a_day_to_come(result: str, following: date | None) -> None:
    story = story_of(Status.CONFIRMED)
    said = following.isoformat() if following else None
    with pytest.raises(WrongUse, match="taken up again"):
        story.then(EventKind.RECHECKED, on=RECHECK, result=result, next=said)
    assert story.action.status is Status.CONFIRMED
