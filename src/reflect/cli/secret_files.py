"""Passphrases, codes and recovery words from small files, and bytes as text. It needs little, since deriving a key from
a passphrase begins before the rest of the program is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.errors import WrongUse

if TYPE_CHECKING:
    from pathlib import Path

# Longer than any passphrase or list of words, so that a wrong file is noticed and not read whole.
MOST_BYTES = 4096
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_secret_file(path: Path | str, option: str) -> str:
    """The first line of a small file (a passphrase, a code, recovery words). Raises WrongUse naming `option`."""
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as unread:
        raise WrongUse(
            f"The file given with {option} cannot be read: {unread.strerror or 'no reason given'}.",
            "Check its name and whether you may read it.",
        ) from unread
    words = decoded(content, f"The file given with {option}").strip("\r\n")
    if not words.strip() or len(content) > MOST_BYTES:
        raise WrongUse(
            f"The file given with {option} {'is empty' if len(content) <= MOST_BYTES else 'is too long'}.",
            "It should hold one line and nothing else.",
        )
    return words


def decoded(content: bytes, what: str) -> str:
    """Bytes from a file or pipe as text: UTF-8, or as the mark at their beginning says. Raises WrongUse."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as other:
        raise WrongUse(
            f"{what} is not UTF-8 text, and guessing could change your words.",
            "Nothing was kept. Save or send it as UTF-8 and try again.",
        ) from other
