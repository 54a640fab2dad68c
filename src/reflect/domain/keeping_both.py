"""When two windows wrote on the same text, both are kept."""

from __future__ import annotations

BETWEEN = "— also written in another window —"


def keep_both(stored: str, fresh: str) -> str:
    """One text that holds what is stored and what is to be saved now, when neither was based on the other. A text
    that is wholly in the other is not said twice."""
    if not stored.strip() or stored in fresh:
        return fresh
    if not fresh.strip() or fresh in stored:
        return stored
    return f"{stored}\n\n{BETWEEN}\n\n{fresh}"


def changed_together(stored: str, fresh: str, based_on: str) -> str:
    """What stands after somebody changed `based_on` to `fresh` while `stored` stands: whichever of the two was
    changed, and both where both were."""
    if stored == based_on:
        return fresh
    return stored if fresh == based_on else keep_both(stored, fresh)
