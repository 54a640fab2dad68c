"""One of several copies of the program at work in the same workspace.

`python many_writers.py FOLDER NAME BANK SAVES THREADS VARIANT` signs in, waits for a line on standard input, and saves
SAVES answers from THREADS threads. It prints `ready`, and at the end, as JSON, each text that was acknowledged and each
fault.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from reflect.services.practice import Practice
from reflect.storage import sqlite
from reflect.workspace import Workspace


def spoil(variant: str) -> None:
    """Makes every copy believe that it is alone."""
    if variant == "deferred":
        sqlite.WRITES = "nothing has this name"

        @event.listens_for(Engine, "connect")
        def impatient(connection: Any, _record: Any) -> None:
            connection.execute("PRAGMA busy_timeout = 0")


def save(practice: Practice, bank: str, thread: int, saves: int, name: str) -> tuple[list[str], list[str]]:
    """Answers one question after the other, and each several times."""
    saved: list[str] = []
    faults: list[str] = []
    sitting = practice.reflecting.begin(bank).reflection
    for number in range(saves):
        text = f"{name} {thread} {number}"
        try:
            if number % 10 == 0:
                sitting = practice.reflecting.begin_anew(bank).reflection
            practice.reflecting.save_answer(
                sitting.id, sitting.questions[number % 10], text=text, scale=None, revision=0
            )
            saved.append(text)
            if number % 25 == 24:
                practice.reflecting.answers()
        except Exception as fault:
            faults.append(f"{type(fault).__name__}: {fault}")
    return saved, faults


def main() -> None:
    folder, name, bank, saves, threads, variant = sys.argv[1:]
    practice = Workspace(Path(folder)).sign_in(name, "demo")
    practice.reflecting.begin(bank)
    practice.close()  # every connection is made anew
    spoil(variant)
    print("ready", flush=True)
    sys.stdin.readline()
    with ThreadPoolExecutor(int(threads)) as pool:
        done = list(
            pool.map(
                lambda thread: save(practice, bank, thread, int(saves) // int(threads), name),
                range(int(threads)),
            )
        )
    practice.close()
    saved, faults = (list(chain.from_iterable(part)) for part in zip(*done, strict=True))
    print(json.dumps({"saved": saved, "faults": faults}))


if __name__ == "__main__":
    main()
