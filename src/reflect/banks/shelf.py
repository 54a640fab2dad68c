"""Banks that people add to their workspace: checked, kept with version and hash, the older ones kept as well.

Each stands in the folder `banks` of the workspace as `ID@VERSION-HASH.yaml`; a file whose content is not what its
name says was changed from outside and is not used. What came before is in `banks/older`, since answers keep the
words that they answered, and somebody may want to see the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reflect.banks.catalogue import HASH_LENGTH, Catalogue, added_name
from reflect.banks.faults import quoted
from reflect.banks.loader import load_bank
from reflect.domain.banks import Bank, Handling, strictest
from reflect.domain.themes import Vocabulary
from reflect.errors import BankError, NotFound, NotSaved
from reflect.paths import make_private_folder, write_privately

FOLDER, OLDER = "banks", "older"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a newer version changes: ids of questions that are new, gone, or asked in other words, and of findings
    likewise."""

    new_questions: tuple[str, ...]
    gone_questions: tuple[str, ...]
    reworded_questions: tuple[str, ...]
    new_findings: tuple[str, ...]
    gone_findings: tuple[str, ...]
    reworded_findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A bank that was checked and may be added; `replaces` is the version at hand, if there is one."""

    bank: Bank
    content: bytes
    replaces: Bank | None
    changes: Changes | None


class BankShelf:
    """The banks that the people of a workspace added themselves."""

    def __init__(self, workspace_folder: Path, catalogue: Catalogue) -> None:
        self._folder = workspace_folder / FOLDER
        self._catalogue = catalogue

    @property
    def vocabulary(self) -> Vocabulary:
        """The themes of all banks."""
        return self._catalogue.vocabulary

    def check(self, file: Path) -> Addition:
        """Reads a bank to be added and says what it would change. Raises BankError if it cannot be used, if its
        version is not raised, or if it is the same as the one at hand."""
        bank = load_bank(file, self._catalogue.vocabulary)
        try:
            content = file.read_bytes()
        except OSError:
            raise BankError("The file cannot be read any more.", "Nothing was changed.") from None
        at_hand = next((known for known in self._catalogue.banks() if known.id == bank.id), None)
        if at_hand is not None:
            if at_hand.hash == bank.hash:
                raise BankError("This bank is here already, in the same version.", "Nothing was changed.")
            if bank.version <= at_hand.version:
                raise BankError(
                    f"The bank {quoted(bank.id)} is here in version {at_hand.version}, and this file says version "
                    f"{bank.version}.",
                    f"If it is newer, raise its version to {at_hand.version + 1}; otherwise nothing needs doing.",
                )
        return Addition(bank, content, at_hand, changes_between(at_hand, bank) if at_hand else None)

    def add(self, addition: Addition) -> Path:
        """Keeps a bank that was checked, and puts the version before it aside; the catalogue knows it from now on.
        Raises NotSaved."""
        bank = addition.bank
        path = self._folder / f"{bank.id}@{bank.version}-{bank.hash[:HASH_LENGTH]}.yaml"
        try:
            make_private_folder(self._folder)
            before = self._files_of(bank.id)
            write_privately(path, addition.content)
            for older in before:
                self._put_aside(older)
        except OSError:
            raise NotSaved(
                "The bank could not be written to the workspace.",
                "Check the disk; the banks at hand are as before.",
            ) from None
        self._catalogue.read_again()
        return path

    def remove(self, bank_id: str) -> None:
        """Puts an added bank aside; a version that came with reflect appears again. Answers keep their words.
        Raises NotFound for a bank that nobody added."""
        files = self._files_of(bank_id)
        if not files:
            raise NotFound(
                f"Nobody added a bank {quoted(bank_id)} here.",
                "Banks that come with reflect stay; see them all with: reflect bank list",
            )
        for path in files:
            self._put_aside(path)
        self._catalogue.read_again()

    def holds(self, bank_id: str) -> bool:
        """Whether somebody added a bank with this id, and nobody took it away again."""
        return bool(self._files_of(bank_id))

    def labels(self, bank_ids: Iterable[str]) -> dict[str, Handling]:
        """The handling labels of these banks by id; of all versions that are or were here the strictest, so that a
        later label does not open what was answered before. A bank of which nothing is known is left out."""
        known = {id_: (*self._catalogue.versions(id_), *self._older(id_)) for id_ in dict.fromkeys(bank_ids)}
        return {id_: strictest(bank.handling for bank in banks) for id_, banks in known.items() if banks}

    def _older(self, bank_id: str) -> Iterator[Bank]:
        for path in (self._folder / OLDER).glob("*.yaml"):
            if added_name(path)[0] == bank_id:
                try:
                    yield load_bank(path, self._catalogue.vocabulary)
                except BankError:  # what cannot be read any more has no label
                    continue

    def _files_of(self, bank_id: str) -> list[Path]:
        return [path for path in self._folder.glob("*.yaml") if added_name(path)[0] == bank_id]

    def _put_aside(self, path: Path) -> None:
        make_private_folder(self._folder / OLDER)
        path.replace(self._folder / OLDER / path.name)


def changes_between(older: Bank, newer: Bank) -> Changes:
    """What is different in a newer version, by ids."""
    asked = {question.id: (question.text, question.parts, question.shape) for question in older.questions}
    asks = {question.id: (question.text, question.parts, question.shape) for question in newer.questions}
    found = {finding.id: finding.text for finding in older.findings}
    finds = {finding.id: finding.text for finding in newer.findings}
    return Changes(
        new_questions=tuple(id_ for id_ in asks if id_ not in asked),
        gone_questions=tuple(id_ for id_ in asked if id_ not in asks),
        reworded_questions=tuple(id_ for id_ in asks if id_ in asked and asks[id_] != asked[id_]),
        new_findings=tuple(id_ for id_ in finds if id_ not in found),
        gone_findings=tuple(id_ for id_ in found if id_ not in finds),
        reworded_findings=tuple(id_ for id_ in finds if id_ in found and finds[id_] != found[id_]),
    )
