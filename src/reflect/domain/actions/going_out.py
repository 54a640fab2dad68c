"""Actions on their way out of the workspace: whose they are, as they stood on which day, and with what beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event
from reflect.domain.actions.history import known_on
from reflect.domain.actions.rules import Rules
from reflect.domain.banks import Handling
from reflect.domain.themes import Vocabulary

Told = tuple[Action, tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class ActionsOut:
    """Somebody's actions, each with what happened to it. With `as_at` they are the actions as they stood at the end
    of that day. `names` are those of people by id, `answers` the private answers that actions came from, by the id of
    the action, `handling` the labels of banks by id, where a bank without one is not known any more, and `vocabulary`
    the words for codes of themes."""

    owner: str
    today: date
    as_at: date | None
    actions: tuple[Told, ...]
    names: Mapping[str, str]
    rules: Rules
    answers: Mapping[str, str]
    handling: Mapping[str, Handling]
    vocabulary: Vocabulary
    include_local: bool = False

    @property
    def day(self) -> date:
        """The day on which they are looked at: letters are those of this day."""
        return self.as_at or self.today

    @property
    def known(self) -> tuple[Told, ...]:
        """The actions with what had happened by that day; a clock that was set back hides nothing before it."""
        if self.as_at is None:
            return self.actions
        day = self.as_at
        return tuple((action, known_on(events, day)) for action, events in self.actions)

    def origin_stays(self, action: Action) -> bool:
        """Whether the words of the question and of the findings stay behind: their bank is for this place only, or
        gone, so that its label is not known any more."""
        if action.origin is None or self.include_local:
            return False
        return self.handling.get(action.origin.bank) in (None, Handling.LOCAL_ONLY)

    def themes_in_words(self, codes: Sequence[str]) -> str:
        """Themes as people read them, such as `Fathers and partners; Neglect`."""
        return "; ".join(map(self.vocabulary.label, codes))
