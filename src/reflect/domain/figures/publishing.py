"""Under which rules a team's numbers are shown, week after week, so that nobody can be told from them.

A number is shown when at least `threshold` people are behind it, or nobody is. It is shown anew only when as many
people's part in it has changed since each time that it was shown before. The same holds for what can be reckoned
from shown numbers (`rests`). Where a rest would tell on fewer people, one of its numbers stays back: the smallest
part, and the whole only where no part is left to stay back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reflect.domain.figures.cells import Behind, Cell
from reflect.domain.figures.rests import Rest, touching

FEWEST = 3
USUAL_THRESHOLD = 5

State = Mapping[Cell, Behind | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows from a week on, and who is behind it; None where it says only that it is not shown."""

    week: date
    behind: Behind | None

    @property
    def value(self) -> int | None:
        """The number; None where it is not shown."""
        return None if self.behind is None else sum(self.behind.values())


@dataclass(slots=True)
class Publication:
    """All that was ever shown of one team: of each cell, and of each rest, oldest first. A cell that is not there has
    had nobody behind it so far."""

    threshold: int = USUAL_THRESHOLD
    shown: dict[Cell, list[Shown]] = field(default_factory=dict)
    rests: dict[Rest, list[Behind]] = field(default_factory=dict)

    def state(self) -> dict[Cell, Behind | None]:
        """Who is behind each cell as it is shown now."""
        return {cell: versions[-1].behind for cell, versions in self.shown.items()}


def publish(publication: Publication, counted: Mapping[Cell, Behind], week: date) -> None:
    """Shows what may be shown of a week's count, and leaves everything else as it was shown before."""
    before = publication.state()
    fresh = _wanted(publication, before, counted)
    after = {**before, **fresh}
    touched = touching(after)
    waiting = deque(dict.fromkeys(rest for cell in fresh for rest in touched.get(cell, ())))
    while waiting:
        rest = waiting.popleft()
        while _tells(publication, rest, before, after):
            back = _held_back(rest, before, fresh)
            if back in before:
                after[back] = before[back]
                del fresh[back]
            else:
                after[back] = fresh[back] = None
            waiting += (other for other in touched[back] if other != rest and other not in waiting)
    for cell, behind in fresh.items():
        publication.shown.setdefault(cell, []).append(Shown(week, behind))
    for rest in dict.fromkeys(rest for cell in fresh for rest in touched.get(cell, ())):
        left = rest.reckoned(after)
        if left is not None and left not in publication.rests.setdefault(rest, []):
            publication.rests[rest].append(left)


def _wanted(
    publication: Publication, before: State, counted: Mapping[Cell, Behind]
) -> dict[Cell, Behind | None]:
    """What each cell by itself would show anew."""
    threshold = publication.threshold
    fresh: dict[Cell, Behind | None] = {}
    for cell in sorted({*counted, *before}):
        behind = counted.get(cell, {})
        wanted = behind if not behind or len(behind) >= threshold else None
        if cell not in before:
            fresh[cell] = wanted
            continue
        standing = before[cell]
        back_to_nobody = standing is None and not behind
        from_nobody = standing == {} and wanted is None
        if wanted == standing or back_to_nobody:
            continue
        if from_nobody or _changed_enough(publication.shown[cell], behind, threshold):
            fresh[cell] = wanted
    return fresh


def _tells(publication: Publication, rest: Rest, before: State, after: State) -> bool:
    """Whether a rest tells on fewer people than the threshold, by itself or beside what it was before."""
    left = rest.reckoned(after)
    if left is None or left == rest.reckoned(before):
        return False
    threshold = publication.threshold
    if not _is_of_enough(left, threshold) or rest.gives_each_away(after):
        return True
    return not all(
        _is_of_enough(_difference(left, earlier), threshold) for earlier in publication.rests.get(rest, ())
    )


def _held_back(rest: Rest, before: State, fresh: State) -> Cell:
    """Which of the new numbers that a rest is made of stays back."""
    parts = [cell for cell in rest.parts if fresh.get(cell) is not None]
    if parts:
        return min(parts, key=lambda cell: (sum((fresh[cell] or {}).values()), cell))
    if rest.whole in fresh:
        return rest.whole
    return next(cell for cell in rest.parts if cell in fresh and cell in before)


def _changed_enough(earlier: Sequence[Shown], behind: Behind, threshold: int) -> bool:
    return all(
        _is_of_enough(_difference(behind, one.behind), threshold) for one in earlier if one.behind is not None
    )


def _difference(one: Behind, other: Behind) -> dict[str, int]:
    return {person: rest for person in {*one, *other} if (rest := one.get(person, 0) - other.get(person, 0))}


def _is_of_enough(behind: Behind, threshold: int) -> bool:
    return not behind or len(behind) >= threshold
