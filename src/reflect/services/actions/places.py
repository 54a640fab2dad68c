"""Where actions stand that one person may read: with them alone, with the two of each link of theirs, and those that
are listed with a team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.actions.roles import Relations
from reflect.domain.people import CircleKind, Standing
from reflect.errors import DamagedFile
from reflect.services.actions import listed_circles
from reflect.services.actions.drawer import CircleDrawer, OpenActions
from reflect.services.links import pair_circles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Transaction
    from reflect.storage.team_actions import ListedRow
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


@dataclass(frozen=True, slots=True)
class Place:
    """One circle in which actions stand. `readers` are those who were given its key, by their ids; `takes_words` says
    whether anything new may be put there; that of a listed action has a `maker`."""

    kind: CircleKind
    drawer: CircleDrawer
    readers: frozenset[str]
    takes_words: bool
    link: Link | None = None
    team: str | None = None
    maker: str | None = None


class Places:
    """Opens the places of one person. What was checked once is not checked again, since a key does not change."""

    def __init__(self, own_key: CircleKey, keys: KeyPairs, links: Links, clock: Clock) -> None:
        self._own_key = own_key
        self._keys = keys
        self._links = links
        self._clock = clock
        self._of_pairs: dict[str, CircleKey] = {}
        self._of_teams: dict[ListedRow, CircleKey] = {}

    @property
    def person(self) -> str:
        """The id of the person."""
        return self._keys.person_id

    @property
    def own_circle(self) -> str:
        """The circle of what is theirs alone."""
        return self._own_key.circle_id

    def moment(self) -> datetime:
        """The present moment, aware, in UTC."""
        return self._clock.now()

    def drawer(self, transaction: Transaction) -> OpenActions:
        """What is theirs alone, with its index."""
        return OpenActions(transaction.mine_actions(self.own_circle), self._own_key)

    def own(self, drawer: OpenActions) -> Place:
        """The place of what is theirs alone."""
        return Place(CircleKind.MINE, drawer, frozenset({self.person}), takes_words=True)

    def pairs(self, transaction: Transaction) -> tuple[Place, ...]:
        """The places of what they keep with one other, for each of their links. One whose key is not what it should be
        is left out; examining names it."""
        links = transaction.links.of(self.person)
        return tuple(place for link in links if (place := self._between(transaction, link)) is not None)

    def listed(self, transaction: Transaction, circles: Collection[str] | None = None) -> tuple[Place, ...]:
        """The places of listed actions that they may read: of these circles alone, where some are named."""
        known = transaction.listed_actions
        rows = known.of(self.person) if circles is None else known.some(self.person, circles)
        return tuple(place for row in rows if (place := self._listed(transaction, row)) is not None)

    def of_link(self, transaction: Transaction, link_id: str) -> Place:
        """The place of what the two of a link keep together, to put something there. Raises NotFound, NotPermitted with
        the reason, and DamagedFile."""
        key = self._links.actions_key_within(transaction, link_id, writing=True)
        link = transaction.links.one(link_id)
        if link is None:
            raise RuntimeError("a key without its link")
        return _pair_place(transaction, link, key, takes_words=True)

    def of_team(
        self, transaction: Transaction, action_id: str, team: str, readers: dict[str, bytes]
    ) -> Place:
        """A new place on a team's log for one action, whose key is given to these readers."""
        key = listed_circles.open_circle(
            transaction, self._keys, action_id, team, readers, at=self._clock.now()
        )
        drawer = CircleDrawer(transaction.team_actions(key.circle_id), key)
        return Place(
            CircleKind.TEAM, drawer, frozenset(readers), takes_words=True, team=team, maker=self.person
        )

    def examine(self, transaction: Transaction) -> tuple[str, ...]:
        """What is wrong with the keys of the listed actions that the person was given, a line each."""
        return tuple(
            f"the key of the action {row.action} on a team's log is not the one that was made for it"
            for row in transaction.listed_actions.of(self.person)
            if self._listed(transaction, row) is None
        )

    def relations(self, transaction: Transaction, *, ever: bool = False) -> Relations:
        """Who supervises whom and who leads which team: now, or at any time."""
        if ever:
            return Relations.of(transaction.links.all(), transaction.teams.leads_ever())
        return Relations.of(self._current(transaction.links.all()), _leads(transaction))

    def current_links(self, transaction: Transaction) -> tuple[Link, ...]:
        """The person's links that hold today, a cover after the others."""
        return tuple(
            sorted(
                self._current(transaction.links.of(self.person)), key=lambda link: (link.cover, link.since)
            )
        )

    def readers(
        self, transaction: Transaction, now: Relations, owner: str, team: str, before: Iterable[str]
    ) -> dict[str, bytes]:
        """The public read keys of those who are to read a listed action of this owner as things stand `now`: the owner,
        who supervises them, the team's lead, and of those who could read it `before` the ones whom the owner
        supervises."""
        wanted = {owner, *now.leads.get(team, ())}
        wanted |= {supervisor for supervisor, supervisee in now.supervises if supervisee == owner}
        wanted |= {one for one in before if (owner, one) in now.supervises}
        return {
            holder.person.id: holder.read_key
            for holder in transaction.people.all()
            if holder.person.id in wanted
            and holder.read_key is not None
            and holder.person.standing is Standing.ACTIVE
        }

    def _current(self, links: Iterable[Link]) -> Iterator[Link]:
        today = self._clock.today()
        return (link for link in links if link.is_current(today))

    def _between(self, transaction: Transaction, link: Link) -> Place | None:
        key = self._of_pairs.get(link.id)
        if key is None:
            try:
                key = pair_circles.actions_key(transaction, self._keys, link)
            except DamagedFile:
                return None
            if key is None:
                return None
            self._of_pairs[link.id] = key
        is_open = link.is_current(self._clock.today()) and transaction.circles.takes_words(key.circle_id)
        return _pair_place(transaction, link, key, takes_words=is_open)

    def _listed(self, transaction: Transaction, row: ListedRow) -> Place | None:
        key = self._of_teams.get(row)
        if key is None:
            try:
                key = listed_circles.circle_key(transaction, self._keys, row)
            except DamagedFile:
                return None
            self._of_teams[row] = key
        drawer = CircleDrawer(transaction.team_actions(key.circle_id), key)
        return Place(
            CircleKind.TEAM,
            drawer,
            frozenset(row.readers),
            takes_words=row.takes_words,
            team=row.team,
            maker=row.maker,
        )


def _pair_place(transaction: Transaction, link: Link, key: CircleKey, *, takes_words: bool) -> Place:
    drawer = CircleDrawer(transaction.pair_actions(key.circle_id), key)
    readers = frozenset({link.supervisor, link.supervisee})
    return Place(CircleKind.PAIR, drawer, readers, takes_words=takes_words, link=link)


def _leads(transaction: Transaction) -> dict[str, tuple[str, ...]]:
    return {team.id: (team.lead,) for team in transaction.teams.all()}
