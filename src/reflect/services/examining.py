"""Whether everything that a person keeps is whole: their own words, and the file that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.reflection import ReflectionCard
from reflect.errors import DamagedFile
from reflect.services import own_pages, own_words

if TYPE_CHECKING:
    from reflect.storage.store import Store
    from reflect.vault.sealing import CircleKey

UNREADABLE = (DamagedFile, KeyError, ValueError, TypeError)


def examine(store: Store, key: CircleKey) -> tuple[str, ...]:
    """What is wrong, a line each, without any of the words; nothing when all is well. For the owner of `key`."""
    found = store.faults()
    try:
        return (*found, *_faults_of_own_words(store, key))
    except DamagedFile:
        return (*found, "not all of your own words can be read: bring the folder back from your backup")


def _faults_of_own_words(store: Store, key: CircleKey) -> list[str]:
    with store.reading() as transaction:
        mine = transaction.mine(key.circle_id)
        heads = mine.reflections()
        answers = {id_: (card, body) for id_, card, body in mine.answers([id_ for id_, _ in mine.cards()])}
        wordings = [(id_, version, sealed) for id_ in answers for version, sealed in mine.versions(id_)]
        pages = [(name, mine.page(name)) for name in own_pages.NAMES]
        list_of_sittings = mine.page(own_pages.SITTINGS)
    faults: list[str] = []
    claimed: set[str] = set()
    sittings: set[ReflectionCard] = set()
    for id_, sealed in heads:
        try:
            head = own_words.open_head(key, id_, sealed)
            claimed.update(head.answer_ids.values())
            sittings.add(ReflectionCard.of(head.reflection))
        except UNREADABLE:
            faults.append(f"the sitting {id_} does not open: it was changed outside reflect")
    if list_of_sittings is not None and not faults and not _lists(key, list_of_sittings, sittings):
        faults.append("the list of the sittings does not say what they say")
    for id_, (card, body) in answers.items():
        try:
            own_words.open_answer(key, id_, card, body)
        except UNREADABLE:
            faults.append(f"the answer {id_} does not open: it was changed outside reflect")
    for id_, version, sealed in wordings:
        try:
            own_words.open_version(key, id_, version, sealed)
        except UNREADABLE:
            faults.append(
                f"an earlier wording of the answer {id_} does not open: it was changed outside reflect"
            )
    for name, page in pages:
        try:
            if page is not None:
                own_words.open_page(key, name, page)
        except UNREADABLE:
            faults.append(f"the page of {name} does not open: it was changed outside reflect")
    faults += [f"the answer {id_} is missing" for id_ in sorted(claimed - answers.keys())]
    faults += [f"the answer {id_} belongs to no sitting" for id_ in sorted(answers.keys() - claimed)]
    return faults


def _lists(key: CircleKey, sealed: bytes, sittings: set[ReflectionCard]) -> bool:
    try:
        return set(own_pages.cards_read(own_words.open_page(key, own_pages.SITTINGS, sealed))) == sittings
    except UNREADABLE:
        return False
