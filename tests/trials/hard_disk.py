"""Tries everything that writes on a disk that is full, or in a folder that may not be written to.

`python hard_disk.py full|closed PREPARED COPIES VARIANT ROOM...` works in a fresh copy of the workspace in PREPARED
each time and prints, as JSON lines, what each act said, what it said when it was repeated without the hardship, and
what can be read then.
"""

from __future__ import annotations

import ctypes
import dataclasses
import importlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from a_day import PASSPHRASE, HandClock
from damage import unclear
from disk_recorder import Recorder

from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.settings import save_settings
from reflect.storage import faults
from reflect.vault import locking
from reflect.workspace import Workspace

LINUX_CAPABILITIES_3, OVERRIDE, READ_SEARCH, OWNER = 0x20080522, 1, 2, 3

Act = Callable[[Workspace, Practice], object]


def save(workspace: Workspace, ann: Practice) -> object:
    sitting = ann.reflecting.begin("child-d").reflection
    return ann.reflecting.save_answer(sitting.id, sitting.questions[0], text="short", scale=None, revision=0)


def save_much(workspace: Workspace, ann: Practice) -> object:
    sitting = ann.reflecting.begin("child-d").reflection
    return ann.reflecting.save_answer(
        sitting.id, sitting.questions[1], text="long " * 18_000, scale=None, revision=0
    )


def delete(workspace: Workspace, ann: Practice) -> object:
    cards = [card for card in ann.reflecting.answers() if card.opening.startswith("because")]
    return ann.reflecting.delete_answer(cards[0].id) if cards else None


def finish(workspace: Workspace, ann: Practice) -> object:
    return ann.reflecting.finish(ann.reflecting.reflections()[-1].id, "what I take away")


def passphrase(workspace: Workspace, ann: Practice) -> object:
    return ann.change_passphrase(PASSPHRASE, PASSPHRASE)


def invite(workspace: Workspace, ann: Practice) -> object:
    return ann.people.invite("Eve", "Midwife")


def deactivate(workspace: Workspace, ann: Practice) -> object:
    if any(person.name == "Bob" and person.standing.value == "active" for person in ann.people.everyone()):
        ann.people.deactivate("Bob")
    return None


def settings(workspace: Workspace, ann: Practice) -> object:
    return save_settings(workspace.folder, dataclasses.replace(workspace.settings(), support_line="01 23"))


def come_in(workspace: Workspace, ann: Practice) -> object:
    ann.close()
    return workspace.sign_in("Ann", PASSPHRASE).close()


def create(workspace: Workspace, ann: Practice) -> object:
    other = Workspace(workspace.folder / "another", HandClock())
    if other.exists():
        return other.sign_in("Eve", "demo").close()
    return other.create(name="Eve", profession="", passphrase="demo", demo=True)[0].close()


ACTS: tuple[Act, ...] = (
    save, save_much, delete, finish, passphrase, invite, deactivate, settings, come_in, create,
)  # fmt: skip


def said(act: Act, workspace: Workspace, ann: Practice) -> dict[str, str]:
    """What somebody is told."""
    try:
        act(workspace, ann)
    except ReflectError as error:
        return {"kind": type(error).__name__, "words": str(error), "unclear": unclear(error)}
    except Exception as fault:
        return {"kind": "fault", "words": repr(fault), "unclear": "a fault of the program"}
    return {"kind": "done", "words": "", "unclear": ""}


@contextmanager
def full(disk: Recorder, room: int) -> Iterator[None]:
    """Only so many bytes more fit on the disk."""
    disk.room = room
    try:
        yield
    finally:
        disk.room = None


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Nobody may write to the folder or to a file in it."""
    paths = [folder, *folder.iterdir()]
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path in paths:
            if path.exists():
                path.chmod(0o700 if path.is_dir() else 0o600)


def without_rights() -> None:
    """Takes from the administrator of the computer what lets them write where nobody may."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(LINUX_CAPABILITIES_3, 0)
    held = (ctypes.c_uint32 * 6)()
    if libc.capget(header, held):
        raise OSError(ctypes.get_errno(), "capget")
    for part in (0, 1):
        held[part] &= ~sum(1 << right for right in (OVERRIDE, READ_SEARCH, OWNER))
    if libc.capset(header, held):
        raise OSError(ctypes.get_errno(), "capset")


def main() -> None:
    hardship, prepared, copies, variant, *rooms = sys.argv[1:]
    for needed in ("reflect.storage.rekeying", "sqlcipher3.dbapi2", "reflect.services.practice"):
        importlib.import_module(needed)
    if variant == "no words":
        spoken = faults.in_words
        faults.in_words = lambda fault: fault if "full" in str(fault) else spoken(fault)
        locking.WorkspaceError = PermissionError
    without_rights()
    with Recorder(Path(copies)) as disk:
        for number, (act, room) in enumerate((act, int(room)) for act in ACTS for room in rooms):
            folder = Path(copies) / str(number)
            shutil.copytree(prepared, folder)
            hard = full(disk, room) if hardship == "full" else closed(folder)
            print(json.dumps({"act": act.__name__, "room": room, **told(act, folder, hard)}), flush=True)
            disk.steps.clear()


def told(act: Act, folder: Path, hard: AbstractContextManager[None]) -> dict[str, object]:
    """What an act says under hardship, when it is repeated without, and what is there then."""
    workspace = Workspace(folder, HandClock())
    ann = workspace.sign_in("Ann", PASSPHRASE)
    with hard:
        first = said(act, workspace, ann)
    ann.close()
    ann = workspace.sign_in("Ann", PASSPHRASE)
    between = sorted(answer.text[:40] for answer in ann.reflecting.whole_answers())
    again = said(act, workspace, ann)
    ann.close()
    ann = workspace.sign_in("Ann", PASSPHRASE)
    texts = sorted(answer.text[:40] for answer in ann.reflecting.whole_answers())
    wrong = [*ann.examine(), *workspace.examine()]
    ann.close()
    return {"first": first, "between": between, "again": again, "texts": texts, "wrong": wrong}


if __name__ == "__main__":
    main()
