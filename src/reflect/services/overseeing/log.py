"""The log of a team: its listed actions in groups, now or as they stood, of which only those are opened that are
looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reflect.domain.actions.action import Level
from reflect.domain.banks import review_named
from reflect.domain.figures.learning import ListedLearning
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogGroup, LogOrder, LogWanted
from reflect.domain.figures.log_groups import LETTERS, Known, grouped, in_order, keys
from reflect.domain.figures.log_rows import LogRow
from reflect.domain.figures.mark import Mark
from reflect.domain.people import Standing, has_left, said_as_left
from reflect.services.actions.listing import by_day, having
from reflect.services.overseeing.listed import Listed
from reflect.services.overseeing.log_ids import LogIds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from reflect.banks.catalogue import Catalogue
    from reflect.domain.actions.action import Action, Status
    from reflect.domain.actions.event import Event
    from reflect.domain.actions.rag import Rag
    from reflect.domain.actions.rules import Rules
    from reflect.domain.links import Team
    from reflect.services.actions.record import ActionRecord

    Lanes = Mapping[tuple[Status, bool], int]

_BY_LANE = frozenset({LogBy.DAY, LogBy.RAG, LogBy.STATUS})
_AT_ONCE = 200


class Log:
    """The listed actions of teams that a person leads; that they do is for the caller to make sure of."""

    def __init__(self, record: ActionRecord, banks: Catalogue, rules: Callable[[date | None], Rules]) -> None:
        self._record = record
        self._banks = banks
        self._rules = rules
        self._listed = Listed(record)
        self._last: tuple[tuple[object, ...], ListedLog] | None = None

    def grouped(
        self, teams: Sequence[Team], by: LogBy, order: LogOrder, wanted: LogWanted, day: date
    ) -> ListedLog:
        """The log in groups, as at the end of a day. Read again only after something was written, a day has passed,
        the workplace has set other numbers, or another log was asked for."""
        rules, today = self._rules(day), self._record.today()
        asked = tuple(teams), by, order, wanted, day, today, rules, self._record.changes()
        known = self._last
        if known is None or known[0] != asked:
            self._last = known = asked, self._grouped(teams, by, order, wanted, day, rules)
        return known[1]

    def _grouped(
        self, teams: Sequence[Team], by: LogBy, order: LogOrder, wanted: LogWanted, day: date, rules: Rules
    ) -> ListedLog:
        """Years of what is over are only counted where that is enough."""
        ids, known = _ids(teams), self._known(by, day)
        lanes: Lanes = {}
        if day >= self._record.today() and by in _BY_LANE and _is_of_lanes(wanted):
            rows, lanes = self._listed.live(ids)
            lanes = {
                lane: count
                for lane, count in lanes.items()
                if _of_lane(lane, day).is_wanted(wanted, day, rules)
            }
        else:
            rows = self._listed.rows(ids, day)
        rows = [row for row in rows if row.is_wanted(wanted, day, rules)]
        if wanted.search:
            rows = self._having(teams, rows, day, wanted.search)
        groups = grouped(rows, by, order, known, day, rules)
        over: dict[str, dict[tuple[Status, bool], int]] = {}
        for lane, count in lanes.items():
            (key,) = keys(_of_lane(lane, day), by, known, day, rules)
            over.setdefault(key, {})[lane] = count
        return ListedLog(
            teams=tuple(team.name for team in teams),
            as_at=day,
            by=by,
            groups=tuple(
                LogGroup(key, words, self._in_group(ids, groups.get(key, ()), over.get(key, {})))
                for key, words in in_order({*groups, *over}, by, known)
            ),
            count=len(rows) + sum(lanes.values()),
            letters=_letters([row.letter(day, rules) for row in rows], lanes, day, rules),
            order=order,
        )

    def shown(self, teams: Sequence[Team], day: date, ids: Sequence[str]) -> tuple[Action, ...]:
        """These actions in this order, as they stood at the end of a day."""
        return self._listed.shown(_ids(teams), day, ids)

    def histories(self, teams: Sequence[Team], day: date, ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
        """What had happened to these actions by the end of a day, by their ids."""
        return self._listed.histories(_ids(teams), day, ids)

    def whole(self, team: Team, day: date) -> tuple[Action, ...]:
        """Every listed action of a team, opened, the soonest day first."""
        rows = self._listed.rows({team.id}, day)
        return tuple(by_day(self._opened([team], [row.id for row in rows], day)))

    def letters(self, actions: Iterable[Action], day: date) -> tuple[tuple[Rag, int], ...]:
        """How many of these have each letter."""
        rules = self._rules(day)
        rows = (row for row in map(LogRow.of, actions) if row is not None)
        return _letters([row.letter(day, rules) for row in rows], {}, day, rules)

    def learnt(self, team: Team, day: date) -> ListedLearning:
        """What can be counted by hand of each finding on the log of a team."""
        rules = self._rules(day)
        if day >= self._record.today():
            return self._listed.learnt(team.id, day, rules)
        return ListedLearning.of(self._listed.rows({team.id}, day), day, rules)

    def names(self) -> Mapping[str, str]:
        """People's names by their ids."""
        with self._record.reading() as book:
            return {id_: name for id_, (name, _) in book.transaction.people.named().items()}

    def has_left(self, person: str) -> bool:
        """Whether somebody has left, by their id."""
        with self._record.reading() as book:
            holder = book.transaction.people.one(person)
            return holder is not None and has_left(holder.person)

    def owners(self, day: date) -> Mapping[str, str]:
        """People's names as the log as at a day says them: who has left is said too. Since when is not known, so that
        on a past day nobody has."""
        with self._record.reading() as book:
            people = book.transaction.people.named()
        is_now = day >= self._record.today()
        return {
            id_: said_as_left(name) if is_now and standing is Standing.INACTIVE else name
            for id_, (name, standing) in people.items()
        }

    def _in_group(self, teams: Collection[str], rows: Sequence[LogRow], over: Lanes) -> Sequence[str]:
        live = tuple(row.id for row in rows)
        if not over:
            return live
        return LogIds(live, sum(over.values()), partial(self._listed.over_ids, teams, tuple(over)))

    def _having(self, teams: Sequence[Team], rows: Sequence[LogRow], day: date, words: str) -> list[LogRow]:
        actions = self._opened(teams, [row.id for row in rows], day)
        found = {action.id for action in having(actions, words, partial(self.histories, teams, day))}
        return [row for row in rows if row.id in found]

    def _opened(self, teams: Sequence[Team], ids: Sequence[str], day: date) -> list[Action]:
        parts = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
        return [action for part in parts for action in self.shown(teams, day, part)]

    def _known(self, by: LogBy, day: date) -> Known:
        """What is needed to tell the log apart so, and no more: banks take a while to read."""
        banks = self._banks.banks() if by is LogBy.REVIEW else ()
        vocabulary = self._banks.vocabulary if by is LogBy.THEME else ()
        return Known(
            themes={theme.code: theme.label for theme in vocabulary},
            review_of={
                f"{bank.id}/{finding.id}": f"{bank.id}/{finding.review or ''}"
                for bank in banks
                for finding in bank.findings
            },
            reviews={
                **{
                    f"{bank.id}/{review.id}": review_named(review.name, bank.title)
                    for bank in banks
                    for review in bank.reviews
                },
                **{f"{bank.id}/": bank.document.title for bank in banks},
            },
            people=self.owners(day) if by is LogBy.OWNER else {},
        )


def _ids(teams: Iterable[Team]) -> frozenset[str]:
    return frozenset(team.id for team in teams)


def _is_of_lanes(wanted: LogWanted) -> bool:
    """Whether it can be told from status and good practice alone which of what is over is wanted."""
    return wanted == LogWanted(overdue=wanted.overdue, rag=wanted.rag, status=wanted.status)


def _of_lane(lane: tuple[Status, bool], day: date) -> LogRow:
    """Something that is over, of which no more is known than its status and whether it is good practice."""
    status, keep = lane
    mark = Mark(
        id="", person="", themes=(), level=Level.PRACTITIONER, findings=(), status=status, agreed=day, due=None,
        done=None, ended=day, updated=day, keep=keep,
    )  # fmt: skip
    return LogRow(mark, None)


def _letters(
    several: Sequence[Rag | None], lanes: Lanes, day: date, rules: Rules
) -> tuple[tuple[Rag, int], ...]:
    found = {letter: several.count(letter) for letter in LETTERS}
    for lane, count in lanes.items():
        letter = _of_lane(lane, day).letter(day, rules)
        if letter is not None:
            found[letter] += count
    return tuple((letter, count) for letter, count in found.items() if count)
