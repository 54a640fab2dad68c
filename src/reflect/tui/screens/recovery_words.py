"""The recovery words, shown once. The pages begin when two of them are typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, Static

from reflect.tui.screen import Page

if TYPE_CHECKING:
    from reflect.services.practice import Practice


class RecoveryWordsPage(Page):
    """The words, and two of them typed again."""

    PLACE = "Recovery words"
    CSS_PATH = "entry.tcss"
    CAN_GO_BACK = False

    def __init__(self, practice: Practice, words: tuple[str, ...]) -> None:
        super().__init__()
        self._practice = practice
        self._words = words
        self._asked = (2, len(words) - 1)

    def compose_body(self) -> ComposeResult:
        """What they are for, the words, the confirmation."""
        with VerticalScroll(id="entry", can_focus=False), Vertical(classes="step"):
            yield Label("Last step · Write these words down", classes="step-title")
            yield Static(
                "They open your reflections if you forget your passphrase. They are shown only now, and kept nowhere. "
                "Put them on paper, in order, away from this computer.",
                classes="quiet",
            )
            yield Static(self._numbered(), id="recovery-words", classes="gap")
            yield Label("To be sure, type two of them from your paper.", classes="gap")
            with Horizontal(id="check"):
                for place in self._asked:
                    yield Label(f"Word {place + 1}")
                    yield Input(id=f"word-{place}", max_length=20, select_on_focus=False)
            yield Button("Begin", id="begin")
            yield Static(id="problem", classes="problem")

    def _numbered(self) -> Content:
        across = 4
        rows = [self._words[at : at + across] for at in range(0, len(self._words), across)]
        width = max(len(word) for word in self._words) + 1
        return Content("\n").join(
            Content("").join(
                Content.assemble(
                    Content.styled(f"{row * across + column + 1:>2} ", "$text-muted"),
                    Content.styled(word.ljust(width), "bold"),
                )
                for column, word in enumerate(words)
            )
            for row, words in enumerate(rows)
        )

    @on(Input.Submitted)
    @on(Button.Pressed, "#begin")
    def start(self) -> None:
        """To Today, once both words are right."""
        for place in self._asked:
            field = self.query_one(f"#word-{place}", Input)
            if field.value.strip().casefold() != self._words[place].casefold():
                if field.value.strip():
                    self.query_one("#problem", Static).update(f"Word {place + 1} reads differently above.")
                field.focus()
                return
        self.house.signed_in(self._practice)
