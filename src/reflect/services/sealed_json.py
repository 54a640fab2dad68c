"""Plain values as JSON, sealed for the place where they are stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reflect.vault.sealing import CircleKey


def seal_json(key: CircleKey, place: str, said: dict[str, Any], *, multiple: int = 1) -> bytes:
    """`said`, sealed for its place; filled up with spaces to a `multiple` of so many bytes, so that the length of what
    is sealed tells less."""
    words = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return key.seal(words.ljust(-(-len(words) // multiple) * multiple), place=place)


def open_json(key: CircleKey, place: str, sealed: bytes) -> dict[str, Any]:
    """What was sealed for this place. Raises DamagedFile."""
    said: dict[str, Any] = json.loads(key.open(sealed, place=place))
    return said
