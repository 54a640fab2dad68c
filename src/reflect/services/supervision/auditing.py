"""The self-audit of what two people have on file with each other: the same for both of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reflect.domain.supervision import auditing
from reflect.domain.supervision.audit import Audit
from reflect.errors import WrongUse

if TYPE_CHECKING:
    from reflect.domain.supervision.cadence import Cadence
    from reflect.services.actions.lists import ActionLists
    from reflect.services.links.links import Links
    from reflect.services.supervision.agreements import Agreements
    from reflect.services.supervision.one_to_ones import OneToOnes
    from reflect.services.supervision.places import Places
    from reflect.storage.store import Store


class Auditing:
    """For each of the two of a link. It says nothing that one of them could not see alone."""

    def __init__(
        self,
        store: Store,
        places: Places,
        links: Links,
        agreements: Agreements,
        one_to_ones: OneToOnes,
        actions: ActionLists,
        cadences: Callable[[], Iterable[Cadence]],
    ) -> None:
        self._store = store
        self._places = places
        self._links = links
        self._agreements = agreements
        self._one_to_ones = one_to_ones
        self._actions = actions
        self._cadences = cadences

    def audit(self, name: str, since: date | None = None) -> Audit:
        """The audit of the link with somebody of this name, from a day on or from a year back, but from no day before
        the link or their first agreement began; of a link that is over up to its last day. Raises NotFound,
        NotPermitted for a former supervisor, WrongUse for a day to come, and DamagedFile."""
        today = self._places.today()
        with self._store.reading() as transaction:
            link = self._places.with_somebody(transaction, name)
            names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
        self._links.pair_key(link.id)
        as_at = min(today, link.last_day or today)
        first = since or _a_year_before(as_at)
        if first > as_at:
            raise WrongUse("This day has not come yet.", "Give the day from which on to look.")
        agreements = [one for one in self._agreements.all(name) if one.link == link.id]
        began = min([link.since, *(one.terms.start for one in agreements)])
        return auditing.audit(
            agreements,
            [one for one in self._one_to_ones.all(name) if one.link == link.id],
            self._actions.of_pair(link.id),
            supervisor=names.get(link.supervisor, ""),
            supervisee=names.get(link.supervisee, ""),
            since=min(max(first, began), as_at),
            as_at=as_at,
            cadences=self._cadences(),
        )


def _a_year_before(day: date) -> date:
    """The same day a year before; the first of March for the 29th of February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28) + timedelta(days=1)
