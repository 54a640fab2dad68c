"""What somebody deletes is gone: from every page of the file and of its log, whether in use or not.

The sealed bytes of an answer are remembered while it stands there, and looked for afterwards in the opened pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from a_day import IN_DELETED, PASSPHRASE, HandClock, keys_at_the_door, set_up
from open_file import keys_of, pages, read_with, values
from sqlalchemy import Engine, event

from reflect.services.practice import Practice
from reflect.storage.store import Store
from reflect.workspace import Workspace

WINDOW = 24
LENGTHS = (30, 700, 2_500, 9_000, 60_000)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "w"


class Watch:
    """All that was ever sealed in the file while somebody looked."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self._folder = folder
        self._ann = keys_at_the_door(folder, clock, "Ann", PASSPHRASE)
        self.seen: set[bytes] = set()

    def look(self) -> set[bytes]:
        """Every sealed value of the tables of Ann's own words, now."""
        held = values(self._folder, self._ann.workspace_key)
        now = {
            value.bytes for value in held if value.table.startswith("mine_") and isinstance(value.held, bytes)
        }
        self.seen |= now
        return now

    def found(self, sealed: set[bytes]) -> int:
        """How many pieces of these values stand anywhere in the pages of the file and of its log."""
        whole = b"\x00".join(pages(self._folder, self._ann.workspace_key))
        pieces = (value[start : start + WINDOW] for value in sealed for start in range(0, len(value), 512))
        return sum(len(piece) >= WINDOW // 2 and piece in whole for piece in pieces)

    def still_said(self) -> list[str]:
        """Where the deleted word can be read with the owner's own keys."""
        held = values(self._folder, self._ann.workspace_key)
        keys = keys_of(self._ann, held).values()
        word = IN_DELETED.encode()
        return [
            f"{value.table}.{value.column}"
            for value in held
            if isinstance(value.held, bytes)
            for key in keys
            if any(word in said for said in read_with(key, value.bytes))
        ]


def delete_answers(ann: Practice, sitting: str, answers: list[str]) -> None:
    for answer in answers:
        ann.reflecting.delete_answer(answer)


def delete_sitting(ann: Practice, sitting: str, answers: list[str]) -> None:
    ann.reflecting.delete_reflection(sitting)


WAYS = [delete_answers, delete_sitting]
Way = Callable[[Practice, str, list[str]], None]


def pieces_left(folder: Path, clock: HandClock, delete: Way, *, other_window: bool = False) -> int:
    """How many pieces of what was deleted are left, after answers of many lengths were written, changed and
    deleted among others that stay."""
    _, ann = set_up(folder, clock)
    watch, reflecting = Watch(folder, clock), ann.reflecting
    kept, going = reflecting.begin("child-s").reflection, reflecting.begin("child-d").reflection
    answers: list[str] = []
    for number, length in enumerate(LENGTHS):
        for sitting, word in ((kept, "stays"), (going, IN_DELETED)):
            answer = reflecting.save_answer(
                sitting.id, sitting.questions[number % 3], text=f"{word} {number} " * (length // 12),
                scale=None, revision=number if number < 3 else 1,
            )  # fmt: skip
            watch.look()
            if word == IN_DELETED and answer.id not in answers:
                answers.append(answer.id)
        clock.turn(minutes=30)
    reflecting.save_take_away(going.id, f"{IN_DELETED} to take away")
    before = watch.look()
    assert watch.found(before) > 100
    assert watch.still_said() != []
    other = Workspace(folder, clock).sign_in("Ann", PASSPHRASE) if other_window else None
    if other is not None:
        other.reflecting.whole_answers()
    delete(ann, going.id, answers)
    if delete is delete_answers:
        reflecting.save_take_away(going.id, "", based_on=f"{IN_DELETED} to take away")
        reflecting.delete_reflection(going.id)
    gone = watch.seen - watch.look()
    assert gone
    assert watch.still_said() == []
    left = watch.found(gone)
    assert [answer.text.split()[0] for answer in reflecting.whole_answers()] == ["stays"] * 3
    for practice in (ann, other):
        if practice is not None:
            practice.close()
    return left + watch.found(gone)


@pytest.mark.parametrize("other_window", [False, True], ids=["alone", "another window is open"])
@pytest.mark.parametrize("delete", WAYS, ids=lambda way: way.__name__)
def test_nothing_of_a_deleted_text_is_left(
    folder: Path, clock: HandClock, delete: Way, other_window: bool
) -> None:
    assert pieces_left(folder, clock, delete, other_window=other_window) == 0


@pytest.mark.parametrize("delete", WAYS, ids=lambda way: way.__name__)
def test_the_trial_notices_pages_that_are_only_let_go(folder: Path, clock: HandClock, delete: Way) -> None:
    def let_go(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA secure_delete = OFF")

    event.listen(Engine, "connect", let_go)
    try:
        assert pieces_left(folder, clock, delete) > 0
    finally:
        event.remove(Engine, "connect", let_go)


def test_the_trial_notices_a_log_that_is_not_emptied(
    folder: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "forget_log", lambda self: None)
    assert pieces_left(folder, clock, delete_sitting) > 0
