"""A whole record: to read, to sign, and to add to once both have signed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect.domain.supervision.one_to_one import MeetingStatus, OneToOne
from reflect.domain.supervision.prepared import Following
from reflect.errors import NotFound, NotPermitted
from reflect.services.practice import Practice
from reflect.tui import places
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.addendum import AddendumDialog
from reflect.tui.dialogs.close_mistaken import CloseMistakenDialog
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.sign_record import SignDialog
from reflect.tui.one_to_ones.commands import ExportThis
from reflect.tui.supervision import commands, words
from reflect.tui.supervision.looking import is_over, look_at_whole, other_of
from reflect.tui.supervision.record_words import record_words
from reflect.tui.supervision.steps import when_and_where
from reflect.tui.supervision.two_at_one_keyboard import TwoAtOneKeyboard
from reflect.tui.words import lines, plain

_WORDS_A_MINUTE = 200
_LOOK_AGAIN = 3.0


class RecordPage(TwoAtOneKeyboard):
    """What is missing before somebody can sign stands above it, and the label of an unsigned record with it."""

    PLACE = "One-to-one"
    CSS_PATH = "record.tcss"
    PAGE_COMMANDS = (
        commands.HandBack,
        commands.SignRecord,
        commands.HandOver,
        commands.AddAddendum,
        commands.GoOnWriting,
        commands.WhenAndWhere,
        commands.CloseMistaken,
        ExportThis,
        GoBack,
    )

    def __init__(self, id_: str) -> None:
        super().__init__()
        self._one_to_one = id_
        self._record: OneToOne | None = None
        self._following: Following | None = None
        self._words = 0

    def compose_body(self) -> ComposeResult:
        """How it stands, and all of it."""
        yield Static("Reading…", id="standing")
        with VerticalScroll(id="record"):
            yield Static(id="record-words")

    def on_mount(self) -> None:
        """What the other one does in another window shows here too."""
        self.head(mark=self.desk.practice.person.name)
        self.set_interval(_LOOK_AGAIN, self.look_again)

    def look_again(self) -> None:
        """Whether the other one has written or signed meanwhile."""
        if self.is_active and self._record is not None and self._record.locked is None:
            self.begin(self.read_again, group="reading", only=True)

    async def read_again(self) -> None:
        """As it stands now; it closes where it is not this person's to read any more."""
        try:
            found = await self.desk.read(lambda practice: look_at_whole(practice, self._one_to_one))
        except (NotFound, NotPermitted) as error:
            self.refused(error)
            return
        self._following = found.following
        if self.is_attached:
            self._show(found.record)

    def _show(self, record: OneToOne) -> None:
        is_new, self._record = record != self._record, record
        self.refresh_bindings()
        self.head(place=f"One-to-one with {record.name(other_of(record, self.desk.practice.person.id))}")
        if not is_new:
            return
        said = [words.standing_words(record), *(plain(told) for told in self._still_open(record))]
        if record.is_mistaken:
            key = self.app.get_key_display(commands.CloseMistaken.binding())
            said.append(plain(f"Begun by mistake? {key} closes it with a reason.", "$text-muted"))
        if record.copy:
            said.append(plain("Your own copy of what you signed.", "$text-muted"))
        self.query_one("#standing", Static).update(lines(*said))
        written = record_words(record)
        self._words = len(written.plain.split())
        self.query_one("#record-words", Static).update(written)

    def _still_open(self, record: OneToOne) -> tuple[str, ...]:
        key = self.app.get_key_display(commands.WhenAndWhere.binding())
        return tuple(f"{told} Say it with {key}." for told in words.still_open(record))

    def reading_minutes(self) -> float:
        """A long record takes its time."""
        return self._words / _WORDS_A_MINUTE

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with this record now."""
        record, desk = self._record, self.desk
        is_theirs = record is not None and not record.copy and record.status is not MeetingStatus.CANCELLED
        signed = record is not None and desk.practice.person.id in record.signed_by
        is_open = record is not None and is_theirs and not record.agreed
        possible = {
            commands.SignRecord: is_open and not signed and record is not None and not words.missing(record),
            commands.HandOver: is_open and not desk.is_handed_over,
            commands.HandBack: desk.is_handed_over,
            commands.AddAddendum: record is not None and is_theirs and record.agreed,
            commands.GoOnWriting: is_open,
            commands.WhenAndWhere: is_open and record is not None and record.status is MeetingStatus.HELD,
            commands.CloseMistaken: is_open and record is not None and record.is_mistaken,
            ExportThis: record is not None and self.house.documents is not None,
        }
        for command, can_be_done in possible.items():
            if action == command.action():
                return can_be_done
        return super().check_action(action, parameters)

    def action_sign_record(self) -> None:
        """As it stands, with one's own passphrase."""
        if (record := self._record) is None:
            return

        async def sign(passphrase: str) -> OneToOne:
            def confirmed(practice: Practice) -> OneToOne:
                practice.confirm_passphrase(passphrase)
                return practice.one_to_ones.sign(self._one_to_one)

            return await self.desk.write(confirmed)

        dialog = SignDialog(self.desk.practice.person.name, words.signature_means(record), sign)
        self.app.push_screen(dialog, self._signed)

    def _signed(self, record: OneToOne | None) -> None:
        if record is None:
            return
        if record.agreed:
            self.say(words.LOCKED)
        else:
            other = record.name(other_of(record, self.desk.practice.person.id))
            key = self.app.get_key_display(commands.HandOver.binding())
            self.say(f"Signed. {other} signs next: here with {key}, or when they sign in themselves.")
        self._show(record)

    @property
    def other_name(self) -> str | None:
        """With whom it was held."""
        record = self._record
        return record.name(other_of(record, self.desk.practice.person.id)) if record else None

    async def action_go_back(self) -> None:
        """A second person hands back first: what lies behind this page is not theirs. Once it is over there is
        nothing to go back to in the parts, so that they close too."""
        parts = self.app.screen_stack[-2] if self._came_from_its_parts else None
        if self.desk.is_handed_over and parts is None:
            self.action_hand_back()
            return
        await super().action_go_back()
        if (
            parts is not None
            and self._record is not None
            and is_over(self._record)
            and not self.desk.is_handed_over
        ):
            parts.dismiss()

    def action_add_addendum(self) -> None:
        """Below the record."""

        def added(record: OneToOne | None) -> None:
            if record is not None:
                self._show(record)
                written = self.query_one("#record", VerticalScroll)
                self.call_after_refresh(written.scroll_end, animate=False)

        self.app.push_screen(AddendumDialog(self._one_to_one), added)

    def action_close_mistaken(self) -> None:
        """With a reason."""

        def closed(record: OneToOne | None) -> None:
            if record is not None:
                self.say("Closed.")
                self._show(record)

        self.app.push_screen(CloseMistakenDialog(self._one_to_one), closed)

    def action_when_and_where(self) -> None:
        """Place, start, end and the next day."""
        if self._record is not None:
            when_and_where(self, self._record, self._following)

    def action_export_this(self) -> None:
        """To a file that can be printed."""
        self.begin(self._export(), group="opening", only=True)

    async def _export(self) -> None:
        out = await self.desk.read(lambda practice: practice.taking_records_out.record(self._one_to_one))
        await self.app.push_screen(ExportRecordDialog(out))

    def action_go_on_writing(self) -> None:
        """Back to the parts."""
        if self._came_from_its_parts:
            self.dismiss()
        else:
            self.app.switch_screen(places.one_to_one(self._one_to_one))

    @property
    def _came_from_its_parts(self) -> bool:
        """Whether the page on which it is written lies behind this one."""
        from reflect.tui.screens.one_to_one import OneToOnePage

        return any(isinstance(page, OneToOnePage) for page in self.app.screen_stack[-2:-1])
