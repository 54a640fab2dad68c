"""Days of actions: a due date never moves by a day, whatever the clocks, the calendar or the computer's clock do."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from clocks import StoppedClock
from command_line import CommandLine
from own_actions import agreed, done, moved, proposed, shown

# Beside the calendar's corners, places where a day begins far from where it does in UTC.
ZONES = ("Europe/London", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns")


class ClockOfAPlace(StoppedClock):
    """A stopped clock whose date is that of a place some hours from UTC."""

    def __init__(self, moment: datetime, day: date) -> None:
        super().__init__(moment)
        self.day = day

    def today(self) -> date:
        return self.day


@pytest.mark.parametrize(
    ("today", "words", "due"),
    [
        ("2026-03-28", "tomorrow", "2026-03-29"),
        ("2026-10-24", "tomorrow", "2026-10-25"),
        ("2026-10-18", "in a fortnight", "2026-11-01"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2028-02-29", "in 1 year", "2029-02-28"),
        ("2027-01-31", "in 1 month", "2027-02-28"),
        ("2027-01-31", "in 2 months", "2027-03-31"),
        ("2026-12-31", "end of next month", "2027-01-31"),
        ("2099-12-31", "tomorrow", "2100-01-01"),
        ("2100-02-28", "tomorrow", "2100-03-01"),
        ("1970-01-01", "today", "1970-01-01"),
        ("1970-01-01", "tomorrow", "1970-01-02"),
        ("2026-12-23", "2 working days", "2026-12-29"),
        ("2026-03-02", "3/2/27", "2027-02-03"),
    ],
)
def test_a_day_in_words_is_the_same_day_everywhere(
    robin: CommandLine, today: str, words: str, due: str
) -> None:
    robin.clock.moment = datetime.fromisoformat(f"{today}T12:00:00+00:00")
    action = agreed(robin, due=words)
    for hours in (0, 11, 12, 36, 36 + 24 * 200):
        robin.clock.moment = datetime.fromisoformat(f"{today}T12:00:00+00:00")
        robin.clock.go_on(hours=hours)
        assert shown(robin, action)["due"] == due
    day = date.fromisoformat(due)
    assert f"{day:%A} {day.day} {day:%B} {day.year}" in robin("action", "show", action).out
    assert robin("action", "list").out.split(action[:8])[0].count(str(day.year)) == 1


def test_something_due_today_is_late_from_tomorrow_on(robin: CommandLine) -> None:
    robin.clock.moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    action = agreed(robin, due="today")
    robin.clock.moment = datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC)
    assert robin("action", "list", "--overdue", "--json").json == []
    robin.clock.go_on(seconds=1)
    assert [one["id"] for one in robin("action", "list", "--overdue", "--json").json] == [action]


def test_the_day_is_that_of_the_place_and_not_of_utc(robin: CommandLine) -> None:
    robin.clock = ClockOfAPlace(datetime(2026, 3, 1, 11, 0, tzinfo=UTC), date(2026, 3, 2))
    action = agreed(robin, due="tomorrow")
    told = shown(robin, action)
    assert (told["agreed"], told["due"]) == ("2026-03-02", "2026-03-03")
    assert told["events"][0]["at"] == "2026-03-01T11:00:00Z"
    assert robin("action", "list", "--as-at", "2026-03-01", "--json").json == []


def test_a_clock_that_was_set_back_hides_and_breaks_nothing(robin: CommandLine) -> None:
    action = agreed(robin, due="in 6 weeks")
    robin.clock.go_on(days=-400)
    assert [one["id"] for one in robin("action", "list", "--json").json] == [action]
    moved(robin, "start", action)
    moved(robin, "note", action, stdin="The clock is wrong")
    moved(robin, "undo", action)
    robin.clock.go_on(days=401)
    told = shown(robin, action)
    assert (told["status"], told["due"], told["rag"]) == ("in-progress", "2026-04-13", "amber")
    assert [event["kind"] for event in told["events"]] == ["proposed", "agreed", "started", "noted", "undone"]
    assert robin("action", "show", action).code == 0
    assert robin("doctor", "--deep").out == "no faults found\n"


def test_ninety_days_lead_over_the_change_of_the_clocks(robin: CommandLine) -> None:
    robin.clock.moment = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    action = done(robin)
    moved(robin, "confirm", action)
    assert shown(robin, action)["recheck_due"] == "2026-06-26"


@pytest.mark.parametrize("zone", ZONES)
def test_in_no_time_zone_does_a_due_day_move(robin: CommandLine, zone: str, tmp_path: Path) -> None:
    action = proposed(robin, "--due", "2026-10-25")
    told = subprocess.run(
        [sys.executable, "-m", "reflect", "--workspace", str(robin.folder), *robin.who, "action", "list"],
        env={**os.environ, "TZ": zone, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split()[:5] == ["-", "grey", "25", "Oct", "2026"]
    assert told.stdout.rstrip().endswith(action[:8])
