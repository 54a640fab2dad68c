"""An action as it stood at the end of a day: to be read, with its history up to then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.actions.action import Action
from reflect.domain.dates import said_short
from reflect.errors import NotFound
from reflect.tui.acting.about import about, timeline
from reflect.tui.commands import GoBack
from reflect.tui.log.words import as_at_words
from reflect.tui.screen import Page
from reflect.tui.widgets.timeline import Timeline
from reflect.tui.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.services.practice import Practice

_WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class _Read:
    events: tuple[Event, ...]
    names: Mapping[str, str]
    rules: Rules


class AsItStoodPage(Page):
    """Nothing can be changed here."""

    PLACE = "Log"
    CSS_PATH = "as_it_stood.tcss"
    PAGE_COMMANDS = (GoBack,)

    def __init__(self, action: Action, as_at: date, *, place: str = PLACE) -> None:
        """`action` as it stood at the end of that day; `place` is from where somebody looks at it."""
        super().__init__()
        self._place = place
        self._action = action
        self._as_at = as_at

    def compose_body(self) -> ComposeResult:
        """That it is of the past, the action, and what had happened by then."""
        yield Static(plain(as_at_words(self._as_at), "$text-muted"), id="stood")
        yield Static(plain(self._action.what, "bold"), id="what")
        with VerticalScroll(id="parts"):
            yield Static(id="about")
            yield Static(plain("What had happened", "bold $primary"), id="history-title")
            yield Timeline(id="history")

    def on_mount(self) -> None:
        """Which day it is of."""
        self.head(place=self._place, mark=f"as at {said_short(self._as_at)}")

    async def read_again(self) -> None:
        """Its history up to that day."""
        try:
            read = await self.desk.read(
                lambda practice: _read(practice, self._action.id, self._as_at),
            )
        except NotFound as error:
            self.house.say_fault(error)
            self.dismiss()
            return
        vocabulary = self.desk.practice.banks.vocabulary
        self.query_one("#about", Static).update(
            about(self._action, self._as_at, read.rules, vocabulary, read.names, events=read.events)
        )
        self.query_one(Timeline).show(timeline(read.events, read.names))

    def reading_minutes(self) -> float:
        """A long history takes its time."""
        return sum(part.words for part in self.query(Timeline)) / _WORDS_A_MINUTE


def _read(practice: Practice, action: str, as_at: date) -> _Read:
    events = tuple(event for event in practice.actions.history(action) if event.on <= as_at)
    return _Read(events, practice.overseeing.names(), practice.rules.on(as_at))
