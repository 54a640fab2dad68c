"""The letter of an action (RAG): first match wins, and every boundary is a day that somebody can point at."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from acting import DUE, MONDAY, RECHECK, Story, story_of
from reflect.domain.actions.action import Action, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rag import Rag, half_time, key_words, rag
from reflect.domain.actions.rules import Rules
from reflect.settings import Settings

FAR = MONDAY + timedelta(days=400)


def on_the_way(due: date) -> Action:
    """An action that was agreed and started on the Monday."""
    return Story().then(EventKind.AGREED, due=due.isoformat()).then(EventKind.STARTED).action


def in_days(days: int) -> date:
    return MONDAY + timedelta(days=days)


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.WITHDRAWN, Status.NOT_ACHIEVED])
@pytest.mark.parametrize("today", [MONDAY, FAR])
def test_what_is_not_or_no_longer_agreed_is_grey_whatever_its_day(status: Status, today: date) -> None:
    assert rag(story_of(status).action, today) is Rag.GREY


def test_grey_comes_before_red() -> None:
    blocked = story_of(Status.BLOCKED)
    for _ in range(3):
        blocked.then(EventKind.CARRIED)
    assert rag(blocked.action, MONDAY) is Rag.RED
    assert rag(blocked.then(EventKind.WITHDRAWN).action, FAR) is Rag.GREY


@pytest.mark.parametrize(("status", "letter"), [(Status.EMBEDDED, Rag.BLUE), (Status.CONFIRMED, Rag.GREEN)])
def test_embedded_is_blue_and_confirmed_green_however_often_it_was_carried_and_however_late_it_is(
    status: Status, letter: Rag
) -> None:
    story = story_of(Status.AGREED).then(EventKind.CARRIED).then(EventKind.CARRIED)
    story.then(EventKind.DONE).then(EventKind.CONFIRMED)
    if status is Status.EMBEDDED:
        story.then(EventKind.RECHECKED, on=RECHECK)
    assert story.action.carried == 2
    assert rag(story.action, FAR) is letter


@pytest.mark.parametrize(
    ("waited", "letter"), [(0, Rag.GREEN), (14, Rag.GREEN), (15, Rag.AMBER), (400, Rag.AMBER)]
)
def test_done_is_green_for_up_to_14_days_and_then_amber_until_it_is_confirmed(
    waited: int, letter: Rag
) -> None:
    assert rag(story_of(Status.DONE).action, in_days(waited)) is letter


@pytest.mark.parametrize(("times", "letter"), [(0, Rag.GREEN), (1, Rag.AMBER), (2, Rag.RED)])
def test_what_was_carried_and_then_done_keeps_the_letter_of_its_carrying_until_it_is_confirmed(
    times: int, letter: Rag
) -> None:
    story = story_of(Status.AGREED)
    for _ in range(times):
        story.then(EventKind.CARRIED)
    assert rag(story.then(EventKind.DONE).action, MONDAY) is letter
    assert rag(story.then(EventKind.CONFIRMED).action, MONDAY) is Rag.GREEN


def test_what_was_done_after_its_day_is_not_overdue_any_more() -> None:
    late = story_of(Status.IN_PROGRESS).then(EventKind.DONE, on=DUE + timedelta(days=9)).action
    assert rag(late, DUE + timedelta(days=10)) is Rag.GREEN


@pytest.mark.parametrize(
    ("left", "letter"),
    [(15, Rag.GREEN), (14, Rag.GREEN), (13, Rag.AMBER), (1, Rag.AMBER), (0, Rag.AMBER), (-1, Rag.RED)],
)
def test_on_the_way_it_is_green_with_14_days_left_amber_with_13_and_red_after_its_day(
    left: int, letter: Rag
) -> None:
    assert rag(on_the_way(in_days(left)), MONDAY) is letter


@pytest.mark.parametrize(("quiet", "letter"), [(0, Rag.GREEN), (28, Rag.GREEN), (29, Rag.AMBER)])
def test_no_update_for_more_than_28_days_is_amber(quiet: int, letter: Rag) -> None:
    assert rag(on_the_way(FAR), in_days(quiet)) is letter


def test_a_note_is_an_update() -> None:
    far = Story().then(EventKind.AGREED, due=FAR.isoformat()).then(EventKind.STARTED)
    assert rag(far.action, in_days(40)) is Rag.AMBER
    assert rag(far.then(EventKind.NOTED, on=in_days(20)).action, in_days(40)) is Rag.GREEN


@pytest.mark.parametrize(("times", "letter"), [(0, Rag.GREEN), (1, Rag.AMBER), (2, Rag.RED), (3, Rag.RED)])
def test_carried_once_is_amber_and_twice_red(times: int, letter: Rag) -> None:
    story = Story().then(EventKind.AGREED, due=FAR.isoformat()).then(EventKind.STARTED)
    for _ in range(times):
        story.then(EventKind.CARRIED, due=FAR.isoformat())
    assert rag(story.action, MONDAY) is letter


def test_blocked_is_red_and_green_again_once_the_way_is_free() -> None:
    story = Story().then(EventKind.AGREED, due=FAR.isoformat()).then(EventKind.BLOCKED)
    assert rag(story.action, MONDAY) is Rag.RED
    assert rag(story.then(EventKind.UNBLOCKED).action, MONDAY) is Rag.GREEN


@pytest.mark.parametrize(
    ("days", "half"), [(0, 0), (1, 0), (2, 1), (3, 1), (40, 20), (41, 20), (-1, 0), (-30, 0)]
)
def test_half_time_is_the_middle_day_and_of_two_the_earlier(days: int, half: int) -> None:
    assert half_time(MONDAY, in_days(days)) == in_days(half)


@pytest.mark.parametrize(
    ("span", "today", "letter"),
    [
        pytest.param(40, 20, Rag.GREEN, id="on half-time of an even span"),
        pytest.param(40, 21, Rag.RED, id="the day after it"),
        pytest.param(41, 20, Rag.GREEN, id="on half-time of an odd span"),
        pytest.param(41, 21, Rag.RED, id="the day after that"),
        pytest.param(1, 0, Rag.AMBER, id="due tomorrow, agreed today"),
        pytest.param(1, 1, Rag.RED, id="due today, agreed yesterday, not started"),
        pytest.param(0, 0, Rag.AMBER, id="due on the day on which it was agreed"),
    ],
)
def test_not_started_by_half_time_is_red(span: int, today: int, letter: Rag) -> None:
    agreed = Story().then(EventKind.AGREED, due=in_days(span).isoformat())
    assert rag(agreed.action, in_days(today)) is letter


def test_once_started_half_time_no_longer_counts() -> None:
    assert rag(on_the_way(in_days(40)), in_days(21)) is Rag.GREEN


def test_carrying_moves_half_time_with_the_new_day() -> None:
    story = Story().then(EventKind.AGREED, due=in_days(40).isoformat())
    assert rag(story.action, in_days(25)) is Rag.RED
    carried = story.then(EventKind.CARRIED, on=in_days(25), due=in_days(60).isoformat()).action
    assert rag(carried, in_days(30)) is Rag.AMBER
    assert rag(carried, in_days(31)) is Rag.RED


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("today", [MONDAY, FAR])
def test_good_practice_has_no_letter(status: Status, today: date) -> None:
    assert rag(story_of(status, keep=True).action, today) is None


def test_a_workplace_sets_its_own_numbers() -> None:
    rules = Rules(due_soon_days=7, quiet_days=10, unconfirmed_days=3)
    assert [rag(on_the_way(in_days(left)), MONDAY, rules) for left in (7, 6)] == [Rag.GREEN, Rag.AMBER]
    assert [rag(on_the_way(FAR), in_days(quiet), rules) for quiet in (10, 11)] == [Rag.GREEN, Rag.AMBER]
    done = story_of(Status.DONE).action
    assert [rag(done, in_days(waited), rules) for waited in (3, 4)] == [Rag.GREEN, Rag.AMBER]


def test_the_settings_of_a_workspace_are_its_rules() -> None:
    settings = Settings(
        due_soon_days=7,
        quiet_days=10,
        unconfirmed_days=3,
        recheck_days=60,
        ladder=(("First", "the ward", 1),),
    )
    rules = Rules.of(settings)
    assert (rules.due_soon_days, rules.quiet_days, rules.unconfirmed_days, rules.recheck_days) == (
        7,
        10,
        3,
        60,
    )
    assert [(stage.name, stage.role, stage.working_days) for stage in rules.ladder] == [
        ("First", "the ward", 1)
    ]
    assert Rules.of(Settings()) == Rules()


def test_a_letter_is_told_without_colour_and_its_key_names_the_numbers() -> None:
    assert {one: one.letter for one in Rag} == {
        Rag.BLUE: "B",
        Rag.GREEN: "G",
        Rag.AMBER: "A",
        Rag.RED: "R",
        Rag.GREY: "-",
    }
    key = dict(key_words(Rules(due_soon_days=7, quiet_days=11, unconfirmed_days=3)))
    assert set(key) == set(Rag)
    assert all(number in key[Rag.GREEN] for number in ("3 days", "7 days", "last 11"))
    assert all(number in key[Rag.AMBER] for number in ("7 days", "than 11", "than 3"))
