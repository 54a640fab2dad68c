"""Shares that were discussed in a one-to-one: until both have signed its record they can be withdrawn, and go out of it
by that; afterwards they stay with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.services.supervision.pair_file import PairFile
from reflect.services.supervision.record_words import MeetingHead

if TYPE_CHECKING:
    from datetime import datetime

    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs


class DiscussedShares:
    """Of one person's links, in a transaction of the caller's. Raises NotPermitted with the reason where a link is
    closed to them, and DamagedFile."""

    def __init__(self, links: Links, keys: KeyPairs) -> None:
        self._links = links
        self._keys = keys

    def locked(self, transaction: Transaction, link: Link) -> dict[str, str]:
        """The one-to-one whose record both have signed, by the id of the share that was discussed in it."""
        file = self._file(transaction, link)
        both = file.signed_by_both()
        records = [file.record(id_) for id_, head in file.heads() if id_ in both and head.discussed]
        return {
            share_id: record.id
            for record in records
            if record.locked and record.body is not None
            for share_id, *_ in record.body["shared"]
        }

    def let_go(self, transaction: Transaction, link: Link, share_id: str, at: datetime) -> None:
        """The share is withdrawn: it goes out of every record that is still open, and a signature on such a record
        counts no more, since its words were signed."""
        file = self._file(transaction, link)
        for record in [file.record(id_) for id_, head in file.heads() if share_id in head.discussed]:
            if not record.locked:
                left = tuple(one for one in record.head.discussed if one != share_id)
                file.change(record, replace(record.head, discussed=left), at)

    def _file(self, transaction: Transaction, link: Link) -> PairFile[MeetingHead]:
        key = self._links.key_within(transaction, link.id)
        return PairFile(transaction, link, key, self._keys, MeetingHead)
