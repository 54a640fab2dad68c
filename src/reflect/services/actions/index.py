"""What order, groups and letters of actions need, and not a word of them: read at once, whatever their number.

It is kept in pages by the first letters of an action's id, so that a change writes little and a list reads all of it
in one go. Each page is sealed like everything else that is its owner's.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import accumulate, compress
from typing import TYPE_CHECKING
from uuid import UUID

from reflect.domain.actions.action import OPEN, Level, Status
from reflect.domain.actions.groups import Group, group_of, place_of
from reflect.domain.actions.rag import Rag, letter_of
from reflect.domain.actions.rules import USUAL, Rules
from reflect.errors import DamagedFile
from reflect.services.actions.entry import Entry
from reflect.services.actions.months import Month, last_months

if TYPE_CHECKING:
    from reflect.vault.sealing import CircleKey

_STATUSES = tuple(Status)
_LEVELS = tuple(Level)
_OPEN = bytes(int(status in OPEN) for status in _STATUSES)
_ID_BYTES = 16
_KEEP = 1
_SMALL = ("status", "level", "carried", "keep")
_DAYS = ("next_day", "due", "agreed", "done", "ended", "updated_on")
_FORM = 1
_WIDTHS = (_ID_BYTES, *(1 for _ in _SMALL), *(4 for _ in _DAYS))


def part_of(action_id: str) -> str:
    """The page on which an action stands."""
    return action_id[:2]


def page_of(action_id: str) -> str:
    """The name of that page where it is stored."""
    return _page(part_of(action_id))


class ActionIndex:
    """The index in columns; a place counts from 0."""

    def __init__(self) -> None:
        self._ids = bytearray()
        self._small = {name: bytearray() for name in _SMALL}
        self._days = {name: array("I") for name in _DAYS}

    def __len__(self) -> int:
        return len(self._ids) // _ID_BYTES

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> ActionIndex:
        """An index of these entries."""
        index = cls()
        for entry in entries:
            index._add(entry)
        return index

    @classmethod
    def read(cls, pages: Iterable[bytes]) -> ActionIndex:
        """The index from its pages. Raises DamagedFile for a page that is none."""
        index = cls()
        index._read(pages)
        return index

    def with_entries(self, entries: Iterable[Entry]) -> ActionIndex:
        """This index with more entries."""
        return ActionIndex.read([self.written(), ActionIndex.of(entries).written()])

    def written(self) -> bytes:
        """The index as one page."""
        days = b"".join(_little(column).tobytes() for column in self._days.values())
        return b"".join((bytes([_FORM]), self._ids, *self._small.values(), days))

    def id_at(self, place: int) -> str:
        """The id of the action at a place."""
        return str(UUID(bytes=bytes(self._ids[place * _ID_BYTES : (place + 1) * _ID_BYTES])))

    def place_of(self, action_id: str) -> int | None:
        """The place of an action; None if it is not there."""
        wanted = UUID(action_id).bytes
        at = self._ids.find(wanted)
        while at > 0 and at % _ID_BYTES:
            at = self._ids.find(wanted, at + 1)
        return at // _ID_BYTES if at >= 0 else None

    def status_at(self, place: int) -> Status:
        """The status of the action at a place."""
        return _STATUSES[self._small["status"][place]]

    def level_at(self, place: int) -> Level:
        """The level of the action at a place."""
        return _LEVELS[self._small["level"][place]]

    def changed_at(self, place: int) -> int:
        """The day of its latest change, as a number by which to sort."""
        return self._days["updated_on"][place]

    def entries(self) -> Iterator[Entry]:
        """Every entry, in no order."""
        return (self.entry(place) for place in range(len(self)))

    def entry(self, place: int) -> Entry:
        """The entry at a place."""
        small, days = self._small, {name: _day(column[place]) for name, column in self._days.items()}
        updated_on = days.pop("updated_on")
        if updated_on is None:
            raise _broken()
        return Entry(
            id=self.id_at(place),
            status=_STATUSES[small["status"][place]],
            level=_LEVELS[small["level"][place]],
            carried=small["carried"][place],
            keep=small["keep"][place] == _KEEP,
            updated_on=updated_on,
            **days,
        )

    def overdue(self, today: date, most: int | None = None) -> list[int]:
        """The places of what is still to be done and whose day has passed, the soonest next day first; if only so many
        are wanted, with them all that have the same day as the last."""
        due, flags, last = self._days["due"], self._open_flags(), today.toordinal() - 1
        days, until = self._days["next_day"], last
        if most is not None:
            of_each_day = Counter(compress(due, flags))
            of_each_day.pop(0, None)
            late_days = sorted(day for day in of_each_day if day <= last)
            so_far = accumulate(of_each_day[day] for day in late_days)
            until = next((day for day, many in zip(late_days, so_far, strict=True) if many >= most), last)
        # What is due by a day is expected by it at the latest, so that none of the first ones is missing.
        late = [
            place
            for place, day in enumerate(days)
            if day <= until and flags[place] and 0 < due[place] <= last
        ]
        return sorted(late, key=days.__getitem__)

    def due_before(self, day: date) -> list[int]:
        """The places of what is due before a day, whatever became of it, in no order."""
        last = day.toordinal() - 1
        return [place for place, due in enumerate(self._days["due"]) if 0 < due <= last]

    def by_day(self) -> list[int]:
        """All places: the soonest day first, then those without one, then what is over, the latest first."""
        return sorted(range(len(self)), key=self._order().__getitem__)

    def grouped(self, today: date, rules: Rules = USUAL) -> Mapping[Group, list[int]]:
        """The places in each group, in the order of `by_day`."""
        groups: dict[Group, list[int]] = {group: [] for group in Group}
        known: dict[tuple[int, int, int, int], list[int]] = {}
        days, due = self._days["next_day"], self._days["due"]
        for place, sort in enumerate(zip(self._small["status"], self._small["keep"], due, days, strict=True)):
            where = known.get(sort)
            if where is None:
                status, keep, by, day = sort
                group = group_of(
                    _STATUSES[status],
                    keep=keep == _KEEP,
                    due=_day(by),
                    next_day=_day(day),
                    today=today,
                    rules=rules,
                )
                where = known[sort] = groups[group]
            where.append(place)
        order = self._order()
        for places in groups.values():
            places.sort(key=order.__getitem__)
        return groups

    def open(self) -> int:
        """How many are agreed and still to be done, without good practice that is kept going."""
        flags = self._open_flags()
        return sum(flags) - sum(compress(flags, self._small["keep"]))

    def months(self, today: date, count: int) -> tuple[Month, ...]:
        """The last so many months with the present one, oldest first. An action that was taken up again counts as it
        goes now; good practice that is kept is no work, and left out."""
        lasting = _STATUSES.index(Status.EMBEDDED)
        small, days = self._small, self._days
        columns = (small["keep"], small["status"], days["agreed"], days["done"], days["ended"])
        return last_months(
            (
                (agreed, done, ended, status == lasting)
                for keep, status, agreed, done, ended in zip(*columns, strict=True)
                if keep != _KEEP
            ),
            today,
            count,
        )

    def letter(self, place: int, today: date, rules: Rules = USUAL) -> Rag | None:
        """The letter of the action at a place."""
        one = self.entry(place)
        return letter_of(
            one.status,
            keep=one.keep,
            due=one.due,
            agreed=one.agreed,
            done=one.done,
            updated_on=one.updated_on,
            carried=one.carried,
            today=today,
            rules=rules,
        )

    def _order(self) -> list[int]:
        """Of each place the number by which it is sorted."""
        days = self._days
        return list(map(place_of, days["next_day"], days["done"], days["ended"]))

    def _open_flags(self) -> bytearray:
        return self._small["status"].translate(_OPEN.ljust(256, b"\0"))

    def _add(self, entry: Entry) -> None:
        self._ids += UUID(entry.id).bytes
        for name, number in (
            ("status", _STATUSES.index(entry.status)),
            ("level", _LEVELS.index(entry.level)),
            ("carried", entry.carried),
            ("keep", int(entry.keep)),
        ):
            self._small[name].append(number)
        for name, column in self._days.items():
            day: date | None = getattr(entry, name)
            column.append(day.toordinal() if day else 0)

    def _read(self, pages: Iterable[bytes]) -> None:
        """Column by column at once: there are hundreds of pages, and each begins with every column."""
        parts: list[list[memoryview]] = [[] for _ in _WIDTHS]
        for page in pages:
            count, rest = divmod(len(page) - 1, sum(_WIDTHS))
            if rest or page[:1] != bytes([_FORM]):
                raise _broken()
            at, whole = 1, memoryview(page)
            for part, width in zip(parts, _WIDTHS, strict=True):
                part.append(whole[at : at + count * width])
                at += count * width
        self._ids += b"".join(parts[0])
        for small, part in zip(self._small.values(), parts[1:], strict=False):
            small += b"".join(part)
        for column, part in zip(self._days.values(), parts[1 + len(_SMALL) :], strict=True):
            days = array("I", b"".join(part))
            column.extend(_little(days))


def read_index(key: CircleKey, pages: Iterable[tuple[str, bytes]]) -> ActionIndex:
    """The whole index, opened. Raises DamagedFile."""
    return ActionIndex.read(key.open(sealed, place=f"mine_page/{name}") for name, sealed in pages)


def seal_page(key: CircleKey, part: str, entries: Iterable[Entry]) -> bytes:
    """One page of the index, sealed for its place."""
    return key.seal(ActionIndex.of(entries).written(), place=f"mine_page/{_page(part)}")


def open_page(key: CircleKey, part: str, sealed: bytes | None) -> dict[str, Entry]:
    """The entries of one page by their ids; none where there is no page yet. Raises DamagedFile."""
    if sealed is None:
        return {}
    index = ActionIndex.read([key.open(sealed, place=f"mine_page/{_page(part)}")])
    return {entry.id: entry for entry in index.entries()}


def _page(part: str) -> str:
    return f"actions {part}"


def _day(number: int) -> date | None:
    return date.fromordinal(number) if number else None


def _little(column: array[int]) -> array[int]:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column


def _broken() -> DamagedFile:
    return DamagedFile(
        "The list of your actions cannot be read.",
        "Your actions are not lost: `reflect doctor --deep` says more.",
    )
