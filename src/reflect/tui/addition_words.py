"""A bank that may be added, as it is looked at before: what it is, and what it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from reflect.domain.banks import Bank
from reflect.tui.labels import handling_words, shape_words
from reflect.tui.words import counted, lines, plain

if TYPE_CHECKING:
    from reflect.banks.check import Notice
    from reflect.banks.shelf import Addition, Changes

_LOUD = "bold $primary"
_QUIET = "$text-muted"


def what_it_is(addition: Addition) -> Content:
    """The bank, and what changes if it takes the place of the version at hand."""
    bank = addition.bank
    counts = (
        counted(len(bank.questions), "question"),
        counted(len(bank.findings), "finding"),
        *([counted(len(bank.panes), "pane")] if bank.panes else []),
    )
    parts = [
        lines(
            plain(bank.title, "bold"),
            plain(f"Version {bank.version} · {handling_words(bank.handling)} · {', '.join(counts)}"),
            plain(f"Made from {bank.document.title}", _QUIET),
        )
    ]
    if addition.replaces is not None and addition.changes is not None:
        parts += _what_changes(addition.replaces, bank, addition.changes)
    else:
        parts.append(plain("It is new here.", _QUIET))
    return Content("\n\n").join(parts)


def what_is_wrong(file_name: str, notices: Sequence[Notice]) -> Content:
    """Every error of a file, with its line."""
    found = [plain(f"Line {notice.line}: {notice.words}") for notice in notices]
    return Content("\n\n").join(
        [
            plain(f"{file_name} cannot be used as it is; nothing was changed.", "bold $text-warning"),
            Content("\n").join(found),
        ]
    )


def _what_changes(older: Bank, newer: Bank, changes: Changes) -> Iterable[Content]:
    yield plain(f"It takes the place of version {older.version}, which is here now:")
    told = [
        _both("Its title", older.title, newer.title),
        _both("Its label", handling_words(older.handling), handling_words(newer.handling)),
        _listed("New questions", changes.new_questions, _question(newer)),
        _listed("Questions that go", changes.gone_questions, _question(older)),
        _reworded("Questions in other words", changes.reworded_questions, _question(older), _question(newer)),
        _listed("New findings", changes.new_findings, _finding(newer)),
        _listed("Findings that go", changes.gone_findings, _finding(older)),
        _reworded("Findings in other words", changes.reworded_findings, _finding(older), _finding(newer)),
    ]
    different = [part for part in told if part is not None]
    yield from different or [plain("The same questions and findings; something else about it is new.")]
    yield plain(
        f"Answers keep the words that they answered. Version {older.version} is kept aside.",
        _QUIET,
    )


def _listed(heading: str, ids: Sequence[str], words: Callable[[str], str]) -> Content | None:
    if not ids:
        return None
    return lines(plain(f"{heading}: {len(ids)}", _LOUD), *(plain(f"·  {words(id_)}") for id_ in ids))


def _reworded(
    heading: str, ids: Sequence[str], before: Callable[[str], str], now: Callable[[str], str]
) -> Content | None:
    if not ids:
        return None
    pairs = (lines(plain(f"·  Now: {now(id_)}"), plain(f"   Before: {before(id_)}", _QUIET)) for id_ in ids)
    return lines(plain(f"{heading}: {len(ids)}", _LOUD), *pairs)


def _both(what: str, before: str, now: str) -> Content | None:
    return None if before == now else plain(f"{what}: {now}, before: {before}")


def _question(bank: Bank) -> Callable[[str], str]:
    def words(id_: str) -> str:
        found = bank.question(id_)
        return " ".join((found.text, *found.parts, f"({shape_words(found.shape)})")) if found else ""

    return words


def _finding(bank: Bank) -> Callable[[str], str]:
    def words(id_: str) -> str:
        found = bank.finding(id_)
        return found.text if found else ""

    return words
