"""Themes that come back: what most reviews have found again, although something was agreed about it, year by year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.banks import Polarity
from reflect.domain.figures.cells import By
from reflect.domain.figures.measures import Measure

if TYPE_CHECKING:
    from reflect.domain.banks import Bank
    from reflect.domain.figures.mark import Mark
    from reflect.domain.figures.team_figures import FigureCell

REVIEWS = 2
YEARS = 2
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def stubborn_themes(
    banks: Iterable[Bank], history: Iterable[FigureCell], listed: Mapping[str, Collection[int]], day: date
) -> dict[str, int]:
    """The themes that are stubborn on a day, each with the number of years in which actions on it were agreed: those
    first that come back in most years, and of these those of most reviews. A theme is stubborn when all of this is so:

    1. of the reviews with something to be strengthened at least half have found it, and two at the least, told in
       documents of at least two different years (a document that does not say its year proves no difference, and its
       reviews do not count),
    2. actions on it were agreed in at least two calendar years, as far as can be read from numbers that were shown:
       a year counts when the number of actions agreed on the theme was shown in one of its weeks, above what was shown
       before. For a lead a year also counts when a listed action on the theme was agreed in it;
       `listed` holds these years by theme, and
    3. it has not gone away: the last of these years is that of the day, or the one before.

    Nothing is used that is not shown, so that the mark tells no more than the figures do."""
    agreed: dict[str, set[int]] = defaultdict(set)
    for theme, years in years_shown(history).items():
        agreed[theme] |= years
    for theme, several in listed.items():
        agreed[theme].update(several)
    reviews = found_again(banks)
    stubborn = {
        theme: len(agreed[theme])
        for theme in reviews
        if len(agreed[theme]) >= YEARS and max(agreed[theme]) >= day.year - 1
    }
    ordered = sorted(stubborn, key=lambda theme: (-stubborn[theme], -reviews[theme]))
    return {theme: stubborn[theme] for theme in ordered}


def found_again(banks: Iterable[Bank]) -> dict[str, int]:
    """In how many reviews each theme stands that fulfils the first condition, in the order in which the banks name
    them."""
    reviews: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[int]] = defaultdict(set)
    for bank in banks:
        year = year_of(bank)
        for finding in bank.findings:
            if finding.polarity is Polarity.STRENGTHEN and year is not None:
                for theme in finding.themes:
                    reviews[theme].add(f"{bank.id}/{finding.review or ''}")
                    years[theme].add(year)
    count = len(set().union(*reviews.values()))
    return {
        theme: len(several)
        for theme, several in reviews.items()
        if len(several) >= REVIEWS and 2 * len(several) >= count and len(years[theme]) >= YEARS
    }


def year_of(bank: Bank) -> int | None:
    """The year in which a briefing was published, the last of several that it names; None where it does not say."""
    said = _A_YEAR.findall(bank.document.published or "")
    return int(said[-1]) if said else None


def years_shown(history: Iterable[FigureCell]) -> dict[str, set[int]]:
    """By theme the calendar years in which the number of actions agreed on it was seen to grow."""
    found: dict[str, set[int]] = defaultdict(set)
    last: dict[str, int] = {}
    for one in sorted(history, key=lambda one: one.week):
        if one.cell.measure is not Measure.AGREED or one.cell.by is not By.THEME or one.value is None:
            continue
        theme = one.cell.key
        if one.value > last.get(theme, 0):
            found[theme].add(one.week.year)
        last[theme] = one.value
    return found


def years_listed(marks: Iterable[Mark]) -> dict[str, set[int]]:
    """By theme the calendar years in which listed actions on it were agreed, good practice left out."""
    found: dict[str, set[int]] = defaultdict(set)
    for mark in marks:
        if not mark.keep:
            for theme in mark.themes:
                found[theme].add(mark.agreed.year)
    return found
