"""Which lines of actions could identify somebody: a reminder before they leave the workspace, never a clearance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Action
from reflect.domain.actions.event import Event

if TYPE_CHECKING:
    from reflect.domain.identifiers import Identifier

_WRITTEN = ("what", "know", "supporter", "text", "why", "outcome", "impact")


@dataclass(frozen=True, slots=True)
class DoubtfulWords:
    """One line (or more, where what was found goes over its end) that somebody wrote in an action, and what was
    found in it: kinds in words, each once, and the words themselves."""

    action: Action
    words: str
    kinds: tuple[str, ...]
    found_words: tuple[str, ...]


def passages(events: Iterable[Event]) -> tuple[str, ...]:
    """All that people wrote in an action over time, each once."""
    return tuple(dict.fromkeys(words for event in events for words in _of(event) if words.strip()))


def doubtful_words(
    actions: Iterable[tuple[Action, Iterable[Event]]], local_words: Collection[str] = ()
) -> tuple[DoubtfulWords, ...]:
    """Every line in which something could identify somebody, in the order of the actions."""
    return tuple(
        line
        for action, events in actions
        for words in passages(events)
        for line in doubtful_in(action, words, local_words)
    )


def _of(event: Event) -> Iterator[str]:
    for name in _WRITTEN:
        if isinstance(words := event.data.get(name), str):
            yield words
    if evidence := event.data.get("evidence"):
        yield evidence["text"]


def doubtful_in(action: Action, words: str, local_words: Collection[str] = ()) -> Iterator[DoubtfulWords]:
    """The lines of some words of an action in which something could identify somebody."""
    # Its rules take a moment to load, and only what goes out waits for them.
    from reflect.domain.identifiers import find_identifiers

    by_line: dict[int, list[Identifier]] = {}
    for found in find_identifiers(words, local_words=local_words):
        by_line.setdefault(words.rfind("\n", 0, found.start) + 1, []).append(found)
    for start, several in sorted(by_line.items()):
        end = words.find("\n", several[-1].end)
        yield DoubtfulWords(
            action,
            words[start : end if end >= 0 else len(words)],
            tuple(dict.fromkeys(one.kind.value for one in several)),
            tuple(words[one.start : one.end] for one in several),
        )
