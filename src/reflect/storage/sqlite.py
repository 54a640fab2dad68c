"""How the file is opened: SQLCipher, a write-ahead log, and a sync for every commit.

`synchronous=FULL`, since with NORMAL a power cut takes acknowledged saves away. Write transactions begin
`IMMEDIATE`, since a deferred one that turns into a write fails when somebody else was quicker. The pool keeps
connections with a raw key, so that no key is derived again.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from reflect.storage.driver import connect

CACHE_KIBIBYTES = 16_384
WRITES = "reflect_writes"


def make_engine(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """An engine on the encrypted file; each connection is settled as this module's docstring says."""

    def opened() -> Any:
        connection = connect(path, key)
        try:
            if read_only:
                connection.execute("PRAGMA query_only = ON")
            else:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA mmap_size = 0")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher3.dbapi2,
        creator=opened,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
