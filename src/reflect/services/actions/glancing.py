"""What somebody signed in may look at without the whole house being opened: their own actions, as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reflect.services.actions import listing
from reflect.services.actions.drawer import OpenActions
from reflect.services.rulebook import rules_read

if TYPE_CHECKING:
    from datetime import date

    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.domain.actions.wanted import Wanted
    from reflect.storage.glance import GlanceStore
    from reflect.vault.sealing import CircleKey


class Glance:
    """One person's look at their own actions; it changes nothing."""

    def __init__(self, store: GlanceStore, person: str, key: CircleKey, today: date, rules: Rules) -> None:
        self.person = person
        self._store = store
        self._opened = OpenActions(store.mine_actions(key.circle_id), key)
        self._today = today
        self._rules = rules

    def listed(self, wanted: Wanted) -> tuple[Action, ...]:
        """The actions that are wanted, the soonest day first."""
        return listing.listed(self._opened, wanted, self._today, self.rules_on(wanted.as_at))

    def rules_on(self, day: date | None) -> Rules:
        """The rules that held at the end of a day, None for today. Raises as `Rulebook.on`."""
        past = day is not None and day < self._today
        written = self._store.rules.on(day) if day is not None and past else None
        return self._rules if written is None else rules_read(written)

    def histories(self, ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
        """Everything that happened to the actions with these whole ids."""
        return self._opened.events_of(ids)

    def answers_behind(self, ids: Sequence[str]) -> dict[str, str]:
        """The ids of the private answers that actions came from, by the actions' whole ids."""
        return {kept.action.id: kept.answer for kept in self._opened.some(ids) if kept.answer}

    def how_many(self) -> int:
        """How many actions there are."""
        return len(self._opened.index())

    def names(self) -> dict[str, str]:
        """The name of each person by their id."""
        return self._store.names()

    def close(self) -> None:
        """Ends the look."""
        self._store.close()
