"""Where shares are kept, for one person: what they remember of their own, and the copies that they may open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.sharing import Share, SharedWithMe
from reflect.errors import DamagedFile, NotFound
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.sharing import words
from reflect.services.sharing.words import Kept
from reflect.services.supervision.discussed import DiscussedShares

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


class OwnShares:
    """Finds shares within a transaction of the caller's, and opens them with the keys that this person holds."""

    def __init__(self, own_key: CircleKey, keys: KeyPairs, links: Links) -> None:
        self._own_key = own_key
        self._keys = keys
        self._links = links
        self._discussed = DiscussedShares(links, keys)

    def keep(self, transaction: Transaction, kept: Kept) -> None:
        """Remembers one share of this person's."""
        sealed = words.seal_kept(self._own_key, kept)
        transaction.mine_shares(self._own_key.circle_id).put(kept.card.id, sealed)

    def kept(self, transaction: Transaction) -> list[Kept]:
        """What this person remembers of their shares, in no order."""
        rows = transaction.mine_shares(self._own_key.circle_id).all()
        return [words.open_kept(self._own_key, id_, sealed) for id_, sealed in rows]

    def one_kept(self, transaction: Transaction, beginning: str) -> Kept:
        """One of them by its id or a beginning of it. Raises NotFound, WrongUse."""
        wanted = beginning.strip().casefold()
        return only(
            [
                kept
                for kept in self.kept(transaction)
                if len(wanted) >= SHORTEST_ID and kept.card.id.startswith(wanted)
            ],
            "shares",
            _no_share(),
        )

    def as_owner(
        self, transaction: Transaction, kept: Kept, known: dict[str, dict[str, str]] | None = None
    ) -> Share:
        """A share as its owner sees it. Raises DamagedFile where it is not what they shared. In `known` is remembered,
        by the link, what was discussed in which one-to-one, for whoever asks for several in one transaction."""
        if kept.withdrawn is not None:
            return Share(kept.card, "", None, kept.answer, kept.opened, kept.withdrawn)
        link, memory = self.own_link(transaction, kept.card.link), {} if known is None else known
        share, opened = self.read(transaction, link, kept.card.id)
        if link.id not in memory:
            memory[link.id] = self._discussed.locked(transaction, link)
        discussed_in = memory[link.id].get(kept.card.id)
        return Share(share.card, share.text, share.scale, kept.answer, opened, discussed_in=discussed_in)

    def let_go(self, transaction: Transaction, link: Link, share_id: str, at: datetime) -> None:
        """The words of a share that is withdrawn are gone, and gone from records that are not signed by both."""
        if link.circle is not None:
            self._discussed.let_go(transaction, link, share_id, at)
            transaction.pair_shares(link.circle).delete(share_id)

    def own_link(self, transaction: Transaction, link_id: str) -> Link:
        """The link, if it is one by which somebody supervises this person. Raises NotFound."""
        link = transaction.links.one(link_id)
        if link is None or link.supervisee != self._keys.person_id:
            raise NotFound("There is no such supervision link.", "`reflect link list` shows yours.")
        return link

    def read(
        self, transaction: Transaction, link: Link, share_id: str
    ) -> tuple[SharedWithMe, datetime | None]:
        """A copy and when it was opened. Raises NotPermitted where the link has ended for this reader, NotFound."""
        key = self._links.key_within(transaction, link.id)
        row = transaction.pair_shares(key.circle_id).one(share_id)
        if row is None and link.supervisee == self._keys.person_id:
            raise DamagedFile(
                "Something that you shared is gone from the file, and you did not withdraw it.",
                "The file was changed from outside: tell whoever looks after the workspace.",
            )
        if row is None:
            raise _no_share()
        share = self.as_reader(transaction, link, key, share_id, row[0])
        return share, words.open_opened(key, share_id, row[1])

    def as_reader(
        self, transaction: Transaction, link: Link, key: CircleKey, share_id: str, sealed: bytes
    ) -> SharedWithMe:
        """A copy, opened. Raises DamagedFile if it is not what its owner shared."""
        me, owner = self._keys.person_id, transaction.people.one(link.supervisee)
        theirs = owner.sign_key if owner is not None else None
        sign_key = self._keys.public.sign if me == link.supervisee else theirs
        return words.open_share(key, link, sign_key or b"", share_id, sealed)

    def as_supervisor(self, transaction: Transaction) -> list[Link]:
        """The links by which this person supervises or supervised somebody."""
        me = self._keys.person_id
        return [link for link in transaction.links.of(me) if link.supervisor == me]

    def found(self, transaction: Transaction, beginning: str) -> tuple[Link, str]:
        """A share made to this person, by its id or a beginning of it. Raises NotFound, WrongUse."""
        wanted = beginning.strip().casefold()
        return only(
            [
                (link, id_)
                for link in self.as_supervisor(transaction)
                if link.circle is not None and len(wanted) >= SHORTEST_ID
                for id_ in transaction.pair_shares(link.circle).ids(wanted)
            ],
            "shares",
            _no_share(),
        )


def _no_share() -> NotFound:
    return NotFound(
        "There is no share with this id.",
        f"It may have been withdrawn. `reflect share list` shows those that are there; {SHORTEST_ID} characters of an "
        "id are enough.",
    )
