"""What a supervisor writes on something that was shared with them: both read it, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.sharing import ShareComment
from reflect.domain.telling import NoticeKind
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.drawer import new_id
from reflect.services.links import endings
from reflect.services.sharing import words
from reflect.text import clean

if TYPE_CHECKING:
    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.services.sharing.shelf import OwnShares
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs


class ShareComments:
    """Comments on shares, each signed by its author; they never change, and go when the share is withdrawn."""

    def __init__(self, store: Store, shares: OwnShares, keys: KeyPairs, links: Links, clock: Clock) -> None:
        self._store = store
        self._shares = shares
        self._keys = keys
        self._links = links
        self._clock = clock

    def add(self, beginning: str, text: str) -> ShareComment:
        """A comment on what was shared with this person, which counts as having opened it. Raises NotPermitted for
        one's own share and where the link has ended, NotFound, and WrongUse for no words."""
        said = clean(text).strip()
        if not said:
            raise WrongUse("The comment says nothing yet.", "Nothing was changed. Write something first.")
        comment = ShareComment(self._keys.person_id, said, self._clock.now())
        with self._store.writing() as transaction:
            link, share_id = self._as_supervisor(transaction, beginning)
            _, opened = self._shares.read(transaction, link, share_id)
            key = self._links.key_within(transaction, link.id, writing=True)
            table, id_ = transaction.pair_shares(key.circle_id), new_id()
            table.comment(share_id, id_, words.seal_comment(key, self._keys, share_id, id_, comment))
            if opened is None:
                table.open(share_id, words.seal_opened(key, share_id, comment.at))
            endings.tell_once(transaction, link.supervisee, NoticeKind.COMMENTED, at=comment.at, link=link.id)
        return comment

    def all(self, beginning: str) -> tuple[ShareComment, ...]:
        """The comments on one share, the earliest first, for the two of the pair. Raises NotFound for anybody else,
        WrongUse, NotPermitted where the link has ended for this reader, and DamagedFile."""
        with self._store.reading() as transaction:
            try:
                kept = self._shares.one_kept(transaction, beginning)
            except NotFound:
                link, share_id = self._shares.found(transaction, beginning)
            else:
                link, share_id = self._shares.own_link(transaction, kept.card.link), kept.card.id
                if kept.withdrawn is not None:
                    return ()
            return self.of(transaction, link, share_id)

    def of(self, transaction: Transaction, link: Link, share_id: str) -> tuple[ShareComment, ...]:
        """The same within a transaction of the caller's."""
        key = self._links.key_within(transaction, link.id)
        author = transaction.people.one(link.supervisor)
        theirs = author.sign_key if author is not None else None
        sign_key = self._keys.public.sign if self._keys.person_id == link.supervisor else theirs
        found = [
            words.open_comment(key, link, sign_key or b"", share_id, id_, sealed)
            for id_, sealed in transaction.pair_shares(key.circle_id).comments(share_id)
        ]
        return tuple(sorted(found, key=lambda comment: comment.at))

    def _as_supervisor(self, transaction: Transaction, beginning: str) -> tuple[Link, str]:
        try:
            return self._shares.found(transaction, beginning)
        except NotFound:
            self._shares.one_kept(transaction, beginning)
            raise NotPermitted(
                "You shared this yourself: your supervisor comments on it.",
                "Nothing was changed. What you think now belongs into your answer, or into your one-to-one.",
            ) from None
