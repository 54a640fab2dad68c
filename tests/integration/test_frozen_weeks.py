"""A team's figures are frozen once a week, whole or not at all, and read from frozen weeks alone."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from frozen_team import KEY, MONDAY, PEOPLE, SINCE, TEAM, agree, founded, publishing, read
from reflect.domain.actions.action import Level, Status
from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.publishing import Publication, publish
from reflect.domain.figures.team_figures import FigureCell, Lowered
from reflect.domain.links import Team
from reflect.domain.telling import NoticeKind, team_words
from reflect.services.overseeing.publishing import counted, freeze, week_of
from reflect.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A file with a team of twelve."""
    store = founded(tmp_path)
    yield store
    store.close()


def test_before_a_week_was_frozen_there_is_nothing_to_read(store: Store) -> None:
    agree(store, 6)
    figures = read(store, MONDAY)
    assert (figures.week, figures.cells, figures.history) == (None, (), ())


def test_what_was_frozen_stands_until_the_next_week_whatever_happens(store: Store) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    agree(store, 6, first=6)
    sunday = MONDAY + timedelta(days=6)
    publishing(store, sunday).freeze([TEAM])
    frozen = read(store, sunday)
    assert (frozen.week, frozen.value(Measure.AGREED)) == (MONDAY, 6)
    monday = MONDAY + timedelta(days=7)
    publishing(store, monday).freeze([TEAM])
    assert read(store, monday).value(Measure.AGREED) == 12
    assert read(store, sunday) == frozen
    agreed = Cell(Measure.AGREED)
    assert read(store, monday).over_time(agreed, (MONDAY - timedelta(days=1), sunday, monday)) == (
        None, FigureCell(agreed, 6, MONDAY), FigureCell(agreed, 12, monday),
    )  # fmt: skip
    never = Cell(Measure.ESCALATED)
    assert read(store, monday).over_time(never, (MONDAY,)) == (FigureCell(never, 0, MONDAY),)


def test_of_a_team_of_few_people_nothing_is_shown_whatever_week_by_week_they_do(store: Store) -> None:
    for number, status in enumerate((Status.AGREED, Status.DONE, Status.CONFIRMED)):
        week = MONDAY + timedelta(weeks=number)
        agree(store, 2, status=status, done=None if status is Status.AGREED else week)
        publishing(store, week).freeze([TEAM])
        figures = read(store, week)
        assert (figures.week, figures.first, figures.cells, figures.history) == (None, None, (), ())
        assert figures.value(Measure.AGREED) is None
        assert figures.value(Measure.ESCALATED) is None
    agree(store, 3, first=2)
    later = MONDAY + timedelta(weeks=3)
    publishing(store, later).freeze([TEAM])
    figures = read(store, later)
    assert (figures.week, figures.first) == (later, later)
    shown = [figures.value(one) for one in (Measure.AGREED, Measure.ESCALATED, Measure.CONFIRMED)]
    assert shown == [9, 0, None]
    assert read(store, later - timedelta(days=1)).week is None


def test_a_nought_stands_as_of_the_first_week_until_enough_people_are_behind_the_number(store: Store) -> None:
    agree(store, 7)
    publishing(store).freeze([TEAM])
    escalated, told = Cell(Measure.ESCALATED), []
    for number, (more, first) in enumerate(((1, 0), (3, 1), (1, 4)), 1):
        week = MONDAY + timedelta(weeks=number)
        agree(store, more, first=first, stage=1)
        publishing(store, week).freeze([TEAM])
        told += read(store, week).over_time(escalated, [week])
    assert told == [FigureCell(escalated, 0, MONDAY)] * 2 + [FigureCell(escalated, 5, week)]


def test_of_quarters_only_those_of_the_period_are_read(store: Store) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    for since, until, quarters in (
        (-90, 0, ["2026-01"]),
        (0, 0, ["2026-01"]),
        (-365, -100, []),
        (100, 200, []),
    ):
        period = MONDAY + timedelta(days=since), MONDAY + timedelta(days=until)
        figures = read(store, MONDAY, period=period)
        assert [one.cell.key for one in figures.told_apart(Measure.AGREED, By.QUARTER)] == quarters
        assert figures.value(Measure.AGREED) == 6


def test_a_week_is_read_only_from_the_day_on_which_it_was_frozen(store: Store) -> None:
    agree(store, 6)
    publishing(store, MONDAY + timedelta(days=3)).freeze([TEAM])
    assert read(store, MONDAY + timedelta(days=2)).week is None
    assert read(store, MONDAY + timedelta(days=3)).week == MONDAY


def test_weeks_in_which_nobody_was_there_are_simply_not_there(store: Store) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    later = MONDAY + timedelta(weeks=4)
    publishing(store, later).freeze([TEAM])
    assert read(store, later - timedelta(days=1)).week == MONDAY
    assert read(store, later).week == later


def test_two_windows_at_once_freeze_a_week_once(store: Store, tmp_path: Path) -> None:
    agree(store, 6)
    others = [Store.open(tmp_path, KEY) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda other: publishing(other).freeze([TEAM]), others))
    for other in others:
        other.close()
    assert read(store, MONDAY).value(Measure.AGREED) == 6
    with store.reading() as transaction:
        shown = transaction.publications.load(TEAM, 5).shown
    assert {len(versions) for versions in shown.values()} == {1}


def test_a_week_that_is_cut_short_is_not_frozen_at_all(store: Store) -> None:
    agree(store, 6)

    def cut_short() -> None:
        with store.writing() as transaction:
            freeze(transaction, TEAM, MONDAY, USUAL, 5)
            raise RuntimeError("cut short")

    with pytest.raises(RuntimeError):
        cut_short()
    assert read(store, MONDAY).week is None
    publishing(store).freeze([TEAM])
    assert read(store, MONDAY).value(Measure.AGREED) == 6


def test_the_next_week_is_held_against_what_was_kept_of_those_before(store: Store) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    agree(store, 4, first=6)
    next_week = MONDAY + timedelta(weeks=1)
    publishing(store, next_week).freeze([TEAM])
    assert read(store, next_week).value(Measure.AGREED) == 6
    agree(store, 1, first=10)
    week_after = MONDAY + timedelta(weeks=2)
    publishing(store, week_after).freeze([TEAM])
    assert read(store, week_after).value(Measure.AGREED) == 11


def test_all_that_the_rules_need_of_a_week_is_there_again_in_the_next(store: Store) -> None:
    in_memory = Publication()
    for number in range(4):
        week = MONDAY + timedelta(weeks=number)
        agree(store, 7, listed=2 * number, level=Level.SERVICE if number % 2 else Level.TEAM)
        agree(store, 5, first=7, themes=("recording-quality",))
        with store.writing() as transaction:
            everything, listed, numbers = counted(transaction, TEAM, week, USUAL)
            publish(in_memory, everything, week, listed=listed, numbers=numbers)
            freeze(transaction, TEAM, week, USUAL, 5)
            freeze(transaction, TEAM, week, USUAL, 5)
    with store.reading() as transaction:
        kept = transaction.publications.load(TEAM, 5)
    assert kept.rests == in_memory.rests
    assert len([rest for rest in kept.rests.values() if len(rest) > 1]) > 3
    assert {
        cell: [(one.week, one.value, one.behind) for one in shown] for cell, shown in kept.shown.items()
    } == {
        cell: [(one.week, one.value, one.behind) for one in shown] for cell, shown in in_memory.shown.items()
    }


def test_what_a_lead_can_count_by_hand_leaves_nobody_over(store: Store) -> None:
    agree(store, 7, listed=6)
    publishing(store).freeze([TEAM])
    assert read(store, MONDAY).value(Measure.AGREED) is None


def test_what_is_all_listed_is_shown_like_everything_else(store: Store) -> None:
    agree(store, 7, listed=7)
    publishing(store).freeze([TEAM])
    assert read(store, MONDAY).value(Measure.AGREED) == 7


def test_what_was_shown_with_fewer_people_is_hidden_once_more_are_asked_for(store: Store) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    stricter = read(store, MONDAY, people=8)
    assert (stricter.value(Measure.AGREED), stricter.people) == (None, 8)
    assert all(cell.suppressed for cell in (*stricter.cells, *stricter.history))
    assert read(store, MONDAY).value(Measure.AGREED) == 6
    agree(store, 6, first=6)
    next_week = MONDAY + timedelta(weeks=1)
    publishing(store, next_week, threshold=8).freeze([TEAM])
    assert read(store, next_week, people=8).value(Measure.AGREED) is None
    week_after = MONDAY + timedelta(weeks=2)
    agree(store, 2)
    publishing(store, week_after, threshold=8).freeze([TEAM])
    assert read(store, week_after, people=8).value(Measure.AGREED) == 14


def test_a_number_with_enough_people_for_more_comes_back_with_the_next_week(store: Store) -> None:
    agree(store, 9)
    publishing(store).freeze([TEAM])
    assert read(store, MONDAY, people=8).value(Measure.AGREED) is None
    next_week = MONDAY + timedelta(weeks=1)
    publishing(store, next_week, threshold=8).freeze([TEAM])
    assert read(store, next_week, people=8).value(Measure.AGREED) == 9


def test_what_was_frozen_as_not_shown_stays_so_when_fewer_people_are_enough(store: Store) -> None:
    agree(store, 6)
    publishing(store, threshold=8).freeze([TEAM])
    assert read(store, MONDAY, people=5).value(Measure.AGREED) is None


def test_everybody_in_the_team_is_told_once_when_fewer_people_are_enough(store: Store) -> None:
    agree(store, 6)
    weeks = [MONDAY + timedelta(weeks=number) for number in range(4)]
    told = []
    for week, threshold in zip(weeks, (5, 8, 3, 3), strict=True):
        publishing(store, week, threshold).freeze([TEAM])
        with store.reading() as transaction:
            waiting = {one: transaction.notices.waiting_for(one) for one in PEOPLE}
            told.append(sum(map(len, waiting.values())))
    assert told == [0, 0, 12, 12]
    assert {notice.kind for several in waiting.values() for notice in several} == {NoticeKind.FEWER_ENOUGH}
    assert [read(store, week).lowered for week in weeks[:2]] == [None, None]
    assert read(store, weeks[3]).lowered == Lowered(weeks[2], 8, 3)
    team, (notice,) = Team(TEAM, "North", PEOPLE[0], SINCE), waiting[PEOPLE[3]]
    assert team_words(notice.kind, team, notice.about, PEOPLE[3], {}).startswith(
        "Numbers of the team North are shown from fewer people on than before"
    )


def test_days_to_done_are_shown_once_enough_people_have_done_something(store: Store) -> None:
    for number, took in enumerate((3, 9, 10, 40)):
        day = MONDAY + timedelta(days=took)
        agree(store, 1, first=number, status=Status.DONE, done=day)
    publishing(store).freeze([TEAM])
    assert read(store, MONDAY).value(Measure.DAYS_TO_DONE) is None
    agree(store, 1, first=4, status=Status.CONFIRMED, done=MONDAY + timedelta(days=11))
    agree(store, 1, first=5, status=Status.NOT_ACHIEVED, done=MONDAY)
    next_week = MONDAY + timedelta(weeks=1)
    publishing(store, next_week).freeze([TEAM])
    assert read(store, next_week).value(Measure.DAYS_TO_DONE) == 10


def test_open_actions_are_told_apart_by_how_long_ago_they_were_agreed(store: Store) -> None:
    agree(store, 6)
    agree(store, 6, first=6, agreed=MONDAY - timedelta(days=100))
    publishing(store).freeze([TEAM])
    ages = read(store, MONDAY).told_apart(Measure.OPEN, By.AGE)
    assert [(one.cell.key, one.value) for one in ages] == [("0-30", 6), ("91-180", 6)]


def test_a_file_of_a_newer_version_is_read_and_nothing_is_frozen(store: Store, tmp_path: Path) -> None:
    agree(store, 6)
    publishing(store).freeze([TEAM])
    read_only = Store(tmp_path / "reflect.db", store._engine, read_only=True)
    later = MONDAY + timedelta(weeks=1)
    publishing(read_only, later).freeze([TEAM])
    assert read(store, later).week == MONDAY == week_of(MONDAY + timedelta(days=6))


def test_one_to_ones_are_counted_for_whoever_leads_by_their_dates_and_states(store: Store) -> None:
    assert read(store, MONDAY).one_to_ones is None
    counts = read(store, MONDAY, leads=True).one_to_ones
    assert counts is not None
    assert (counts.planned, counts.held, counts.cancelled) == (0, 0, 0)
