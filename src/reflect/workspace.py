"""The composition root: opens a workspace, and signs somebody in.

Keys and database are imported only when somebody signs in: the first screen does not wait for them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.clock import Clock, SystemClock
from reflect.domain.people import CircleKind, Person, Standing
from reflect.errors import DamagedFile, NotPermitted, NotSaved, ReflectError, WorkspaceError
from reflect.paths import make_private_folder, shipped_banks, sync_folder
from reflect.settings import Settings, Told, load_settings
from reflect.storage.places import check_place
from reflect.text import clean_line

if TYPE_CHECKING:
    from reflect.banks.catalogue import Catalogue
    from reflect.services.actions.glancing import Glance
    from reflect.services.practice import Practice
    from reflect.storage.store import Store, Transaction
    from reflect.vault.door import Entered
    from reflect.vault.sealing import CircleKey

PROFESSION_LIMIT = 60
DATABASE = "reflect.db"
HEADER = "reflect.header"
PAGE_BYTES = 4096
BEING_MADE = ".new-"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Somebody whom the lock screen may offer."""

    name: str
    standing: Standing


class Workspace:
    """A folder with an encrypted file and its keys. Nothing is read or made before a method asks for it."""

    def __init__(self, folder: Path, clock: Clock | None = None, told: Told | None = None) -> None:
        """`told` is what was said for this run over the settings of the workspace."""
        self.folder = folder
        self.clock = clock or SystemClock()
        self.told = told or Told()

    def exists(self) -> bool:
        """Whether somebody has set a workspace up in this folder."""
        from reflect.vault import header_file

        return header_file.exists(self.folder)

    def check_folder(self) -> None:
        """Raises UnsafeFolder, with the reason, for a network drive or a synchronised folder."""
        check_place(self.folder)

    def people(self) -> tuple[SignIn, ...]:
        """Who is in the workspace, for the lock screen. Raises NoWorkspace, DamagedFile, NewerFile."""
        from reflect.vault import door

        return tuple(SignIn(name, standing) for name, standing in door.people_at(self.folder))

    def settings(self) -> Settings:
        """The settings that hold for this run. Raises WrongUse if their file cannot be read."""
        return self.told.over(self.kept_settings())

    def kept_settings(self) -> Settings:
        """The settings as their file keeps them, whatever was said for this run. Raises WrongUse."""
        return load_settings(self.folder)

    def catalogue(self) -> Catalogue:
        """The question banks at hand: those that come with reflect and those that were added to this workspace;
        needs no sign-in."""
        from reflect.banks import shelf
        from reflect.banks.catalogue import Catalogue

        return Catalogue.load(shipped_banks(), self.folder / shelf.FOLDER)

    def create(
        self, *, name: str, profession: str, passphrase: str, demo: bool = False
    ) -> tuple[Practice, tuple[str, ...]]:
        """Sets a workspace up and signs its first person in, who becomes its administrator. The second value
        is their recovery words, which are nowhere else. Raises UnsafeFolder, WorkspaceError, WeakPassphrase,
        and NotSaved; a folder is left as it was if it does not succeed."""
        self.check_folder()
        if self.exists():
            raise WorkspaceError(
                "There is a workspace in this folder already.",
                "It was left as it is. Sign in, or choose another folder with `--workspace`.",
            )
        import tempfile

        try:
            make_private_folder(self.folder)
            with tempfile.TemporaryDirectory(prefix=BEING_MADE, dir=self.folder) as made:
                words = self._make(
                    Path(made), name=name, profession=profession, passphrase=passphrase, demo=demo
                )
                self._move_in(Path(made))
            self._clear_away()
        except OSError:
            raise WorkspaceError(
                "A workspace cannot be made in this folder: nothing can be written there.",
                "Nothing was changed. Check the disk and your rights, or choose another folder.",
            ) from None
        return self.sign_in(name, passphrase), words

    def sign_in(self, name: str | None, passphrase: str) -> Practice:
        """Signs somebody in; `name` may be None where only one person is active. Raises WrongPassphrase,
        Waiting (both with `wait_seconds`), NotFound, NoWorkspace, UnsafeFolder, DamagedFile, NotPermitted."""
        from reflect.vault import door

        self.check_folder()
        return self._practice(door.enter(self.folder, name=name, passphrase=passphrase, clock=self.clock))

    def glance(self, name: str | None, passphrase: str) -> Glance | None:
        """Signs somebody in for one look at their own actions; None where it takes a whole sign-in to say what is
        to be done, or where others show them actions too. Raises as `sign_in`."""
        from reflect.domain.actions.rules import Rules
        from reflect.services.actions.glancing import Glance
        from reflect.storage.glance import GlanceStore
        from reflect.vault import door
        from reflect.vault.sealing import unwrap_circle_key

        self.check_folder()
        rules = Rules.of(self.settings())
        entered = door.enter(self.folder, name=name, passphrase=passphrase, clock=self.clock)
        if entered.pending_workspace_key is not None or entered.notice:
            return None
        store = GlanceStore.open(self.folder / DATABASE, entered.workspace_key)
        if store is None:
            return None
        try:
            public, own = entered.keys.public, store.own_circle(entered.person_id)
            at_home = store.is_at_home(entered.person_id, public.read, public.sign)
            waits = store.has_something_to_tell(entered.person_id) or store.has_company(entered.person_id)
            if own is None or not at_home or waits:
                store.close()
                return None
            key = unwrap_circle_key(entered.keys, *own)
            return Glance(store, entered.person_id, key, self.clock.today(), rules)
        except BaseException:
            store.close()
            raise

    def join(self, *, code: str, passphrase: str) -> tuple[Practice, tuple[str, ...]]:
        """Trades an invitation's code for keys of one's own, and signs in. The second value is the recovery
        words. Raises WrongUse, NotFound or Locked for a code that does not open, and WeakPassphrase."""
        from reflect.vault import door

        self.check_folder()
        entered, words = door.join(self.folder, code=code, passphrase=passphrase, clock=self.clock)
        return self._practice(entered), words

    def recover(self, *, name: str | None, words: str, passphrase: str) -> Practice:
        """Signs in with recovery words and sets a new passphrase. Raises WrongPassphrase, WeakPassphrase."""
        from reflect.vault import door

        self.check_folder()
        return self._practice(
            door.recover(self.folder, name=name, words=words, new_passphrase=passphrase, clock=self.clock)
        )

    def examine(self) -> tuple[str, ...]:
        """What can be seen to be wrong without a key, a line each: missing files, and rights that let others
        read along."""
        faults: list[str] = []
        try:
            self.people()
        except ReflectError as fault:
            faults.append(str(fault))
        file = self.folder / DATABASE
        if not file.is_file():
            faults.append(f"{DATABASE} is missing: bring the folder back from your backup")
        elif (size := file.stat().st_size) == 0 or size % PAGE_BYTES:
            faults.append(f"{DATABASE} is cut short: bring the folder back from your backup")
        if os.name == "posix":
            for path in (self.folder, *self.folder.iterdir()):
                if path.stat().st_mode & 0o077:
                    faults.append(
                        f"{path.name} can be read by others on this computer: chmod go-rwx {path.name}"
                    )
        return tuple(faults)

    def _make(
        self, folder: Path, *, name: str, profession: str, passphrase: str, demo: bool
    ) -> tuple[str, ...]:
        from reflect.storage.store import Store
        from reflect.vault import door

        entered, words = door.found(folder, name=name, passphrase=passphrase, clock=self.clock, demo=demo)
        person = Person(
            id=entered.person_id,
            name=entered.name,
            profession=clean_line(profession, limit=PROFESSION_LIMIT),
            standing=Standing.ACTIVE,
            administrator=True,
            since=self.clock.now(),
        )
        store = Store.create(folder, entered.workspace_key)
        try:
            public = entered.keys.public
            with store.writing() as transaction:
                transaction.people.add(person, read_key=public.read, sign_key=public.sign)
        finally:
            store.close()
        return words

    def _move_in(self, made: Path) -> None:
        """The header comes last, and only when the rest is sure to be on the disk: a workspace without it is none,
        so a start that was cut short can be made again."""
        import uuid

        left_over = self.folder / DATABASE
        if left_over.exists():
            left_over.replace(self.folder / f"{DATABASE}.left-{uuid.uuid4().hex[:8]}")
        (made / DATABASE).replace(left_over)
        sync_folder(self.folder)
        for part in sorted(made.iterdir(), key=lambda path: path.name == HEADER):
            part.replace(self.folder / part.name)
        sync_folder(self.folder)

    def _clear_away(self) -> None:
        """What starts that were cut short have left behind; none of it opens anything any more."""
        import shutil

        for left_over in self.folder.glob(f"{BEING_MADE}*"):
            shutil.rmtree(left_over, ignore_errors=True)

    def _practice(self, entered: Entered) -> Practice:
        try:
            return self._opened(entered)
        except NotSaved:  # there was nothing to save
            raise WorkspaceError(
                "The workspace cannot be opened just now: the disk is full, or another program keeps it busy.",
                "Nothing is lost. Free some space, close other programs, and sign in again.",
            ) from None

    def _opened(self, entered: Entered) -> Practice:
        from reflect.services.practice import Practice
        from reflect.storage.store import Store
        from reflect.vault import door

        if entered.pending_workspace_key is None:
            store = Store.open(self.folder, entered.workspace_key)
        else:
            try:
                store = Store.open(self.folder, entered.pending_workspace_key)
                entered = door.settle_workspace_key(self.folder, entered, "pending")
            except DamagedFile:
                store = Store.open(self.folder, entered.workspace_key)
                entered = door.settle_workspace_key(self.folder, entered, "current")
        try:
            person, own_key = self._at_home(store, entered)
        except BaseException:
            store.close()
            raise
        practice = Practice(
            folder=self.folder,
            store=store,
            entered=entered,
            own_key=own_key,
            person=person,
            banks=self.catalogue(),
            clock=self.clock,
        )
        practice.settle()
        practice.overseeing.settle()
        return practice

    def _at_home(self, store: Store, entered: Entered) -> tuple[Person, CircleKey]:
        """The person as the file knows them, and the key to what is theirs alone; both are made at their first
        sign-in, or at the next if that was cut short."""
        from reflect.vault.sealing import unwrap_circle_key

        with store.reading() as transaction:
            holder = transaction.people.one(entered.person_id)
            own = transaction.circles.of(entered.person_id, CircleKind.MINE)
        if holder is None or holder.read_key is None or not own:
            with store.writing() as transaction:
                self._settle_in(transaction, entered)
                holder = transaction.people.one(entered.person_id)
                own = transaction.circles.of(entered.person_id, CircleKind.MINE)
        if holder is None or holder.person.standing is not Standing.ACTIVE:
            raise NotPermitted("You are no longer in this workspace.", "Ask whoever looks after it.")
        public = entered.keys.public
        if (holder.read_key, holder.sign_key) != (public.read, public.sign):
            raise DamagedFile(
                "The workspace's file and its header do not belong together.",
                "Nothing was changed. Bring both back from the same backup.",
            )
        circle_id, wrapped = own[0]
        return holder.person, unwrap_circle_key(entered.keys, circle_id, wrapped)

    def _settle_in(self, transaction: Transaction, entered: Entered) -> None:
        import uuid

        from reflect.vault.sealing import new_circle_key, wrap_circle_key

        public, now = entered.keys.public, self.clock.now()
        holder = transaction.people.one(entered.person_id)
        if holder is None:
            person = Person(entered.person_id, entered.name, "", Standing.ACTIVE, False, now)
            transaction.people.add(person, read_key=public.read, sign_key=public.sign)
        elif holder.read_key is None:
            transaction.people.joined(entered.person_id, read_key=public.read, sign_key=public.sign)
        if not transaction.circles.of(entered.person_id, CircleKind.MINE):
            key = new_circle_key(str(uuid.uuid4()))
            transaction.circles.open(key.circle_id, CircleKind.MINE, now)
            transaction.circles.admit(
                key.circle_id, entered.person_id, wrap_circle_key(public.read, key), now
            )
