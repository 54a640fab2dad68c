"""Questions that come back: which ones, when, and by a rule that a person can read.

A question may return 30 days after it was first answered, then 90, then every 180. Of those whose day has come,
a few are offered: first those that share a theme with a sitting that is still open, then the ones seen longest
ago, and no two of the same theme while another theme waits. Nothing is ever overdue; the person may choose
another rhythm for a question, put it off, or stop it, and stop all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

RHYTHM = (30, 90, 180)
MOST_OFFERED = 3
PUT_OFF_DAYS = 30

RULE = (
    "A question may come back 30 days after you first answered it, then after 90, then every 180. Up to three are "
    "offered: first those close to what you have open, then those you saw longest ago, from different themes. "
    "Nothing is overdue. You can choose another time for each, or stop it."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A question that somebody has answered: when last, and on how many days."""

    bank: str
    question: str
    themes: tuple[str, ...]
    last: date
    times: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of one question: another rhythm in days, not before a day, or not again."""

    every_days: int | None = None
    not_before: date | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Outlook:
    """Whether and when one question may come back. `day` is the first day, or None: it was never answered, or was
    stopped (see `wish`). `is_asked` is False when its bank asks it no more; `all_return` is False when the person
    wants no questions to come back."""

    day: date | None
    wish: Wish
    is_asked: bool
    all_return: bool


def returns_on(seen: Seen, wish: Wish | None = None) -> date | None:
    """The first day on which a question may come back; None if it was stopped."""
    wanted = wish or Wish()
    if wanted.stopped:
        return None
    days = wanted.every_days or RHYTHM[min(seen.times, len(RHYTHM)) - 1]
    day = seen.last + timedelta(days=days)
    return max(day, wanted.not_before) if wanted.not_before else day


def coming_back(
    seen: Iterable[Seen],
    wishes: Mapping[tuple[str, str], Wish],
    open_themes: Collection[str],
    today: date,
    most: int = MOST_OFFERED,
) -> tuple[Seen, ...]:
    """The questions to offer today, by the rule of this module."""
    ready = []
    for question in seen:
        day = returns_on(question, wishes.get((question.bank, question.question)))
        if day is not None and day <= today:
            ready.append(question)
    open_ = set(open_themes)
    ready.sort(
        key=lambda question: (not open_.intersection(question.themes), question.last, question.question)
    )
    chosen: list[Seen] = []
    while ready and len(chosen) < most:
        used = {theme for question in chosen for theme in question.themes}
        pick = next((question for question in ready if not used.intersection(question.themes)), ready[0])
        ready.remove(pick)
        chosen.append(pick)
    return tuple(chosen)
