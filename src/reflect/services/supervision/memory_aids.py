"""Working notes that help to remember a one-to-one go when its record is agreed and some days have passed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reflect.domain.dates import day_of

if TYPE_CHECKING:
    from datetime import date

    from reflect.services.supervision.note_drawer import NoteDrawer, OwnNote
    from reflect.services.supervision.one_to_ones import OneToOnes
    from reflect.storage.store import Store, Transaction


def delete_memory_aids(
    store: Store, drawer_in: Callable[[Transaction], NoteDrawer], one_to_ones: OneToOnes, today: date
) -> None:
    """Deletes those whose day has come, also from the file's log. Raises NotSaved, DamagedFile."""
    with store.reading() as transaction:
        aids = [one for one in drawer_in(transaction).own() if one.words.meeting and not one.asked]
        names = {holder.person.id: holder.person.name for holder in transaction.people.all()}
    about = {names[one.link.supervisee] for one in aids if not one.words.kept_because}
    records = [record for name in about for record in one_to_ones.all(name)]
    agreed = {record.id: day_of(record.locked) for record in records if record.locked is not None}

    def over(notes: list[OwnNote]) -> list[str]:
        return [
            note.id
            for note in notes
            if note.shown("").is_to_be_deleted(agreed.get(note.words.meeting or ""), today)
        ]

    if not over(aids):
        return
    with store.writing() as transaction:  # looked at again: somebody may have asked for one meanwhile
        drawer = drawer_in(transaction)
        for note_id in over(drawer.own()):
            drawer.delete(note_id)
    store.forget_log()
