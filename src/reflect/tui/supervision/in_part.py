"""What can be done in a part of a one-to-one besides writing, and how one goes to another, as commands of its page."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.prepared import Following
from reflect.tui import places
from reflect.tui.comes_from import from_shares
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.supervision import steps
from reflect.tui.supervision.open_record import OpenRecord
from reflect.tui.supervision.two_at_one_keyboard import TwoAtOneKeyboard
from reflect.tui.supervision.where import Where
from reflect.tui.widgets.part_of_record import PartOfRecord
from reflect.tui.widgets.progress_strip import ProgressStrip
from reflect.tui.widgets.voices import Voices


class InPart(TwoAtOneKeyboard):
    """A page that shows one part of a record at a time."""

    def __init__(self, id_: str) -> None:
        super().__init__()
        self._one_to_one = id_
        self._open: OpenRecord | None = None
        self._where = Where()
        self._following: Following | None = None

    @property
    def other_name(self) -> str | None:
        """With whom it is held."""
        return self._open.record.name(self._open.other) if self._open else None

    def take_up(self) -> None:
        """What stands in the box is what one says."""

    def _shown(self) -> None:
        """Another place is on the screen."""

    # Going to another part, and in one

    @property
    def _part(self) -> PartOfRecord:
        return self.query_one(PartOfRecord)

    def _show_part(self) -> None:
        if self._open is not None:
            self.query_one(ProgressStrip).show_place(self._where.words)
            self._part.show(self._open)
            self.set_focus(self._part.starts_with)
            self._shown()

    @on(OptionList.OptionHighlighted)
    async def _another_thing(self) -> None:
        key, thing = self._part.choices.chosen, self._where.thing
        if key is not None and thing is not None and key != thing.key:
            await self._move(self._where.section, key)

    async def _move(self, section: Section, key: str | None = None) -> None:
        """To another place; what was written is saved meanwhile."""
        await self._part.voices.has_all_keys()
        self.take_up()
        left, is_other_part = self._where.place, section is not self._where.section
        self._where.go_to(section, key)
        if is_other_part:
            self._show_part()
        else:
            self._part.show_place()
            self._shown()
        if self._open is not None and left is not None:
            self.begin(self._open.keeper(left).now(), group="saving")

    async def action_next_part(self) -> None:
        """The next part; from the last one to the whole record."""
        after = self._where.part(1)
        if after is None:
            self.action_whole_record()
        else:
            await self._move(after)

    async def action_part_before(self) -> None:
        """The part before."""
        if (before := self._where.part(-1)) is not None:
            await self._move(before)

    async def action_next_in_part(self) -> None:
        """The next topic, action or share."""
        await self._step(1)

    async def action_before_in_part(self) -> None:
        """The one before."""
        await self._step(-1)

    async def _step(self, by: int) -> None:
        if (key := self._where.beside(by)) is not None:
            await self._move(self._where.section, key)
            self._part.mark(key)

    def action_whole_record(self) -> None:
        """To read all of it, and to sign."""
        self.begin(self._to_record(), group="leaving", only=True)

    async def _to_record(self) -> None:
        if await self.house.has_saved_everything():
            await self.app.push_screen(places.record(self._one_to_one))

    # In one

    @on(OptionList.OptionSelected)
    async def _open_thing(self) -> None:
        place = self._where.place
        if self._open is None or place is None:
            return
        if place.about is None:
            self.set_focus(self.query_one(Voices).editor)
        else:
            await steps.open_thing(self, self._open, place)

    def action_mark_discussed(self) -> None:
        """It belongs to the record, or no longer."""
        thing = self._where.thing
        if thing is not None and thing.about is not None and self._open is not None:
            doing = steps.discuss_or_leave_out(self, self._open.record, thing.about)
            self.begin(doing, group="discussing")

    def action_add_topic_now(self) -> None:
        """On the agenda."""
        if self._open is not None:
            steps.add_topic(self, self._open)

    def action_agree_action_now(self) -> None:
        """On the spot; from what was shared it leads back to its question, and so to the review."""
        if self._open is not None:
            card = self._where.card
            steps.agree_action(
                self,
                self._open.record,
                from_shares(self._where.shares),
                next(iter(from_shares([card] if card else [])), None),
            )

    def action_when_and_where(self) -> None:
        """Place, start, end and the next day."""
        if self._open is not None:
            steps.when_and_where(self, self._open.record, self._following)

    def action_local_procedure(self) -> None:
        """What to do about a current concern."""
        self.app.push_screen(ProcedureDialog(self.house.settings))
