"""Does one act over and over, each time in a fresh copy of a workspace, killed before a later step on the disk.

`python cut_short_runner.py ACT PREPARED COPIES FIRST STOP EVERY VARIANT` leaves COPIES/FIRST and so on, and prints for
each whether the act was killed (`cut`) or came to its end (`whole`), which ends the run.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from disk_recorder import Recorder

from reflect.domain.people import Standing
from reflect.services.people import People
from reflect.vault import door, header_file
from reflect.workspace import Workspace

ADMINISTRATOR, LEAVER = "Ann", "Bob"


def create(workspace: Workspace) -> None:
    workspace.create(name="Ann", profession="Nurse", passphrase="demo", demo=True)[0].close()


def join(workspace: Workspace) -> None:
    code = (workspace.folder.parent / "code").read_text()
    workspace.join(code=code, passphrase="demo")[0].close()


def passphrase(workspace: Workspace) -> None:
    practice = workspace.sign_in("Ann", "demo")
    practice.change_passphrase("demo", "another demo")
    practice.close()


def recover(workspace: Workspace) -> None:
    words = (workspace.folder.parent / "words").read_text()
    workspace.recover(name="Ann", words=words, passphrase="another demo").close()


def invite(workspace: Workspace) -> None:
    practice = workspace.sign_in("Ann", "demo")
    practice.people.invite("Eve", "Midwife")
    practice.close()


def deactivate(workspace: Workspace) -> None:
    practice = workspace.sign_in("Ann", "demo")
    practice.people.deactivate("Bob")
    practice.close()


ACTS: dict[str, Callable[[Workspace], None]] = {
    act.__name__: act for act in (create, join, passphrase, recover, invite, deactivate)
}


def spoil(variant: str) -> None:
    """Makes a change that is in two halves, with nothing kept to finish or drop it by."""
    if variant == "header in place":

        def in_place(path: Path, content: bytes) -> None:
            with path.open("wb", buffering=0) as file:
                for start in range(0, len(content), 512):
                    file.write(content[start : start + 512])

        def one_copy(folder: Path, header: header_file.Header) -> None:
            (folder / header_file.COPY).unlink(missing_ok=True)
            in_place(folder / header_file.NAME, header_file.written(header))

        header_file._write_both = one_copy

    if variant == "old key first":

        def careless(self: People, leaving: object) -> None:
            with self._store.reading() as transaction:
                readers = {
                    holder.person.id: holder.read_key
                    for holder in transaction.people.all()
                    if holder.person.standing is Standing.ACTIVE and holder.person.id != leaving.id
                }
            fresh = door.begin_new_workspace_key(
                self._folder, self._entered, readers=readers, leaving=leaving.id
            )
            self._entered = door.finish_new_workspace_key(self._folder, self._entered)
            self._store.change_key(fresh)

        People._change_key = careless


def run(act: str, copy: Path, step: int) -> bool:
    """Whether the act came to its end, in a process of its own that is killed before `step`."""
    child = os.fork()
    if child == 0:
        try:
            with Recorder(copy / "w", die_before=step):
                ACTS[act](Workspace(copy / "w"))
            os._exit(0)
        except BaseException as fault:
            print(f"{act} {step}: {fault!r}", flush=True)
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 0:
        sys.exit(f"{act} failed by itself at step {step}")
    return code == 0


def main() -> None:
    act, prepared, copies, first, stop, every, variant = sys.argv[1:]
    spoil(variant)
    for needed in ("reflect.storage.rekeying", "sqlcipher3.dbapi2", "reflect.services.practice"):
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
