"""One's own words in an agreement, saved as one writes; the other one's stand below and cannot be changed."""

from __future__ import annotations

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static, TextArea

from reflect.domain.supervision.agreement import Agreement
from reflect.domain.supervision.entry import Section
from reflect.tui.autosave import Autosave, Draft, Kept, SaveState
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.leaving import leave
from reflect.tui.in_order import drained
from reflect.tui.marking import Marking
from reflect.tui.one_to_ones.agreement_words import NOTHING_SAID
from reflect.tui.screen import Page
from reflect.tui.sitting_commands import SaveNow
from reflect.tui.widgets.answer_editor import AnswerEditor
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.words import lines, plain


class AgreementWordsPage(Page):
    """What the person wants from supervision, or what they bring to it."""

    PLACE = "Agreement"
    CSS_PATH = "agreement_words.tcss"
    PAGE_COMMANDS = (SaveNow, GoBack)

    def __init__(self, agreement: Agreement, section: Section) -> None:
        super().__init__()
        self._agreement = agreement
        self._section = section
        self._keeper: Autosave | None = None
        self._marking = Marking(self)

    def compose_body(self) -> ComposeResult:
        """How safe the words are, the editor, and what the other one wrote."""
        yield ProgressStrip()
        yield AnswerEditor(id="own")
        with VerticalScroll(id="theirs"):
            yield Static(id="their-words")

    def on_mount(self) -> None:
        """Both texts are known already."""
        agreement, me = self._agreement, self.desk.practice.person.id
        other = agreement.supervisee if me == agreement.supervisor else agreement.supervisor
        self.head(mark=agreement.name(other))
        draft, at = self._mine(agreement)
        self._keeper = Autosave(draft, at, save=self._save, replaced=self._replaced, tell=self._show_saved)
        editor = self.query_one("#own", AnswerEditor)
        editor.border_title = plain(self._section.words)
        editor.show_text(draft.text)
        their_words = agreement.wants(other) if self._section is Section.WANTS else agreement.offers(other)
        self.query_one("#their-words", Static).update(
            lines(
                plain(f"{agreement.name(other)}: {self._section.words}", "bold $primary"),
                plain(their_words) if their_words.strip() else plain(NOTHING_SAID, "$text-muted"),
            )
        )
        self._marking.changed(editor)
        self.set_focus(editor)

    def on_unmount(self) -> None:
        """What is saved is saved."""
        self._marking.close()
        if self._keeper is not None:
            self._keeper.close()

    def _mine(self, agreement: Agreement) -> tuple[Draft, datetime | None]:
        me = self.desk.practice.person.id
        mine = next((e for e in agreement.entries if (e.author, e.section) == (me, self._section)), None)
        return (Draft(mine.text), mine.changed) if mine else (Draft(), None)

    async def _save(self, draft: Draft) -> Kept:
        before = self._mine(self._agreement)[0].text
        agreement = await self.desk.write(
            lambda practice: practice.agreements.write(
                self._agreement.id, self._section, before=before, after=draft.text
            )
        )
        self._agreement = agreement
        kept, at = self._mine(agreement)
        # Space at the ends may go when it is kept: what is on the screen does not jump for that.
        said = draft if kept.text.strip() == draft.text.strip() else kept
        return Kept(said, at or self.house.workspace.clock.now())

    def _replaced(self, draft: Draft) -> None:
        """Another window had written too; the cursor stays with its words."""
        if self.is_attached:
            editor = self.query_one("#own", AnswerEditor)
            start = draft.text.find(editor.words) if editor.words else 0
            editor.show_text(draft.text, max(start, 0) + editor.cursor_index)
            self.say("Another window wrote here as well: both texts stand here now.")

    def _show_saved(self, state: SaveState) -> None:
        if self.is_attached:
            self.query_one(ProgressStrip).show_saved(state, self.house.workspace.clock.today())

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._take_up()
        self._marking.changed(self.query_one("#own", AnswerEditor))

    def _take_up(self) -> None:
        if self._keeper is not None and self.is_attached:
            self._keeper.change(Draft(self.query_one("#own", AnswerEditor).words))

    async def save_unsaved(self) -> None:
        """Saves what is not saved yet. Raises ReflectError if that cannot be."""
        await drained(self.query_one("#own", AnswerEditor))
        self._take_up()
        keeper = self._keeper
        if keeper is not None and not await keeper.now() and keeper.state.error is not None:
            raise keeper.state.error

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        self._take_up()
        if self._keeper is not None:
            self.begin(self._keeper.now())

    async def action_go_back(self) -> None:
        """Saves, and goes back to the agreement."""
        self.begin(leave(self, self.dismiss), group="leaving", only=True)
