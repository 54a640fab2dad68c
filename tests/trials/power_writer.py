"""A day's work in a workspace, all of it through a `Practice`, with every step on the disk written down.

`python power_writer.py DISK RECORD SAVES VARIANT` works in DISK/w and leaves the steps in RECORD. The variants
`normal` and `no-sync` spoil the program, so that the trial can show that it would notice.
"""

from __future__ import annotations

import importlib
import os
import pickle
import random
import sys
from pathlib import Path
from typing import Any

from disk_recorder import Recorder
from sqlalchemy import Engine, event

from reflect.services.practice import Practice
from reflect.workspace import Workspace

LENGTHS = (5, 200, 3_000, 12_000, 40_000)
BANKS = ("child-s", "child-d", "baby-e")


def spoil(variant: str) -> None:
    """Makes the program promise what it does not keep."""
    if variant == "normal":

        @event.listens_for(Engine, "connect")
        def less_careful(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA synchronous = NORMAL")

    if variant == "no-sync":
        os.fsync = lambda handle: None


class Day:
    """What somebody does in a day; each act is announced before and acknowledged after it."""

    def __init__(self, folder: Path, recorder: Recorder) -> None:
        self._workspace = Workspace(folder)
        self._recorder = recorder
        self._chance = random.Random(11)
        self._saved: dict[tuple[str, str], tuple[str, int, int]] = {}

    def live(self, saves: int) -> None:
        note = self._recorder.note
        note(("begun", "create", "first demo"))
        practice, _ = self._workspace.create(name="Ann", profession="", passphrase="first demo", demo=True)
        note(("done", "create", "first demo"))
        sittings = {bank: practice.reflecting.begin(bank).reflection for bank in BANKS}
        for number in range(saves):
            sitting = sittings[self._chance.choice(BANKS)]
            self._save(practice, sitting.id, self._chance.choice(sitting.questions[:6]), number)
            if number % 17 == 16:
                self._delete(practice)
            if number % 40 == 39:
                passphrase = f"demo {number}"
                note(("begun", "passphrase", passphrase))
                practice.change_passphrase(self._passphrase, passphrase)
                note(("done", "passphrase", passphrase))
                self._passphrase = passphrase
            if number % 60 == 29:
                self._somebody_comes_and_goes(practice, f"Bob {number}")
            if number % 60 == 59:
                practice.close()
                practice = self._workspace.sign_in(None, self._passphrase)
        practice.close()

    _passphrase = "first demo"

    def _save(self, practice: Practice, sitting: str, question: str, number: int) -> None:
        _, revision, version = self._saved.get((sitting, question), ("", 0, 0))
        text = f"{sitting} {question} version {version + 1}. " + "word " * (self._chance.choice(LENGTHS) // 5)
        self._recorder.note(("begun", "save", (sitting, question, version + 1)))
        answer = practice.reflecting.save_answer(sitting, question, text=text, scale=None, revision=revision)
        self._recorder.note(("done", "save", (sitting, question, version + 1)))
        self._saved[sitting, question] = (answer.id, answer.revision, version + 1)

    def _delete(self, practice: Practice) -> None:
        place = self._chance.choice(sorted(place for place, (id_, *_) in self._saved.items() if id_))
        answer_id, _, version = self._saved[place]
        self._recorder.note(("begun", "delete", (*place, version)))
        practice.reflecting.delete_answer(answer_id)
        self._recorder.note(("done", "delete", (*place, version)))
        self._saved[place] = ("", 0, version)

    def _somebody_comes_and_goes(self, practice: Practice, name: str) -> None:
        code = practice.people.invite(name, "Midwife")
        theirs, _ = self._workspace.join(code=code, passphrase="demo")
        theirs.close()
        practice.people.deactivate(name)
        self._recorder.note(("done", "leave", name))


def main() -> None:
    disk, record, saves, variant = sys.argv[1:]
    spoil(variant)
    for reaches_the_disk in ("reflect.storage.store", "reflect.storage.rekeying", "reflect.vault.door"):
        importlib.import_module(reaches_the_disk)
    with Recorder(Path(disk)) as recorder:
        Day(Path(disk) / "w", recorder).live(int(saves))
    Path(record).write_bytes(pickle.dumps(recorder.steps))


if __name__ == "__main__":
    main()
