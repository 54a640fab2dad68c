"""Words as they are listed in this package."""

from __future__ import annotations


def word_set(listed: str) -> frozenset[str]:
    """The single words of a list that is written as plain text."""
    return frozenset(listed.split())
