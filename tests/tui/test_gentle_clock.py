"""A minute told in words, that stands still whenever somebody likes."""

from __future__ import annotations

import pytest

from reflect.tui.gentle_clock import STOPPED, GentleClock
from stage import Seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def clock(seconds: Seconds) -> GentleClock:
    clock = GentleClock(seconds)
    clock.start()
    return clock


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (0, "About a minute for this"),
        (15, "About a minute for this"),
        (16, "About half a minute left"),
        (40, "About half a minute left"),
        (41, "A few seconds left, then on by itself"),
        (90, "A few seconds left, then on by itself"),
    ],
)
def test_what_is_left_is_told_without_a_figure_that_runs_down(
    clock: GentleClock, seconds: Seconds, passed: int, words: str
) -> None:
    seconds.passed = passed
    assert clock.words == words
    assert clock.left == max(60 - passed, 0)


def test_stopped_it_says_so_and_keeps_what_is_left(clock: GentleClock, seconds: Seconds) -> None:
    seconds.passed = 30
    clock.stop()
    seconds.passed = 500
    assert (clock.left, clock.words, clock.is_running) == (30, STOPPED, False)
    clock.start()
    seconds.passed = 510
    assert (clock.left, clock.is_running) == (20, True)


def test_a_fresh_minute_is_whole_whether_the_clock_runs_or_not(clock: GentleClock, seconds: Seconds) -> None:
    seconds.passed = 50
    clock.begin_minute()
    assert (clock.left, clock.is_running) == (60, True)
    seconds.passed = 60
    clock.stop()
    clock.begin_minute()
    seconds.passed = 100
    assert (clock.left, clock.is_running) == (60, False)


def test_it_begins_stopped(seconds: Seconds) -> None:
    clock = GentleClock(seconds)
    seconds.passed = 100
    assert (clock.left, clock.is_running) == (60, False)
