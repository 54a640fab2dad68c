"""Working notes: the supervisor's own about somebody, always under their label; or what somebody may know of theirs."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect.domain.dates import said
from reflect.domain.supervision.intervals import in_force
from reflect.domain.supervision.one_to_one import MeetingStatus
from reflect.domain.supervision.working_note import NotesAboutMe, WorkingNote
from reflect.errors import ReflectError
from reflect.tui.commands import Choose, GoBack
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.working_note import NoteForm, WorkingNoteDialog
from reflect.tui.one_to_ones import commands
from reflect.tui.one_to_ones import note_words as words
from reflect.tui.screen import Page
from reflect.tui.widgets.choices import Choices
from reflect.tui.words import lines, plain

if TYPE_CHECKING:
    from reflect.services.practice import Practice

_MOST_MEETINGS = 5


@dataclass(frozen=True, slots=True)
class _Read:
    """`supervises_me`: somebody else's notes about the reader, of which `about_me` says what may be known. Otherwise
    `notes` are the reader's own, newest first; `may_write` says that the agreement allows them. `meetings` are
    one-to-ones in words by their ids, the newest first."""

    supervises_me: bool
    notes: tuple[WorkingNote, ...]
    about_me: NotesAboutMe
    may_write: bool
    meetings: dict[str, str]


class _Notes(Choices):
    """Enter changes what is marked, if it may be changed: the page offers that."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing of its own."""
        return False if action == Choose.action() else super().check_action(action, parameters)


class WorkingNotesPage(Page):
    """Which of the two views it is follows from who supervises whom."""

    PLACE = "Working notes"
    CSS_PATH = "working_notes.tcss"
    PAGE_COMMANDS = (
        commands.AddWorkingNote,
        commands.ChangeWorkingNote,
        commands.KeepWorkingNote,
        commands.GiveWorkingNote,
        commands.DeleteWorkingNote,
        commands.AskForNotes,
        GoBack,
    )

    def __init__(self, name: str) -> None:
        super().__init__()
        self._other = name
        self._read: _Read | None = None

    def compose_body(self) -> ComposeResult:
        """A sentence, and the notes or what may be known of them."""
        yield Static("Reading…", id="rule")
        yield _Notes(id="notes")
        with VerticalScroll(id="about-me"):
            yield Static(id="about-me-words")

    def on_mount(self) -> None:
        """About whom, or whose."""
        self.head(mark=self._other)
        self.query_one("#about-me").display = False

    async def read_again(self) -> None:
        """As it stands now."""
        today, name = self.house.workspace.clock.today(), self._other

        def read(practice: Practice) -> _Read:
            whose = next((due for due in practice.one_to_ones.due() if _same(due.person, name)), None)
            records = practice.one_to_ones.all(name)
            agreement = in_force(practice.agreements.all(name), today)
            notes = practice.working_notes.mine(name)
            about_me = [one for one in practice.working_notes.about_me() if _same(one.supervisor, name)]
            if whose is None and not notes and not about_me:
                practice.one_to_ones.next_day(name)  # says why, where the two are linked no longer
            return _Read(
                supervises_me=whose.supervises_me if whose is not None else bool(about_me) and not notes,
                notes=tuple(sorted(notes, key=lambda note: note.made, reverse=True)),
                about_me=about_me[0] if about_me else NotesAboutMe(name, 0),
                may_write=whose is not None
                and agreement is not None
                and agreement.agreed
                and agreement.terms.working_notes,
                meetings={
                    one.id: said(one.facts.day)
                    for one in records
                    if one.status is not MeetingStatus.CANCELLED
                },
            )

        try:
            self._read = await self.desk.read(read)
        except ReflectError as refused:
            self.house.say_fault(refused)
            self.dismiss()
            return
        self._show(self._read)

    def _show(self, read: _Read) -> None:
        notes, about_me = self.query_one(Choices), self.query_one("#about-me", VerticalScroll)
        notes.display, about_me.display = not read.supervises_me, read.supervises_me
        rule = self.query_one("#rule", Static)
        if read.supervises_me:
            rule.update(plain("What you may know of the notes about you.", "$text-muted"))
            self.query_one("#about-me-words", Static).update(words.about_me_words(read.about_me))
            about_me.focus()
        else:
            rule.update(
                lines(
                    plain(words.RULE if read.may_write or read.notes else words.NOT_ALLOWED, "$text-muted"),
                    plain("" if read.notes else words.NONE_YET.format(name=self._other)),
                )
            )
            between = Option("", disabled=True)
            notes.fill([option for note in read.notes for option in (self._option(note, read), between)])
            notes.focus()
        self.refresh_bindings()

    def _option(self, note: WorkingNote, read: _Read) -> Option:
        day = read.meetings.get(note.meeting or "")
        return Option(words.note_words(note, f", for the one-to-one of {day}" if day else ""), id=note.id)

    @property
    def _marked(self) -> WorkingNote | None:
        if self._read is None or self._read.supervises_me:
            return None
        chosen = self.query_one(Choices).chosen
        return next((note for note in self._read.notes if note.id == chosen), None)

    @on(OptionList.OptionHighlighted)
    def _other_note(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The author's steps for the author; the right to ask for whom it is about."""
        read, marked = self._read, self._marked
        if action == commands.AddWorkingNote.action():
            return read is not None and not read.supervises_me and read.may_write
        if action in (commands.ChangeWorkingNote.action(), commands.DeleteWorkingNote.action()):
            return marked is not None and _may_be_changed(marked)
        if action == commands.KeepWorkingNote.action():
            return (
                marked is not None
                and _may_be_changed(marked)
                and marked.meeting is not None
                and not marked.kept_because
            )
        if action == commands.GiveWorkingNote.action():
            return marked is not None and marked.handed_over is None
        if action == commands.AskForNotes.action():
            return read is not None and read.supervises_me and read.about_me.to_ask > 0
        return super().check_action(action, parameters)

    # The author's

    def action_add_working_note(self) -> None:
        """A memory aid."""
        if (read := self._read) is None:
            return
        name = self._other
        label = f"about {name}; {name} can ask to see it"
        meetings = [(f"the one-to-one of {day}", id_) for id_, day in read.meetings.items()]
        self._write(
            WorkingNoteDialog(
                NoteForm("A working note", f"{label}.", "What helps you to remember?", "Keep it"),
                lambda practice, text, meeting: practice.working_notes.add(name, text, meeting),
                meetings=meetings[:_MOST_MEETINGS],
            ),
            "The note is kept.",
        )

    @on(OptionList.OptionSelected)
    def action_change_working_note(self) -> None:
        """Its words."""
        note = self._marked
        if note is not None and _may_be_changed(note):
            self._write(
                WorkingNoteDialog(
                    NoteForm(
                        "Change this note", f"{note.label}.", "What helps you to remember?", "Keep it so"
                    ),
                    lambda practice, text, _: practice.working_notes.change(
                        note.id, before=note.text, after=text
                    ),
                    text=note.text,
                ),
                "The note is changed.",
            )

    def action_keep_working_note(self) -> None:
        """Why it is not to be deleted by itself."""
        if (note := self._marked) is not None:
            self._write(
                WorkingNoteDialog(
                    NoteForm("Keep this note", f"{note.label}.", "Why is it kept?", "Keep it"),
                    lambda practice, why, _: practice.working_notes.keep(note.id, why),
                ),
                "It is kept, with the reason.",
            )

    def _write(self, dialog: WorkingNoteDialog, told: str) -> None:
        def kept(is_kept: bool | None) -> None:
            if is_kept:
                self.say(told)

        self.app.push_screen(dialog, kept)

    def action_give_working_note(self) -> None:
        """Its text to whom it is about."""
        if (note := self._marked) is not None:
            self._ask(
                ConfirmDialog(
                    f"Hand this note to {note.about}?",
                    f"{note.about} reads it as it stands now, and keeps it. That you handed it over, and when, is kept "
                    "with it.",
                    keep="Not now",
                    go_ahead="Hand it over",
                ),
                lambda practice: practice.working_notes.hand_over(note.id),
                f"Handed over: {note.about} reads it under Working notes.",
            )

    def action_delete_working_note(self) -> None:
        """For good."""
        if (note := self._marked) is not None:
            self._ask(
                ConfirmDialog(
                    "Delete this note?",
                    f"It is gone for good, and the number that {note.about} sees is one less.",
                    keep="Leave it",
                    go_ahead="Delete it",
                ),
                lambda practice: practice.working_notes.delete(note.id),
                "The note is gone.",
            )

    def _ask(self, dialog: ConfirmDialog, act: Callable[[Practice], object], told: str) -> None:
        def answered(goes: bool | None) -> None:
            if goes:
                self.begin(self._do(act, told), group="acting")

        self.app.push_screen(dialog, answered)

    def _do(self, act: Callable[[Practice], object], told: str) -> Coroutine[object, object, None]:
        async def do() -> None:
            await self.desk.write(act)
            self.say(told)
            await self.read_again()

        return do()

    # The right to ask

    def action_ask_for_notes(self) -> None:
        """The day on which it was asked is kept."""
        name = self._other
        self.begin(
            self._do(
                lambda practice: practice.working_notes.ask(name), f"{name} sees that you asked, and when."
            ),
            group="acting",
        )


def _may_be_changed(note: WorkingNote) -> bool:
    """What somebody asked for, or got, stays as it is."""
    return note.asked is None and note.handed_over is None


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
