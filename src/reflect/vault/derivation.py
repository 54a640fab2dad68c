"""From a passphrase to a key: Argon2id, slow and large on purpose, its cost written beside what it closes.

It needs little, since deriving begins before the rest of the program is read."""

from __future__ import annotations

import binascii
import unicodedata
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from reflect.errors import DamagedFile
from reflect.vault.ahead import Ahead

_KEY_BYTES = 32
_LARGEST_MEMORY_KIB = 1024 * 1024
_MOST_ITERATIONS = 64
_MOST_LANES = 64
SALT_BYTES = 16
_NAME = "argon2id"
_NUMBERS = ("memory_kib", "iterations", "lanes")


class Cost(NamedTuple):
    """What one try at a passphrase costs: memory in KiB, iterations, lanes."""

    memory: int
    iterations: int
    lanes: int


_AHEAD: Ahead[bytes] = Ahead()
STANDARD = Cost(memory=64 * 1024, iterations=3, lanes=4)
DEMO = Cost(memory=8, iterations=1, lanes=1)


class Derivation(NamedTuple):
    """How a key is derived from a passphrase: the cost, and a salt of its own for each wrap."""

    cost: Cost
    salt: bytes

    @classmethod
    def read(cls, said: dict[str, Any]) -> Derivation:
        """A derivation as it stands in the header. Raises KeyError, TypeError or ValueError for what is none."""
        if said["derivation"] != _NAME:
            raise ValueError
        numbers = [said[name] for name in _NUMBERS]
        if any(type(number) is not int or number < 0 for number in numbers):
            raise ValueError
        return cls(Cost(*numbers), binascii.a2b_base64(said["salt"], strict_mode=True))

    def written(self) -> dict[str, Any]:
        """As it stands in the header."""
        salt = binascii.b2a_base64(self.salt, newline=False).decode()
        return {"derivation": _NAME, **dict(zip(_NUMBERS, self.cost, strict=True)), "salt": salt}

    def key(self, passphrase: str) -> bytes:
        """The key that this passphrase gives; the same on every keyboard (see `normalised`)."""
        return _AHEAD.take((self, passphrase)) or self._derived(passphrase)

    def expect(self, passphrase: str) -> None:
        """Begins to derive that key beside everything else; `key` then has it sooner."""
        _AHEAD.start((self, passphrase), lambda: self._derived(passphrase))

    def _derived(self, passphrase: str) -> bytes:
        return Argon2id(
            salt=self.salt,
            length=_KEY_BYTES,
            iterations=self.cost.iterations,
            lanes=self.cost.lanes,
            memory_cost=self.cost.memory,
        ).derive(normalised(passphrase).encode("utf-8", "surrogatepass"))

    def require(self, *, demo: bool) -> None:
        """Raises DamagedFile unless the cost is sound: a weaker one than STANDARD is accepted only in a
        workspace marked as a demo, and one that would exhaust the computer nowhere."""
        cost = self.cost
        least = DEMO if demo else STANDARD
        sound = (
            least.memory <= cost.memory <= _LARGEST_MEMORY_KIB
            and least.iterations <= cost.iterations <= _MOST_ITERATIONS
            and least.lanes <= cost.lanes <= _MOST_LANES
            and cost.memory >= 8 * cost.lanes
            and SALT_BYTES <= len(self.salt) <= 4 * SALT_BYTES
        )
        if not sound:
            raise DamagedFile(
                "The file `reflect.header` asks for a protection of passphrases that cannot be right.",
                "It was changed from outside: nothing was opened. Put back a copy from a backup.",
            )


def normalised(passphrase: str) -> str:
    """The passphrase as it counts: composed the same way whatever keyboard it was typed on (NFKC), without
    white space at its ends."""
    return unicodedata.normalize("NFKC", passphrase).strip()
