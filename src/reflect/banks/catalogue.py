"""All the banks at hand: those that come with reflect, and those of the folders beside them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from reflect.banks.cadences import load_cadences, together
from reflect.banks.check import Level, Notice
from reflect.banks.faults import did_you_mean, nearest, quoted
from reflect.banks.loader import build_bank, draft_bank
from reflect.banks.models import load_models
from reflect.banks.prompts import load_prompts
from reflect.banks.reader import read_file
from reflect.banks.themes import load_vocabulary
from reflect.domain.banks import Bank
from reflect.domain.models import ReflectiveModel
from reflect.domain.noticing import Prompt
from reflect.domain.supervision.cadence import Cadence
from reflect.domain.themes import Vocabulary
from reflect.errors import NotFound

THEMES_FILE = "themes.yaml"
MODELS_FILE = "models.yaml"
PROMPTS_FILE = "prompts.yaml"
CADENCES_FILE = "cadences.yaml"
NOT_BANKS = frozenset({THEMES_FILE, MODELS_FILE, PROMPTS_FILE, CADENCES_FILE, "regulators.yaml"})
HASH_LENGTH = 12


class Catalogue:
    """The banks of some folders, each file read when it is first asked for, and once until `read_again`.

    Of two banks with one id, the newer version that somebody added counts; otherwise the first by the order of
    the folders, and the other is among the broken.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._at_hand = _AtHand(self)

    @classmethod
    def load(cls, folder: Path, *extra: Path) -> Catalogue:
        """The banks of `folder`, which also holds the themes and models, and of any extra folders."""
        return cls((folder, *extra))

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where the banks lie; the first folder holds the themes and models as well."""
        return self._folders

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The themes. Raises BankError where their file cannot be used."""
        return load_vocabulary(self._folders[0] / THEMES_FILE)

    @cached_property
    def models(self) -> dict[str, ReflectiveModel]:
        """The reflective models by id. Raises BankError where their file cannot be used."""
        return load_models(self._folders[0] / MODELS_FILE)

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts while writing. Raises BankError where their file cannot be used."""
        return load_prompts(self._folders[0] / PROMPTS_FILE)

    @cached_property
    def cadences(self) -> tuple[Cadence, ...]:
        """How often one-to-ones are held, by career stage; one in a folder beside the first stands in the place of one
        with its id. Raises BankError where a file of them cannot be used."""
        own = [folder / CADENCES_FILE for folder in self._folders[1:]]
        beside = [cadence for path in own if path.is_file() for cadence in load_cadences(path)]
        return together(load_cadences(self._folders[0] / CADENCES_FILE), beside)

    def banks(self) -> tuple[Bank, ...]:
        """Every bank that can be used, by folder and then by file name."""
        return self._at_hand.sorted_out[0]

    def broken(self) -> tuple[Notice, ...]:
        """For each file that cannot be used, the first thing that keeps it from being shown."""
        return self._at_hand.sorted_out[1]

    def bank(self, bank_id: str) -> Bank:
        """The bank with this id. Raises NotFound, which names the nearest known id."""
        found = self._at_hand.bank(bank_id)
        if found is not None:
            return found
        near = did_you_mean(nearest(bank_id, [bank.id for bank in self.banks()]))
        raise NotFound(
            f"There is no question bank {quoted(bank_id)}{near or '.'}",
            "See them all with: reflect bank list",
        )

    def versions(self, bank_id: str) -> tuple[Bank, ...]:
        """Every version of a bank that is at hand, also one that a newer one stands in for; none where the id is not
        known."""
        return self._at_hand.versions(bank_id)

    def read_again(self) -> None:
        """From now on the banks are those that lie in the folders now: some were added or taken away. A bank that
        is in somebody's hands stays as it is."""
        self._at_hand = _AtHand(self)


class _AtHand:
    """What lies in the folders at one moment. A fresh one takes its place, so that two threads never mix two."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._read: dict[Path, Bank | Notice] = {}

    def bank(self, bank_id: str) -> Bank | None:
        """The bank with this id, if it can be without reading all the others."""
        added = [path for files in self._files[1:] for path in files if added_name(path)[0] == bank_id]
        named_after_it = [path for path in self._files[0] if path.stem == bank_id]
        for path in () if added else named_after_it:
            read = self._bank_or_notice(path)
            if isinstance(read, Bank) and read.id == bank_id:
                return read
        return next((bank for bank in self.sorted_out[0] if bank.id == bank_id), None)

    def versions(self, bank_id: str) -> tuple[Bank, ...]:
        """All that the files named after this id hold of it; the other files are only read where none is."""
        named = [path for files in self._files for path in files if added_name(path)[0] == bank_id]
        read = [self._bank_or_notice(path) for path in named]
        found = tuple(bank for bank in read if isinstance(bank, Bank) and bank.id == bank_id)
        return found or tuple(bank for bank in self.sorted_out[0] if bank.id == bank_id)

    @cached_property
    def sorted_out(self) -> tuple[tuple[Bank, ...], tuple[Notice, ...]]:
        """The banks that count, and what is wrong with the other files."""
        banks: dict[str, Bank] = {}
        broken: list[Notice] = []
        for files in self._files:
            for path in sorted(files, key=self._is_named_otherwise):
                read = self._bank_or_notice(path)
                if isinstance(read, Notice):
                    broken.append(read)
                elif (
                    read.id in banks and read.version > banks[read.id].version and files is not self._files[0]
                ):
                    banks[read.id] = read
                elif read.id in banks:
                    words = f"another bank has the id {quoted(read.id)} already; this one is not shown"
                    broken.append(Notice(str(path), 1, Level.ERROR, words))
                else:
                    banks[read.id] = read
        return tuple(banks.values()), tuple(broken)

    def _is_named_otherwise(self, path: Path) -> bool:
        read = self._bank_or_notice(path)
        return isinstance(read, Bank) and read.id != path.stem

    @cached_property
    def _files(self) -> tuple[tuple[Path, ...], ...]:
        """The bank files of each folder, as they are when first asked for."""
        return tuple(
            tuple(sorted(path for path in folder.glob("*.yaml") if path.name not in NOT_BANKS))
            if folder.is_dir()
            else ()
            for folder in self._catalogue.folders
        )

    def _bank_or_notice(self, path: Path) -> Bank | Notice:
        if path not in self._read:
            self._read[path] = self._read_now(path)
        return self._read[path]

    def _read_now(self, path: Path) -> Bank | Notice:
        drafted = draft_bank(read_file(path), self._catalogue.vocabulary)
        if drafted.part is None or drafted.faults:
            first = drafted.faults[0]
            return Notice(str(path), first.line, Level.ERROR, first.words)
        bank = build_bank(drafted.part)
        id_, kept_as = added_name(path)
        if kept_as and (id_, kept_as) != (bank.id, f"{bank.version}-{bank.hash[:HASH_LENGTH]}"):
            return Notice(str(path), 1, Level.ERROR, "the file was changed after it was added; add it again")
        return bank


def added_name(path: Path) -> tuple[str, str]:
    """The id in the name of a bank that somebody added, and the version and hash that it had then; of any other
    file its plain name and nothing."""
    id_, _, kept_as = path.stem.partition("@")
    return id_, kept_as
