"""Where working notes are, for one person in a transaction of the caller's: their own, and what is theirs to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reflect.domain.people import CircleKind
from reflect.domain.supervision.working_note import WorkingNote
from reflect.domain.telling import NoticeKind
from reflect.errors import DamagedFile, NotFound, NotPermitted
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.drawer import new_id
from reflect.services.links import endings
from reflect.services.supervision import note_words
from reflect.services.supervision.note_words import Given, NoteWords, Request

if TYPE_CHECKING:
    from datetime import date, datetime

    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.storage.store import Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note that its author keeps, and when it was asked for."""

    id: str
    link: Link
    words: NoteWords
    asked: datetime | None

    def shown(self, about: str) -> WorkingNote:
        """The same as its author sees it; `about` is a name."""
        words = self.words
        return WorkingNote(
            self.id,
            self.link.id,
            about,
            words.text,
            words.made,
            words.meeting,
            words.kept_because,
            self.asked,
        )


class NoteDrawer:
    """Takes notes out and puts them in, with the keys of who is signed in."""

    def __init__(
        self, transaction: Transaction, own_key: CircleKey, keys: KeyPairs, links: Links, today: date
    ) -> None:
        self._transaction = transaction
        self._own_key = own_key
        self._keys = keys
        self._links = links
        self._today = today
        self._own = transaction.working_notes(own_key.circle_id)

    def own(self) -> list[OwnNote]:
        """The notes that this person keeps, in no order. Raises DamagedFile."""
        links = {link.id: link for link in self.links(supervising=True)}
        found = []
        for kept in self._own.all():
            link = links.get(kept.link)
            if link is None:
                raise DamagedFile(
                    "A working note is not about anybody whom its author supervises or supervised.",
                    "Nothing of it was used. Tell whoever looks after the workspace.",
                )
            words = note_words.open_note(self._own_key, kept.id, link.id, kept.sealed)
            theirs = self._public(link.supervisee)[1]
            asked = note_words.open_asked(self._keys, link, theirs, kept.id, kept.asked)
            found.append(OwnNote(kept.id, link, words, asked))
        return found

    def one(self, beginning: str) -> OwnNote:
        """One that this person keeps, by its id or a beginning of it. Raises NotFound, WrongUse, and NotPermitted for
        one that they handed over."""
        wanted = beginning.strip().casefold()
        none = NotFound("You keep no note with this id.", f"{SHORTEST_ID} characters of an id are enough.")
        if len(wanted) < SHORTEST_ID:
            raise none
        given = [one for link in self.links(supervising=True) for one in self.of_pair(link)]
        if any(isinstance(one, Given) and one.note.startswith(wanted) for one in given):
            raise NotPermitted("This note was handed over; it stays as it is.", "Nothing was changed.")
        return only([note for note in self.own() if note.id.startswith(wanted)], "notes", none)

    def add(self, link: Link, words: NoteWords) -> OwnNote:
        """A new note, for which nobody has asked yet."""
        note_id = new_id()
        asked = note_words.seal_asked(self._keys.public.read, note_id, None)
        sealed = note_words.seal_note(self._own_key, note_id, words)
        self._own.add(note_id, link.id, asked, sealed)
        return OwnNote(note_id, link, words, None)

    def put(self, note: OwnNote) -> OwnNote:
        """The note says this now."""
        self._own.put_words(note.id, note_words.seal_note(self._own_key, note.id, note.words))
        return note

    def delete(self, note_id: str) -> None:
        """Takes a note out."""
        self._own.delete(note_id)

    def give(self, note: OwnNote, at: datetime) -> Given:
        """The note is the supervisee's to read from now on, who is told so, and its author's no more but by the pair's
        key."""
        given = Given(note.id, note.words, at)
        circle, seal = self._place(note.link)
        sealed = note_words.seal_given(self._keys, note.link, given, seal)
        self._transaction.pair_notes.add(circle, note.id, note.link.id, sealed)
        self._own.delete(note.id)
        endings.tell_once(
            self._transaction, note.link.supervisee, NoticeKind.NOTE_GIVEN, at=at, link=note.link.id
        )
        return given

    def ask(self, link: Link, note_ids: list[str], at: datetime) -> None:
        """This person, the supervisee, asks to see these notes: none of them is deleted from now on."""
        request, row_id = Request(tuple(note_ids), at), new_id()
        circle, seal = self._place(link)
        self._transaction.pair_notes.add(
            circle, row_id, link.id, note_words.seal_request(row_id, link, request, seal)
        )
        author = self._public(link.supervisor)[0]
        for circle in self._circles(link.supervisor):
            table = self._transaction.working_notes(circle)
            for note_id in set(table.about(link.id)) & set(note_ids):
                said = note_words.asked_by(self._keys, link, note_id, at)
                table.put_asked(note_id, note_words.seal_asked(author, note_id, said))

    def about(self, link: Link) -> list[str]:
        """The ids of the notes that the supervisor of a link keeps about its supervisee."""
        return [
            note_id
            for circle in self._circles(link.supervisor)
            for note_id in self._transaction.working_notes(circle).about(link.id)
        ]

    def to_ask(self, link: Link) -> list[str]:
        """The ids of those among them that nobody asked for yet, for the supervisee. Raises DamagedFile."""
        requests = [one for one in self.of_pair(link) if isinstance(one, Request)]
        known = {note for request in requests for note in request.notes}
        return [note for note in self.about(link) if note not in known]

    def of_pair(self, link: Link) -> list[Request | Given]:
        """What was asked and handed over by a link, the earliest first, as far as it is this person's to read: all of
        it for the supervisee, and for the supervisor while the link holds. Raises DamagedFile."""
        rows = self._transaction.pair_notes.of(link.id)
        if not rows:
            return []
        theirs = self._public(link.supervisor)[1]
        try:
            key = self._links.key_within(self._transaction, link.id) if link.circle else None
        except NotPermitted:  # the link is over, and this person supervised by it
            return []
        found = []
        for circle, row_id, sealed in rows:
            if key is not None and circle == key.circle_id:
                said = note_words.opened_for_pair(key, row_id, sealed)
            elif self._keys.person_id == link.supervisee:
                said = note_words.opened_for_one(self._keys, row_id, sealed)
            else:
                continue
            found.append(note_words.read_pair_note(row_id, link, theirs, said))
        return sorted(found, key=lambda one: one.at)

    def links(self, *, supervising: bool) -> list[Link]:
        """This person's links on one side, over or not, the earliest first."""
        me = self._keys.person_id
        return [
            link
            for link in self._transaction.links.of(me)
            if me == (link.supervisor if supervising else link.supervisee)
        ]

    def _place(self, link: Link) -> tuple[str, note_words.Seal]:
        """Where something that the supervisee is to read goes, and who can open it there: the two of the pair, or once
        their link is over the supervisee alone, since nothing goes into a closed circle."""
        if link.is_current(self._today):
            key = self._links.key_within(self._transaction, link.id, writing=True)
            return key.circle_id, note_words.for_pair(key)
        return self._circles(link.supervisee)[0], note_words.for_one(self._public(link.supervisee)[0])

    def _circles(self, person_id: str) -> list[str]:
        return [circle for circle, _ in self._transaction.circles.of(person_id, CircleKind.MINE)]

    def _public(self, person_id: str) -> tuple[bytes, bytes]:
        """Somebody's public keys, to read and to sign."""
        if person_id == self._keys.person_id:
            return self._keys.public.read, self._keys.public.sign
        holder = self._transaction.people.one(person_id)
        return (holder.read_key if holder else None) or b"", (holder.sign_key if holder else None) or b""
