"""Ids by their beginnings: a person need not type more of one than is unique."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from reflect.errors import NotFound, WrongUse

SHORTEST_ID = 4
One = TypeVar("One")


def only(found: Sequence[One], several: str, none: NotFound) -> One:
    """The only one that was found. Raises `none` where there is none, and WrongUse that counts `several` (such as
    "links") where more begin so."""
    if len(found) > 1:
        raise WrongUse(f"{len(found)} {several} begin with this.", "Give more of the id.")
    if not found:
        raise none
    return found[0]
