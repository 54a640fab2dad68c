"""What the lead of the demo does on Mondays: looks at the team's log, notes something, escalates what is stuck."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from reflect.demo.fragments_of_actions import NOTES_OF_A_LEAD, WHY_ESCALATED
from reflect.domain.figures.listed_log import LogWanted

if TYPE_CHECKING:
    from reflect.demo.luck import Luck
    from reflect.demo.plan import MadeUpClock
    from reflect.services.practice import Practice


class LeadsDesk:
    """The lead, signed in for the whole year."""

    def __init__(self, lead: Practice, clock: MadeUpClock, luck: Luck) -> None:
        self._lead = lead
        self._clock = clock
        self._luck = luck

    def look(self, monday: date) -> None:
        """The week's figures, which are frozen by being read, and now and then something on the log."""
        self._clock.moment = datetime.combine(monday, time(8, 15), UTC)
        overseeing, luck = self._lead.overseeing, self._luck
        overseeing.figures()
        if not luck.chance(0.4):
            return
        late = overseeing.log(wanted=LogWanted(overdue=True))
        for action in overseeing.shown(late, [id_ for group in late.groups for id_ in group.ids][:1]):
            stage = action.escalation.stage if action.escalation else 0
            if stage < 2 and luck.chance(0.5):
                self._lead.acting.escalate(action.id, luck.one_of(WHY_ESCALATED))
            else:
                self._lead.acting.note(action.id, luck.one_of(NOTES_OF_A_LEAD))
