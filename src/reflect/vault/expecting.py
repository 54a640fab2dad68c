"""Before somebody goes in: what takes longest of it can begin beside everything else."""

from __future__ import annotations

from pathlib import Path

from reflect.vault import header_file
from reflect.vault.names import somebody


def expect(folder: Path, *, name: str | None, passphrase: str) -> None:
    """Somebody is about to enter with this passphrase, which begins to be made into a key. Nothing is tried or counted
    by it. Raises as reading the door does."""
    wraps = somebody(header_file.read(folder).header, name).wraps
    if wraps is not None:
        wraps.passphrase.derivation.expect(passphrase)
