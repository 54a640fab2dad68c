"""What a power cut may leave on a disk of which only the synced part is sure.

A file keeps what was written before its last sync. Of each write since then any of the 512-byte sectors may be
there or not, in any combination; likewise each change of a size, and each name that was made, moved or removed
before its folder was synced. A sector that the disk has promised but never filled holds zeros or old rubbish.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from disk_recorder import Step

SECTOR = 512
SIZE = None


@dataclass
class _File:
    """A file's sure content, and what was done to it since, as (offset, bytes) or (size, None)."""

    sure: bytearray = field(default_factory=bytearray)
    unsure: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for where, data in self.unsure:
            _put(self.sure, where, data)
        self.unsure.clear()

    def left(self, chance: random.Random, survival: float, filler: int) -> bytes:
        content = bytearray(self.sure)
        for where, data in self.unsure:
            if data is None:
                if chance.random() < survival:
                    _put(content, where, None)
                continue
            for start in range(where - where % SECTOR, where + len(data), SECTOR):
                if chance.random() < survival:
                    first, last = max(start, where), min(start + SECTOR, where + len(data))
                    _put(content, first, data[first - where : last - where], filler)
        return bytes(content)


@dataclass(frozen=True)
class _Naming:
    """A name that was made (`file` is what it names), moved (`old` is what it was), or removed (`file` is None)."""

    path: str
    file: _File | None
    old: str = ""


class Disk:
    """A disk as the steps leave it: what is sure, and what is not yet."""

    def __init__(self) -> None:
        self._now: dict[str, _File] = {}
        self._sure: dict[str, _File] = {}
        self._unsure: list[_Naming] = []
        self._folders: list[str] = []
        self._sure_folders: set[str] = set()
        self.notes: list[Any] = []

    def take(self, step: Step) -> None:
        """Goes one step on."""
        match step.what:
            case "note":
                self.notes.append(step.data)
            case "folder":
                self._folders.append(step.path)
            case "made":
                self._now[step.path] = _File()
                self._unsure.append(_Naming(step.path, self._now[step.path]))
            case "renamed":
                self._now[step.data] = moved = self._now.pop(step.path)
                self._unsure.append(_Naming(step.data, moved, old=step.path))
            case "removed":
                if self._now.pop(step.path, None) is not None:
                    self._unsure.append(_Naming(step.path, None))
            case "truncated":
                self._now[step.path].unsure.append((0, SIZE))
            case "size":
                self._now[step.path].unsure.append((step.offset, SIZE))
            case "written":
                self._now[step.path].unsure.append((step.offset, step.data))
            case "synced" if step.path in self._now:
                self._now[step.path].sync()
            case "synced":
                self._sync_names(step.path)

    def sync_all(self) -> None:
        """Makes everything sure, as a computer that is shut down does."""
        for file in self._now.values():
            file.sync()
        self._sure, self._unsure = dict(self._now), []
        self._sure_folders.update(self._folders)

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Writes into the empty `folder` one of the things that may be left if the power went now."""
        survival = chance.choice((0.0, 0.5, 0.5, 0.9, 0.97, 1.0))
        filler = chance.choice((0, 0xA5))
        left = dict(self._sure)
        for naming in self._unsure:
            if chance.random() < survival:
                _name(left, naming)
        for place in self._folders:
            if (place in self._sure_folders or chance.random() < survival) and (
                folder / place
            ).parent.is_dir():
                (folder / place).mkdir(mode=0o700)
        for path, file in left.items():
            target = folder / path
            if target.parent.is_dir():
                target.touch(mode=0o600)
                target.write_bytes(file.left(chance, survival, filler))

    def _sync_names(self, folder: str) -> None:
        self._sure_folders.update(path for path in self._folders if _parent(path) == folder)
        for naming in list(self._unsure):
            if _parent(naming.path) == folder:
                _name(self._sure, naming)
                self._unsure.remove(naming)


def cuts(steps: Sequence[Step], count: int, seed: int, folder: Path) -> Iterator[tuple[Disk, Path]]:
    """`count` random moments, in order: the disk as it was, and a folder with what is left of it."""
    chance = random.Random(seed)
    moments = sorted(chance.choices(range(len(steps) + 1), k=count))
    disk, taken = Disk(), 0
    for number, moment in enumerate(moments):
        for step in steps[taken:moment]:
            disk.take(step)
        taken = moment
        place = folder / f"cut-{number}"
        place.mkdir()
        disk.cut(place, chance)
        yield disk, place


def _name(names: dict[str, _File], naming: _Naming) -> None:
    if naming.old:
        names.pop(naming.old, None)
    if naming.file is None:
        names.pop(naming.path, None)
    else:
        names[naming.path] = naming.file


def _put(content: bytearray, where: int, data: bytes | None, filler: int = 0) -> None:
    if data is None:
        del content[where:]
        content.extend(bytes(max(0, where - len(content))))
        return
    content.extend(bytes([filler]) * max(0, where - len(content)))
    content[where : where + len(data)] = data


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)
