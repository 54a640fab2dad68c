"""When real people reflect: in bursts after training or a one-to-one, with long gaps, seldom on holiday."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from reflect.demo.luck import Luck

# Minutes after midnight, UTC: over lunch, at the end of the day, late in the evening; the likelier the more often.
_HOURS = ((12 * 60, 4), (16 * 60 + 30, 6), (19 * 60 + 45, 3), (8 * 60 + 10, 2))
_WEEKDAYS = (5, 4, 4, 4, 3, 1, 1)


def days_of_work(luck: Luck, start: date, until: date) -> tuple[date, ...]:
    """The days on which somebody sat down to reflect: from `start` up to the day before `until`, in order."""
    away = _away(luck, start, until)
    found: set[date] = set()
    day = start + timedelta(days=luck.number(0, 20))
    while day < until:
        for _ in range(luck.weighted((1, 2, 3), (6, 3, 1))):
            if day < until and day not in away and luck.chance(_WEEKDAYS[day.weekday()] / 5):
                found.add(day)
            day += timedelta(days=luck.number(1, 5))
        # A month is usual from one burst to the next; now and then somebody stays away for a season.
        day += timedelta(days=luck.number(80, 130) if luck.chance(0.1) else luck.number(18, 48))
    return tuple(sorted(found))


def begun_at(luck: Luck, day: date) -> datetime:
    """The moment at which somebody sits down on a day."""
    start = luck.weighted([start for start, _ in _HOURS], [weight for _, weight in _HOURS])
    midnight = datetime.combine(day, time(), UTC)
    return midnight + timedelta(minutes=start + luck.number(0, 70), seconds=luck.number(0, 59))


def _away(luck: Luck, start: date, until: date) -> frozenset[date]:
    """Two weeks in summer, some days at Easter, and Christmas."""
    gone: set[date] = set()
    for year in range(start.year, until.year + 1):
        summer = date(year, 7, 20) + timedelta(days=luck.number(0, 28))
        spring = date(year, 3, 25) + timedelta(days=luck.number(0, 14))
        for first, days in ((summer, 15), (spring, 6), (date(year, 12, 22), 14)):
            gone.update(first + timedelta(days=number) for number in range(days))
    return frozenset(gone)
