"""A secret closed by a passphrase."""

from __future__ import annotations

import os
from dataclasses import dataclass

from reflect.vault.boxes import bound, shut, unshut
from reflect.vault.derivation import DEMO, SALT_BYTES, STANDARD, Derivation


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
    derivation = Derivation(DEMO if demo else STANDARD, os.urandom(SALT_BYTES))
    return PassphraseLock(
        derivation, shut(derivation.key(passphrase), secret, place=_place(derivation, purpose, demo))
    )


def _place(derivation: Derivation, purpose: str, demo: bool) -> bytes:
    cost = derivation.cost
    return bound(
        "reflect passphrase 1",
        purpose,
        "demo" if demo else "",
        f"{cost.memory} {cost.iterations} {cost.lanes}",
        derivation.salt,
    )
