"""Where an action is listed: late and near first, over last."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from acting import DUE, MONDAY, RECHECK, Story, story_of
from reflect.domain.actions.action import Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.groups import Group, group_of_action
from reflect.domain.actions.rules import Rules

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "today", "group"),
    [
        (Status.PROPOSED, MONDAY, Group.PROPOSED),
        (Status.PROPOSED, DUE + DAY, Group.PROPOSED),
        (Status.AGREED, DUE - 14 * DAY, Group.LATER),
        (Status.AGREED, DUE - 13 * DAY, Group.DUE_SOON),
        (Status.IN_PROGRESS, DUE, Group.DUE_SOON),
        (Status.IN_PROGRESS, DUE + DAY, Group.OVERDUE),
        (Status.BLOCKED, MONDAY, Group.WAITING),
        (Status.BLOCKED, DUE, Group.WAITING),
        (Status.BLOCKED, DUE + DAY, Group.OVERDUE),
        (Status.DONE, MONDAY, Group.WAITING),
        (Status.DONE, DUE + DAY, Group.WAITING),
        (Status.CONFIRMED, RECHECK - DAY, Group.DONE),
        (Status.CONFIRMED, RECHECK, Group.RECHECK),
        (Status.CONFIRMED, RECHECK + 730 * DAY, Group.RECHECK),
        (Status.EMBEDDED, DUE + DAY, Group.DONE),
        (Status.NOT_ACHIEVED, DUE + DAY, Group.DONE),
        (Status.WITHDRAWN, DUE + DAY, Group.DONE),
    ],
)
def test_an_action_stands_where_somebody_would_look_for_it(status: Status, today: date, group: Group) -> None:
    assert group_of_action(story_of(status).action, today) is group


@pytest.mark.parametrize(
    ("status", "today", "group"),
    [
        (Status.PROPOSED, MONDAY, Group.PROPOSED),
        (Status.AGREED, MONDAY, Group.KEPT),
        (Status.IN_PROGRESS, DUE, Group.KEPT),
        (Status.IN_PROGRESS, DUE + DAY, Group.OVERDUE),
        (Status.BLOCKED, MONDAY, Group.WAITING),
        (Status.DONE, MONDAY, Group.WAITING),
        (Status.CONFIRMED, RECHECK - DAY, Group.KEPT),
        (Status.CONFIRMED, RECHECK, Group.RECHECK),
        (Status.EMBEDDED, RECHECK, Group.KEPT),
        (Status.NOT_ACHIEVED, MONDAY, Group.DONE),
        (Status.WITHDRAWN, MONDAY, Group.DONE),
    ],
)
def test_good_practice_is_kept_going_unless_something_is_wanted(
    status: Status, today: date, group: Group
) -> None:
    assert group_of_action(story_of(status, keep=True).action, today) is group


@pytest.mark.parametrize(
    ("today", "group"),
    [(DUE - DAY, Group.WAITING), (DUE, Group.DUE_SOON), (DUE + DAY, Group.DUE_SOON)],
)
def test_promised_evidence_is_due_from_its_day_on_and_waits_again_once_it_is_there(
    today: date, group: Group
) -> None:
    promised = story_of(Status.AGREED).then(EventKind.DONE, evidence=None, evidence_by=DUE.isoformat())
    assert group_of_action(promised.action, today) is group
    assert group_of_action(promised.then(EventKind.EVIDENCED).action, today) is Group.WAITING


@pytest.mark.parametrize(
    ("status", "before"),
    [(Status.AGREED, Group.LATER), (Status.IN_PROGRESS, Group.LATER), (Status.BLOCKED, Group.WAITING)],
)
def test_an_answer_of_the_ladder_that_is_late_is_due_until_it_is_said_what_came_of_it(
    status: Status, before: Group
) -> None:
    answer_by = DUE - 30 * DAY
    story = story_of(status).then(EventKind.ESCALATED, answer_by=answer_by.isoformat())
    asked = story.action
    assert (asked.next_day, asked.awaits_answer) == (answer_by, True)
    stands = [group_of_action(asked, day) for day in (answer_by, answer_by + DAY, DUE + DAY)]
    assert stands == [before, Group.DUE_SOON, Group.OVERDUE]
    answered = story.then(EventKind.ANSWERED).action
    assert (answered.next_day, answered.awaits_answer) == (DUE, False)
    assert group_of_action(answered, answer_by + DAY) is before


@pytest.mark.parametrize(
    ("answer_by", "next_day"), [(DUE, DUE), (DUE + DAY, DUE), (DUE - DAY, DUE - DAY), (None, DUE)]
)
def test_the_day_of_an_answer_comes_next_only_before_the_day_of_the_action(
    answer_by: date | None, next_day: date
) -> None:
    says = answer_by.isoformat() if answer_by else None
    asked = story_of(Status.AGREED).then(EventKind.ESCALATED, answer_by=says).action
    assert (asked.next_day, asked.awaits_answer) == (next_day, next_day != DUE)
    done = story_of(Status.AGREED).then(EventKind.ESCALATED, answer_by=says).then(EventKind.DONE).action
    assert (done.next_day, done.awaits_answer) == (None, False)


def test_good_practice_without_a_day_is_never_overdue() -> None:
    kept = Story(keep=True, due=None).then(EventKind.AGREED).action
    assert group_of_action(kept, date(2100, 1, 1)) is Group.KEPT


def test_a_workplace_says_what_soon_means() -> None:
    agreed = story_of(Status.AGREED).action
    soon = [group_of_action(agreed, DUE - days * DAY, Rules(due_soon_days=3)) for days in (3, 2)]
    assert soon == [Group.LATER, Group.DUE_SOON]


@pytest.mark.parametrize("status", Status)
def test_only_what_is_still_to_be_done_is_overdue_and_only_after_its_day(status: Status) -> None:
    action = story_of(status).action
    open_ = status in {Status.AGREED, Status.IN_PROGRESS, Status.BLOCKED}
    assert [action.is_overdue(day) for day in (DUE - DAY, DUE, DUE + DAY)] == [False, False, open_]
    assert action.is_open is open_


@pytest.mark.parametrize(
    ("status", "day"),
    [
        (Status.PROPOSED, DUE),
        (Status.AGREED, DUE),
        (Status.IN_PROGRESS, DUE),
        (Status.BLOCKED, DUE),
        (Status.DONE, None),
        (Status.CONFIRMED, RECHECK),
        (Status.EMBEDDED, None),
        (Status.NOT_ACHIEVED, None),
        (Status.WITHDRAWN, None),
    ],
)
def test_on_which_day_something_is_expected_next(status: Status, day: date | None) -> None:
    assert story_of(status).action.next_day == day
