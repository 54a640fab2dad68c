"""Writes down, in order, all that this process asks of the disk below one folder; or ends it before a chosen step.

No compiler and no tracer is needed: wherever a library that is loaded keeps the address of one of libc's file
functions, it is given the address of a function of ours that calls the real one. Linux with 64-bit ELF only.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import signal
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LIBC = ctypes.CDLL(None, use_errno=True)
WORD, INT, BYTES = ctypes.c_ssize_t, ctypes.c_int, ctypes.c_char_p
ADDRESS = ctypes.c_void_p
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "open": (INT, BYTES, INT, ctypes.c_uint),
    "openat": (INT, INT, BYTES, INT, ctypes.c_uint),
    "close": (INT, INT),
    "write": (WORD, INT, ADDRESS, WORD),
    "pwrite": (WORD, INT, ADDRESS, WORD, ctypes.c_int64),
    "ftruncate": (INT, INT, ctypes.c_int64),
    "fsync": (INT, INT),
    "fdatasync": (INT, INT),
    "rename": (INT, BYTES, BYTES),
    "unlink": (INT, BYTES),
    "unlinkat": (INT, INT, BYTES, INT),
    "mkdir": (INT, BYTES, ctypes.c_uint),
    "rmdir": (INT, BYTES),
}
LARGE_FILE_NAMES = {"open64": "open", "openat64": "openat", "pwrite64": "pwrite", "ftruncate64": "ftruncate"}
HOLDS_AN_ADDRESS = {1, 6, 7, 257, 1025, 1026}  # ABS64, GLOB_DAT and JUMP_SLOT of x86-64 and of AArch64
NOT_TO_CHANGE = ("libc.so", "libc.musl", "ld-linux", "ld-musl", "linux-vdso", "libffi", "_ctypes")
AT_FDCWD, AT_REMOVEDIR = -100, 0x200


@dataclass(frozen=True)
class Step:
    """One thing asked of the disk. `what` is made, folder, truncated, written, size, synced, renamed, removed, or
    note (a word of the program under trial, in `data`). `path` is relative to the folder."""

    what: str
    path: str = ""
    offset: int = 0
    data: Any = b""


class Recorder:
    """The steps below `folder`. With `die_before`, the process is killed instead of taking the step of that number,
    counted from 0. `room` is by how many bytes the files may still grow before the disk is full; None: without end."""

    def __init__(self, folder: Path, *, die_before: int | None = None) -> None:
        self.steps: list[Step] = []
        self.taken = 0
        self.room: int | None = None
        self._folder = Path(os.path.realpath(folder))
        self._die_before = die_before
        self._files: dict[int, str] = {}
        self._alive: list[Any] = []
        self._before: list[tuple[int, int]] = []

    def note(self, data: Any) -> None:
        """Puts a word of the program among the steps."""
        self.steps.append(Step("note", data=data))

    def die_after(self, steps: int) -> None:
        """Lets the process take so many more steps, and kills it instead of the next."""
        self._die_before = self.taken + steps

    def __enter__(self) -> Recorder:
        """Stands between the libraries that are loaded by now and the disk."""
        ours = {name: self._standing_in(name) for name in SIGNATURES}
        ours |= {large: ours[name] for large, name in LARGE_FILE_NAMES.items()}
        for place, name in list(addresses_of(set(ours))):
            make_writable(place)
            kept = ctypes.c_uint64.from_address(place)
            self._before.append((place, kept.value))
            kept.value = ctypes.cast(ours[name], ADDRESS).value or 0
        return self

    def __exit__(self, *_: object) -> None:
        for place, address in self._before:
            ctypes.c_uint64.from_address(place).value = address
        self._before.clear()

    def _standing_in(self, name: str) -> Any:
        kind = ctypes.CFUNCTYPE(*SIGNATURES[name], use_errno=True)
        real, act = kind((name, LIBC)), getattr(self, f"_{name}")
        ours = kind(lambda *given: act(*given, real))
        self._alive.append(ours)
        return ours

    def _inside(self, path: bytes, folder: int = AT_FDCWD) -> str | None:
        base = Path() if folder == AT_FDCWD else Path(f"/proc/self/fd/{folder}")
        where = base / os.fsdecode(path)
        whole = Path(os.path.realpath(where.parent)) / where.name
        return whole.relative_to(self._folder).as_posix() if whole.is_relative_to(self._folder) else None

    def _about_to(self) -> None:
        if self.taken == self._die_before:
            os.kill(os.getpid(), signal.SIGKILL)
        self.taken += 1

    def _done(self, result: int, *step: Any) -> int:
        if result >= 0:
            failed = ctypes.get_errno()
            self.steps.append(Step(*step))
            ctypes.set_errno(failed)
        return result

    def _open(self, path: bytes, flags: int, mode: int, real: Any) -> int:
        return self._opened(self._inside(path), path, flags, lambda: real(path, flags, mode))

    def _openat(self, folder: int, path: bytes, flags: int, mode: int, real: Any) -> int:
        return self._opened(self._inside(path, folder), path, flags, lambda: real(folder, path, flags, mode))

    def _opened(self, inside: str | None, path: bytes, flags: int, real: Callable[[], int]) -> int:
        if inside is None:
            return real()
        there = os.path.lexists(self._folder / inside)
        makes = bool(flags & os.O_CREAT) and not there
        empties = bool(flags & os.O_TRUNC) and there
        if makes or empties:
            self._about_to()
        handle = real()
        if handle >= 0:
            self._files[handle] = inside
        if makes or empties:
            self._done(handle, "made" if makes else "truncated", inside)
        return handle

    def _close(self, handle: int, real: Any) -> int:
        self._files.pop(handle, None)
        return int(real(handle))

    def _write(self, handle: int, data: int, size: int, real: Any) -> int:
        if handle not in self._files:
            return int(real(handle, data, size))
        at = os.fstat(handle).st_size if self._appends(handle) else os.lseek(handle, 0, os.SEEK_CUR)
        return self._written(handle, data, size, at, lambda: real(handle, data, size))

    def _pwrite(self, handle: int, data: int, size: int, offset: int, real: Any) -> int:
        if handle not in self._files:
            return int(real(handle, data, size, offset))
        return self._written(handle, data, size, offset, lambda: real(handle, data, size, offset))

    def _written(self, handle: int, data: int, size: int, offset: int, real: Callable[[], int]) -> int:
        self._about_to()
        growth = max(0, offset + size - os.fstat(handle).st_size)
        if self.room is not None and growth > self.room:
            ctypes.set_errno(errno.ENOSPC)
            return -1
        written = real()
        if self.room is not None:
            self.room -= growth
        return self._done(
            written, "written", self._files[handle], offset, ctypes.string_at(data, max(written, 0))
        )

    @staticmethod
    def _appends(handle: int) -> bool:
        return bool(fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_APPEND)

    def _ftruncate(self, handle: int, size: int, real: Any) -> int:
        return self._on_handle("size", handle, lambda: real(handle, size), size)

    def _fsync(self, handle: int, real: Any) -> int:
        return self._on_handle("synced", handle, lambda: real(handle))

    _fdatasync = _fsync

    def _on_handle(self, what: str, handle: int, real: Callable[[], int], offset: int = 0) -> int:
        if handle not in self._files:
            return real()
        self._about_to()
        return self._done(real(), what, self._files[handle], offset)

    def _rename(self, old: bytes, new: bytes, real: Any) -> int:
        source, target = self._inside(old), self._inside(new)
        if source is None or target is None:
            return int(real(old, new))
        self._about_to()
        result = self._done(real(old, new), "renamed", source, 0, target)
        if result == 0:
            self._files = {handle: target if path == source else path for handle, path in self._files.items()}
        return result

    def _unlink(self, path: bytes, real: Any) -> int:
        return self._on_path("removed", self._inside(path), lambda: real(path))

    def _unlinkat(self, folder: int, path: bytes, flags: int, real: Any) -> int:
        return self._on_path("removed", self._inside(path, folder), lambda: real(folder, path, flags))

    def _mkdir(self, path: bytes, mode: int, real: Any) -> int:
        return self._on_path("folder", self._inside(path), lambda: real(path, mode))

    def _rmdir(self, path: bytes, real: Any) -> int:
        return self._on_path("removed", self._inside(path), lambda: real(path))

    def _on_path(self, what: str, inside: str | None, real: Callable[[], int]) -> int:
        if inside is None:
            return real()
        self._about_to()
        return self._done(real(), what, inside)


class _Library(ctypes.Structure):
    _fields_ = [("base", ctypes.c_uint64), ("name", BYTES), ("parts", ADDRESS), ("count", ctypes.c_uint16)]


def addresses_of(names: set[str]) -> Iterator[tuple[int, str]]:
    """Each place in memory where a loaded library keeps the address of one of these functions."""
    found: list[tuple[int, int]] = []

    def look(library: Any, _size: int, _nothing: Any) -> int:
        it = library.contents
        if not any(part in os.fsdecode(it.name or b"") for part in NOT_TO_CHANGE):
            for number in range(it.count):
                kind, _, _, address = struct.unpack("<IIQQ", ctypes.string_at(it.parts + 56 * number, 24))
                if kind == 2:  # PT_DYNAMIC
                    found.append((it.base, it.base + address))
        return 0

    visit = ctypes.CFUNCTYPE(INT, ctypes.POINTER(_Library), ctypes.c_size_t, ADDRESS)
    LIBC.dl_iterate_phdr(visit(look), None)
    for base, dynamic in found:
        yield from _in_library(base, dynamic, names)


def _in_library(base: int, dynamic: int, names: set[str]) -> Iterator[tuple[int, str]]:
    tags: dict[int, int] = {}
    while (entry := struct.unpack("<QQ", ctypes.string_at(dynamic, 16)))[0]:
        tags[entry[0]] = entry[1]
        dynamic += 16
    placed = {tag: value if value > base else value + base for tag, value in tags.items()}
    for start, size in ((7, 8), (23, 2)):  # DT_RELA and DT_RELASZ, DT_JMPREL and DT_PLTRELSZ
        for number in range(tags.get(size, 0) // 24):
            offset, info, _ = struct.unpack("<QQq", ctypes.string_at(placed[start] + 24 * number, 24))
            if info & 0xFFFFFFFF in HOLDS_AN_ADDRESS and info >> 32:
                named = struct.unpack("<I", ctypes.string_at(placed[6] + 24 * (info >> 32), 4))[0]
                name = ctypes.string_at(placed[5] + named).decode()
                if name in names:
                    yield base + offset, name


def make_writable(place: int) -> None:
    """Lets the page of this address be changed: many are closed after a library is loaded."""
    page = os.sysconf("SC_PAGE_SIZE")
    if LIBC.mprotect(ctypes.c_void_p(place - place % page), ctypes.c_size_t(page), INT(3)):
        raise OSError(ctypes.get_errno(), "the page stays closed")
