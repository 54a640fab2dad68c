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
    from reflect.domain.actions.wanted import Viewer
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.drawer import OpenActions
    from reflect.services.actions.index import ActionIndex

_AT_ONCE = 200


def listed(opened: OpenActions, wanted: Wanted, today: date, rules: Rules) -> tuple[Action, ...]:
    """The actions that are wanted: the soonest day first, those without a day last."""
    if wanted.as_at is not None:
        return _as_at(opened, wanted, wanted.as_at, rules)
    index = opened.index()
    places = _places(index, wanted, today, rules)
    limit = len(places) if wanted.limit is None else wanted.limit
    if not limit:
        return ()
    chosen: list[Action] = []
    at_once = min(_AT_ONCE, limit)
    for start in range(0, len(places), at_once):
        # Those of one day stand in the order in which they were written: all of the last day are looked at.
        if len(chosen) >= limit and _day(index, places[start]) > _next_day(chosen[limit - 1]):
            break
        some = opened.some([index.id_at(place) for place in places[start : start + at_once]])
        chosen += chosen_of((kept.action for kept in some), wanted, today, rules, sort=False)
    return tuple(by_day(chosen)[:limit])


def listed_everywhere(book: ActionBook, wanted: Wanted, today: date, rules: Rules) -> tuple[Action, ...]:
    """The same of all that one person may see: their own, and those that others show them."""
    viewer = book.viewer
    if wanted.as_at is not None:
        return _as_at(book, wanted, wanted.as_at, rules, viewer)
    shared = (kept.action for _, kept in book.shared(wanted.owners(viewer)))
    others = chosen_of(shared, wanted, today, rules, viewer=viewer)
    own = listed(book.own, wanted, today, rules)
    return tuple(by_day([*own, *others])[: wanted.limit]) if others else own


def by_day(actions: Iterable[Action]) -> list[Action]:
    """Actions in the order in which they are listed: the soonest day first, those without a day last; of one day those
    first that were there first."""
    return sorted(actions, key=lambda action: (_next_day(action), action.created, action.what))


def _next_day(action: Action) -> date:
    return action.next_day or date.max


def _day(index: ActionIndex, place: int) -> date:
    return index.entry(place).next_day or date.max


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


def _as_at(
    opened: OpenActions | ActionBook, wanted: Wanted, day: date, rules: Rules, viewer: Viewer | None = None
) -> tuple[Action, ...]:
    found = (history.as_at(events, day) for events in opened.every_history().values())
    there = (action for action in found if action is not None)
    return tuple(chosen_of(there, wanted, day, rules, viewer=viewer)[: wanted.limit])


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


def chosen_of(
    actions: Iterable[Action],
    wanted: Wanted,
    today: date,
    rules: Rules,
    *,
    sort: bool = True,
    viewer: Viewer | None = None,
) -> list[Action]:
    """Those of these actions that are wanted, the soonest day first, unless they are to stay as they stand."""
    chosen: Sequence[Action] = [action for action in actions if wanted.matches(action, today, rules, viewer)]
    if wanted.search:
        chosen = having(chosen, wanted.search)
    return by_day(chosen) if sort else list(chosen)
