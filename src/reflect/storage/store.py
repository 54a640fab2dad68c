"""The open file: transactions in it, and its whole life from making to closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text

from reflect.domain.people import CircleKind
from reflect.errors import DamagedFile, WorkspaceError
from reflect.storage import revisions
from reflect.storage.circle_actions import CircleActions, Execute
from reflect.storage.circles import CircleTable
from reflect.storage.driver import connect, create_empty
from reflect.storage.every_table import METADATA
from reflect.storage.faults import spoken
from reflect.storage.figures import Figures
from reflect.storage.links import LinkTable
from reflect.storage.listed_marks import ListedMarks
from reflect.storage.mine import MineTables
from reflect.storage.mine_actions import MineActions
from reflect.storage.notices import NoticeTable
from reflect.storage.one_to_one_days import OneToOneDays
from reflect.storage.people import PersonTable
from reflect.storage.publications import Publications
from reflect.storage.readable_actions import ReadableActions
from reflect.storage.records import MineRecords, PairRecords
from reflect.storage.rules import RulesTable
from reflect.storage.shares import MineShares, PairShares
from reflect.storage.sqlite import WRITES, make_engine
from reflect.storage.team_actions import ListedActions, TeamActions
from reflect.storage.teams import TeamTable
from reflect.storage.working_notes import PairNoteTable, WorkingNoteTable

FILE_NAME = "reflect.db"


class Transaction:
    """One transaction, whole or not at all, with a door to each group of tables."""

    def __init__(self, connection: Connection) -> None:
        self.people = PersonTable(connection)
        self.circles = CircleTable(connection)
        self.links = LinkTable(connection)
        self.teams = TeamTable(connection)
        self.notices = NoticeTable(connection)
        self.pair_notes = PairNoteTable(connection)
        self._connection = connection

    def mine(self, circle_id: str) -> MineTables:
        """What belongs to one person's own circle."""
        return MineTables(self._connection, circle_id)

    def mine_shares(self, circle_id: str) -> MineShares:
        """What one person remembers of their shares, in their own circle."""
        return MineShares(self._connection, circle_id)

    def pair_shares(self, circle_id: str) -> PairShares:
        """What the two of a pair share."""
        return PairShares(self._connection, circle_id)

    @property
    def one_to_one_days(self) -> OneToOneDays:
        """What can be counted of one-to-ones and agreements without opening them."""
        return OneToOneDays(self._execute())

    def pair_records(self, circle_id: str) -> PairRecords:
        """The one-to-ones and agreements of a pair."""
        return PairRecords(self._connection, circle_id)

    def mine_records(self, circle_id: str) -> MineRecords:
        """One person's own copies of what they signed."""
        return MineRecords(self._connection, circle_id)

    def working_notes(self, circle_id: str) -> WorkingNoteTable:
        """The working notes that one person wrote, in their own circle."""
        return WorkingNoteTable(self._connection, circle_id)

    def mine_actions(self, circle_id: str) -> MineActions:
        """The actions of one person's own circle."""
        return MineActions(self._execute(), circle_id)

    def pair_actions(self, circle_id: str) -> CircleActions:
        """The actions that the two of a link keep together."""
        return CircleActions(self._execute(), CircleKind.PAIR, circle_id)

    def team_actions(self, circle_id: str) -> TeamActions:
        """The one action of a circle on a team's log."""
        return TeamActions(self._execute(), circle_id)

    @property
    def listed_actions(self) -> ListedActions:
        """Which actions on teams' logs somebody was given."""
        return ListedActions(self._execute())

    def readable_actions(self, person_id: str) -> ReadableActions:
        """Whose actions somebody can read, as marks tell it."""
        return ReadableActions(self._execute(), person_id)

    @property
    def figures(self) -> Figures:
        """What figures are counted from: marks of agreed actions, and their sums."""
        return Figures(self._execute())

    @property
    def publications(self) -> Publications:
        """What was published of teams' figures, and who chose to be counted."""
        return Publications(self._execute())

    @property
    def rules(self) -> RulesTable:
        """The numbers that the workspace set for its actions, by the days from which they held."""
        return RulesTable(self._execute())

    @property
    def listed_marks(self) -> ListedMarks:
        """What the log of a team knows of its actions without opening them."""
        return ListedMarks(self._execute())

    def _execute(self) -> Execute:
        raw = self._connection.connection.driver_connection
        if raw is None:
            raise RuntimeError("a transaction without a connection")
        execute: Execute = raw.execute
        return execute


class Store:
    """One open workspace file. Safe to use from several threads; each transaction is one thread's own."""

    def __init__(self, path: Path, engine: Engine, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        self._watcher: Connection | None = None
        self._watching = Lock()

    @classmethod
    def create(cls, folder: Path, key: bytes) -> Store:
        """A new, empty file in `folder`, with a raw 32-byte key. Raises WorkspaceError if there is one."""
        path = folder / FILE_NAME
        with spoken():
            try:
                create_empty(path)
            except FileExistsError:
                path_taken = True
            else:
                path_taken = False
        if path_taken:
            raise WorkspaceError(
                "There is a workspace file in this folder already.",
                "It was left as it is. Choose another folder.",
            )
        with spoken():
            engine = make_engine(path, key)
            with engine.execution_options(**{WRITES: True}).begin() as connection:
                METADATA.create_all(connection)
                revisions.record(connection, revisions.NEWEST)
        return cls(path, engine, read_only=False)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Store:
        """The file in `folder`, brought up to date first if an older version made it; read-only if a newer did.

        Raises DamagedFile if it is cut short or the key does not fit, and WorkspaceError if it cannot be
        brought up to date.
        """
        path = folder / FILE_NAME
        if not path.is_file():
            raise DamagedFile(
                "The workspace file is missing from its folder.", "Bring the folder back from your backup."
            )
        with spoken():
            probe = connect(path, key)
            try:
                recorded = revisions.recorded(probe)
            finally:
                probe.close()
        if not recorded:
            raise DamagedFile(
                "The workspace file is empty or was put there by another program.",
                "Nothing was written to it. Bring the folder back from your backup.",
            )
        newer = recorded not in revisions.KNOWN
        if not newer and recorded != revisions.NEWEST:
            from reflect.storage.migrating import migrate

            migrate(path, key)
        return cls(path, make_engine(path, key, read_only=newer), read_only=newer)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A transaction that sees one state of the file and changes nothing."""
        with spoken(), self._engine.connect() as connection, connection.begin():
            yield Transaction(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction that is on the disk when it ends, or did not happen. Raises NotSaved."""
        with spoken(), self._engine.connect() as connection:
            with connection.execution_options(**{WRITES: True}).begin():
                yield Transaction(connection)

    def changes(self) -> int:
        """A number that is another one after any connection, in this program or another, has written."""
        with self._watching, spoken():
            if self._watcher is None:
                self._watcher = self._engine.connect()
            raw = self._watcher.connection.driver_connection
            row = raw.execute("PRAGMA data_version").fetchone() if raw is not None else None
        return int(row[0]) if row else 0

    def forget_log(self) -> None:
        """Empties the write-ahead log, so that what was deleted is not in it either. When another window is
        reading just now, the log is emptied by the next call or when the last window closes."""
        with spoken(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def change_key(self, new: bytes) -> None:
        """Encrypts the whole file with a new key, in one transaction. Raises WorkspaceError if anybody else has
        the workspace open: nothing is changed then."""
        from reflect.storage.rekeying import rekey

        self._stop_watching()
        rekey(self._engine, new)
        self._engine = make_engine(self.path, new)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the file itself, a line each: pages that were changed, broken structure or links."""
        found: list[str] = []
        for pragma, words in (
            ("cipher_integrity_check", "a page of the file was changed or damaged"),
            ("integrity_check", "the structure of the file is broken"),
            ("foreign_key_check", "a row points to one that is gone"),
        ):
            try:
                with spoken(), self._engine.connect() as connection:
                    rows = connection.execute(text(f"PRAGMA {pragma}")).fetchall()
            except DamagedFile:
                found.append(words)
            else:
                found += [words for row in rows if row[0] != "ok"]
        return tuple(found)

    def close(self) -> None:
        """Closes every connection; the last one to close folds the log into the file."""
        self._stop_watching()
        self._engine.dispose()

    def _stop_watching(self) -> None:
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
