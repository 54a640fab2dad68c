"""Before somebody goes in: what takes longest of it can begin beside everything else.

The file with the wraps is only looked at here and believed in nothing: whatever is wrong, the door finds and says."""

from __future__ import annotations

import json
import unicodedata

from reflect.vault.derivation import STANDARD, Derivation


def expect(header: str, *, name: str | None, passphrase: str) -> None:
    """Somebody is about to enter with this passphrase, which begins to be made into a key. Nothing is tried or counted
    by it. Raises OSError, KeyError, TypeError, ValueError or RecursionError where the file does not say how."""
    with open(header, "rb") as file:
        people = json.loads(file.read())["people"]
    active = [
        one for one in people if one["wraps"] and (name is None or _folded(one["name"]) == _folded(name))
    ]
    if len(active) == 1:
        derivation = Derivation.read(active[0]["wraps"]["passphrase"])
        if derivation.cost == STANDARD:  # a demo's costs nothing, and any other may be meant to cost too much
            derivation.expect(passphrase)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
