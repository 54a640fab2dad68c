"""Takes one step with actions over and over, each time in a fresh copy of a workspace, killed before a later write.

`python actions_killed_runner.py ACT PREPARED COPIES FIRST STOP EVERY VARIANT` leaves COPIES/FIRST and so on, and prints
for each whether the act was killed (`cut`) or came to its end (`whole`), which ends the run. Writes are counted from
the beginning of the act: somebody has signed in before.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from disk_recorder import Recorder

from reflect.clock import SystemClock
from reflect.domain.actions.action import Action, CarryChoice
from reflect.domain.actions.event import EventKind
from reflect.domain.people import CircleKind
from reflect.services.actions import moving
from reflect.services.actions.book import ActionBook
from reflect.services.actions.drawer import OpenActions
from reflect.services.actions.record import ActionRecord, Step
from reflect.services.overseeing import marking
from reflect.services.practice import Practice
from reflect.storage.circle_actions import Execute
from reflect.storage.figures import Figures
from reflect.storage.store import Transaction
from reflect.workspace import Workspace

LATER = timedelta(days=60)


def the_first(practice: Practice) -> str:
    """The action of which there is one from the beginning."""
    return practice.actions.arranged().index.id_at(0)


def begin(practice: Practice) -> None:
    day = SystemClock().today() + LATER
    practice.acting.propose(what="Another", due=day, agree=True)


def split(practice: Practice) -> None:
    day = SystemClock().today() + LATER
    practice.acting.carry(
        the_first(practice), why="Too much", due=day, choice=CarryChoice.SPLIT, second="The rest"
    )


def escalate(practice: Practice) -> None:
    day = SystemClock().today() + LATER
    practice.acting.carry(the_first(practice), why="No answer", due=day, choice=CarryChoice.ESCALATE)


def split_listed(practice: Practice) -> None:
    day = SystemClock().today() + LATER
    with practice._record.reading() as book:
        ((_, kept),) = book.shared()
    practice.acting.carry(
        kept.action.id, why="Too much", due=day, choice=CarryChoice.SPLIT, second="The rest"
    )


def take_in(practice: Practice) -> None:
    lines = (practice._folder.parent / "lines").read_text(encoding="utf-8").splitlines()
    practice.action_travel.take_in(lines)


def show(practice: Practice) -> None:
    practice.acting.show_to(the_first(practice), CircleKind.PAIR)


ACTS: dict[str, Callable[[Practice], None]] = {
    act.__name__: act for act in (begin, split, split_listed, escalate, take_in, show)
}


def end_transaction(execute: Execute) -> None:
    """What was written so far is on the disk."""
    execute("COMMIT", ())
    execute("BEGIN IMMEDIATE", ())


def spoil(variant: str) -> None:
    """Makes every part of an act a transaction of its own."""
    if variant == "each event by itself":
        begin_whole, write_whole = ActionRecord.begin, ActionRecord.write

        def begin(
            self: ActionRecord, action_id: str, steps: Sequence[Step], *, answer: str | None = None
        ) -> Action:
            begun = begin_whole(self, action_id, steps[:1], answer=answer)
            for step in steps[1:]:
                begun = write_whole(self, action_id, lambda _, step=step: [step])
            return begun

        def write(self: ActionRecord, beginning: str, steps: Callable[[Action], Sequence[Step]]) -> Action:
            standing = self.action(beginning)
            for step in steps(standing):
                standing = write_whole(self, beginning, lambda _, step=step: [step])
            return standing

        ActionRecord.begin, ActionRecord.write = begin, write

    if variant == "each action by itself":

        def split(
            self: ActionRecord, beginning: str, step: Step, other_id: str, other: Callable[..., object]
        ) -> Action:
            standing = self.action(beginning)
            carried = self.write(beginning, lambda _: [step])
            self.begin(other_id, [(EventKind.PROPOSED, other(standing)), (EventKind.AGREED, {"due": None})])
            return carried

        ActionRecord.split = split

    if variant == "there first, then away from here":
        leave = moving._leave

        def after_the_disk(book: ActionBook, *parts: object) -> None:
            book.own._actions._execute("COMMIT", ())
            book.own._actions._execute("BEGIN IMMEDIATE", ())
            leave(book, *parts)

        moving._leave = after_the_disk

    if variant == "the figures by themselves":
        mark = marking.mark

        def after_the_action(transaction: Transaction, *parts: Any) -> None:
            end_transaction(transaction.figures._execute)
            mark(transaction, *parts)

        moving.marking.mark = after_the_action

    if variant == "the sums by themselves":
        add = Figures._add

        def after_the_mark(self: Figures, amounts: Any) -> None:
            end_transaction(self._execute)
            add(self, amounts)

        Figures._add = after_the_mark

    if variant == "the list by itself":
        put = OpenActions.add

        def rows_first(
            self: OpenActions, histories: Sequence[tuple[object, int, str | None]]
        ) -> list[object]:
            pages = self._actions.put_index_page

            def on_the_disk_first(part: str, sealed: bytes) -> None:
                self._actions._execute("COMMIT", ())
                self._actions._execute("BEGIN IMMEDIATE", ())
                pages(part, sealed)

            self._actions.put_index_page = on_the_disk_first
            return put(self, histories)

        OpenActions.add = rows_first


def run(act: str, copy: Path, step: int) -> bool:
    """Whether the act came to its end, in a process of its own that is killed before the write `step`."""
    child = os.fork()
    if child == 0:
        try:
            with Recorder(copy / "w") as recorder:
                practice = Workspace(copy / "w").sign_in("Ann", "demo")
                practice.actions.arranged()
                recorder.die_after(step)
                ACTS[act](practice)
                practice.close()
            os._exit(0)
        except BaseException as fault:
            print(f"{act} {step}: {fault!r}", flush=True)
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        sys.exit(f"{act} failed by itself at write {step}")
    return code == 0


def main() -> None:
    act, prepared, copies, first, stop, every, variant = sys.argv[1:]
    spoil(variant)
    for needed in ("sqlcipher3.dbapi2", "reflect.storage.store"):
        importlib.import_module(needed)
    for step in range(int(first), int(stop), int(every)):
        copy = Path(copies) / str(step)
        shutil.copytree(prepared, copy)
        whole = run(act, copy, step)
        print(step, "whole" if whole else "cut", flush=True)
        if whole:
            return


if __name__ == "__main__":
    main()
