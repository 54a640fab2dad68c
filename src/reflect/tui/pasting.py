"""What is pasted, before it is taken apart into keys: the terminal says where a paste begins and ends, and an escape
between the two is no key. Textual would take what follows it for keys, one by one, for minutes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

from reflect.text import without_escapes


class PasteParser(XTermParser):
    """Hands a paste on in one piece, without escapes; everything else at once and as it came."""

    def __init__(self, debug: bool = False) -> None:
        self._before = ""
        self._pasted: list[str] | None = None
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Takes in what the terminal sent, in pieces of any length; nothing at its end."""
        if not data:
            yield from super().feed(data)
        while data:
            seen = self._before + data
            sign = BRACKETED_PASTE_START if self._pasted is None else BRACKETED_PASTE_END
            at = seen.find(sign)
            end = len(data) if at < 0 else at + len(sign) - len(self._before)
            piece, data = data[:end], data[end:]
            self._before = seen[1 - len(sign) :] if at < 0 else ""
            if self._pasted is None:
                yield from super().feed(piece)
                self._pasted = None if at < 0 else []
                continue
            self._pasted.append(piece)
            if at >= 0:
                words = without_escapes("".join(self._pasted).removesuffix(sign))
                self._pasted = None
                yield from super().feed(words + sign)


def without_escapes_in_pastes() -> None:
    """From now on a terminal is read so."""
    driver = "textual.drivers.win32" if sys.platform == "win32" else "textual.drivers.linux_driver"
    vars(import_module(driver))["XTermParser"] = PasteParser
