"""A listed action as the log knows it before it is opened: what order, groups and filters need, and not a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reflect.domain.actions.action import ENDED, OPEN
from reflect.domain.actions.groups import Group, group_of
from reflect.domain.actions.rag import Rag, letter_of
from reflect.domain.actions.rules import USUAL, Rules
from reflect.domain.figures.listed_log import LogOrder
from reflect.domain.figures.marking import mark_of
from reflect.domain.figures.measures import Measure, of_the_day

if TYPE_CHECKING:
    from reflect.domain.actions.action import Action
    from reflect.domain.figures.listed_log import LogWanted
    from reflect.domain.figures.mark import Mark


@dataclass(frozen=True, slots=True)
class LogRow:
    """One listed action on one day: its mark, and the day on which something is expected next."""

    mark: Mark
    next_day: date | None

    @classmethod
    def of(cls, action: Action) -> LogRow | None:
        """What the log knows of an action; None for one that is not agreed."""
        mark = mark_of(action)
        return None if mark is None else cls(mark, action.next_day)

    @property
    def id(self) -> str:
        """The id of the action."""
        return self.mark.id

    def letter(self, today: date, rules: Rules = USUAL) -> Rag | None:
        """Its letter on a day; None for good practice, which has none."""
        mark = self.mark
        return letter_of(
            mark.status,
            keep=mark.keep,
            due=mark.due,
            agreed=mark.agreed,
            done=mark.done,
            updated_on=mark.updated,
            carried=mark.carried,
            today=today,
            rules=rules,
        )

    def group(self, today: date, rules: Rules = USUAL) -> Group:
        """Where it is listed on a day."""
        mark = self.mark
        return group_of(
            mark.status, keep=mark.keep, due=mark.due, next_day=self.next_day, today=today, rules=rules
        )

    def is_overdue(self, today: date) -> bool:
        """Whether it is still to be done and its day has passed."""
        mark = self.mark
        return mark.status in OPEN and mark.due is not None and mark.due < today

    def is_stuck(self, today: date, rules: Rules = USUAL) -> bool:
        """Whether it counts as stuck on a day."""
        return Measure.STUCK in of_the_day(self.mark, today, rules)

    def is_wanted(self, wanted: LogWanted, today: date, rules: Rules = USUAL) -> bool:
        """Whether it is asked for, whatever it says."""
        mark = self.mark
        return (
            (not wanted.overdue or self.is_overdue(today))
            and (wanted.rag is None or self.letter(today, rules) is wanted.rag)
            and (wanted.status is None or mark.status is wanted.status)
            and (wanted.theme is None or wanted.theme in mark.themes)
            and (wanted.level is None or mark.level is wanted.level)
            and (wanted.finding is None or wanted.finding in mark.findings)
            and (wanted.owner is None or mark.person == wanted.owner)
            and (wanted.due_before is None or (mark.due is not None and mark.due < wanted.due_before))
            and (wanted.since is None or mark.agreed >= wanted.since)
            and (wanted.until is None or mark.agreed <= wanted.until)
        )

    def place(self, order: LogOrder) -> tuple[bool, int, int, str]:
        """By what it is put in order: its day is the one that is shown of it. Those without a day come after those with
        one."""
        mark = self.mark
        changed, day = mark.updated.toordinal(), (self.next_day or mark.done or date.max).toordinal()
        if mark.status in ENDED:
            return True, -changed, 0, mark.id
        match order:
            case LogOrder.DAY:
                return False, day, mark.agreed.toordinal(), mark.id
            case LogOrder.UPDATED:
                return False, -changed, day, mark.id
            case LogOrder.LEFT_ALONE:
                return False, changed, day, mark.id
