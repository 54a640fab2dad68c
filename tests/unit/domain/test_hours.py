"""The time of day at which a one-to-one began or ended, as people write it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reflect.domain.supervision.hours import read_time, said_time
from reflect.errors import WrongUse

DAY = date(2026, 7, 6)
NOW = datetime(2026, 7, 6, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("14:05", "14:05"),
        ("14.05", "14:05"),
        ("9", "09:00"),
        (" 2.30 PM ", "14:30"),
        ("12 am", "00:00"),
        ("12:15pm", "12:15"),
    ],
)
def test_a_time_is_read_where_the_person_is_and_said_back(words: str, said: str) -> None:
    moment = read_time(words, DAY, NOW)
    assert moment is not None
    assert moment.tzinfo is UTC
    assert said_time(moment) == said
    assert moment.astimezone().date() == DAY


def test_now_is_this_moment() -> None:
    assert read_time("Now", DAY, NOW) == NOW


def test_no_words_mean_no_time() -> None:
    assert read_time("  ", DAY, NOW) is None


@pytest.mark.parametrize(
    "words", ["25:00", "14:60", "13 pm", "0 am", "soon", "14:5", "1405", "14:05:00", "-1"]
)
def test_anything_else_is_refused_with_examples(words: str) -> None:
    with pytest.raises(WrongUse, match=r"14:05"):
        read_time(words, DAY, NOW)
