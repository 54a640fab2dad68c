"""A one-to-one while it is held: one part after the other, the words of both side by side."""

from __future__ import annotations

from contextlib import suppress

from textual import on
from textual.app import ComposeResult

from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.errors import NotFound, NotPermitted, ReflectError
from reflect.tui import places
from reflect.tui.autosave import Draft, Keeping
from reflect.tui.commands import GoBack
from reflect.tui.dialogs.leaving import leave
from reflect.tui.marking import Marking
from reflect.tui.sitting_commands import LocalProcedure, SaveNow
from reflect.tui.supervision import commands
from reflect.tui.supervision.in_part import InPart
from reflect.tui.supervision.looking import is_over, look
from reflect.tui.supervision.open_record import OpenRecord
from reflect.tui.widgets.no_referral import NoReferral
from reflect.tui.widgets.part_of_record import PartOfRecord
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.widgets.voices import Voices

PUT_ASIDE = "What you typed is kept for you alone, as a proposal among your own actions: Today shows it."
_LOOK_AGAIN = 3.0


class OneToOnePage(InPart):
    """Whoever is at the keyboard writes in their own box, which saves itself; the other one's words are read."""

    PLACE = "One-to-one"
    STAYS = True
    AUTO_FOCUS = ""
    CSS_PATH = "one_to_one.tcss"
    PAGE_COMMANDS = (
        commands.HandBack,
        commands.NextPart,
        commands.PartBefore,
        commands.WholeRecord,
        commands.AgreeActionNow,
        GoBack,
        commands.HandOver,
        commands.WhenAndWhere,
        commands.MarkDiscussed,
        commands.AddTopicNow,
        commands.NextInPart,
        commands.BeforeInPart,
        LocalProcedure,
        SaveNow,
    )

    def __init__(self, id_: str) -> None:
        super().__init__(id_)
        self._is_closed = False
        self._marking = Marking(self)

    def compose_body(self) -> ComposeResult:
        """Where one is, and the part."""
        yield ProgressStrip()
        yield PartOfRecord(self._where)
        yield NoReferral()

    def on_mount(self) -> None:
        """What the other one writes in another window shows here too."""
        self.head(mark=self.desk.practice.person.name)
        self.set_interval(_LOOK_AGAIN, self.look_again)

    def on_unmount(self) -> None:
        """What is saved is saved; nothing more is begun."""
        self._marking.close()
        if self._open is not None:
            self._open.close()

    # Reading

    def changing_hands(self) -> None:
        """The box is away until it is known whose it is."""
        self._part.voices.display = False
        self.set_focus(None)

    def let_go(self) -> None:
        """Somebody else writes from here on."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def on_screen_resume(self) -> None:
        """Somebody else may be at the keyboard by now."""
        if self._open is not None and self._open.me != self.desk.practice.person.id:
            self.changing_hands()

    def look_again(self) -> None:
        """Whether the other one has written or signed meanwhile."""
        if self.is_active and self._open is not None and not self._is_closed:
            self.begin(self._look_at_record, group="looking", only=True)

    async def _look_at_record(self) -> None:
        as_of = self._saves
        try:
            record = await self.desk.read(lambda practice: practice.one_to_ones.one(self._one_to_one))
        except (NotFound, NotPermitted) as error:
            await self._closed_to_me(error)
            return
        if self._open is not None and self._open.me == self.desk.practice.person.id:
            await self._take(record, as_of)

    async def read_again(self) -> None:
        """As it stands now, for whoever is at the keyboard. What one has typed stays."""
        as_of = self._saves
        try:
            found = await self.desk.read(lambda practice: look(practice, self._one_to_one))
        except (NotFound, NotPermitted) as error:
            await self._closed_to_me(error)
            return
        if not self.is_attached:
            return
        self._where.shares, self._following = found.shares, found.following
        if self._open is not None and self._open.me == self.desk.practice.person.id:
            await self._take(found.record, as_of)
        elif not self._gives_way_to(found.record):
            self._sit_down(found.record)

    async def _closed_to_me(self, error: ReflectError) -> None:
        """It is not this person's to read any more; words that could not even be put aside stay until they leave
        them."""
        with suppress(ReflectError):
            await self.save_unsaved()
        if self._open is None or not self._open.is_unsaved:
            self.refused(error)
        elif not self._is_closed:
            self._is_closed = True
            self.house.say_fault(error)
            self._part.close()

    @property
    def _saves(self) -> int:
        return self._open.saves if self._open else 0

    def _gives_way_to(self, record: OneToOne) -> bool:
        """Whether there is nothing to write any more; the page of the whole record takes the place of this one."""
        if is_over(record) and self.is_active:
            self.app.switch_screen(places.record(self._one_to_one))
        return is_over(record)

    def _sit_down(self, record: OneToOne) -> None:
        """Whoever is at the keyboard writes from here on."""
        if self._open is not None:
            self.begin(self._open.put_away(), group="saving")
        self._open = OpenRecord(
            record,
            self.desk,
            self.house.workspace.clock,
            told=self._show_saved,
            replaced=self._part.replace,
            catch_up=self.take_up,
        )
        self.head(
            place=f"One-to-one with {record.name(self._open.other)}", mark=self.desk.practice.person.name
        )
        self._show_part()

    async def _take(self, record: OneToOne, as_of: int) -> None:
        if is_over(record):
            with suppress(ReflectError):
                await self.save_unsaved()
        if self._open is None or not self.is_attached:
            return
        if not self._open.is_unsaved and self._gives_way_to(record):
            return
        self.take_up()
        self._part.show_fresh(self._open.take(record, as_of))
        if self.focused is None:
            self.set_focus(self._part.starts_with)
        self.refresh_bindings()

    # One part, and writing in it

    def _shown(self) -> None:
        self._show_saved()
        self.refresh_bindings()

    def _show_saved(self) -> None:
        place = self._where.place
        if self._open is None or place is None or not self.is_attached:
            return
        of, state = self._open.saved(place)
        self.query_one(ProgressStrip).show_saved(state, self.house.workspace.clock.today(), of=of)
        if state.keeping is Keeping.SAVED and self._open.record.signed_by:
            self.call_later(self.look_again)

    def take_up(self) -> None:
        """What stands in the box is what one says."""
        place = self._where.place
        if self._open is not None and place is not None and self.is_attached:
            self._open.keeper(place).change(Draft(self._part.voices.editor.words))

    @on(Voices.Changed)
    def _changed(self) -> None:
        # The box is asked afresh: a message may be older than the words that stand there now.
        self.take_up()
        self._marking.changed(self._part.voices.editor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done here now."""
        where, has_several = self._where, len(self._where.things) > 1
        possible = {
            commands.HandOver: self._open is not None and not self.desk.is_handed_over,
            commands.HandBack: self.desk.is_handed_over,
            commands.NextInPart: has_several,
            commands.BeforeInPart: has_several,
            commands.MarkDiscussed: where.section is Section.SHARED
            and where.thing is not None
            and where.thing.about is not None,
            commands.PartBefore: not where.is_first,
        }
        for command, can_be_done in possible.items():
            if action == command.action():
                return can_be_done
        return super().check_action(action, parameters)

    async def save_unsaved(self) -> None:
        """Saves every text that is not saved yet, or puts it aside. Raises ReflectError if neither can be."""
        if self._open is not None:
            await self._part.voices.has_all_keys()
            self.take_up()
            if (why := await self._open.save_all()) is not None:
                self.say(f"{why.what} {PUT_ASIDE}")

    def action_save_now(self) -> None:
        """Saves at once; the strip says so."""
        self.take_up()
        if self._open is not None and self._where.place is not None:
            self.begin(self._open.keeper(self._where.place).now(), group="saving")

    async def action_go_back(self) -> None:
        """Saves and goes back; a second person hands back first, since what lies behind is not theirs."""
        if self.desk.is_handed_over:
            self.action_hand_back()
        else:
            self.begin(leave(self, self.dismiss), group="leaving", only=True)
