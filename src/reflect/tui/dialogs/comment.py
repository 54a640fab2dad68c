"""A supervisor's comment on what was shared with them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from reflect.domain.sharing import ShareComment
from reflect.tui.dialogs.form import FormDialog
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.words import plain


class CommentDialog(FormDialog[ShareComment]):
    """Answers the comment. It cannot be changed afterwards, which is said beforehand."""

    TITLE = "Comment"

    def __init__(self, share: str, name: str) -> None:
        """`share` is its id, `name` that of who shared it."""
        super().__init__()
        self._share = share
        self._by = name

    def compose_body(self) -> ComposeResult:
        """Who reads it, and a field."""
        yield Static(
            plain(f"{self._by} reads it at once, and nobody else can. It stays as you write it now."),
            classes="about",
        )
        yield AnswerEditor(id="words")
        yield from self.end_of_form("Let them read it")

    def on_mount(self) -> None:
        """What is asked."""
        self.query_one("#words", AnswerEditor).border_title = plain("What would you like to say to it?")

    async def keep(self) -> ShareComment:
        """Both read it from now on."""
        share, words = self._share, self.query_one("#words", AnswerEditor).words
        return await self.desk.write(lambda practice: practice.sharing.comment(share, words))
