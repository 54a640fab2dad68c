"""One share as a supervisor reads it: the question as it was asked, and the words that were chosen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.dates import day_of, said
from reflect.domain.sharing import SharedWithMe
from reflect.errors import NotFound, NotPermitted
from reflect.services.practice import Practice
from reflect.tui.commands import GoBack
from reflect.tui.screen import Page
from reflect.tui.widgets.question_card import question_words
from reflect.tui.words import lines, plain


class SharedPage(Page):
    """Opening it is what its owner sees; it closes by itself when it is taken back or the link has ended."""

    PLACE = "Shared with you"
    CSS_PATH = "shared.tcss"
    PAGE_COMMANDS = (GoBack,)

    def __init__(self, share: str) -> None:
        super().__init__()
        self._share = share

    def compose_body(self) -> ComposeResult:
        """By whom, and what."""
        yield Static(id="shared-by", classes="quiet")
        with VerticalScroll(id="shared"):
            yield Static(id="shared-words")

    async def read_again(self) -> None:
        """The share as it is now: refused, with the reason, once it is not there for this reader any more."""

        def look(practice: Practice) -> tuple[SharedWithMe, str]:
            share = practice.sharing.open(self._share)
            names = {person.id: person.name for person in practice.people.everyone()}
            return share, names.get(share.card.supervisee, "")

        try:
            share, name = await self.desk.write(look)
        except (NotFound, NotPermitted) as refused:
            self.house.say_fault(refused)
            self.dismiss()
            return
        asked = share.card.asked
        self.head(place=asked.bank_title, mark=name)
        which = "a whole answer" if share.card.whole else "some lines; … stands for the others"
        self.query_one("#shared-by", Static).update(
            plain(f"{name}, {said(day_of(share.card.shared))}: {which}. {name} sees that you opened it.")
        )
        scale = plain(share.scale.words, "$text-accent") if share.scale else plain("")
        self.query_one("#shared-words", Static).update(
            lines(question_words(asked.wording, asked.parts), scale, plain(share.text))
        )
