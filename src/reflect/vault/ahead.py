"""A key that is being derived while the rest of the program is still read: for a command whose passphrase is known
from its first moment. Deriving takes a tenth of a second in which the computer could do other things as well."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=bytes)


class Ahead(Generic[Key]):
    """One derivation under way. It is given away once, to whoever asks for just that one."""

    def __init__(self) -> None:
        self._asked: object = None
        self._key: Key | None = None
        self._thread: Thread | None = None

    def start(self, asked: object, derive: Callable[[], Key]) -> None:
        """Begins to derive what `asked` stands for."""

        def work() -> None:
            self._key = derive()

        self._asked = asked
        self._thread = Thread(target=work, daemon=True)
        self._thread.start()

    def take(self, asked: object) -> Key | None:
        """The key, when it is ready; None where nothing or something else is under way."""
        thread, self._thread = self._thread, None
        if thread is None or asked != self._asked:
            return None
        thread.join()
        key, self._key, self._asked = self._key, None, None
        return key
