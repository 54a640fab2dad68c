"""How a number of a team's figures is said, the same on every page and in every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.dates import said_short

NEAREST = 5
_MOST_THEMES = 5
NONE_YET = "No figures are shown yet."
NOT_YET = "no figures yet"
NOT_SHOWN = "not shown"
"""What stands where a number is held back: never an empty place, which could be read as none."""
NOT_FROZEN = "not frozen yet"
WHY_NOT_FROZEN = "“Not frozen yet” stands for a number where more can be counted on the log than it says."


def why_not_shown(people: int) -> str:
    """Why a number is not shown. Which of the two it is would itself tell of people."""
    return f"fewer than {people} people stand behind it, or it would tell of fewer"


def when_they_begin(people: int) -> str:
    """Why nothing is shown of a team yet, not even a 0."""
    return (
        f"They begin once {people} people stand behind a number: before that even a 0 could tell of somebody."
    )


def how_long_a_nought_stays(people: int, *, nought: str = "0") -> str:
    """What a 0 means, however it is drawn: that somebody came to it is not told either."""
    return f"a {nought} stays until {people} people stand behind the number"


def what_is_due(without_agreement: int, without_supervisor: int) -> str:
    """What the counts of one-to-ones are of, and from how many people nothing is due."""
    told = [
        "Due is one for each interval that the two agreed on, counted from the day on which their agreement holds. "
        "Planned counts those held and cancelled too."
    ]
    if without_agreement:
        told.append(
            f"For {_people(without_agreement)} no agreement that both have signed is known to say how often they meet: "
            "nothing is due from them."
        )
    if without_supervisor:
        told.append(f"Nobody supervises {_people(without_supervisor)}: nothing is due from them.")
    return " ".join(told)


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def to_nearest(value: int) -> int:
    """A count to the nearest 5; halves do not occur."""
    return (value + NEAREST // 2) // NEAREST * NEAREST


def as_shown(value: int | None, *, rounded: bool = False) -> int | str:
    """A number over everything agreed as it is shown: what is not shown is said in words."""
    if value is None:
        return NOT_SHOWN
    return to_nearest(value) if rounded else value


def percent(part: int | None, whole: int | None) -> int | None:
    """A whole percentage, of unrounded figures, halves up; None where one of the two is not shown, or there is nothing
    to take a part of."""
    if part is None or not whole:
        return None
    return (100 * part + whole // 2) // whole


def of_week(monday: date | None) -> str:
    """What follows a number that is from an earlier week than the last frozen one, such as ` (10 Aug 2026)`."""
    return "" if monday is None else f" ({said_short(monday)})"


OF_WEEK = (
    "A day behind a number, or in the title above it, is the Monday of the week from which it is: it stands as it was "
    "until enough people's part in it has changed."
)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Of which weeks the numbers of one table are, each by its Monday: most of them of `usual`, which the title says
    where it is not the last frozen one, and of others each number says its own."""

    usual: date | None
    last: date | None

    @classmethod
    def of(cls, mondays: Iterable[date | None], last: date | None) -> Weeks:
        """The weeks of some numbers; None is a number that has none: it is not shown, or 0 since the first week."""
        counts = Counter(monday for monday in mondays if monday is not None)
        usual = next((monday for monday, count in counts.items() if 2 * count > counts.total()), last)
        return cls(usual, last)

    @property
    def in_title(self) -> str:
        """What follows the title of the table, such as `, as frozen on 25 May 2026`."""
        if self.usual is None or self.usual == self.last:
            return ""
        return f", as frozen on {said_short(self.usual)}"

    def behind(self, monday: date | None) -> str:
        """What follows one of its numbers."""
        return of_week(None if monday == self.usual else monday)


WHY_STUBBORN = (
    "A theme is stubborn where at least half of the reviews that say their year have found it, in different years, and "
    "actions on it were agreed in at least two years, this year or last year among them."
)


def that_come_back(labels: Sequence[str]) -> str:
    """Which themes come back, those first that do so in most years: a few by name, and how many others."""
    named, others = "; ".join(labels[:_MOST_THEMES]), len(labels) - _MOST_THEMES
    return f"Themes that come back across reviews and years: {named}{f' and {others} more' if others > 0 else ''}."


def quarter_words(first_month: str) -> str:
    """A quarter by its first month (`2026-07`) in words: `July to September 2026`."""
    year, month = first_month.split("-")
    first, last = _QUARTERS[(int(month) - 1) // 3]
    return f"{first} to {last} {year}"


def age_words(key: str) -> str:
    """An age in days (`31-90`, or `181-` for the oldest) in words."""
    first, _, last = key.partition("-")
    return f"{first} to {last} days" if last else f"{first} days or more"


_QUARTERS = (("January", "March"), ("April", "June"), ("July", "September"), ("October", "December"))
