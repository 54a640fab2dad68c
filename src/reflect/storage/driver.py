"""The driver of the encrypted file, bare: importing this does not wait for SQLAlchemy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlcipher3

BUSY_MILLISECONDS = 10_000


def connect(path: Path, key: bytes) -> Any:
    """A bare connection to the encrypted file at `path` with a raw 32-byte key, without the pool's settings."""
    connection = sqlcipher3.connect(
        path.as_uri() + "?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    return connection


def create_empty(path: Path) -> None:
    """An empty file that only its owner can read; SQLite gives its log the same rights. Raises FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
