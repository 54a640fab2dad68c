"""One share as a supervisor reads it: the question as it was asked, and the words that were chosen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.dates import day_of, said
from reflect.domain.sharing import ShareComment, SharedWithMe
from reflect.errors import NotFound, NotPermitted
from reflect.services.practice import Practice
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.comment import CommentDialog
from reflect.tui.screen import Page
from reflect.tui.sharing.commands import Comment
from reflect.tui.sharing.exchange import comment_words, copy_words
from reflect.tui.words import lines, plain

_LOOK_AGAIN = 5.0  # seconds


class SharedPage(Page):
    """Opening it is what its owner sees; it closes by itself, and says why, when it is taken back or the link has
    ended."""

    PLACE = "Shared with you"
    CSS_PATH = "shared.tcss"
    PAGE_COMMANDS = (Comment, GoBack)

    def __init__(self, share: str) -> None:
        super().__init__()
        self._share = share
        self._by = ""
        self._is_closing = False

    def compose_body(self) -> ComposeResult:
        """By whom, and what."""
        yield Static(id="shared-by", classes="quiet")
        with VerticalScroll(id="shared"):
            yield Static(id="shared-words")

    def on_mount(self) -> None:
        """What was taken back does not stay on the page of somebody who only looks at it."""
        self.set_interval(_LOOK_AGAIN, self.look_again)

    def look_again(self) -> None:
        """Whether it may still be read."""
        if self.is_current:
            self.begin(self.read_again(), group="reading", only=True)

    async def read_again(self) -> None:
        """The share as it is now: refused, with the reason, once it is not there for this reader any more."""

        def look(practice: Practice) -> tuple[SharedWithMe, tuple[ShareComment, ...], dict[str, str]]:
            share = practice.sharing.open(self._share)
            comments = practice.sharing.comments(self._share)
            return share, comments, practice.people.names()

        try:
            share, comments, names = await self.desk.write(look)
        except (NotFound, NotPermitted) as refused:
            self._close(refused)
            return
        asked = share.card.asked
        self._by = name = names.get(share.card.supervisee, "")
        self.head(place=asked.bank_title, mark=name)
        which = "a whole answer" if share.card.whole else "some lines; “…” stands for the others"
        self.query_one("#shared-by", Static).update(
            plain(f"{name}, {said(day_of(share.card.shared))}: {which}. {name} sees that you opened it.")
        )
        words = copy_words(asked, share.scale, share.text)
        if comments:
            words = lines(words, Content(" "), comment_words(comments, names, self.desk.practice.person.id))
        self.query_one("#shared-words", Static).update(words)
        self.refresh_bindings()

    def _close(self, refused: NotFound | NotPermitted) -> None:
        if not self._is_closing:
            self._is_closing = True
            self.house.say_fault(refused)
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A comment is for what was read."""
        if action == Comment.action():
            return bool(self._by)
        return super().check_action(action, parameters)

    def action_comment(self) -> None:
        """A word on it, which both read."""
        self.app.push_screen(CommentDialog(self._share, self._by))
