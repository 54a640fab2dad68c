"""Which actions a list holds: all that is asked for, together."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acting import DUE, MONDAY, story_of
from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rag import Rag
from reflect.domain.actions.rules import Rules
from reflect.domain.actions.wanted import Wanted, Whose

DAY = timedelta(days=1)
AGREED = story_of(Status.AGREED).action


@pytest.mark.parametrize("status", Status)
def test_who_asks_for_nothing_gets_everything(status: Status) -> None:
    assert Wanted().matches(story_of(status).action, MONDAY)


@pytest.mark.parametrize("status", Status)
def test_a_status_is_that_status_and_no_other(status: Status) -> None:
    action = story_of(status).action
    assert [one for one in Status if Wanted(status=one).matches(action, MONDAY)] == [status]


@pytest.mark.parametrize("level", Level)
def test_a_level_is_that_level_and_no_other(level: Level) -> None:
    action = story_of(Status.AGREED, level=level.value).action
    assert [one for one in Level if Wanted(level=one).matches(action, MONDAY)] == [level]


def test_overdue_is_what_is_still_to_be_done_after_its_day() -> None:
    assert [Wanted(overdue=True).matches(AGREED, day) for day in (DUE, DUE + DAY)] == [False, True]
    assert not Wanted(overdue=True).matches(story_of(Status.DONE).action, DUE + DAY)


def test_due_before_a_day_leaves_that_day_out_and_what_has_no_day() -> None:
    asked = [Wanted(due_before=day).matches(AGREED, MONDAY) for day in (DUE, DUE + DAY)]
    assert asked == [False, True]
    assert not Wanted(due_before=DUE).matches(story_of(Status.AGREED, keep=True, due=None).action, MONDAY)


def test_a_theme_is_one_of_its_themes_whole() -> None:
    action = story_of(Status.AGREED, themes=["fathers-and-partners", "local:harbour"]).action
    asked = ("fathers-and-partners", "local:harbour", "fathers", "child-daily-life")
    assert [Wanted(theme=theme).matches(action, MONDAY) for theme in asked] == [True, True, False, False]


def test_a_letter_is_that_of_the_day_and_of_the_workplace() -> None:
    near = DUE - 10 * DAY
    started = story_of(Status.IN_PROGRESS).then(EventKind.NOTED, on=near).action
    assert [one for one in Rag if Wanted(rag=one).matches(started, near)] == [Rag.AMBER]
    assert [one for one in Rag if Wanted(rag=one).matches(started, near, Rules(due_soon_days=5))] == [
        Rag.GREEN
    ]
    assert [one for one in Rag if Wanted(rag=one).matches(started, DUE + DAY)] == [Rag.RED]


def test_good_practice_has_no_letter_to_be_asked_for() -> None:
    kept = story_of(Status.AGREED, keep=True).action
    assert not any(Wanted(rag=one).matches(kept, MONDAY) for one in Rag)


def test_listed_is_what_a_team_can_see_and_ones_own_record_holds_nobody_elses() -> None:
    listed = story_of(Status.AGREED).then(EventKind.SHOWN, circle="team").action
    paired = story_of(Status.AGREED).then(EventKind.SHOWN, circle="pair").action
    for whose, matched in (
        (Whose.MINE, [True, True, True]),
        (Whose.LISTED, [False, False, True]),
        (Whose.SUPERVISEES, [False, False, False]),
    ):
        assert [Wanted(whose=whose).matches(one, MONDAY) for one in (AGREED, paired, listed)] == matched


def test_everything_that_is_asked_for_has_to_hold() -> None:
    asked = Wanted(overdue=True, status=Status.AGREED, level=Level.PRACTITIONER, theme="fathers-and-partners")
    assert asked.matches(AGREED, DUE + DAY)
    assert not asked.matches(story_of(Status.AGREED, themes=[]).action, DUE + DAY)
    assert not asked.matches(story_of(Status.AGREED, level="team").action, DUE + DAY)
    assert not asked.matches(story_of(Status.IN_PROGRESS).action, DUE + DAY)
    assert not asked.matches(AGREED, DUE)


def test_words_and_number_are_not_looked_at_here() -> None:
    assert Wanted(search="nothing like it", limit=0, as_at=MONDAY - DAY).matches(AGREED, MONDAY)
