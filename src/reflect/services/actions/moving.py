"""Where an action stands after a step: with those who are to see it now.

An action whose place takes nothing new any more goes along with the next step, whole, to those who work on it now;
what stays behind is what a former supervisor may go on reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.actions.event import EventKind
from reflect.domain.actions.history import folded
from reflect.domain.actions.roles import owners_of
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted
from reflect.services.overseeing import marking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.services.actions.book import ActionBook
    from reflect.services.actions.places import Place
    from reflect.services.actions.words import Kept


def put(
    book: ActionBook,
    events: Sequence[Event],
    new: int,
    place: Place | None,
    *,
    answer: str | None = None,
    to: str | None = None,
) -> tuple[Place, Kept]:
    """Stores an action after its last `new` events, there where it stands now or where it belongs from now on. `place`
    is where it stood (None for one that begins), `to` a link that was chosen for it."""
    action = folded(events)
    target = destination(book, action, events, place, to)
    if place is not None and _same(target, place):
        kept = place.drawer.add([(events, new, answer)])[0]
        marking.mark(book.transaction, kept.action, place)
        return place, kept
    alone = target.kind is CircleKind.MINE
    answer = answer or book.answers_behind([action.id]).get(action.id)
    kept = target.drawer.add([(events, len(events), answer if alone else None)])[0]
    if place is not None:
        _leave(book, place, target, action, events, new)
    _remember(book, target, action, answer)
    marking.mark(book.transaction, kept.action, target)
    return target, kept


def destination(
    book: ActionBook, action: Action, events: Sequence[Event], place: Place | None, to: str | None = None
) -> Place:
    """Where an action belongs. Raises NotPermitted where the person has no key for it, or may not know all that has
    happened to it."""
    if place is not None and not _knows_all(book, action, place):
        raise NotPermitted(
            "This action goes on without you for now: you read it as it stood when it was last shared with you.",
            "Once its owner has signed in and shares it again, you can work on it.",
        )
    if action.circle is CircleKind.MINE:
        if action.owner != book.places.person:
            raise NotPermitted("This action is its owner's alone.", "They can show it to others.")
        return book.own_place
    if action.circle is CircleKind.PAIR:
        return _of_pair(book, action, place, to)
    before = place.readers if place is not None else frozenset()
    team = _team(events) or (place.team if place else None)
    if team is None:
        raise NotPermitted("It is not known with which team this action is listed.", "Nothing was changed.")
    readers = book.places.readers(book.transaction, book.now, action.owner, team, before)
    if place is not None and place.team == team and place.takes_words and place.readers == readers.keys():
        return place
    return book.places.of_team(book.transaction, action.id, team, readers)


def misplaced(book: ActionBook, action: Action, place: Place) -> bool:
    """Whether others than those who can read it now are to see an action, so that it should go to them."""
    if not _knows_all(book, action, place):
        return False
    if action.circle is CircleKind.PAIR:
        stands = place.kind is CircleKind.PAIR and place.takes_words
        return not stands and action.agreed is not None and _present_link(book, action) is not None
    if action.circle is CircleKind.TEAM and place.team is not None:
        readers = book.places.readers(book.transaction, book.now, action.owner, place.team, place.readers)
        return not place.takes_words or place.readers != readers.keys()
    return False


def _knows_all(book: ActionBook, action: Action, place: Place) -> bool:
    """What stands in a closed place may have gone on elsewhere. Its owner always sees where; of a listed action others
    can tell by its mark."""
    if place.takes_words or action.owner == book.places.person:
        return True
    if place.kind is not CircleKind.TEAM:
        return False
    marked = book.transaction.figures.mark(action.id)
    return marked is None or marked.circle == place.drawer.circle_id


def _of_pair(book: ActionBook, action: Action, place: Place | None, to: str | None) -> Place:
    if to is not None:
        return book.places.of_link(book.transaction, to)
    if place is not None and place.kind is CircleKind.PAIR and place.takes_words:
        return place
    mine = action.owner == book.places.person
    link = _present_link(book, action)
    if link is not None and (action.agreed is not None or not mine):
        try:
            return book.places.of_link(book.transaction, link)
        except NotPermitted:  # no key yet: the other has not joined
            if not mine:
                raise
    if not mine:
        raise NotPermitted(
            "You do not work on this action with its owner any more.", "You can read it as it stood."
        )
    return book.own_place


def _present_link(book: ActionBook, action: Action) -> str | None:
    """The link by which the owner is supervised now: by whoever acts, or by the first who is no cover."""
    me, owner = book.places.person, action.owner
    for link in book.places.current_links(book.transaction):
        if link.supervisee == owner and (me == owner or link.supervisor == me):
            return link.id
        if link.supervisor == owner and link.supervisee == me:
            return link.id
    return None


def _team(events: Sequence[Event]) -> str | None:
    for event in reversed(events):
        if event.kind is EventKind.SHOWN and event.data.get("team"):
            return str(event.data["team"])
    return None


def _same(one: Place, other: Place) -> bool:
    return one.drawer.circle_id == other.drawer.circle_id


def _leave(
    book: ActionBook, place: Place, target: Place, action: Action, events: Sequence[Event], new: int
) -> None:
    """Takes it out of where it stood, unless somebody may go on reading it there as it was."""
    staying = place.readers - target.readers
    if action.circle is CircleKind.MINE or not staying:
        place.drawer.remove(action.id)
    elif place.takes_words and any(one.kind is EventKind.HANDED_OVER for one in events[len(events) - new :]):
        place.drawer.add([(events, new, None)])  # whose it is now is the last that they read of it
    if place.kind is CircleKind.TEAM and place.takes_words:
        book.transaction.circles.close(place.drawer.circle_id, book.places.moment())
        owners = owners_of(events)
        for one in staying:
            # A former lead, and nothing else: what they could read as its lead they read no more.
            if not any(book.ever.roles(one, owner) for owner in owners):
                book.transaction.circles.dismiss(place.drawer.circle_id, one)


def _remember(book: ActionBook, target: Place, action: Action, answer: str | None) -> None:
    """What the owner alone knows of an action that others see stays with the owner."""
    if action.owner != book.places.person:
        return
    said = book.remembered()
    before = {name: list(kept) if isinstance(kept, list) else dict(kept) for name, kept in said.items()}
    alone = target.kind is CircleKind.MINE
    said["answers"].pop(action.id, None)
    if answer and not alone:
        said["answers"][action.id] = answer
    said["between"] = [one for one in said["between"] if one != action.id]
    if alone and action.circle is not CircleKind.MINE:
        said["between"].append(action.id)
    if said != before:
        book.remember(said)
