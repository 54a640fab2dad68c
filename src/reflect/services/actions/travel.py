"""Bringing actions in from lines that reflect wrote: whole, signed, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.lines import event_read
from reflect.domain.actions.roles import owners_of
from reflect.errors import ReflectError, WrongUse

if TYPE_CHECKING:
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.record import ActionRecord

LONGEST_LINE = 5_000_000


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import did: how many actions are new, how many have more history now, and how many were here."""

    new: int
    longer: int
    unchanged: int

    @property
    def words(self) -> str:
        """The same in words, such as `2 new, 1 unchanged`."""
        counts = ((self.new, "new"), (self.longer, "with more history"), (self.unchanged, "unchanged"))
        return ", ".join(f"{number} {words}" for number, words in counts if number) or "none"


def lines_of(file: Path) -> list[str]:
    """The lines of a file. Raises ReflectError where it cannot be read as text."""
    try:
        return file.expanduser().read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError, RuntimeError):
        raise ReflectError(
            "The file cannot be read as JSON lines.", "Nothing was changed. Check its name and your rights."
        ) from None


class ActionTravel:
    """Takes a person's own exported actions in. A second time changes nothing."""

    def __init__(self, record: ActionRecord, person_id: str) -> None:
        self._record = record
        self._person = person_id

    def take_in(self, lines: Iterable[str]) -> TakenIn:
        """Takes in JSON lines as `action export --format json` writes them. Raises WrongUse that names the line for
        one that is none of ours, has an event whose signature does not hold, or tells the history otherwise than it
        stands here; nothing is taken in then."""
        told: dict[str, tuple[int, tuple[Event, ...], str | None]] = {}
        with self._record.reading() as book:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                action_id, events, answer = self._read(number, line)
                if action_id in told:
                    raise _refused(number, "the same action stands on a line before it")
                self._check(book, number, events)
                told[action_id] = number, events, answer
        return self._put(told)

    def _read(self, number: int, line: str) -> tuple[str, tuple[Event, ...], str | None]:
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError("too long")
            said: Mapping[str, Any] = json.loads(line)
            action_id, answer = str(UUID(said["id"])), said["answer"]
            events = tuple(event_read(action_id, one) for one in said["events"])
            if not events or action_id != said["id"] or not isinstance(answer, str | None):
                raise ValueError("not one action")
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
            raise _refused(number, "it is not an action as reflect writes it") from None
        if self._person not in owners_of(events):
            raise _refused(number, "it belongs to somebody else")
        return action_id, events, answer

    def _check(self, book: ActionBook, number: int, events: Sequence[Event]) -> None:
        try:
            found = book.flaw(events)
            if found is None:
                folded(events)
        except (ReflectError, KeyError, TypeError, ValueError):
            raise _refused(number, "its history breaks the rules of an action") from None
        if found is not None:
            raise _refused(number, f"event {found[0] + 1}: {found[1]}")

    def _put(self, told: Mapping[str, tuple[int, tuple[Event, ...], str | None]]) -> TakenIn:
        new = longer = unchanged = 0
        with self._record.writing() as book:
            here = book.events_of(told)
            kept = {one.action.id: one for one in book.own.some(list(told))}
            to_add: list[tuple[Sequence[Event], int, str | None]] = []
            for action_id, (number, events, answer) in told.items():
                before = here.get(action_id, ())
                both = min(len(before), len(events))
                if before[:both] != events[:both]:
                    raise _refused(number, "its history goes on otherwise here")
                if len(events) <= len(before):
                    unchanged += 1
                    continue
                if before and action_id not in kept:
                    raise _refused(number, "others see this action, and its history is longer than here")
                if any(event.by != self._person for event in events) or _circles(events) != _circles(before):
                    raise _refused(number, "it was shown to others, and lines show nothing to anybody")
                own = kept[action_id].answer if action_id in kept else answer
                to_add.append((events, len(events) - len(before), own))
                new, longer = new + (not before), longer + bool(before)
            book.own.add(to_add)
        return TakenIn(new, longer, unchanged)


def _circles(events: Sequence[Event]) -> list[Event]:
    """The events that say who sees an action."""
    return [event for event in events if event.kind is EventKind.SHOWN or "circle" in event.data]


def _refused(number: int, why: str) -> WrongUse:
    return WrongUse(
        f"Line {number} cannot be taken in: {why}.", "Nothing was taken in, and nothing was changed."
    )
