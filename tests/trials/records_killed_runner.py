"""Writes and signs in one record, over and over, each time in a fresh copy of a workspace, killed before a later write.

`python records_killed_runner.py PREPARED COPIES FIRST STOP EVERY VARIANT` leaves COPIES/FIRST and so on, and prints for
each how many of the acts were acknowledged and whether it was killed (`cut`) or came to its end (`whole`), which ends
the run. Writes are counted from the beginning of the first act: both have signed in before.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from disk_recorder import Recorder

from reflect.clock import SystemClock
from reflect.domain.supervision.entry import Section
from reflect.services.practice import Practice
from reflect.services.supervision.one_to_ones import OneToOnes
from reflect.services.supervision.pair_file import PairFile
from reflect.workspace import Workspace

SAM, BO = "Sam", "Bo"


def the_one(practice: Practice) -> str:
    """The one-to-one of which there is one from the beginning."""
    return practice.one_to_ones.all()[0].id


def note(sam: Practice, bo: Practice) -> None:
    sam.one_to_ones.add(the_one(sam), Section.REFLECTION, "You waited")


def change(sam: Practice, bo: Practice) -> None:
    (mine,) = sam.one_to_ones.all()[0].by(sam.person.id, Section.REFLECTION)
    sam.one_to_ones.change(the_one(sam), mine.id, before=mine.text, after="You waited for a day" * 400)


def agree(sam: Practice, bo: Practice) -> None:
    due = SystemClock().today() + timedelta(days=30)
    sam.one_to_ones.agree_action(the_one(sam), what="Ring first", due=due)


def sign(sam: Practice, bo: Practice) -> None:
    sam.one_to_ones.sign(the_one(sam))


def comment(sam: Practice, bo: Practice) -> None:
    bo.one_to_ones.add(the_one(bo), Section.DISAGREEMENT, "I rang twice")


def sign_again(sam: Practice, bo: Practice) -> None:
    sam.one_to_ones.sign(the_one(sam))


def sign_too(sam: Practice, bo: Practice) -> None:
    bo.one_to_ones.sign(the_one(bo))


def add_more(sam: Practice, bo: Practice) -> None:
    bo.one_to_ones.add_addendum(the_one(bo), "It was on a Friday")


ACTS: tuple[Callable[[Practice, Practice], None], ...] = (
    note, change, agree, sign, comment, sign_again, sign_too, add_more,
)  # fmt: skip


def _on_the_disk_first(file: PairFile[object]) -> None:
    raw = file._rows._connection.connection.driver_connection
    raw.execute("COMMIT")
    raw.execute("BEGIN IMMEDIATE")


def spoil(variant: str) -> None:
    """Makes parts of an act a transaction of their own."""
    if variant == "the line of an action by itself":
        put = PairFile.change

        def change_later(self: PairFile[object], *given: object) -> None:
            _on_the_disk_first(self)
            put(self, *given)

        PairFile.change = change_later

    if variant == "the body by itself":
        put_body = PairFile._put

        def body_first(self: PairFile[object], *given: object) -> None:
            put_body(self, *given)
            _on_the_disk_first(self)

        PairFile._put = body_first

    if variant == "said before it is kept":
        add = OneToOnes.add

        def from_memory(self: OneToOnes, *given: object, **said: object) -> object:
            os.write(ACKNOWLEDGED[1], b".")
            return add(self, *given, **said)

        OneToOnes.add = from_memory


ACKNOWLEDGED = os.pipe()


def run(copy: Path, step: int, *, said_early: bool) -> tuple[int, bool]:
    """How many acts were acknowledged, and whether they came to their end, in a process that is killed before the write
    `step`."""
    child = os.fork()
    if child == 0:
        try:
            with Recorder(copy / "w") as recorder:
                sam, bo = (Workspace(copy / "w").sign_in(name, "demo") for name in (SAM, BO))
                the_one(sam), the_one(bo)
                recorder.die_after(step)
                for act in ACTS:
                    act(sam, bo)
                    if not (said_early and act in (note, comment)):
                        os.write(ACKNOWLEDGED[1], b".")
                sam.close()
                bo.close()
            os._exit(0)
        except BaseException as fault:
            print(f"{step}: {fault!r}", flush=True)
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        sys.exit(f"it failed by itself at write {step}")
    os.set_blocking(ACKNOWLEDGED[0], False)
    try:
        acknowledged = len(os.read(ACKNOWLEDGED[0], 1000))
    except BlockingIOError:
        acknowledged = 0
    return acknowledged, code == 0


def main() -> None:
    prepared, copies, first, stop, every, variant = sys.argv[1:]
    spoil(variant)
    for needed in ("sqlcipher3.dbapi2", "reflect.storage.store"):
        importlib.import_module(needed)
    for step in range(int(first), int(stop), int(every)):
        copy = Path(copies) / str(step)
        shutil.copytree(prepared, copy)
        acknowledged, whole = run(copy, step, said_early=variant == "said before it is kept")
        print(step, acknowledged, "whole" if whole else "cut", flush=True)
        if whole:
            return


if __name__ == "__main__":
    main()
