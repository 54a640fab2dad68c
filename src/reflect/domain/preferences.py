"""How somebody wants reflect to be for themselves; private like their answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reflect.domain.returning import Wish


@dataclass(frozen=True, slots=True)
class Preferences:
    """`counted` is whether finished sittings may count in the team's learning: None until asked, and asked once.
    `waved_away` holds the ids of writing prompts that are not to appear again, `wishes` what is wanted of
    questions that come back, by bank and question."""

    counted: bool | None = None
    questions_return: bool = True
    waved_away: frozenset[str] = frozenset()
    wishes: Mapping[tuple[str, str], Wish] = field(default_factory=dict)
