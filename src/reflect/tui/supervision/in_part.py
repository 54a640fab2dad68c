"""What can be done in a part of a one-to-one besides writing, as commands of its page."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from reflect.domain.supervision.prepared import Following
from reflect.tui.comes_from import from_shares
from reflect.tui.dialogs.procedure import ProcedureDialog
from reflect.tui.supervision import steps
from reflect.tui.supervision.open_record import OpenRecord
from reflect.tui.supervision.two_at_one_keyboard import TwoAtOneKeyboard
from reflect.tui.supervision.where import Where
from reflect.tui.widgets.voices import Voices


class InPart(TwoAtOneKeyboard):
    """A page that shows one part of a record at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._open: OpenRecord | None = None
        self._where = Where()
        self._following: Following | None = None

    @property
    def other_name(self) -> str | None:
        """With whom it is held."""
        return self._open.record.name(self._open.other) if self._open else None

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
