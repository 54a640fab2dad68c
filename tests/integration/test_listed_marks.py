"""What a team's log knows without opening an action: what is live whole, what is over window by window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reflect.domain.actions.action import ENDED, Level, Status
from reflect.domain.figures.mark import Mark
from reflect.domain.links import Team
from reflect.domain.people import CircleKind, Person, Standing
from reflect.storage.figures import StoredMark
from reflect.storage.store import Store, Transaction

KEY = bytes(range(32))
SINCE = datetime(2026, 3, 2, tzinfo=UTC)
DAY = SINCE.date()
EMBEDDED, WITHDRAWN = (Status.EMBEDDED, False), (Status.WITHDRAWN, False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two teams with one person, and a circle in which all actions stand."""
    store = Store.create(tmp_path, KEY)
    with store.writing() as transaction:
        transaction.people.add(Person("p", "Robin", "Nurse", Standing.ACTIVE, True, SINCE))
        transaction.circles.open("c", CircleKind.TEAM, SINCE)
        for team in ("north", "south"):
            transaction.teams.add(Team(team, team, "p", SINCE, ("p",)))
    yield store
    store.close()


def put(
    transaction: Transaction,
    id_: str,
    status: Status,
    *,
    team: str = "north",
    day: date = DAY,
    listed: bool = True,
    keep: bool = False,
) -> None:
    mark = Mark(id_, "p", (), Level.TEAM, (), status, DAY, DAY, None, None, day, keep=keep)
    transaction.figures.put(StoredMark(mark, team, "c", listed, None))


def test_what_is_over_comes_latest_change_first_and_then_by_id_over_several_teams(store: Store) -> None:
    with store.writing() as transaction:
        for number in range(6):
            day = DAY + timedelta(days=number // 2)
            put(transaction, f"{number}", Status.EMBEDDED, team=("north", "south")[number % 2], day=day)
        put(transaction, "w", Status.WITHDRAWN, day=DAY + timedelta(days=9))
        put(transaction, "k", Status.EMBEDDED, keep=True)
        put(transaction, "not listed", Status.EMBEDDED, listed=False)
        put(transaction, "live", Status.DONE)
        marks = transaction.listed_marks
        assert marks.over_ids(["north", "south"], [EMBEDDED], 0, 10) == ["4", "5", "2", "3", "0", "1"]
        assert marks.over_ids(["south", "north"], [EMBEDDED], 1, 3) == ["5", "2", "3"]
        assert marks.over_ids(["north"], [EMBEDDED, WITHDRAWN], 0, 2) == ["w", "4"]
        assert marks.over_ids(["north"], [(Status.EMBEDDED, True)], 0, 9) == ["k"]
        assert marks.over_ids(["north"], [], 0, 9) == marks.over_ids([], [EMBEDDED], 0, 9) == []
        assert marks.counts(["north", "south"]) == {
            EMBEDDED: 6, WITHDRAWN: 1, (Status.EMBEDDED, True): 1, (Status.DONE, False): 1,
        }  # fmt: skip


def test_live_and_over_are_all_that_is_listed(store: Store) -> None:
    agreed = [status for status in Status if status is not Status.PROPOSED]
    with store.writing() as transaction:
        for status in agreed:
            put(transaction, status.value, status)
            put(transaction, f"{status.value} not listed", status, listed=False)
        live = {stored.mark.status for stored in transaction.listed_marks.live(["north", "south"])}
        over = {stored.mark.status for stored in transaction.listed_marks.over(["north"])}
        assert transaction.listed_marks.live(["south"]) == []
        assert len(transaction.figures.open_marks("north")) == 6
    assert (live, over) == (set(agreed) - ENDED, set(ENDED))


def test_windows_and_open_marks_are_read_by_their_indexes(store: Store) -> None:
    with store.reading() as transaction:
        asked: list[str] = []
        execute = transaction.figures._execute

        def noting(statement: str, values: object) -> object:
            asked.append(" ".join(row[3] for row in execute(f"EXPLAIN QUERY PLAN {statement}", values)))
            return execute(statement, values)

        transaction.listed_marks.__class__(noting).over_ids(["north"], [EMBEDDED], 0, 10)
        transaction.listed_marks.__class__(noting).over_ids(["north", "south"], [EMBEDDED], 0, 10)
        transaction.listed_marks.__class__(noting).live(["north"])
        transaction.figures.__class__(noting).open_marks("north")
        transaction.figures.__class__(noting).days_to_done("north")
    for plan, index in zip(asked, ("over", "over", "live", "live", "live"), strict=True):
        assert f"ix_figure_mark_{index}" in plan, plan
        assert "SCAN figure_mark" not in plan, plan
    assert "COVERING" in asked[0]
    assert not any("TEMP B-TREE" in plan for plan in asked), asked


def test_days_to_done_leave_good_practice_out(store: Store) -> None:
    with store.writing() as transaction:
        for id_, keep, done in (("1", False, 12), ("2", True, 3), ("3", False, None)):
            day = None if done is None else DAY + timedelta(days=done)
            mark = Mark(id_, "p", (), Level.TEAM, (), Status.DONE, DAY, DAY, day, None, DAY, keep=keep)
            transaction.figures.put(StoredMark(mark, "north", "c", False, None))
        assert transaction.figures.days_to_done("north") == [("p", False, 12)]
