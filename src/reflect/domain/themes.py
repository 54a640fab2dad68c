"""Themes: a closed vocabulary on two axes, practice and context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

LOCAL_PREFIX = "local:"


class Axis(StrEnum):
    """What a theme speaks of: how we work, or what the child lives with."""

    PRACTICE = "practice"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Theme:
    """One code with its label and its one-line definition."""

    code: str
    label: str
    definition: str
    axis: Axis


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All themes by code, in the order of the file that lists them."""

    themes: Mapping[str, Theme]

    def __iter__(self) -> Iterator[Theme]:
        return iter(self.themes.values())

    def codes(self, axis: Axis) -> tuple[str, ...]:
        """The codes of one axis."""
        return tuple(theme.code for theme in self if theme.axis is axis)

    def label(self, code: str) -> str:
        """The words for a code; a `local:` code is its own label."""
        theme = self.themes.get(code)
        return theme.label if theme else code.removeprefix(LOCAL_PREFIX).replace("-", " ")
