"""What a disk, another program or a hand can do to the files of a workspace, and what a person is then told."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from a_day import PASSPHRASE, HandClock

from reflect.errors import ReflectError
from reflect.workspace import Workspace

TECHNICAL = re.compile(
    r"traceback|sqlite|sqlcipher|errno|exception|0x|\bnone\b|_[a-z]|\[|\{|/[a-z]+/|json", re.IGNORECASE
)
HEADERS = ("reflect.header", "reflect.header.bak")

Harm = Callable[[Path], None]


@dataclass(frozen=True)
class Told:
    """What somebody met who signed in: their answers, or an error of the program's own, or a fault in it."""

    answers: tuple[str, ...] = ()
    error: ReflectError | None = None
    fault: str = ""
    notice: str = ""


def looked_at(folder: Path, clock: HandClock) -> Told:
    """Signs in as Ann and reads everything."""
    try:
        ann = Workspace(folder, clock).sign_in("Ann", PASSPHRASE)
        try:
            whole = ann.reflecting.whole_answers()
            return Told(answers=tuple(sorted(answer.text for answer in whole)), notice=ann.notice)
        finally:
            ann.close()
    except ReflectError as error:
        return Told(error=error)
    except Exception as fault:
        return Told(fault=f"{type(fault).__name__}: {fault}")


def unclear(error: ReflectError) -> str:
    """What is wrong with how an error speaks, or nothing."""
    said = str(error)
    if not (error.what.strip().endswith(".") and error.next_step.strip()):
        return f"says not what happened and what to do next: {said}"
    if len(said) > 320 or TECHNICAL.search(said.replace("reflect.header", "").replace("reflect.db", "")):
        return f"is not one clear sentence: {said}"
    return ""


def to_the_file(chance: random.Random, flips: int) -> Iterator[tuple[str, Harm]]:
    """Harm to the encrypted file."""
    for size in (0, 1, 15, 16, 100, 512, 4095, 4096, 4097, 8192):
        yield f"cut to {size} bytes", lambda folder, size=size: _cut(folder / "reflect.db", size)
    for lost in (1, 80, 4095, 4096, 3 * 4096):
        yield (
            f"{lost} bytes cut off",
            lambda folder, lost=lost: _cut(
                folder / "reflect.db", (folder / "reflect.db").stat().st_size - lost
            ),
        )
    yield "all zeros", lambda folder: _fill(folder / "reflect.db", 0, None, b"\x00")
    yield "a page of zeros", lambda folder: _fill(folder / "reflect.db", 4096 * 3, 4096, b"\x00")
    yield "the first page of zeros", lambda folder: _fill(folder / "reflect.db", 0, 4096, b"\x00")
    yield "another program's file", lambda folder: _fill(folder / "reflect.db", 0, None, b"PK\x03\x04")
    yield "an unencrypted database", _plain_database
    yield "gone", lambda folder: (folder / "reflect.db").unlink()
    yield "a folder in its place", _folder_instead
    for _ in range(flips):
        at = chance.random()
        yield f"a flipped bit at {at:.4f}", lambda folder, at=at: _flip(folder / "reflect.db", at)


def to_the_header(chance: random.Random, flips: int) -> Iterator[tuple[str, Harm]]:
    """Harm to both copies of the header."""
    for size in (0, 1, 2, 500):
        yield f"cut to {size} bytes", lambda folder, size=size: _both(folder, lambda path: _cut(path, size))
    yield "zeros", lambda folder: _both(folder, lambda path: _fill(path, 0, None, b"\x00"))
    for name, content in {
        "nothing but brackets": b"[" * 5_000, "a list": b"[]", "null": b"null", "not text": b"\xff\xfe\x00",
        "another file": b'{"kind": "something else"}', "a number without end": b"1" * 10_000,
    }.items():  # fmt: skip
        yield name, lambda folder, content=content: _both(folder, lambda path: path.write_bytes(content))
    for _ in range(flips):
        at = chance.random()
        yield f"a flipped bit at {at:.4f}", lambda folder, at=at: _both(folder, lambda path: _flip(path, at))
    for key in ("check", "people", "format", "kind", "workspace"):
        yield f"without {key}", lambda folder, key=key: _both(folder, lambda path: _without(path, key))


def to_one_copy(name: str) -> Iterator[tuple[str, Harm]]:
    """Harm to one of the two copies of the header."""
    yield f"{name} gone", lambda folder: (folder / name).unlink()
    yield f"{name} empty", lambda folder: _cut(folder / name, 0)
    yield f"{name} of zeros", lambda folder: _fill(folder / name, 0, None, b"\x00")
    yield f"{name} with a flipped bit", lambda folder: _flip(folder / name, 0.4)


def _both(folder: Path, harm: Callable[[Path], object]) -> None:
    for name in HEADERS:
        harm(folder / name)


def _cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)


def _fill(path: Path, start: int, size: int | None, with_: bytes) -> None:
    content = bytearray(path.read_bytes())
    end = len(content) if size is None else start + size
    content[start:end] = (with_ * (end - start))[: end - start]
    path.write_bytes(content)


def _flip(path: Path, at: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(at * len(content))] ^= 1 << int(at * 1_000_003) % 8
    path.write_bytes(content)


def _without(path: Path, key: str) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    del body[key]
    path.write_text(json.dumps(body), encoding="utf-8")


def _plain_database(folder: Path) -> None:
    import sqlite3

    (folder / "reflect.db").unlink()
    connection = sqlite3.connect(folder / "reflect.db")
    connection.execute("CREATE TABLE person (id TEXT)")
    connection.commit()
    connection.close()


def _folder_instead(folder: Path) -> None:
    (folder / "reflect.db").unlink()
    (folder / "reflect.db").mkdir()
