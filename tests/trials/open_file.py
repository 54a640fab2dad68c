"""A workspace seen from below: with keys in hand, straight at the bytes, past every service of the program.

Only SQLCipher's and our own documented forms are used here: pages of 4096 bytes, each AES-256-CBC with its IV and
its HMAC at the end; sealed words as `version (1) | nonce (12) | AES-GCM`; a wrap as `public key (32) | sealed`.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from reflect.vault.door import Entered

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16
WAL_HEADER, FRAME_HEADER = 32, 24


@dataclass(frozen=True)
class Value:
    """One value of one row, as it stands in the open file."""

    table: str
    column: str
    held: object

    @property
    def bytes(self) -> bytes:
        """The value as the bytes in which words would be looked for."""
        return self.held if isinstance(self.held, bytes) else str(self.held).encode()


def values(folder: Path, workspace_key: bytes) -> list[Value]:
    """Every value of every table. Raises sqlcipher3.DatabaseError if the key does not open the file."""
    connection = sqlcipher3.connect(f"{(folder / 'reflect.db').as_uri()}?mode=rw", uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{workspace_key.hex()}'\"")
        found: list[Value] = []
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = connection.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in rows.description]
            found += [
                Value(table, name, held) for row in rows for name, held in zip(columns, row, strict=True)
            ]
        return found
    finally:
        connection.close()


def opens(folder: Path, workspace_key: bytes) -> bool:
    """Whether the file opens with this key."""
    try:
        return bool(values(folder, workspace_key))
    except sqlcipher3.DatabaseError:
        return False


def pages(folder: Path, workspace_key: bytes) -> Iterator[bytes]:
    """Each page of the file and of its log, opened; whether anything still refers to it or not."""
    whole = (folder / "reflect.db").read_bytes()
    for start in range(0, len(whole), PAGE):
        yield _opened(whole[start : start + PAGE], workspace_key, first=start == 0)
    log = folder / "reflect.db-wal"
    frames = log.read_bytes()[WAL_HEADER:] if log.exists() else b""
    for start in range(0, len(frames), FRAME_HEADER + PAGE):
        number = int.from_bytes(frames[start : start + 4], "big")
        page = frames[start + FRAME_HEADER : start + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            yield _opened(page, workspace_key, first=number == 1)


def keys_of(person: Entered, held: Iterable[Value]) -> dict[str, bytes]:
    """Every 32-byte secret that somebody has or can open: the file's key, their own, their circles'."""
    secret = person.keys.secret()
    keys = {"the workspace's": person.workspace_key, "to read": secret[:32], "to sign": secret[32:]}
    circles = [value.held for value in held if (value.table, value.column) == ("circle", "id")]
    for wrapped in (value.bytes for value in held if value.column == "wrapped_key"):
        for circle in circles:
            try:
                keys[f"of circle {circle}"] = person.keys.unwrap(wrapped, purpose=f"circle key {circle}")
            except Exception:  # not theirs
                continue
    return keys


def read_with(key: bytes, sealed: bytes) -> list[bytes]:
    """What a sealed value says under a key if nobody asks whether it is the right one, as a seal and as a wrap."""
    said = []
    for start in (0, 32):
        nonce, words = sealed[start + 1 : start + 13], sealed[start + 13 : -16]
        if len(nonce) == 12 and words:
            stream = Cipher(algorithms.AES(key), modes.CTR(nonce + (2).to_bytes(4, "big"))).decryptor()
            said.append(stream.update(words))
    return said


def spellings(word: str) -> dict[str, bytes]:
    """A word as it may stand in a file."""
    plain = word.encode()
    found = {
        "UTF-8": plain,
        "UTF-8, capitals": word.upper().encode(),
        "UTF-16": word.encode("utf-16-le"),
        "UTF-16, big end first": word.encode("utf-16-be"),
        "hexadecimal": plain.hex().encode(),
        "reversed": plain[::-1],
    }
    for shift in range(3):
        sure = base64.b64encode(bytes(shift) + plain)[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6]
        found[f"base64, shifted by {shift}"] = sure
    return found


def in_files(places: Iterable[Path], words: Iterable[str]) -> list[str]:
    """A line for each file below `places` in which one of the words stands, by whatever spelling."""
    wanted = [(name, spelt) for word in words for name, spelt in spellings(word).items()]
    found: list[str] = []
    for place in places:
        for file in sorted(path for path in place.rglob("*") if path.is_file()):
            content = str(file).encode() + file.read_bytes()
            found += [f"{file.name}: {name}" for name, spelt in wanted if spelt in content]
    return found


def _opened(page: bytes, key: bytes, *, first: bool) -> bytes:
    start, end = SALT if first else 0, PAGE - RESERVED
    cipher = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV])).decryptor()
    return cipher.update(page[start:end]) + cipher.finalize()
