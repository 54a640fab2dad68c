"""A copy of the encrypted file, opened and compared before anybody relies on it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlalchemy import MetaData, select

from reflect.errors import WorkspaceError
from reflect.storage.driver import connect, create_empty
from reflect.storage.faults import spoken
from reflect.storage.sqlite import make_engine


def back_up(path: Path, key: bytes) -> Path:
    """Copies the file at `path`, with all that is committed, to a new file beside it with the same key. Raises
    WorkspaceError if the copy does not hold the same."""
    number = 1
    while (copy := path.with_name(f"{path.stem}-before-update-{number}.db")).exists():
        number += 1
    with spoken():
        create_empty(copy)
        source, target = connect(path, key), connect(copy, key)
        try:
            source.backup(target)
            whole = (
                _contents(path, key) == _contents(copy, key)
                and not target.execute("PRAGMA cipher_integrity_check").fetchall()
                and target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            )
        finally:
            source.close()
            target.close()
    if not whole:
        copy.unlink(missing_ok=True)
        raise WorkspaceError(
            "A safe copy of the workspace could not be made, so nothing was changed.",
            "Check that the disk has room for a second copy and try again.",
        )
    return copy


def _contents(path: Path, key: bytes) -> str:
    digest = hashlib.sha256()
    engine = make_engine(path, key, read_only=True)
    try:
        with engine.connect() as connection:
            tables = MetaData()
            tables.reflect(connection)
            for table in tables.sorted_tables:
                digest.update(table.name.encode())
                for row in connection.execute(select(table).order_by(*table.primary_key)):
                    digest.update(repr(tuple(row)).encode())
    finally:
        engine.dispose()
    return digest.hexdigest()
