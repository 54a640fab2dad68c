"""In which sections and in which order actions are listed: numbers of rows, and not a word of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

from reflect.domain.actions.action import Level
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.actions.wanted import Wanted

if TYPE_CHECKING:
    from reflect.services.actions.index import ActionIndex
    from reflect.services.actions.lists import Arranged

E = TypeVar("E", bound=StrEnum)
P = TypeVar("P")
Themes = Mapping[str, tuple[str, ...]]
_NO_THEME = "no theme"


class By(StrEnum):
    """What the sections are."""

    NEXT = "by what comes next"
    THEME = "by theme"
    LEVEL = "by level"
    NOTHING = "all together"


class Order(StrEnum):
    """What comes first within a section."""

    DAY = "the soonest day first"
    CHANGE = "the latest change first"


@dataclass(frozen=True, slots=True)
class Section(Generic[P]):
    """A title, and the places of its actions; a section without title has no line of its own."""

    title: str
    places: Sequence[P]


@dataclass(frozen=True)
class Rows(Generic[P]):
    """Sections below each other, with an empty line between if `is_loose`. Rows are counted from 0."""

    sections: tuple[Section[P], ...]
    is_loose: bool = field(default=True, kw_only=True)
    _ends: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        heights = (
            len(one.places) + (1 if one.title else 0) + (1 if number and self.is_loose else 0)
            for number, one in enumerate(self.sections)
        )
        object.__setattr__(self, "_ends", tuple(accumulate(heights)))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def section_at(self, row: int) -> tuple[Section[P], int]:
        """The section of a row, and which of its actions stands there: -1 is its title, -2 the line above that."""
        number = bisect_right(self._ends, row)
        within = row - (self._ends[number - 1] if number else 0)
        section = self.sections[number]
        above = (1 if section.title else 0) + (1 if number and self.is_loose else 0)
        return section, within - above

    def has_action(self, row: int) -> bool:
        """Whether an action stands in a row, no title and no empty line."""
        return 0 <= row < len(self) and self.section_at(row)[1] >= 0

    @property
    def first(self) -> int:
        """The first row in which an action stands."""
        return 1 if self.sections and self.sections[0].title else 0


@dataclass(frozen=True)
class Listing(Rows[int]):
    """Actions by their places in an index."""

    index: ActionIndex

    def id_at(self, row: int) -> str | None:
        """The id of the action in a row; None for a title and for an empty line."""
        section, place = self.section_at(row)
        return self.index.id_at(section.places[place]) if place >= 0 else None

    def row_of(self, action: str | None, near: int) -> int:
        """A row in which an action stands: `near` if it does there, else the first; where it stands nowhere, the first
        row of all that has an action."""
        if action is not None and near < len(self) and self.id_at(near) == action:
            return near
        where = self.index.place_of(action) if action is not None else None
        if where is None:
            return self.first
        row = 0
        for number, section in enumerate(self.sections):
            row += (1 if section.title else 0) + (1 if number else 0)
            if where in section.places:
                return row + section.places.index(where)
            row += len(section.places)
        return self.first


def listing(
    everything: Arranged,
    by: By,
    order: Order,
    wanted: Wanted,
    *,
    found: frozenset[str] | None = None,
    themes: Themes | None = None,
    rules: Rules = USUAL,
    label: Callable[[str], str] = str,
) -> Listing:
    """What passes `wanted`, in sections. `found` are the ids of those with the wanted words and theme; `themes` those
    of each action, needed only to group by them: an action with several stands under each; letters are by `rules`."""
    index = everything.index
    tests = tuple(_tests(everything, wanted, found, rules))
    sections: list[Section[int]] = []
    for title, passing in _sections(everything, by, themes or {}, label):
        for test in tests:
            passing = list(filter(test, passing))
        if order is Order.CHANGE:
            passing = sorted(passing, key=index.changed_at, reverse=True)
        if passing:
            sections.append(Section(title, passing))
    return Listing(tuple(sections), index)


def _sections(
    everything: Arranged, by: By, themes: Themes, label: Callable[[str], str]
) -> list[tuple[str, Sequence[int]]]:
    index = everything.index
    if by is By.NEXT:
        return [(group.value.capitalize(), places) for group, places in everything.places.items()]
    if by is By.NOTHING:
        return [("", index.by_day())]
    sections: dict[str, list[int]] = {}
    if by is By.LEVEL:
        sections = {level.value.capitalize(): [] for level in Level}
        for place in index.by_day():
            sections[index.level_at(place).value.capitalize()].append(place)
        return list(sections.items())
    for place in index.by_day():
        for theme in themes.get(index.id_at(place), ()) or ("",):
            sections.setdefault(label(theme) if theme else _NO_THEME.capitalize(), []).append(place)
    return sorted(sections.items(), key=lambda one: (one[0] == _NO_THEME.capitalize(), one[0]))


def _tests(
    everything: Arranged, wanted: Wanted, found: frozenset[str] | None, rules: Rules
) -> Iterator[Callable[[int], bool]]:
    """What the place of an action has to pass, one test after the other."""
    index, today = everything.index, everything.today
    if wanted.level is not None:
        yield lambda place: index.level_at(place) is wanted.level
    if wanted.status is not None:
        yield lambda place: index.status_at(place) is wanted.status
    if wanted.rag is not None:
        yield lambda place: index.letter(place, today, rules) is wanted.rag
    if wanted.overdue:
        yield frozenset(index.overdue(today)).__contains__
    if wanted.due_before is not None:
        yield frozenset(index.due_before(wanted.due_before)).__contains__
    if found is not None:
        yield lambda place: index.id_at(place) in found


def after(one: E) -> E:
    """The next one of its kind, and after the last the first again."""
    every = list(type(one))
    return every[(every.index(one) + 1) % len(every)]
