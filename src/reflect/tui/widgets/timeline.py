"""What happened, a day beside each sentence: a sentence that wraps goes on beside its day, not below it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

_BESIDE = 13


class Timeline(Static):
    """Days and sentences, shown in the order in which they are given."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[tuple[str, Content], ...] = ()

    def show(self, rows: Sequence[tuple[str, Content]]) -> None:
        """Shows these."""
        self._rows = tuple(rows)
        self.refresh(layout=True)

    @property
    def words(self) -> int:
        """How many words there are to read."""
        return sum(len(sentence.plain.split()) for _, sentence in self._rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentences need at this width."""
        return len(self._laid(width))

    def render(self) -> Content:
        """The sentences as wide as there is room."""
        return Content("\n").join(self._laid(self.content_size.width))

    def _laid(self, width: int) -> list[Content]:
        laid: list[Content] = []
        for day, sentence in self._rows:
            beside = Content.styled(day.ljust(_BESIDE), "$text-muted")
            for part in sentence.split("\n", allow_blank=True):
                for line in part.wrap(max(width - _BESIDE, 1)) or [Content("")]:
                    laid.append(beside + line)
                    beside = Content(" " * _BESIDE)
        return laid
