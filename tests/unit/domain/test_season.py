"""Looking back on a season or a year: counted from the list of sittings, for the person alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.reflection import ReflectionCard
from reflect.domain.season import Period, Span, season_of

THEMES = {"day": ("child-daily-life",), "father": ("fathers-and-partners", "infant-unborn")}
COULD_BE = ("child-daily-life", "fathers-and-partners", "recording-quality")
AUTUMN = Period.around(Span.SEASON, date(2026, 10, 5))


def sitting(day: date, *answered: str, finished: bool = False, bank: str = "child-m") -> ReflectionCard:
    started = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return ReflectionCard(f"{day}-{answered}", bank, "Child M", started, finished, answered)


def themes_of(bank: str, question: str) -> tuple[str, ...]:
    return THEMES.get(question, ())


@pytest.mark.parametrize(
    ("day", "name", "first", "last"),
    [
        (date(2026, 9, 1), "Autumn 2026", date(2026, 9, 1), date(2026, 11, 30)),
        (date(2026, 11, 30), "Autumn 2026", date(2026, 9, 1), date(2026, 11, 30)),
        (date(2026, 12, 1), "Winter 2026 to 2027", date(2026, 12, 1), date(2027, 2, 28)),
        (date(2028, 2, 29), "Winter 2027 to 2028", date(2027, 12, 1), date(2028, 2, 29)),
        (date(2026, 5, 31), "Spring 2026", date(2026, 3, 1), date(2026, 5, 31)),
        (date(2026, 6, 1), "Summer 2026", date(2026, 6, 1), date(2026, 8, 31)),
    ],
)
def test_a_season_has_three_months_and_winter_begins_in_december(
    day: date, name: str, first: date, last: date
) -> None:
    period = Period.around(Span.SEASON, day)
    assert (period.name, period.first, period.last) == (name, first, last)
    assert len(period.months) == 3


def test_a_year_is_a_calendar_year() -> None:
    year = Period.around(Span.YEAR, date(2026, 6, 3))
    assert (year.name, year.first, year.last) == ("2026", date(2026, 1, 1), date(2026, 12, 31))
    assert year.months[0] == (2026, 1)
    assert year.month_names[11] == "December"


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Span))
def test_every_day_belongs_to_one_period_and_periods_follow_without_a_gap(day: date, span: Span) -> None:
    period = Period.around(span, day)
    assert period.holds(day)
    assert period.after().first == period.last + timedelta(days=1)
    assert period.before().last == period.first - timedelta(days=1)
    assert period.after().before() == period
    assert [Period.around(span, date(*month, 1)) for month in period.months] == [period] * len(period.months)


def test_answers_count_for_each_of_their_themes_in_the_month_of_their_sitting() -> None:
    cards = [
        sitting(date(2026, 9, 3), "day", "father"),
        sitting(date(2026, 11, 30), "day", finished=True),
        sitting(date(2026, 12, 1), "day"),
    ]
    season = season_of(AUTUMN, cards, themes_of, COULD_BE)
    assert [(one.theme, one.by_month, one.answers) for one in season.touched] == [
        ("child-daily-life", (1, 0, 1), 2),
        ("fathers-and-partners", (1, 0, 0), 1),
        ("infant-unborn", (1, 0, 0), 1),
    ]
    assert season.untouched == ("recording-quality",)
    assert (len(season.sittings), season.finished) == (2, 1)


def test_only_a_sitting_before_the_period_makes_an_earlier_one_worth_going_to() -> None:
    here, before = sitting(date(2026, 9, 3), "day"), sitting(date(2026, 8, 31), "day")
    assert not season_of(AUTUMN, [here], themes_of, COULD_BE).has_earlier
    assert season_of(AUTUMN, [here, before], themes_of, COULD_BE).has_earlier
    assert not season_of(AUTUMN, [], themes_of, COULD_BE).has_earlier


def test_a_question_was_answered_again_if_it_had_been_answered_before() -> None:
    cards = [
        sitting(date(2025, 3, 1), "day"),
        sitting(date(2026, 9, 3), "day"),
        sitting(date(2026, 10, 3), "father"),
        sitting(date(2026, 10, 4), "father", bank="another"),
        sitting(date(2027, 1, 1), "day", "father"),
    ]
    (again,) = season_of(AUTUMN, cards, themes_of, COULD_BE).again
    assert (again.question, again.first, again.last, again.times) == (
        "day",
        date(2025, 3, 1),
        date(2026, 9, 3),
        2,
    )
    assert season_of(AUTUMN.before(), cards, themes_of, COULD_BE).again == ()
