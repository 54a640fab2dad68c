"""Under which rules a team's numbers are shown, week after week, so that nobody can be told from them.

Nothing is shown of a team before one number of the whole is: until then not even a 0, which would tell of a few people
when it goes. A number is shown when at least `threshold` people are behind it, or nobody is, and likewise behind what
is left of it without what is listed, which a lead can count by hand. It is shown anew, a 0 as well, only when as many
people's part in it has changed since each time that it was shown before: until then it says neither another number nor
that it is not shown. The same holds for what can be reckoned from shown numbers: a whole without its parts (`rests`),
and what several sums give back together (`combined`). Where that would tell on fewer people, one of the numbers stays
back: the smallest part, and the whole only where no part is left to stay back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reflect.domain.figures.behind import Behind, are_enough_apart, is_of_enough, split
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.combined import Found, found_out
from reflect.domain.figures.rests import Rest, Rests, State

FEWEST = 3
USUAL_THRESHOLD = 5
_NOBODY: Behind = {}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows from a week on, and who is behind it; None where it says only that it is not shown.
    `threshold` is how many people had to be behind it then; `number` what it says where that is no count."""

    week: date
    behind: Behind | None
    threshold: int = USUAL_THRESHOLD
    number: int | None = None

    @property
    def value(self) -> int | None:
        """The number; None where it is not shown."""
        if self.behind is None:
            return None
        return sum(self.behind.values()) if self.number is None else self.number


@dataclass(slots=True)
class Publication:
    """All that was ever shown of one team: of each cell, and of each rest, oldest first. Once anything is shown, a cell
    that is not there is shown as 0. What was shown while fewer people were enough counts as not shown."""

    threshold: int = USUAL_THRESHOLD
    shown: dict[Cell, list[Shown]] = field(default_factory=dict)
    rests: dict[Rest, list[Behind]] = field(default_factory=dict)
    _related: Rests = field(default_factory=Rests)
    _known: set[Cell] = field(default_factory=set)

    @property
    def begun(self) -> date | None:
        """The week in which a number of the whole was first shown; None where none ever was."""
        wholes = (versions for cell, versions in self.shown.items() if cell.by is By.WHOLE)
        return min((one.week for versions in wholes for one in versions if one.behind), default=None)

    def state(self) -> dict[Cell, Behind | None]:
        """Who is behind each cell as it is shown now."""
        return {cell: self._behind(versions[-1]) for cell, versions in self.shown.items()}

    def related(self, cells: Iterable[Cell]) -> Rests:
        """How all cells that are there, and these, go together."""
        for cell in (*(self.shown if len(self._known) < len(self.shown) else ()), *cells):
            if cell not in self._known:
                self._known.add(cell)
                self._related.add(cell)
        return self._related

    def _behind(self, one: Shown) -> Behind | None:
        return one.behind if one.threshold >= self.threshold or not one.behind else None


@dataclass(frozen=True, slots=True)
class Change:
    """What a week adds: cells that are shown anew, and rests that can be reckoned anew, in an order to be kept."""

    shown: Mapping[Cell, Shown]
    rests: Mapping[Rest, Behind]


def publish(
    publication: Publication,
    counted: Mapping[Cell, Mapping[str, int]],
    week: date,
    *,
    listed: Mapping[Cell, Mapping[str, int]] | None = None,
    numbers: Mapping[Cell, int] | None = None,
) -> Change:
    """Shows what may be shown of a week's count, and leaves everything else as it was shown before. `listed` is the
    part of the count that a lead can see action by action; `numbers` are what cells say that are no counts."""
    begun = publication.begun
    behind = {cell: split(people, (listed or {}).get(cell, {})) for cell, people in counted.items()}
    if begun is None:
        before, fresh = {}, _wanted_first(publication, behind)
    else:
        before = publication.state()
        fresh = _wanted(publication, before, behind, begun)
    if not fresh:
        return Change({}, {})
    left = _Week(publication, before, fresh, first=begun is None).settled()
    if begun is None and not any(who for cell, who in fresh.items() if cell.by is By.WHOLE):
        return Change({}, {})
    shown = {
        cell: Shown(week, who, publication.threshold, (numbers or {}).get(cell))
        for cell, who in fresh.items()
    }
    for cell, one in shown.items():
        publication.shown.setdefault(cell, []).append(one)
    for rest, who in left.items():
        publication.rests.setdefault(rest, []).append(who)
    return Change(shown, left)


class _Week:
    """The numbers of one week while it is decided which of them stay back."""

    def __init__(
        self, publication: Publication, before: State, fresh: dict[Cell, Behind | None], *, first: bool
    ) -> None:
        self._publication = publication
        self._first = first
        self._before = before
        self._fresh = fresh
        self._after = {**before, **fresh}
        self._rests = publication.related(fresh)

    def settled(self) -> dict[Rest, Behind]:
        """Holds back what would tell on a few; what can be reckoned anew then."""
        self._hold_back_what_tells(self._fresh)
        while back := self._to_hold_back():
            self._hold_back_what_tells([self._hold(cell) for cell in back])
        left: dict[Rest, Behind] = {}
        for rest in self._touched(self._fresh):
            now = self._rests.reckoned(rest, self._after)
            if now is not None and now not in self._publication.rests.get(rest, ()):
                left[rest] = now
        return left

    def _hold_back_what_tells(self, changed: Iterable[Cell]) -> None:
        """Goes through all that can be reckoned from numbers that changed."""
        waiting = deque(self._touched(changed))
        while waiting:
            rest = waiting.popleft()
            while self._tells(rest):
                back = self._hold(self._held_back(rest))
                waiting += (
                    other for other in self._rests.touching(back) if other != rest and other not in waiting
                )

    def _touched(self, cells: Iterable[Cell]) -> list[Rest]:
        return list(dict.fromkeys(rest for cell in cells for rest in self._rests.touching(cell)))

    def _tells(self, rest: Rest) -> bool:
        """Whether a rest tells on fewer people than the threshold, by itself or beside what it was before."""
        left = self._rests.reckoned(rest, self._after)
        if left is None or left == self._rests.reckoned(rest, self._before):
            return False
        return not self._may_be_told(rest, left) or self._rests.gives_each_away(rest, left, self._after)

    def _may_be_told(self, rest: Rest, left: Behind) -> bool:
        """Whether enough people are behind a rest, and behind what changed in it: since it was reckoned before, and
        since its whole was shown, which it was as long as there were no parts."""
        threshold = self._publication.threshold
        if not left or not is_of_enough(left, threshold):
            return not left
        whole = (one.behind for one in self._publication.shown.get(rest.whole, ()) if one.behind is not None)
        return all(
            are_enough_apart(left, earlier, threshold)
            for earlier in (*reversed(self._publication.rests.get(rest, ())), *whole)
        )

    def _held_back(self, rest: Rest) -> Cell:
        """Which of the new numbers that a rest is made of stays back."""
        parts = [cell for cell in self._rests.parts[rest] if self._fresh.get(cell) is not None]
        if parts:
            return min(parts, key=self._size)
        if rest.whole in self._fresh:
            return rest.whole
        return next(cell for cell in self._rests.parts[rest] if cell in self._fresh and cell in self._before)

    def _size(self, cell: Cell) -> tuple[int, Cell]:
        return sum((self._fresh[cell] or {}).values()), cell

    def _hold(self, cell: Cell) -> Cell:
        """A number stays as it was shown before; in the first week it is not shown."""
        if cell in self._before:
            self._after[cell] = self._before[cell]
            del self._fresh[cell]
        elif not self._first:
            del self._after[cell], self._fresh[cell]
        else:
            self._after[cell] = self._fresh[cell] = None
        return cell

    def _to_hold_back(self) -> list[Cell]:
        """The numbers that stay back because others that are not shown would follow from them: one at most in each
        sum, since that may be enough."""
        back: list[Cell] = []
        settled: set[Rest] = set()
        for one in found_out(self._rests, self._after):
            if settled.isdisjoint(one.sums) and (cell := self._new_one_in(one)) is not None:
                back.append(cell)
                settled.update(self._rests.touching(cell))
        return back

    def _new_one_in(self, one: Found) -> Cell | None:
        """The number that stays back so that another one does not follow; None where nothing is new in its sums, so
        that it follows from what was shown before."""
        wholes = {rest.whole for rest in one.sums}
        cells = wholes.union(*(self._rests.parts[rest] for rest in one.sums))
        new = {cell for cell in cells if cell in self._fresh}
        shown = {cell for cell in new if self._fresh[cell]}
        stood = {cell for cell in new if cell in self._before}
        return min(shown - wholes or shown or stood, key=self._size, default=None)


def _wanted_first(publication: Publication, counted: Mapping[Cell, Behind]) -> dict[Cell, Behind | None]:
    """What each cell by itself would show in the first week that shows anything."""
    behind = {cell: counted.get(cell, _NOBODY) for cell in sorted({*counted, *publication.shown})}
    return {cell: who if is_of_enough(who, publication.threshold) else None for cell, who in behind.items()}


def _wanted(
    publication: Publication, before: State, counted: Mapping[Cell, Behind], begun: date
) -> dict[Cell, Behind | None]:
    """What each cell by itself would show anew. One that is not shown stays so where nobody is behind it any more."""
    fresh: dict[Cell, Behind | None] = {}
    for cell in dict.fromkeys((*counted, *before)):
        behind, standing = counted.get(cell, _NOBODY), before.get(cell, _NOBODY)
        if behind == standing or (standing is None and not behind):
            continue
        wanted = behind if is_of_enough(behind, publication.threshold) else None
        if wanted != standing and _changed_enough(publication, cell, behind, begun):
            fresh[cell] = wanted
    return {cell: fresh[cell] for cell in sorted(fresh)}


def _changed_enough(publication: Publication, cell: Cell, behind: Behind, begun: date) -> bool:
    """Whether enough people's part in a number has changed since each time that it was shown, the 0 too as which it
    stood when nobody was behind it in the first week."""
    versions = publication.shown.get(cell, [])
    stood = [one.behind for one in reversed(versions) if one.behind is not None]
    if not versions or versions[0].week > begun:
        stood.append(_NOBODY)
    return all(are_enough_apart(behind, earlier, publication.threshold) for earlier in stood)
