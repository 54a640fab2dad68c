"""Before a step of an action: whether it is possible. After it: how the action stands now, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.actions.lines import SHORT_ID, standing_words
from reflect.cli.echo import tell
from reflect.domain.actions.told import what_next

if TYPE_CHECKING:
    from reflect.cli.door import Door
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import EventKind
    from reflect.services.practice import Practice


def possible(practice: Practice, action_id: str, kind: EventKind) -> Action:
    """The action, if the person may do this with it and it can happen now: asked before somebody writes words for it.
    Raises NotFound, NotPermitted and WrongUse."""
    return practice.acting.possible(action_id, kind)


def tell_standing(door: Door, practice: Practice, action: Action) -> None:
    """Says how `action` stands now, with its days in words, and what comes next."""
    today, left = door.clock.today(), practice.overseeing.is_left_behind(action)
    tell(f"{action.id[:SHORT_ID]}: {standing_words(action, today, practice.acting.rules)}")
    tell(f"Next: {what_next(action, today, is_left_behind=left)}")
