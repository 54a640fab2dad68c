"""From a passphrase to a key: Argon2id, slow and large on purpose, its cost written beside what it closes."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from reflect.errors import DamagedFile
from reflect.vault.ahead import Ahead
from reflect.vault.boxes import KEY_BYTES, bound, shut, unshut

_LARGEST_MEMORY_KIB = 1024 * 1024
_MOST_ITERATIONS = 64
_MOST_LANES = 64
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs: memory in KiB, iterations, lanes."""

    memory: int
    iterations: int
    lanes: int


_AHEAD: Ahead[bytes] = Ahead()
STANDARD = Cost(memory=64 * 1024, iterations=3, lanes=4)
DEMO = Cost(memory=8, iterations=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a key is derived from a passphrase: the cost, and a salt of its own for each wrap."""

    cost: Cost
    salt: bytes

    def key(self, passphrase: str) -> bytes:
        """The key that this passphrase gives; the same on every keyboard (see `normalised`)."""
        return _AHEAD.take((self, passphrase)) or self._derived(passphrase)

    def expect(self, passphrase: str) -> None:
        """Begins to derive that key beside everything else; `key` then has it sooner."""
        _AHEAD.start((self, passphrase), lambda: self._derived(passphrase))

    def _derived(self, passphrase: str) -> bytes:
        return Argon2id(
            salt=self.salt,
            length=KEY_BYTES,
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
            and _SALT_BYTES <= len(self.salt) <= 4 * _SALT_BYTES
        )
        if not sound:
            raise DamagedFile(
                "The file `reflect.header` asks for a protection of passphrases that cannot be right.",
                "It was changed from outside: nothing was opened. Put back a copy from a backup.",
            )


@dataclass(frozen=True, slots=True)
class PassphraseLock:
    """A secret closed by a passphrase, with the derivation that opens it."""

    derivation: Derivation
    box: bytes

    def open(self, passphrase: str, *, purpose: str, demo: bool) -> bytes:
        """The secret. Raises DamagedFile for another passphrase (the two cannot be told apart), another
        purpose, any changed byte, or an unsound derivation."""
        self.derivation.require(demo=demo)
        return unshut(self.derivation.key(passphrase), self.box, place=_place(self.derivation, purpose, demo))


def lock_with(passphrase: str, secret: bytes, *, purpose: str, demo: bool) -> PassphraseLock:
    """`secret` closed by a passphrase for one named purpose: at the STANDARD cost, or at next to none for a
    workspace marked as a demo."""
    derivation = Derivation(DEMO if demo else STANDARD, os.urandom(_SALT_BYTES))
    return PassphraseLock(
        derivation, shut(derivation.key(passphrase), secret, place=_place(derivation, purpose, demo))
    )


def normalised(passphrase: str) -> str:
    """The passphrase as it counts: composed the same way whatever keyboard it was typed on (NFKC), without
    white space at its ends."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _place(derivation: Derivation, purpose: str, demo: bool) -> bytes:
    cost = derivation.cost
    return bound(
        "reflect passphrase 1",
        purpose,
        "demo" if demo else "",
        f"{cost.memory} {cost.iterations} {cost.lanes}",
        derivation.salt,
    )
