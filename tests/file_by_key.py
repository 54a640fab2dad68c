"""The database with no program in between, in the hands of somebody with the workspace's key and their own keys."""

from __future__ import annotations

from typing import Any

from clocks import StoppedClock
from reflect.errors import DamagedFile
from reflect.storage.driver import connect
from reflect.storage.store import FILE_NAME
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.vault.sealing import CircleKey, unwrap_circle_key
from reflect.workspace import Workspace

ADMIN = "Robin Example"
PASSPHRASE = "a lantern by the canal"


class FileByKey:
    """Everybody has the same passphrase; what is looked at does not depend on whose workspace key opens the file."""

    workspace: Workspace
    clock: StoppedClock

    def enter(self, name: str) -> Entered:
        """Somebody's keys, as their passphrase gives them."""
        return door.enter(self.workspace.folder, name=name, passphrase=PASSPHRASE, clock=self.clock)

    def execute(self, statement: str, *values: Any) -> list[Any]:
        """The rows that a statement gives."""
        connection = connect(self.workspace.folder / FILE_NAME, self.enter(ADMIN).workspace_key)
        try:
            return list(connection.execute(statement, values).fetchall())
        finally:
            connection.close()

    def opened_by(self, name: str) -> dict[str, CircleKey]:
        """Every circle key in the file that this person's keys open, each tried as the key of every circle."""
        keys, opened = self.enter(name).keys, {}
        circles = [id_ for (id_,) in self.execute("SELECT id FROM circle")]
        for (wrapped,) in self.execute("SELECT wrapped_key FROM circle_member"):
            for circle in circles:
                try:
                    opened[circle] = unwrap_circle_key(keys, circle, wrapped)
                except DamagedFile:
                    continue
        return opened
