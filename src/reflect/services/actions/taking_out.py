"""Taking actions out of the workspace: what goes along, with the label of every bank."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.wanted import Whose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from reflect.banks.shelf import BankShelf
    from reflect.clock import Clock
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rules import Rules
    from reflect.domain.actions.wanted import Wanted
    from reflect.domain.people import Person
    from reflect.services.actions.lists import ActionLists


# More names than this do not fit a title.
_NAMED = 2


class TakingActionsOut:
    """What a person may take out: their own actions, and those of others only where it is said whose."""

    def __init__(
        self,
        lists: ActionLists,
        person: Person,
        shelf: BankShelf,
        rules: Callable[[date | None], Rules],
        clock: Clock,
    ) -> None:
        self._lists = lists
        self._person = person
        self._shelf = shelf
        self._rules = rules
        self._clock = clock

    def prepare(self, wanted: Wanted, *, include_local: bool = False) -> ActionsOut:
        """The actions that would go out, the soonest day first, each with its history. Words of questions and
        findings of banks that are for this place only stay behind unless `include_local`."""
        actions = self._lists.listed(replace(wanted, whose=wanted.whose or Whose.MINE))
        ids = [action.id for action in actions]
        histories = self._lists.histories(ids)
        names = self._lists.names()
        return ActionsOut(
            owner=self._whose(actions, names),
            today=self._clock.today(),
            as_at=wanted.as_at,
            actions=tuple((action, histories[action.id]) for action in actions),
            names=names,
            rules=self._rules(wanted.as_at),
            answers=self._lists.answers_behind(ids),
            handling=self._shelf.labels(action.origin.bank for action in actions if action.origin),
            vocabulary=self._shelf.vocabulary,
            include_local=include_local,
        )

    def _whose(self, actions: Sequence[Action], names: Mapping[str, str]) -> str:
        owners = dict.fromkeys(names.get(action.owner, "somebody") for action in actions)
        return " and ".join(owners) if 0 < len(owners) <= _NAMED else self._several(len(owners))

    def _several(self, count: int) -> str:
        return f"{count} people" if count else self._person.name
