"""Which actions somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reflect.domain.actions.action import Action, Level, Status
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.people import CircleKind


class Whose(StrEnum):
    """Actions that are one's own, that belong to people whom one supervises, or that a team can see."""

    MINE = "mine"
    SUPERVISEES = "supervisees"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks, and whom they supervise now; people by their ids."""

    person: str
    supervisees: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """All of these together; what is None or empty asks for nothing. `due_before` leaves its own day out, `as_at` asks
    how things stood at the end of that day."""

    overdue: bool = False
    due_before: date | None = None
    theme: str | None = None
    status: Status | None = None
    rag: Rag | None = None
    level: Level | None = None
    whose: Whose | None = None
    search: str = ""
    as_at: date | None = None
    limit: int | None = None

    def matches(
        self, action: Action, today: date, rules: Rules = USUAL, viewer: Viewer | None = None
    ) -> bool:
        """Whether `action` is asked for, whatever its words and however many there may be. Without a `viewer` all
        that there are belong to who asks."""
        return (
            (not self.overdue or action.is_overdue(today))
            and (self.due_before is None or (action.due is not None and action.due < self.due_before))
            and (self.theme is None or self.theme in action.themes)
            and (self.status is None or action.status is self.status)
            and (self.rag is None or rag(action, today, rules) is self.rag)
            and (self.level is None or action.level is self.level)
            and self.is_of(action, viewer)
        )

    def owners(self, viewer: Viewer) -> frozenset[str] | None:
        """Whose actions are asked for, by their ids; None where they can be anybody's."""
        of = {Whose.MINE: frozenset({viewer.person}), Whose.SUPERVISEES: viewer.supervisees}
        return None if self.whose is None else of.get(self.whose)

    def is_of(self, action: Action, viewer: Viewer | None) -> bool:
        """Whether it is of those whose actions are asked for."""
        if self.whose is Whose.LISTED:
            return action.circle is CircleKind.TEAM
        if self.whose is Whose.SUPERVISEES:
            return viewer is not None and action.owner in viewer.supervisees
        return self.whose is None or viewer is None or action.owner == viewer.person
