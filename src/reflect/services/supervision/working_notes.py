"""Working notes as somebody: a supervisor's own about a supervisee, who sees how many there are and asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.dates import day_of, said
from reflect.domain.keeping_both import changed_together
from reflect.domain.supervision.intervals import in_force
from reflect.domain.supervision.working_note import NotesAboutMe, WorkingNote
from reflect.errors import DamagedFile, NotFound, NotPermitted, NotSaved, WrongUse
from reflect.services.beginnings import SHORTEST_ID, only
from reflect.services.supervision.memory_aids import delete_memory_aids
from reflect.services.supervision.note_drawer import NoteDrawer, OwnNote
from reflect.services.supervision.note_words import Given, NoteWords, Request
from reflect.text import clean, clean_line

if TYPE_CHECKING:
    from datetime import date

    from reflect.clock import Clock
    from reflect.domain.links import Link
    from reflect.services.links.links import Links
    from reflect.services.supervision.agreements import Agreements
    from reflect.services.supervision.one_to_ones import OneToOnes
    from reflect.storage.store import Store, Transaction
    from reflect.vault.keys import KeyPairs
    from reflect.vault.sealing import CircleKey


class WorkingNotes:
    """Notes of one person about those whom they supervise, and what they see of notes about themself. An id may be
    given by a beginning of it. Everything raises NotFound for what is not there or not theirs, and DamagedFile for
    what was changed from outside; writes raise NotSaved."""

    def __init__(
        self,
        store: Store,
        own_key: CircleKey,
        keys: KeyPairs,
        links: Links,
        agreements: Agreements,
        one_to_ones: OneToOnes,
        clock: Clock,
    ) -> None:
        self._store = store
        self._own_key = own_key
        self._keys = keys
        self._links = links
        self._agreements = agreements
        self._one_to_ones = one_to_ones
        self._clock = clock

    def mine(self, name: str | None = None) -> tuple[WorkingNote, ...]:
        """The notes that this person wrote, about anybody or about somebody of this name, the latest first; with those
        handed over, as long as the link holds."""
        with self._store.reading() as transaction:
            drawer, names = self._drawer(transaction), _names(transaction)
            found = [note.shown(names.get(note.link.supervisee, "")) for note in drawer.own()]
            for link in drawer.links(supervising=True):
                asked, given = _sorted_out(drawer.of_pair(link))
                found += [_as_given(one, asked, link, names) for one in given]
        wanted = None if name is None else clean_line(name).casefold()
        shown = [note for note in found if wanted in (None, note.about.casefold())]
        return tuple(sorted(shown, key=lambda note: (note.made, note.id), reverse=True))

    def add(self, name: str, text: str, meeting: str | None = None) -> WorkingNote:
        """A new note about somebody whom this person supervises; with a one-to-one it helps to remember that. Raises
        NotPermitted unless the agreement that both have signed allows notes, and WrongUse for no words."""
        words = _needed(text)
        link = self._supervisee(name)
        self._must_be_allowed(link, name)
        belongs = None if meeting is None else self._meeting(link, name, meeting)
        with self._store.writing() as transaction:
            self._links.key_within(transaction, link.id, writing=True)
            said = NoteWords(link.id, words, self._clock.now(), belongs)
            note = self._drawer(transaction).add(link, said)
            return note.shown(_names(transaction).get(link.supervisee, ""))

    def change(self, id: str, *, before: str, after: str) -> WorkingNote:
        """Changes what a note says from `before`, as it was read, to `after`; what another window wrote meanwhile is
        kept beside it. Raises NotPermitted once it was asked for or handed over, or where notes are not allowed any
        more, and WrongUse for no words."""
        words = _needed(after)
        note = self._own(id)
        with self._store.reading() as transaction:
            name = _names(transaction).get(note.link.supervisee, "")
            self._links.key_within(transaction, note.link.id, writing=True)
        self._must_be_allowed(note.link, name)
        with self._at(id, "change") as (drawer, stood, about):
            text = changed_together(stood.words.text, words, before)
            return drawer.put(replace(stood, words=replace(stood.words, text=text))).shown(about)

    def keep(self, id: str, because: str) -> WorkingNote:
        """Keeps a note beyond the day on which it would be deleted, with the reason. Raises WrongUse without one."""
        why = clean(because).strip()
        if not why:
            raise WrongUse("It is missing why it is kept.", "Nothing was changed. Say it in a sentence.")
        with self._at(id) as (drawer, stood, about):
            return drawer.put(replace(stood, words=replace(stood.words, kept_because=why))).shown(about)

    def delete(self, id: str) -> None:
        """Takes a note out, and out of the file's log. Raises NotPermitted once it was asked for or handed over."""
        with self._at(id, "delete") as (drawer, stood, _):
            drawer.delete(stood.id)
        self._store.forget_log()

    def hand_over(self, id: str) -> WorkingNote:
        """Gives a note to the one whom it is about, who is told: they read it from now on, and when they got it is kept
        with it. Once their link is over, its author reads it no more."""
        now = self._clock.now()
        with self._at(id) as (drawer, stood, about):
            drawer.give(stood, now)
        self._store.forget_log()
        return replace(stood.shown(about), handed_over=now)

    def about_me(self) -> tuple[NotesAboutMe, ...]:
        """What there is about this person: for everybody who supervises them, and for former ones who keep or handed
        over something, the latest first. The number counts those handed over too."""
        with self._store.reading() as transaction:
            drawer, names = self._drawer(transaction), _names(transaction)
            found = []
            for link in reversed(drawer.links(supervising=False)):
                asked, given = _sorted_out(drawer.of_pair(link))
                number = len(drawer.about(link)) + len(given)
                if number or asked or link.is_current(self._today()):
                    found.append(
                        NotesAboutMe(
                            names.get(link.supervisor, ""),
                            number,
                            asked[-1].at if asked else None,
                            tuple((one.at, one.words.text) for one in given),
                            len(drawer.to_ask(link)),
                        )
                    )
        return tuple(found)

    def counted_about_me(self, link_id: str) -> tuple[int, int]:
        """How many there are by one link of this person's to a supervisor, with those handed over; and how many of
        them can be asked for."""
        with self._store.reading() as transaction:
            drawer = self._drawer(transaction)
            links = [link for link in drawer.links(supervising=False) if link.id == link_id]
            number = sum(
                len(drawer.about(link)) + len(_sorted_out(drawer.of_pair(link))[1]) for link in links
            )
            return number, sum(len(drawer.to_ask(link)) for link in links)

    def ask(self, supervisor_name: str) -> None:
        """Asks somebody who supervises or supervised this person to see the notes about them; none of these is deleted
        from then on. Raises WrongUse where there is nothing to ask for, or all of it was asked for."""
        now = self._clock.now()
        with self._store.writing() as transaction:
            drawer, names = self._drawer(transaction), _names(transaction)
            wanted = clean_line(supervisor_name).casefold()
            links = [
                link
                for link in drawer.links(supervising=False)
                if names.get(link.supervisor, "").casefold() == wanted
            ]
            if not links:
                raise _nobody()
            before: list[Request] = []
            anew = {}
            for link in links:
                asked, _ = _sorted_out(drawer.of_pair(link))
                before += asked
                anew[link] = drawer.to_ask(link)
            if not any(anew.values()):
                raise _nothing_to_ask(names.get(links[-1].supervisor, ""), before)
            for link, notes in anew.items():
                if notes:
                    drawer.ask(link, notes, now)

    def settle(self) -> None:
        """Deletes this person's memory aids whose day has come, and keeps those that were asked for or are
        kept for a reason. A file that takes no words, or is damaged, keeps nobody out."""
        if self._store.read_only:
            return
        with suppress(NotSaved, DamagedFile):
            delete_memory_aids(self._store, self._drawer, self._one_to_ones, self._today())

    def examine(self) -> tuple[str, ...]:
        """What is wrong with this person's own notes, or with what was asked and handed over, a line each."""
        faults = []
        with self._store.reading() as transaction:
            drawer = self._drawer(transaction)
            try:
                drawer.own()
            except (DamagedFile, ValueError):
                faults.append("a working note does not open, or is not about whom its author wrote it about")
            for link in (*drawer.links(supervising=True), *drawer.links(supervising=False)):
                try:
                    drawer.of_pair(link)
                except (DamagedFile, ValueError):
                    faults.append(
                        f"something asked or handed over by the supervision link {link.id[:8]} does not open"
                    )
        return tuple(faults)

    def _must_be_allowed(self, link: Link, name: str) -> None:
        ours = [one for one in self._agreements.all(name) if one.link == link.id]
        agreement = in_force(ours, self._today())
        if agreement is None or not agreement.agreed or not agreement.terms.working_notes:
            raise NotPermitted(
                "Working notes are kept only where the agreement that both of you have signed allows them.",
                "Nothing was kept. You can agree on it at the next review.",
            )

    def _meeting(self, link: Link, name: str, beginning: str) -> str:
        """The id of a one-to-one of the two. To look at it so opens nothing that is shared in it."""
        wanted = beginning.strip().casefold()
        found = [one.id for one in self._one_to_ones.all(name) if one.link == link.id]
        none = NotFound("There is no one-to-one with this id with them.", "Nothing was kept.")
        if len(wanted) < SHORTEST_ID:
            raise none
        return only([one for one in found if one.startswith(wanted)], "one-to-ones", none)

    def _supervisee(self, name: str) -> Link:
        wanted = clean_line(name).casefold()
        with self._store.reading() as transaction:
            names = _names(transaction)
            both = transaction.links.of(self._keys.person_id)
        named = [
            link for link in both if names.get(link.other(self._keys.person_id), "").casefold() == wanted
        ]
        mine = [link for link in named if link.supervisor == self._keys.person_id]
        if named and not mine:
            raise NotPermitted(
                "Working notes are a supervisor's, about somebody whom they supervise.", "Nothing was kept."
            )
        if not mine:
            raise _nobody()
        return max(mine, key=lambda link: (link.is_current(self._today()), link.since, link.id))

    def _own(self, id: str) -> OwnNote:
        with self._store.reading() as transaction:
            return self._drawer(transaction).one(id)

    @contextmanager
    def _at(self, id: str, step: str = "") -> Iterator[tuple[NoteDrawer, OwnNote, str]]:
        """One's own note within a transaction that may write; with a `step` that is refused once it was asked for."""
        with self._store.writing() as transaction:
            drawer = self._drawer(transaction)
            note = drawer.one(id)
            about = _names(transaction).get(note.link.supervisee, "")
            if step and note.asked is not None:
                raise NotPermitted(
                    f"{about} asked to see this note on {said(day_of(note.asked))}, so you cannot {step} it.",
                    "Nothing was changed. You can hand it over.",
                )
            yield drawer, note, about

    def _drawer(self, transaction: Transaction) -> NoteDrawer:
        return NoteDrawer(transaction, self._own_key, self._keys, self._links, self._today())

    def _today(self) -> date:
        return self._clock.today()


def _as_given(given: Given, asked: list[Request], link: Link, names: dict[str, str]) -> WorkingNote:
    at = next((request.at for request in asked if given.note in request.notes), None)
    note = OwnNote(given.note, link, given.words, at)
    return replace(note.shown(names.get(link.supervisee, "")), handed_over=given.at)


def _sorted_out(of_pair: list[Request | Given]) -> tuple[list[Request], list[Given]]:
    asked = [one for one in of_pair if isinstance(one, Request)]
    return asked, [one for one in of_pair if isinstance(one, Given)]


def _needed(text: str) -> str:
    words = clean(text).strip()
    if not words:
        raise WrongUse("The note says nothing yet.", "Nothing was changed. Write something first.")
    return words


def _names(transaction: Transaction) -> dict[str, str]:
    return {holder.person.id: holder.person.name for holder in transaction.people.all()}


def _nobody() -> NotFound:
    return NotFound(
        "Nobody of this name supervises you, or is supervised by you.",
        "`reflect link list` shows your links.",
    )


def _nothing_to_ask(supervisor: str, before: list[Request]) -> WrongUse:
    if before:
        day = said(day_of(max(request.at for request in before)))
        return WrongUse(f"You asked on {day} already, and there is nothing new.", "Nothing was changed.")
    return WrongUse(f"{supervisor} keeps no notes about you.", "There is nothing to ask for.")
