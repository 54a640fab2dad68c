"""Which of one's answers is meant."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.dates import day_of, said_short
from reflect.domain.reflection import AnswerCard, State
from reflect.tui.commands import CloseDialog
from reflect.tui.screen import Dialog
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import plain

_MOST = 200
_NONE = "You have not written an answer yet."
_STATES = {State.PREPARED: "prepared", State.SHARED: "shared", State.PRIVATE: ""}


class ChooseAnswerDialog(Dialog[str]):
    """Answers the id of an answer, or None. Those that are prepared come first, then the newest."""

    TITLE = "Which answer?"
    CSS_PATH = "choose_answer.tcss"
    PAGE_COMMANDS = (CloseDialog,)

    def __init__(self, cards: tuple[AnswerCard, ...]) -> None:
        super().__init__()
        self._cards = sorted(cards, key=lambda card: card.state is not State.PREPARED)[:_MOST]

    def compose_body(self) -> ComposeResult:
        """One row for each."""
        if not self._cards:
            yield Static(_NONE)
        yield Choices(id="answers")

    def on_mount(self) -> None:
        """The first is marked."""
        options = []
        for card in self._cards:
            state = _STATES[card.state]
            day = said_short(day_of(card.created))
            told = f"{day}{f', {state}' if state else ''}: {card.asked.wording} {card.opening}"
            options.append(Option(plain(" ".join(told.split())), id=card.id))
        self.query_one(Choices).fill(options)
        self.query_one(Choices).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_close_dialog(self) -> None:
        """None of them."""
        self.dismiss(None)
