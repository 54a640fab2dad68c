"""Actions on the logs of teams: which circles of theirs somebody is in, and who made each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reflect.domain.actions.action import Status
from reflect.domain.people import CircleKind
from reflect.storage.circle_actions import MOST_AT_ONCE, CircleActions, Execute


@dataclass(frozen=True, slots=True)
class ListedRow:
    """The circle of one listed action as somebody in it finds it: their wrap of its key, everybody who was given one
    (ids, in their order), and who made it, with their signature."""

    action: str
    circle: str
    team: str
    maker: str
    readers: tuple[str, ...]
    signature: bytes
    wrapped_key: bytes
    takes_words: bool


@dataclass(frozen=True, slots=True)
class MarkedCircle:
    """The same as its mark tells of it, without a key: in which circle the action stands now, whose it is and how it
    stands; None for what has no mark."""

    action: str
    circle: str
    team: str
    readers: frozenset[str]
    takes_words: bool
    marked_circle: str | None
    owner: str | None
    status: Status | None


class TeamActions(CircleActions):
    """The one action of a circle on a team's log, and its events, within one transaction."""

    def __init__(self, execute: Execute, circle_id: str) -> None:
        super().__init__(execute, CircleKind.TEAM, circle_id)

    def begin(
        self, action_id: str, *, team: str, maker: str, readers: Sequence[str], signature: bytes
    ) -> None:
        """The circle holds this action from now on; what it says is to follow in the same transaction."""
        self._execute(
            "INSERT INTO team_action (circle_id, id, team_id, maker_id, readers, signature, sealed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self._circle, action_id, team, maker, " ".join(readers), signature, b""),
        )

    def put(self, action_id: str, sealed: bytes) -> None:
        """Stores what the action's events add up to."""
        self._execute(
            "UPDATE team_action SET sealed = ? WHERE circle_id = ? AND id = ?",
            (sealed, self._circle, action_id),
        )


class ListedActions:
    """The listed actions that one person was given, within one transaction."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def of(self, person_id: str) -> list[ListedRow]:
        """The circles of listed actions in which this person is, in no order."""
        return _read(self._execute(f"{_ROWS} WHERE person_id = ?", (person_id,)).fetchall())

    def marked(self, person_id: str, owners: Collection[str]) -> list[MarkedCircle]:
        """The circles of listed actions in which this person is, of these owners' actions and of those that have no
        mark."""
        several = sorted(owners)
        statement = _MARKED.replace("OWNERS", ", ".join("?" * len(several)))
        return [
            MarkedCircle(
                action, circle, team, frozenset(readers.split()), bool(is_open), marked, owner,
                None if status is None else Status(status),
            )
            for action, circle, team, readers, is_open, marked, owner, status in self._execute(
                statement, (person_id, *several)
            ).fetchall()
        ]  # fmt: skip

    def beginning(self, person_id: str, beginning: str) -> list[str]:
        """The circles in which this person is, of actions whose ids begin so."""
        statement = f"{_CIRCLES} AND substr(team_action.id, 1, ?) = ?"
        rows = self._execute(statement, (person_id, len(beginning), beginning)).fetchall()
        return [circle for (circle,) in rows]

    def holding(self, person_id: str, ids: Collection[str]) -> list[str]:
        """The circles in which this person is, of these actions."""
        wanted, found = sorted(ids), list[str]()
        for start in range(0, len(wanted), MOST_AT_ONCE):
            some = wanted[start : start + MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._execute(f"{_CIRCLES} AND team_action.id IN ({marks})", (person_id, *some)).fetchall()
            found += [circle for (circle,) in rows]
        return found

    def some(self, person_id: str, circles: Collection[str]) -> list[ListedRow]:
        """Those of these circles in which this person is, in no order."""
        wanted, found = sorted(circles), list[ListedRow]()
        for start in range(0, len(wanted), MOST_AT_ONCE):
            some = wanted[start : start + MOST_AT_ONCE]
            marks = ", ".join("?" * len(some))
            statement = f"{_ROWS} WHERE team_action.circle_id IN ({marks}) AND person_id = ?"
            found += _read(self._execute(statement, (*some, person_id)).fetchall())
        return found


_ROWS = (
    "SELECT team_action.id, team_action.circle_id, team_id, maker_id, readers, signature, wrapped_key, "
    "closed IS NULL FROM circle_member JOIN team_action ON team_action.circle_id = circle_member.circle_id "
    "JOIN circle ON circle.id = team_action.circle_id"
)

_CIRCLES = (
    "SELECT team_action.circle_id FROM circle_member JOIN team_action "
    "ON team_action.circle_id = circle_member.circle_id WHERE person_id = ?"
)
_MARKED = (
    "SELECT team_action.id, team_action.circle_id, team_action.team_id, readers, closed IS NULL, "
    "figure_mark.circle_id, figure_mark.person_id, status FROM circle_member "
    "JOIN team_action ON team_action.circle_id = circle_member.circle_id "
    "JOIN circle ON circle.id = team_action.circle_id "
    "LEFT JOIN figure_mark ON figure_mark.action_id = team_action.id WHERE circle_member.person_id = ? "
    "AND (figure_mark.person_id IS NULL OR figure_mark.person_id IN (OWNERS))"
)


def _read(rows: Iterable[Any]) -> list[ListedRow]:
    return [
        ListedRow(
            action=action,
            circle=circle,
            team=team,
            maker=maker,
            readers=tuple(readers.split()),
            signature=signature,
            wrapped_key=wrapped,
            takes_words=bool(is_open),
        )
        for action, circle, team, maker, readers, signature, wrapped, is_open in rows
    ]
