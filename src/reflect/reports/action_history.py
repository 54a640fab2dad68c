"""What happened to an action as a timeline in words: nothing that somebody wrote at any step is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.told import told
from reflect.reports.pages import Passage

SOMEBODY = "somebody who is not in this workspace any more"
HOW_WE_KNOW = "How we will know"
SUPPORTER = "Supporter"
LEVEL = "Level"
THEMES = "Themes"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event: the day where the person was, who made it, a sentence, and what else was said then that stands
    neither in the sentence nor in the action as it is now."""

    on: date
    by: str
    sentence: str
    more: tuple[Passage, ...]


def timeline(action: Action, events: Sequence[Event], out: ActionsOut) -> Iterator[Happened]:
    """Everything that happened, oldest first; what was taken back too."""
    for event in events:
        more = tuple(_more(event, action, out))
        yield Happened(event.on, out.names.get(event.by, SOMEBODY), told(event, out.names, events), more)


def _more(event: Event, action: Action, out: ActionsOut) -> Iterator[Passage]:
    said = event.data
    if event.kind is EventKind.PROPOSED and said["know"] and said["know"] != action.know:
        yield Passage(HOW_WE_KNOW, said["know"])
    if event.kind is EventKind.PROPOSED and said["supporter"] and said["supporter"] != action.supporter:
        yield Passage(SUPPORTER, said["supporter"])
    if event.kind is EventKind.PROPOSED and said["level"] != action.level.value:
        yield Passage(LEVEL, said["level"])
    if event.kind in (EventKind.PROPOSED, EventKind.EDITED):
        themes = said.get("themes")
        if themes and tuple(themes) != action.themes:
            yield Passage(THEMES, out.themes_in_words(themes))
