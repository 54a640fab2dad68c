"""A workspace whose banks lie in a folder of the test's own, so that a bank can change between two sittings."""

from __future__ import annotations

import shutil
from pathlib import Path

from clocks import StoppedClock
from reflect.banks.catalogue import Catalogue
from reflect.paths import shipped_banks
from reflect.services.practice import Practice
from reflect.workspace import Workspace

MADE_UP_BANKS = Path(__file__).parent / "tui" / "banks"
PASSPHRASE = "a lantern by the canal"


class WithOwnBanks(Workspace):
    """Set up for one person, with two made-up banks."""

    def __init__(self, folder: Path, clock: StoppedClock) -> None:
        super().__init__(folder / "workspace", clock)
        self.banks = folder / "banks"
        shutil.copytree(MADE_UP_BANKS, self.banks)
        for name in ("themes.yaml", "models.yaml"):
            shutil.copy(shipped_banks() / name, self.banks / name)
        self.create(name="Robin Example", profession="Midwife", passphrase=PASSPHRASE, demo=True)[0].close()

    def catalogue(self) -> Catalogue:
        return Catalogue.load(self.banks)

    def open(self) -> Practice:
        """The person signs in, and finds the banks as they are now."""
        return self.sign_in(None, PASSPHRASE)

    def change_bank(self, bank: str, before: str, after: str) -> None:
        """Other words in a bank's file."""
        file = self.banks / f"{bank}.yaml"
        words = file.read_text(encoding="utf-8")
        assert before in words
        file.write_text(words.replace(before, after), encoding="utf-8")
