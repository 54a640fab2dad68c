"""Everything that one person can do: what screens and commands are given, and all that they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.bank_holidays import of_england
from reflect.banks.shelf import BankShelf
from reflect.errors import DamagedFile
from reflect.services.actions.acting import Acting
from reflect.services.actions.examining import examine_actions
from reflect.services.actions.lists import ActionLists
from reflect.services.actions.origins import ActionOrigins
from reflect.services.actions.record import ActionRecord
from reflect.services.actions.taking_out import TakingActionsOut
from reflect.services.actions.travel import ActionTravel
from reflect.services.coming_back import ComingBack
from reflect.services.drawer import Drawer
from reflect.services.examining import examine
from reflect.services.links.links import Links
from reflect.services.looking_again import LookingAgain
from reflect.services.looking_back import LookingBack
from reflect.services.overseeing.examining import examine_figures
from reflect.services.overseeing.overseeing import Overseeing
from reflect.services.overseeing.publishing import Publishing
from reflect.services.people import People
from reflect.services.putting_aside import PuttingAside
from reflect.services.reading_on import ReadingOn
from reflect.services.reflecting import Reflecting
from reflect.services.remembering import Remembering
from reflect.services.rulebook import Rulebook
from reflect.services.sharing.sharing import Sharing
from reflect.services.supervision.agreements import Agreements
from reflect.services.supervision.auditing import Auditing
from reflect.services.supervision.examining import examine as examine_records
from reflect.services.supervision.one_to_ones import OneToOnes
from reflect.services.supervision.pair_actions import PairActions
from reflect.services.supervision.places import Places
from reflect.services.supervision.preparing import Preparing
from reflect.services.supervision.room import Room
from reflect.services.supervision.taking_out import TakingRecordsOut
from reflect.services.supervision.working_notes import WorkingNotes
from reflect.services.taking_out import TakingOut
from reflect.services.teams import Teams
from reflect.services.telling import Telling
from reflect.settings import Settings, load_settings
from reflect.vault import door

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from reflect.banks.catalogue import Catalogue
    from reflect.clock import Clock
    from reflect.domain.people import Person
    from reflect.domain.supervision.cadence import Cadence
    from reflect.storage.store import Store
    from reflect.vault.door import Entered
    from reflect.vault.sealing import CircleKey


class Practice:
    """One signed-in person's door to the workspace. May be used from two threads, one that reads and one that
    writes; after `close` it opens nothing any more."""

    def __init__(
        self,
        *,
        folder: Path,
        store: Store,
        entered: Entered,
        own_key: CircleKey,
        person: Person,
        banks: Catalogue,
        clock: Clock,
    ) -> None:
        self.person = person
        self.banks = banks
        drawer = Drawer(store, own_key, clock)
        self.reflecting = Reflecting(drawer, person, banks)
        self.remembering = Remembering(drawer)
        self.reading_on = ReadingOn(drawer)
        self.looking_back = LookingBack(drawer, banks)
        self.bank_shelf = BankShelf(folder, banks)
        self.taking_out = TakingOut(self.reflecting, person, banks, self.bank_shelf, clock)
        self.coming_back = ComingBack(
            drawer, person.id, banks, lambda: load_settings(folder).questions_return
        )
        self.people = People(folder, store, entered, clock)
        self.links = Links(store, self.people, entered.keys, clock)
        self._record = record = ActionRecord(store, own_key, entered.keys, self.links, clock)
        self.rules = Rulebook(store, lambda: self.settings, clock)
        origins = ActionOrigins(banks, self.reflecting, self._held)
        self.acting = Acting(record, origins, self.rules.now, of_england)
        self.putting_aside = PuttingAside(record, self.acting, drawer)
        self.looking_again = LookingAgain(record, self.acting, self.reflecting)
        self.action_travel = ActionTravel(record, person.id)
        self.actions = ActionLists(record, self.remembering, banks, self.rules.on, self._held)
        self.taking_actions_out = TakingActionsOut(
            self.actions, person, self.bank_shelf, self.rules.on, clock
        )
        self.sharing = Sharing(
            store,
            own_key,
            entered.keys,
            self.links,
            self.bank_shelf,
            clock,
            lambda: self.settings.local_words,
        )
        places = Places(self.links, entered.keys, clock)
        room = Room(store, entered.keys, places, PairActions(record), clock)
        preparing = Preparing(
            store, room, lambda: self.cadences, lambda link: self.working_notes.counted_about_me(link)
        )
        self._room, self._keys = room, entered.keys
        self.one_to_ones = OneToOnes(store, room, preparing, self.acting)
        self.agreements = Agreements(store, places, clock, lambda: self.cadences)
        self.taking_records_out = TakingRecordsOut(
            self.one_to_ones,
            self.agreements,
            self.actions,
            self.bank_shelf,
            self.rules.now,
            lambda: self.cadences,
            clock,
        )
        self.auditing = Auditing(
            store,
            places,
            self.links,
            self.agreements,
            self.one_to_ones,
            self.actions,
            lambda: self.cadences,
        )
        self.working_notes = WorkingNotes(
            store, own_key, entered.keys, self.links, self.agreements, self.one_to_ones, clock
        )
        publishing = Publishing(store, person.id, self.rules.now, self._people_behind_a_number, clock)
        self.overseeing = Overseeing(
            record, person, banks, self.rules, self._people_behind_a_number, publishing
        )
        self.teams = Teams(store, self.people, person.id, clock)
        self.telling = Telling(store, person.id, clock)
        self.notice = entered.notice
        self._folder = folder
        self._store = store
        self._own_key = own_key
        self._clock = clock

    @property
    def settings(self) -> Settings:
        """The settings of the workspace as they stand now. Raises WrongUse if their file cannot be read."""
        return load_settings(self._folder)

    @property
    def cadences(self) -> tuple[Cadence, ...]:
        """How often one-to-ones are held, by career stage. Raises BankError where a file of them cannot be used."""
        return self.banks.cadences

    def _held(self, one_to_one: str) -> tuple[str, date]:
        return self.one_to_ones.held(one_to_one)

    def _people_behind_a_number(self) -> int:
        return self.settings.figures_threshold

    @property
    def read_only(self) -> bool:
        """Whether a newer version made the file, so that nothing can be written."""
        return self._store.read_only

    def settle(self) -> None:
        """At sign-in, and when a day has begun since: links whose last day is over end, and those concerned are told;
        what follows from links is put in order; this person's memory aids whose time has come are deleted."""
        for part in (self.people, self.links, self.working_notes, self.acting, self.rules):
            part.settle()

    def change_passphrase(self, old: str, new: str) -> None:
        """Puts a new passphrase in place of the old one. Raises WrongPassphrase, Waiting, WeakPassphrase."""
        door.change_passphrase(self._folder, name=self.person.name, old=old, new=new, clock=self._clock)

    def confirm_passphrase(self, passphrase: str) -> None:
        """Makes sure that it is this person who is about to sign. Raises WrongPassphrase, Waiting."""
        door.enter(self._folder, name=self.person.name, passphrase=passphrase, clock=self._clock)

    def renew_recovery_words(self, passphrase: str) -> tuple[str, ...]:
        """New recovery words in place of lost ones, which open nothing from then on. Raises WrongPassphrase,
        Waiting, NotSaved."""
        return door.renew_words(self._folder, name=self.person.name, passphrase=passphrase, clock=self._clock)

    def examine(self) -> tuple[str, ...]:
        """What is wrong with the file or with the person's own words, a line each; nothing when all is well."""
        parts: tuple[tuple[str, Callable[[], tuple[str, ...]]], ...] = (
            ("words", lambda: examine(self._store, self._own_key)),
            ("actions", lambda: examine_actions(self._record)),
            ("links", self.links.examine),
            ("shares", self.sharing.examine),
            ("one-to-ones", lambda: examine_records(self._store, self._room, self._keys)),
            ("working notes", self.working_notes.examine),
            ("figures", lambda: examine_figures(self._record)),
        )
        return tuple(fault for what, look in parts for fault in _faults(what, look))

    def close(self) -> None:
        """Closes the file and lets go of the keys."""
        self._store.close()


def _faults(what: str, look: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """What is wrong with one part; where it cannot be read at all, the others are still looked at."""
    try:
        return look()
    except DamagedFile:
        return (f"not all of your {what} can be read: bring the folder back from your backup",)
