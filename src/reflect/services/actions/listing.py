"""Which actions are meant, and in which order: the same for a command that only looks and for somebody signed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions import history
from reflect.domain.actions.wanted import Wanted
from reflect.domain.finding_words import Wanted as WantedWords
from reflect.domain.folding import folded

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rules import Rules
    from reflect.services.actions.drawer import OpenActions
    from reflect.services.actions.index import ActionIndex

_AT_ONCE = 200


def listed(opened: OpenActions, wanted: Wanted, today: date, rules: Rules) -> tuple[Action, ...]:
    """The actions that are wanted: the soonest day first, those without a day last."""
    if wanted.as_at is not None:
        found = _as_at(opened, wanted.as_at)
        chosen = _chosen(found, wanted, wanted.as_at, rules)
        return tuple(chosen[: wanted.limit])
    index = opened.index()
    places = _places(index, wanted, today, rules)
    limit = len(places) if wanted.limit is None else wanted.limit
    chosen = []
    at_once = min(_AT_ONCE, limit)
    for start in range(0, len(places), at_once or 1):
        if len(chosen) >= limit:
            break
        some = opened.some([index.id_at(place) for place in places[start : start + at_once]])
        chosen += _chosen((kept.action for kept in some), wanted, today, rules, sort=False)
    return tuple(chosen[:limit])


def all_words(action: Action) -> str:
    """Everything that people wrote in an action as it stands, to be searched."""
    origin = (action.origin.wording, *(one.text for one in action.origin.findings)) if action.origin else ()
    return "\n".join(
        (
            action.what,
            action.know,
            action.supporter,
            action.impact,
            action.blocked_why,
            action.ended_why,
            *(one.text for one in action.evidence),
            *(one.why for one in action.carries),
            action.escalation.outcome if action.escalation else "",
            *origin,
        )
    )


def having(actions: Iterable[Action], words: str) -> list[Action]:
    """Those actions in which all these words and phrases stand."""
    several = list(actions)
    places = WantedWords.read(words).among([folded(all_words(action)) for action in several])
    return [several[place] for place in places]


def _as_at(opened: OpenActions, day: date) -> Iterable[Action]:
    for events in opened.every_history().values():
        action = history.as_at(events, day)
        if action is not None:
            yield action


def _places(index: ActionIndex, wanted: Wanted, today: date, rules: Rules) -> list[int]:
    if wanted == Wanted(overdue=True, limit=wanted.limit):
        return index.overdue(today, wanted.limit)
    places = index.overdue(today) if wanted.overdue else index.by_day()
    if wanted.status is not None:
        places = [place for place in places if index.entry(place).status is wanted.status]
    if wanted.level is not None:
        places = [place for place in places if index.entry(place).level is wanted.level]
    if wanted.rag is not None:
        places = [place for place in places if index.letter(place, today, rules) is wanted.rag]
    return places


def _chosen(
    actions: Iterable[Action], wanted: Wanted, today: date, rules: Rules, *, sort: bool = True
) -> list[Action]:
    chosen: Sequence[Action] = [action for action in actions if wanted.matches(action, today, rules)]
    if wanted.search:
        chosen = having(chosen, wanted.search)
    return sorted(chosen, key=lambda action: action.next_day or date.max) if sort else list(chosen)
