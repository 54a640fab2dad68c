"""Which sitting a page is to open, and how it is begun or gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.domain.reflection import Sitting
    from reflect.services.practice import Practice


@dataclass(frozen=True, slots=True)
class WhichSitting:
    """A sitting with `bank` (the unfinished one unless `anew`), or the sitting `reflection`; at `question` if one is
    named."""

    bank: str = ""
    question: str | None = None
    reflection: str | None = None
    anew: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is one that somebody has begun, or one question that they chose: no note comes first."""
        return bool(self.reflection or self.question)

    def is_under_way(self, practice: Practice) -> bool:
        """Whether there is an unfinished one to go on with."""
        return not self.anew and any(
            sitting.bank == self.bank for sitting in practice.reflecting.unfinished()
        )

    def begun(self, practice: Practice) -> Sitting:
        """Opens it. Raises ReflectError."""
        if self.reflection:
            return practice.reflecting.resume(self.reflection)
        begin = practice.reflecting.begin_anew if self.anew else practice.reflecting.begin
        return begin(self.bank, self.question)
