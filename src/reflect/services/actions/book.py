"""Every action that one person may see, wherever it stands, within one transaction."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reflect.domain.actions.history import folded
from reflect.domain.actions.roles import Relations, Role, owners_of, stranger_in
from reflect.domain.actions.wanted import Viewer
from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile, NotFound, ReflectError
from reflect.services import own_words
from reflect.services.actions.drawer import UNREADABLE, OpenActions
from reflect.services.actions.words import Kept
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.pen import flaw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.services.actions.places import Place, Places
    from reflect.storage.store import Transaction
    from reflect.vault.sealing import CircleKey

REMEMBERED = "shown-actions"

Placed = tuple["Place", Kept]


class ActionBook:
    """An action that stands in several places counts where the most has happened to it: the others are what somebody
    who may see no more of it can still read. What is one's own alone is looked at first, and the rest only when it is
    asked for."""

    def __init__(self, transaction: Transaction, places: Places, own_key: CircleKey) -> None:
        self.transaction = transaction
        self.places = places
        self._own_key = own_key

    @cached_property
    def own(self) -> OpenActions:
        """What is the person's alone, with its index."""
        return self.places.drawer(self.transaction)

    @cached_property
    def own_place(self) -> Place:
        """The same as a place."""
        return self.places.own(self.own)

    @cached_property
    def shared_places(self) -> tuple[Place, ...]:
        """Every other place that the person may read."""
        return (*self.pair_places, *self.places.listed(self.transaction))

    @cached_property
    def pair_places(self) -> tuple[Place, ...]:
        """Those of what they keep with one other."""
        return self.places.pairs(self.transaction)

    @cached_property
    def now(self) -> Relations:
        """Who supervises whom and leads which team now."""
        return self.places.relations(self.transaction)

    @cached_property
    def ever(self) -> Relations:
        """Who has ever done so."""
        return self.places.relations(self.transaction, ever=True)

    @property
    def viewer(self) -> Viewer:
        """Who looks, for lists."""
        me = self.places.person
        mine = frozenset(supervisee for supervisor, supervisee in self.now.supervises if supervisor == me)
        return Viewer(me, mine)

    def whole_id(self, beginning: str) -> str:
        """The one id that begins so. Raises NotFound, and WrongUse where several do."""
        wanted = beginning.strip().casefold()
        found: set[str] = set()
        if len(wanted) >= SHORTEST_ID:
            found.update(self.own.ids(wanted))
            circles = self.transaction.listed_actions.beginning(self.places.person, wanted)
            found.update(id_ for place in self._places(circles) for id_ in self._ids(place, wanted))
        none = NotFound(
            "There is no action with this id.",
            f"`reflect action list` shows them; {SHORTEST_ID} characters of an id are enough.",
        )
        return only(sorted(found), "actions", none)

    def the(self, beginning: str) -> Placed:
        """One action, and where it stands. Raises as `whole_id`."""
        return self.placed([self.whole_id(beginning)])[0]

    def placed(self, ids: Sequence[str]) -> list[Placed]:
        """The actions with these whole ids that are there, in this order, each where it counts."""
        found: dict[str, Placed] = {kept.action.id: (self.own_place, kept) for kept in self.own.some(ids)}
        missing = [id_ for id_ in ids if id_ not in found]
        if missing:
            circles = self.transaction.listed_actions.holding(self.places.person, missing)
            found |= self._best(
                (place, kept) for place in self._places(circles) for kept in place.drawer.some(missing)
            )
        return [found[id_] for id_ in ids if id_ in found]

    def shared(self, owners: Collection[str] | None = None) -> list[Placed]:
        """Every action that does not stand with the person alone, where it counts, in no order; with `owners` those of
        theirs, found by their marks, and those that have none."""
        wanted: list[tuple[Place, Collection[str] | None]]
        if owners is None:
            wanted = [(place, None) for place in self.shared_places]
        else:
            of = self.transaction.readable_actions(self.places.person).of_owners(owners)
            places = (*self.pair_places, *self.places.listed(self.transaction, of.keys()))
            wanted = [(place, of.get(place.drawer.circle_id, ())) for place in places]
        found = self._best((place, kept) for place, ids in wanted for kept in place.drawer.readable(ids))
        alone = {kept.action.id for kept in self.own.some(list(found))} if found else set()
        return [placed for id_, placed in found.items() if id_ not in alone]

    def events_of(self, ids: Collection[str]) -> dict[str, tuple[Event, ...]]:
        """The events of several actions, by the action's id, in their order."""
        found = self.own.events_of(ids)
        missing = [id_ for id_ in ids if id_ not in found]
        by_place: dict[Place, list[str]] = defaultdict(list)
        for place, kept in self.placed(missing) if missing else ():
            by_place[place].append(kept.action.id)
        for place, some in by_place.items():
            found |= place.drawer.events_of(some)
        return found

    def every_history(self) -> dict[str, tuple[Event, ...]]:
        """The events of every action, by the action's id, in their order."""
        others = self.shared()
        return self.own.every_history() | self.events_of([kept.action.id for _, kept in others])

    def of_pair(self, link_id: str) -> list[Action]:
        """The actions that the two of a link keep together, those of theirs that are listed among them."""
        found: dict[str, Action] = {}
        here = [place for place in self.shared_places if place.link is not None and place.link.id == link_id]
        for place in here:
            ids = [kept.action.id for kept in place.drawer.readable()]
            found |= {kept.action.id: kept.action for _, kept in self.placed(ids)}
            found |= {
                kept.action.id: kept.action
                for where, kept in self.shared(place.readers)
                if where.team is not None
                and place.readers <= where.readers
                and kept.action.owner in place.readers
            }
        return list(found.values())

    def roles(self, place: Place, action: Action) -> frozenset[Role]:
        """What the person is to an action that stands there, today."""
        return self.now.roles(self.places.person, action.owner, [place.team] if place.team else [])

    def check_sound(self, events: Sequence[Event]) -> None:
        """Raises DamagedFile where a history is not as those signed it who could."""
        try:
            sound = self.flaw(events) is None and bool(folded(events))
        except (ReflectError, *UNREADABLE):
            sound = False
        if not sound:
            raise DamagedFile(
                "The history of this action is not as it was signed: it was changed outside reflect.",
                "Nothing was written. `reflect doctor --deep` says more.",
            )

    def flaw(self, events: Sequence[Event]) -> tuple[int, str] | None:
        """The first event, counted from 0, that is not as its maker signed it or was made by somebody who never could
        have, and why."""
        owners = {one: self._sign_keys[one] for one in owners_of(events) if one in self._sign_keys}
        found = flaw(events, self._in_links | owners)
        if found is None and (stranger := stranger_in(events, self.ever)) is not None:
            return stranger, "it was made by somebody who could not do this"
        return found

    @cached_property
    def _sign_keys(self) -> dict[str, bytes]:
        return {
            holder.person.id: holder.sign_key
            for holder in self.transaction.people.all()
            if holder.sign_key is not None
        }

    @cached_property
    def _in_links(self) -> dict[str, bytes]:
        """The keys of those who have ever been in a link or led a team: an action may have been shown to them."""
        known = {one for several in (*self.ever.supervises, *self.ever.leads.values()) for one in several}
        return {one: key for one, key in self._sign_keys.items() if one in known}

    def answers_behind(self, ids: Sequence[str]) -> dict[str, str]:
        """The private answers that the person's own actions came from, by the actions' ids."""
        kept = {one.action.id: one.answer for one in self.own.some(ids) if one.answer}
        remembered: dict[str, str] = self.remembered()["answers"]
        return {id_: remembered[id_] for id_ in ids if id_ in remembered} | kept

    def remembered(self) -> dict[str, Any]:
        """What the person alone remembers of actions that others see: the private answers behind them, and which of
        them stand with the person alone, since nobody supervises them just now."""
        sealed = self.transaction.mine(self._own_key.circle_id).page(REMEMBERED)
        if sealed is None:
            return {"answers": {}, "between": []}
        said: dict[str, Any] = own_words.open_page(self._own_key, REMEMBERED, sealed)
        return said

    def remember(self, said: dict[str, Any]) -> None:
        """Keeps that for them alone."""
        sealed = own_words.seal_page(self._own_key, REMEMBERED, said)
        self.transaction.mine(self._own_key.circle_id).put_page(REMEMBERED, sealed)

    def _places(self, circles: Collection[str]) -> tuple[Place, ...]:
        """The places of pairs, and of what is listed only these circles: the key of each takes a while to open."""
        return (*self.pair_places, *self.places.listed(self.transaction, circles))

    def _ids(self, place: Place, beginning: str) -> list[str]:
        ids = place.drawer.ids(beginning)
        if not ids or place.kind is not CircleKind.TEAM:
            return ids
        return [kept.action.id for kept in place.drawer.some(ids) if self._reads(place, kept)]

    def _best(self, several: Iterable[Placed]) -> dict[str, Placed]:
        found: dict[str, Placed] = {}
        for place, kept in several:
            before = found.get(kept.action.id)
            if self._reads(place, kept) and (before is None or _weight(*before) < _weight(place, kept)):
                found[kept.action.id] = place, kept
        return found

    def _reads(self, place: Place, kept: Kept) -> bool:
        """A former lead reads nothing more of it, unless they are something else to its owner, or were."""
        if place.team is None or self.roles(place, kept.action):
            return True
        owners = owners_of(place.drawer.events(kept.action.id))
        return any(self.ever.roles(self.places.person, owner) for owner in owners)


def _weight(place: Place, kept: Kept) -> tuple[int, bool]:
    """Of two places where as much has happened to an action it counts where something can still happen."""
    return kept.action.events, place.takes_words
