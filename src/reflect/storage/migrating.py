"""Bringing a file up to date: after a verified backup, whole in one transaction, or not at all.

Foreign keys are off while tables are rebuilt (a rebuilt parent would delete its children otherwise) and are
checked before the commit. Alembic's own record is written in the same transaction.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from reflect.errors import ReflectError, WorkspaceError
from reflect.storage import migrations, revisions
from reflect.storage.backup import back_up
from reflect.storage.every_table import METADATA
from reflect.storage.faults import spoken
from reflect.storage.sqlite import WRITES, make_engine


def shipped_steps() -> tuple[ModuleType, ...]:
    """The revisions that this version knows, oldest first."""
    names = sorted(module.name for module in pkgutil.iter_modules(migrations.__path__))
    return tuple(importlib.import_module(f"{migrations.__name__}.{name}") for name in names)


def migrate(path: Path, key: bytes, steps: Sequence[ModuleType] | None = None) -> Path:
    """Brings the file at `path` to the newest revision and returns the backup made before. Raises WorkspaceError
    when a step fails; the file is then as it was."""
    backup = back_up(path, key)
    engine = make_engine(path, key)
    try:
        with spoken(), engine.connect().execution_options(**{WRITES: True}) as connection:
            # Only outside a transaction does SQLite take this setting; it ends with the connection.
            _raw(connection).execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                _walk(connection, shipped_steps() if steps is None else steps)
    except ReflectError:
        raise
    except Exception as fault:
        kind = type(fault).__name__
        raise WorkspaceError(
            f"The workspace could not be brought up to this version ({kind}).",
            f"It is as it was before, and a copy is in {backup.name}. Go on with the version that you had.",
        ) from None
    finally:
        engine.dispose()
    return backup


def _raw(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _walk(connection: Connection, steps: Sequence[ModuleType]) -> None:
    known = [step.revision for step in steps]
    at = revisions.recorded(_raw(connection))
    ahead = steps[known.index(at) + 1 :] if at in known else steps
    context = MigrationContext.configure(connection, opts={"target_metadata": METADATA})
    with Operations.context(context):
        for step in ahead:
            step.upgrade()
    if connection.execute(text("PRAGMA foreign_key_check")).fetchall():
        raise WorkspaceError(
            "The workspace could not be brought up to this version: a link would have been lost.",
            "It is as it was before. Go on with the version that you had.",
        )
    revisions.record(connection, known[-1])
