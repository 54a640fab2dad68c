"""The one mouth of the command line: data on standard output, words for people on standard error.

Whatever is said here is made safe for a terminal first, and a console that lacks a character shows
another in its place: nothing that somebody wrote can drive the terminal or end the program.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, Any

from reflect.cli.layout import WIDTH, wrapped
from reflect.errors import ReflectError
from reflect.text import UNSAFE, json_text


def safe(words: str) -> str:
    """Words with a visible mark in place of everything that a terminal would obey; newlines and tabs stay."""
    return UNSAFE.sub("�", words)


def echo(words: str = "") -> None:
    """One or more lines of data on standard output."""
    _write(_output(), safe(words) + "\n")


def tell(words: str = "", *, indent: str = "") -> None:
    """A sentence for the person on standard error, wrapped to the width of a page."""
    _write(sys.stderr, "".join(line + "\n" for line in wrapped(safe(words), indent=indent)))


def tell_to_copy(line: str) -> None:
    """A command for the person to copy, on standard error: a line of its own, however long."""
    _write(sys.stderr, safe(line) + "\n")


def prompt(words: str) -> None:
    """The beginning of a line on standard error, after which the person types."""
    _write(sys.stderr, safe(words))
    if sys.stderr is not None:
        sys.stderr.flush()


def echo_json(value: Any) -> None:
    """One JSON document on standard output, UTF-8 wherever standard output is not a terminal."""
    echo_document(json_text(value))


def echo_document(text: str) -> None:
    """A whole document on standard output: as UTF-8 into a file or pipe, as the terminal can on a terminal."""
    out = _output()
    buffer = getattr(out, "buffer", None)
    if buffer is None or out.isatty():
        _write(out, safe(text))
        return
    out.flush()
    buffer.write(text.encode("utf-8", errors="replace"))
    buffer.flush()


def echo_bytes(content: bytes) -> None:
    """A whole file on standard output, byte for byte."""
    out = _output()
    out.flush()
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        raise ReflectError("Standard output takes text only.", "Write to a file: --out FILE.")
    buffer.write(content)
    buffer.flush()


def echo_lines(lines: Iterator[str], page: int | None = None) -> None:
    """Many lines of data; with a `page` (a number of lines), a pause after each until the person goes on."""
    for shown, line in enumerate(lines):
        if page and shown and shown % page == 0:
            sys.stdout.flush()
            prompt("Enter for more, q to stop: ")
            if sys.stdin.readline().strip().casefold().startswith("q"):
                return
        echo(line)


def on_terminal(stream: IO[str] | None) -> bool:
    """Whether a stream is there and is a terminal (a closed one is None, or refuses the question)."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def in_columns(words: str, *, indent: str = "") -> Iterator[str]:
    """Words as lines that fit the page, ready for `echo`."""
    return wrapped(safe(words), indent=indent, width=WIDTH)


def _write(stream: IO[str] | None, words: str) -> None:
    if stream is None:
        return
    try:
        stream.write(words)
    except UnicodeEncodeError as narrow:
        stream.write(words.encode(narrow.encoding, errors="replace").decode(narrow.encoding))


def _output() -> IO[str]:
    if sys.stdout is None:
        raise ReflectError(
            "Standard output is closed, so there is nowhere to write to.", "Run it again with an output."
        )
    return sys.stdout
