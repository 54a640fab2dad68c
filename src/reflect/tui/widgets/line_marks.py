"""The lines of an answer, each marked to go or to stay."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect.domain.reflection import Answer
from reflect.domain.sharing import Line, lines_of
from reflect.tui.words import plain


class LineMarks(OptionList):
    """All lines with words are marked at first, or those whose numbers are given. Headings cannot be marked."""

    class Changed(Message):
        """Another line goes, or stays."""

    def __init__(
        self, answer: Answer, wanted: frozenset[int] | None = None, *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._of_answer = [
            replace(line, goes=wanted is None or line.number in wanted)
            for line in lines_of(answer)
            if line.words.strip()
        ]

    def on_mount(self) -> None:
        """The first line that can be marked."""
        self._show()

    def _show(self) -> None:
        marked = self.highlighted
        self.clear_options()
        self.add_options([Option(_row(line), disabled=line.number is None) for line in self._of_answer])
        first = next((at for at, line in enumerate(self._of_answer) if line.number is not None), None)
        self.highlighted = first if marked is None else marked

    @property
    def is_whole(self) -> bool:
        """Whether every line goes; so it is where there are no words."""
        return all(line.goes for line in self._of_answer if line.number is not None)

    @property
    def chosen(self) -> list[int]:
        """The numbers of the lines that go."""
        return [line.number for line in self._of_answer if line.number is not None and line.goes]

    @property
    def wanted(self) -> str | None:
        """The lines that go as sharing wants them said; None for all."""
        return None if self.is_whole else ",".join(str(number) for number in self.chosen)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.mark()

    def mark(self) -> None:
        """The line where one is goes, or stays."""
        at = self.highlighted
        if at is not None:
            self._of_answer[at] = replace(self._of_answer[at], goes=not self._of_answer[at].goes)
            self._show()
            self.post_message(self.Changed())


def _row(line: Line) -> Content:
    if line.number is None:
        return plain(line.words, "$text-muted")
    return Content.assemble("[x] " if line.goes else "[ ] ", plain(line.words))
