"""Putting very much into the file of a workspace that nobody has open yet: made-up services of hundreds of people."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reflect.storage.circle_actions import Execute
from reflect.storage.driver import connect
from reflect.storage.faults import spoken

CACHE_KIBIBYTES = 262_144


class BulkFile:
    """One long transaction without a log and without waiting for the disk: on the disk when it ends well. Where it does
    not, the file is of no use any more and is to be thrown away."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._connection = connect(path, key)

    def __enter__(self) -> Self:
        with spoken():
            for setting in (
                "locking_mode = EXCLUSIVE",
                "journal_mode = OFF",
                "synchronous = OFF",
                "temp_store = MEMORY",
                f"cache_size = -{CACHE_KIBIBYTES}",
            ):
                self._connection.execute(f"PRAGMA {setting}").fetchall()
            self._connection.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                with spoken():
                    self._connection.execute("COMMIT")
                    self._connection.execute("PRAGMA journal_mode = WAL").fetchall()
        finally:
            self._connection.close()
        if kind is None:
            with spoken(), self._path.open("rb+") as file:
                os.fsync(file.fileno())

    @property
    def execute(self) -> Execute:
        """Runs one statement, for the tables that are written by plain SQL."""
        execute: Execute = self._connection.execute
        return execute

    def put(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """New rows of one table, their values in the order of `columns`."""
        words = {"TABLE": table, "COLUMNS": ", ".join(columns), "EACH": ", ".join("?" * len(columns))}
        statement = "INSERT INTO TABLE (COLUMNS) VALUES (EACH)"
        for word, meant in words.items():
            statement = statement.replace(word, meant)
        with spoken():
            self._connection.executemany(statement, rows)


def moment(at: datetime) -> str:
    """An aware time as a column of moments keeps it."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
