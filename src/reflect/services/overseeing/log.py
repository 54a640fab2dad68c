"""The log of a team: its listed actions in groups, now or as they stood, of which only those are opened that are
looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.actions import history
from reflect.domain.figures.learning import ListedLearning
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogGroup, LogWanted
from reflect.domain.figures.log_groups import LETTERS, Known, grouped, in_order
from reflect.domain.figures.log_rows import LogRow
from reflect.domain.figures.marking import mark_of
from reflect.domain.people import CircleKind
from reflect.services.actions.listing import by_day, having
from reflect.services.overseeing import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from reflect.banks.catalogue import Catalogue
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.rules import Rules
    from reflect.domain.links import Team
    from reflect.services.actions.record import ActionRecord


class Log:
    """The listed actions of teams that a person leads; that they do is for the caller to make sure of."""

    def __init__(self, record: ActionRecord, banks: Catalogue, rules: Callable[[], Rules]) -> None:
        self._record = record
        self._banks = banks
        self._rules = rules

    def listed(self, teams: Sequence[Team], by: LogBy, wanted: LogWanted, as_at: date | None) -> ListedLog:
        """The log in groups, as at the end of a day."""
        day, rules, known = as_at or self._record.today(), self._rules(), self._known()
        actions = {action.id: action for action in self._as_at(teams, day)}
        rows = [row for row in map(LogRow.of, actions.values()) if row is not None]
        rows = [row for row in rows if row.is_wanted(wanted, day, rules)]
        if wanted.search:
            found = {action.id for action in having((actions[row.id] for row in rows), wanted.search)}
            rows = [row for row in rows if row.id in found]
        groups = grouped(rows, by, known, day, rules)
        letters = [row.letter(day, rules) for row in rows]
        return ListedLog(
            teams=tuple(team.name for team in teams),
            as_at=day,
            by=by,
            groups=tuple(
                LogGroup(key, words, tuple(row.id for row in groups[key]))
                for key, words in in_order(groups, by, known)
            ),
            count=len(rows),
            letters=tuple((letter, count) for letter in LETTERS if (count := letters.count(letter))),
        )

    def learnt(self, team: Team, day: date) -> ListedLearning:
        """What can be counted by hand of each finding on the log of a team."""
        marks = [mark for action in self._as_at([team], day) if (mark := mark_of(action)) is not None]
        return ListedLearning.of(marks, day, self._rules())

    def shown(self, teams: Sequence[Team], day: date, ids: Sequence[str]) -> tuple[Action, ...]:
        """These actions in this order, as they stood at the end of a day."""
        wanted = set(ids)
        found = {action.id: action for action in self._as_at(teams, day) if action.id in wanted}
        return tuple(found[id_] for id_ in ids if id_ in found)

    def in_order(self, team: Team, day: date) -> tuple[Action, ...]:
        """Every listed action of a team, opened, the soonest day first."""
        return tuple(by_day(self._as_at([team], day)))

    def names(self) -> Mapping[str, str]:
        """People's names by their ids."""
        with self._record.reading() as book:
            return {holder.person.id: holder.person.name for holder in book.transaction.people.all()}

    def _as_at(self, teams: Sequence[Team], day: date) -> list[Action]:
        today = self._record.today()
        with self._record.reading() as book:
            found = listed.opened(book, {team.id for team in teams})
            if day >= today:
                return [kept.action for _, kept in found]
            stood = (history.as_at(place.drawer.events(kept.action.id), day) for place, kept in found)
            return [action for action in stood if action is not None and action.circle is CircleKind.TEAM]

    def _known(self) -> Known:
        banks = self._banks.banks()
        return Known(
            themes={theme.code: theme.label for theme in self._banks.vocabulary},
            review_of={
                f"{bank.id}/{finding.id}": f"{bank.id}/{finding.review or ''}"
                for bank in banks
                for finding in bank.findings
            },
            reviews={
                **{f"{bank.id}/{review.id}": review.name for bank in banks for review in bank.reviews},
                **{f"{bank.id}/": bank.document.title for bank in banks},
            },
            people=self.names(),
        )
