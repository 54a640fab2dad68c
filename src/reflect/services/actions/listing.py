"""Which actions are meant, and in which order: the same for a command that only looks and for somebody signed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions import history
from reflect.domain.actions.doubtful import passages
from reflect.domain.actions.groups import place_by_days
from reflect.domain.actions.wanted import Wanted
from reflect.domain.finding_words import Wanted as WantedWords
from reflect.domain.folding import folded
from reflect.errors import ReflectError
from reflect.services.actions.drawer import UNREADABLE

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rules import Rules
    from reflect.domain.actions.wanted import Viewer
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.drawer import OpenActions
    from reflect.services.actions.index import ActionIndex
    from reflect.services.actions.places import Place

    Histories = Callable[[Sequence[str]], Mapping[str, Sequence[Event]]]

_AT_ONCE = 200


def listed(opened: OpenActions, wanted: Wanted, today: date, rules: Rules) -> tuple[Action, ...]:
    """The actions that are wanted, in the order of `by_day`."""
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
        if len(chosen) >= limit and place_by_days(index.entry(places[start])) > place_by_days(
            chosen[limit - 1]
        ):
            break
        some = opened.some([index.id_at(place) for place in places[start : start + at_once]])
        actions = (kept.action for kept in some)
        chosen += chosen_of(actions, wanted, today, rules, opened.events_of, sort=False)
    return tuple(by_day(chosen)[:limit])


def listed_everywhere(book: ActionBook, wanted: Wanted, today: date, rules: Rules) -> tuple[Action, ...]:
    """The same of all that one person may see: their own, and those that others show them."""
    viewer = book.viewer
    if wanted.as_at is not None:
        return _as_at(book, wanted, wanted.as_at, rules, viewer)
    shared = {kept.action.id: (place, kept.action) for place, kept in book.shared(wanted.owners(viewer))}
    actions = (action for _, action in shared.values())
    told = _told_in({id_: place for id_, (place, _) in shared.items()})
    others = chosen_of(actions, wanted, today, rules, told, viewer=viewer)
    own = listed(book.own, wanted, today, rules)
    return tuple(by_day([*own, *others])[: wanted.limit]) if others else own


def by_day(actions: Iterable[Action]) -> list[Action]:
    """Actions in the order in which they are listed: the soonest day first, then those without a day, then what is
    over, the latest first; of one day those first that were there first."""
    return sorted(actions, key=lambda action: (place_by_days(action), action.created, action.what))


def all_words(action: Action, events: Sequence[Event]) -> str:
    """Everything that people wrote in an action, notes and reasons along with what it says now, to be searched; but for
    what was taken back."""
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
            *passages(_standing(events)),
        )
    )


def having(actions: Iterable[Action], words: str, told: Histories) -> list[Action]:
    """Those actions in which all these words and phrases stand, in themselves or in what happened to them."""
    several = list(actions)
    events = told([action.id for action in several])
    texts = [folded(all_words(action, events.get(action.id, ()))) for action in several]
    return [several[place] for place in WantedWords.read(words).among(texts)]


def _standing(events: Sequence[Event]) -> Sequence[Event]:
    try:
        return history.standing_of(events) if events else ()
    except ReflectError:  # what another has spoilt is found by its words all the same
        return events


def _told_in(places: Mapping[str, Place]) -> Histories:
    """What happened to actions of others, there where each counts; what does not open is left out."""

    def told(ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
        found: dict[str, tuple[Event, ...]] = {}
        for id_ in ids:
            with suppress(*UNREADABLE):
                found[id_] = places[id_].drawer.events(id_)
        return found

    return told


def _as_at(
    opened: OpenActions | ActionBook, wanted: Wanted, day: date, rules: Rules, viewer: Viewer | None = None
) -> tuple[Action, ...]:
    known = {id_: history.known_on(events, day) for id_, events in opened.every_history().items()}
    there = (history.folded(events) for events in known.values() if events)
    return tuple(chosen_of(there, wanted, day, rules, lambda _: known, viewer=viewer)[: wanted.limit])


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
    told: Histories,
    *,
    sort: bool = True,
    viewer: Viewer | None = None,
) -> list[Action]:
    """Those of these actions that are wanted, the soonest day first, unless they are to stay as they stand. What was
    `told` of them is opened only when words are searched."""
    chosen: Sequence[Action] = [action for action in actions if wanted.matches(action, today, rules, viewer)]
    if wanted.search:
        chosen = having(chosen, wanted.search, told)
    return by_day(chosen) if sort else list(chosen)
