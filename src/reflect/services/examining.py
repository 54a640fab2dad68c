"""Whether everything that a person keeps is whole: their own words, and the file that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.errors import DamagedFile
from reflect.services import own_words

if TYPE_CHECKING:
    from reflect.storage.store import Store
    from reflect.vault.sealing import CircleKey

UNREADABLE = (DamagedFile, KeyError, ValueError, TypeError)


def examine(store: Store, key: CircleKey) -> tuple[str, ...]:
    """What is wrong, a line each, without any of the words; nothing when all is well. For the owner of `key`."""
    return (*store.faults(), *_faults_of_own_words(store, key))


def _faults_of_own_words(store: Store, key: CircleKey) -> list[str]:
    with store.reading() as transaction:
        mine = transaction.mine(key.circle_id)
        heads = mine.reflections()
        answers = {id_: (card, body) for id_, card, body in mine.answers([id_ for id_, _ in mine.cards()])}
    faults: list[str] = []
    claimed: set[str] = set()
    for id_, sealed in heads:
        try:
            claimed.update(own_words.open_head(key, id_, sealed).answer_ids.values())
        except UNREADABLE:
            faults.append(f"the sitting {id_} does not open: it was changed outside reflect")
    for id_, (card, body) in answers.items():
        try:
            own_words.open_answer(key, id_, card, body)
        except UNREADABLE:
            faults.append(f"the answer {id_} does not open: it was changed outside reflect")
    faults += [f"the answer {id_} is missing" for id_ in sorted(claimed - answers.keys())]
    faults += [f"the answer {id_} belongs to no sitting" for id_ in sorted(answers.keys() - claimed)]
    return faults
