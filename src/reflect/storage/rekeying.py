"""A new key for the whole file, when somebody leaves."""

from __future__ import annotations

from sqlalchemy import Engine
from sqlcipher3 import Error

from reflect.errors import WorkspaceError
from reflect.storage.faults import spoken


def rekey(engine: Engine, new: bytes) -> None:
    """Encrypts the engine's file again. Leaving the write-ahead log needs the file alone, so this is refused,
    with nothing changed, while any other window has the workspace open. The engine is closed afterwards."""
    with spoken():
        held = engine.connect()
        raw = held.connection.driver_connection
        held.detach()
        engine.dispose()
    if raw is None:
        raise WorkspaceError("The workspace file could not be opened.", "Nothing was changed. Try again.")
    try:
        raw.execute("PRAGMA busy_timeout = 500")
        try:
            alone = raw.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
        except Error:
            alone = False
        if not alone:
            raise WorkspaceError(
                "Somebody else has this workspace open, so its key cannot be changed now.",
                "Nothing was changed. Close the other windows and try again.",
            )
        with spoken():
            raw.execute("PRAGMA locking_mode = EXCLUSIVE")
            raw.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
            raw.execute("PRAGMA locking_mode = NORMAL")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            raw.execute("PRAGMA journal_mode = WAL")
    finally:
        held.close()
        raw.close()
