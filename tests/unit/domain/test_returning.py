"""Questions come back by a rule that a person can read, and never as a debt."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reflect.domain.returning import RULE, Seen, Wish, coming_back, returns_on

TODAY = date(2026, 6, 1)


def seen(question: str, *, days_ago: int, times: int = 1, theme: str = "") -> Seen:
    return Seen("child-s", question, (theme or question,), TODAY - timedelta(days=days_ago), times)


@pytest.mark.parametrize(("times", "days"), [(1, 30), (2, 90), (3, 180), (9, 180)])
def test_the_rhythm_widens(times: int, days: int) -> None:
    question = seen("q", days_ago=0, times=times)
    assert returns_on(question) == TODAY + timedelta(days=days)


def test_a_person_chooses_another_rhythm_puts_off_or_stops() -> None:
    question = seen("q", days_ago=10)
    assert returns_on(question, Wish(every_days=7)) == TODAY - timedelta(days=3)
    assert returns_on(question, Wish(not_before=date(2027, 1, 1))) == date(2027, 1, 1)
    assert returns_on(question, Wish(stopped=True)) is None


def test_the_one_seen_longest_ago_comes_first_and_no_more_than_three() -> None:
    questions = [
        seen(name, days_ago=days) for name, days in (("a", 40), ("b", 90), ("c", 31), ("d", 60), ("e", 29))
    ]
    assert [one.question for one in coming_back(questions, {}, (), TODAY)] == ["b", "d", "a"]


def test_what_is_close_to_something_open_comes_before() -> None:
    questions = [seen("old", days_ago=300, theme="supervision"), seen("close", days_ago=35, theme="fathers")]
    assert [one.question for one in coming_back(questions, {}, {"fathers"}, TODAY)] == ["close", "old"]


def test_themes_are_spread_while_another_theme_waits() -> None:
    questions = [
        seen("one", days_ago=90, theme="fathers"),
        seen("two", days_ago=80, theme="fathers"),
        seen("three", days_ago=40, theme="recording"),
    ]
    assert [one.question for one in coming_back(questions, {}, (), TODAY, most=2)] == ["one", "three"]
    assert [one.question for one in coming_back(questions, {}, (), TODAY)] == ["one", "three", "two"]


def test_nothing_is_offered_before_its_day_or_after_it_was_stopped() -> None:
    questions = [seen("early", days_ago=29), seen("stopped", days_ago=400)]
    assert coming_back(questions, {("child-s", "stopped"): Wish(stopped=True)}, (), TODAY) == ()


def test_the_rule_is_said_in_words() -> None:
    for word in ("30", "90", "180", "three", "Nothing is overdue", "stop"):
        assert word in RULE
