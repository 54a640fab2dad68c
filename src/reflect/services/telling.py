"""What somebody is to be told about links and teams that concern them, until they have been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.telling import ToTell, link_words, team_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reflect.clock import Clock
    from reflect.domain.telling import Notice
    from reflect.storage.store import Store, Transaction


class Telling:
    """One person's notices."""

    def __init__(self, store: Store, person_id: str, clock: Clock) -> None:
        self._store = store
        self._person_id = person_id
        self._clock = clock

    def waiting(self) -> tuple[ToTell, ...]:
        """What this person has not been told yet, the earliest first; what happened in another window too."""
        with self._store.reading() as transaction:
            notices = transaction.notices.waiting_for(self._person_id)
            return tuple(
                ToTell(notice.id, notice.at, words)
                for notice in notices
                if (words := self._words(transaction, notice))
            )

    def told(self, ids: Iterable[str]) -> None:
        """The person has read these; they do not come again. Raises NotSaved."""
        with self._store.writing() as transaction:
            transaction.notices.told(self._person_id, ids, self._clock.now())

    def _words(self, transaction: Transaction, notice: Notice) -> str:
        names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
        if notice.link is not None:
            link = transaction.links.one(notice.link)
            return link_words(notice.kind, link, self._person_id, names) if link else ""
        team = next((team for team in transaction.teams.all() if team.id == notice.team), None)
        return team_words(notice.kind, team, notice.about, self._person_id, names) if team else ""
