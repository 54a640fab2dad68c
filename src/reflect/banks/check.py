"""`reflect bank check`: everything that is wrong with a bank's file, and what could be better."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reflect.banks.advice import advice_on
from reflect.banks.draft import Part
from reflect.banks.faults import Fault, quoted
from reflect.banks.loader import Drafted, build_bank, draft_bank
from reflect.banks.reader import read_file
from reflect.domain.banks import Bank
from reflect.domain.themes import Vocabulary

# Below this share of words in common, a question is another question under an old id.
SAME_QUESTION = 0.5


class Level(StrEnum):
    """Whether a bank cannot be used as it is, or could be better."""

    ERROR = "error"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell the author of a file."""

    file: str
    line: int
    level: Level
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.words}"


def check_file(path: Path, vocabulary: Vocabulary, against: Path | None = None) -> tuple[Notice, ...]:
    """All errors and advice on one file, from its top to its end; `against` is the version before it.

    Nothing is raised: a file that cannot be read is a notice too.
    """
    drafted = draft_bank(read_file(path), vocabulary)
    errors = list(drafted.faults)
    advice = list(advice_on(drafted.part, path.stem)) if drafted.part else []
    notices: list[Notice] = []
    if against is not None:
        older = draft_bank(read_file(against), vocabulary)
        notices += [
            Notice(str(against), fault.line, Level.ERROR, f"the older file: {fault.words}")
            for fault in older.faults
        ]
        compared = _compare(drafted, older)
        errors += compared[0]
        advice += compared[1]
    notices += [Notice(str(path), fault.line, Level.ERROR, fault.words) for fault in errors]
    notices += [Notice(str(path), fault.line, Level.ADVICE, fault.words) for fault in advice]
    return tuple(sorted(notices, key=lambda notice: (notice.file != str(path), notice.line, notice.level)))


def _compare(newer: Drafted, older: Drafted) -> tuple[list[Fault], list[Fault]]:
    """Errors and advice on what became of a bank; none where either of the two cannot be used."""
    if newer.part is None or older.part is None or newer.faults or older.faults:
        return [], []
    new, old = build_bank(newer.part), build_bank(older.part)
    if new.id != old.id:
        words = f"the older file is the bank {quoted(old.id)}; only versions of one bank can be compared"
        return [Fault(newer.part.line_of("id"), words)], []
    return list(_on_the_version(new, old, newer.part)), list(_on_kept_ids(new, old, newer.part))


def _on_the_version(new: Bank, old: Bank, part: Part) -> Iterator[Fault]:
    line = part.line_of("version")
    if new.version < old.version:
        yield Fault(line, f"version {new.version} is lower than the older file's {old.version}")
    elif new.version == old.version and new.hash != old.hash:
        yield Fault(line, f"the content differs from version {old.version}; raise it to {old.version + 1}")


def _on_kept_ids(new: Bank, old: Bank, part: Part) -> Iterator[Fault]:
    lines = {question.words("id"): question.line_of("text") for question in part.parts("questions")}
    for before in old.questions:
        now = new.question(before.id)
        if now is None:
            words = (
                f"the question {quoted(before.id)} is gone, and answers to it stand alone; ids are for ever"
            )
            yield Fault(part.line_of("questions"), words)
        elif _likeness(before.text, now.text) < SAME_QUESTION:
            yield Fault(
                lines[now.id],
                f"{quoted(now.id)} asks something else than before; give a new question a new id",
            )


def _likeness(before: str, now: str) -> float:
    if before == now:
        return 1.0
    return difflib.SequenceMatcher(
        None, before.casefold().split(), now.casefold().split(), autojunk=False
    ).ratio()
