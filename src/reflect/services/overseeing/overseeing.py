"""Overseeing: a team's log, what became of each finding, and figures over everything agreed that expose nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reflect.domain.actions.event import EventKind
from reflect.domain.banks import Handling, strictest
from reflect.domain.figures.learning import learning_view
from reflect.domain.figures.listed_log import ListedLog, LogBy, LogOrder, LogWanted
from reflect.domain.figures.log_report import LogReport, TeamReport
from reflect.errors import NotFound, NotPermitted, WrongUse
from reflect.services.overseeing import marking
from reflect.services.overseeing.figures import read_figures
from reflect.services.overseeing.log import Log
from reflect.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reflect.banks.catalogue import Catalogue
    from reflect.domain.actions.action import Action
    from reflect.domain.actions.event import Event
    from reflect.domain.figures.team_figures import LearningView, TeamFigures
    from reflect.domain.links import Team
    from reflect.domain.people import Person
    from reflect.services.actions.record import ActionRecord
    from reflect.services.overseeing.publishing import Publishing
    from reflect.services.rulebook import Rulebook

A_YEAR = 365
EVERYTHING = LogWanted()


class Overseeing:
    """Figures and the learning view of a team are read by everybody; its log, exact counts and the report are for its
    lead. A team is named in any case; None means all that one leads, and for figures and learning those that one is in
    where one leads none. Raises NotFound for a team that there is not, NotPermitted for what only a lead sees, and for
    who does nothing but administer."""

    def __init__(
        self,
        record: ActionRecord,
        person: Person,
        banks: Catalogue,
        rules: Rulebook,
        people: Callable[[], int],
        publishing: Publishing,
    ) -> None:
        self._record = record
        self._person = person
        self._banks = banks
        self._rules = rules
        self._people = people
        self._publishing = publishing
        self._log = Log(record, banks, rules.on)

    def settle(self) -> None:
        """Marks what was agreed before it could be counted, so that figures know of it from now on."""
        marking.settle(self._record)
        self._publishing.settle()

    @property
    def people(self) -> int:
        """How many people must stand behind a number before it is shown."""
        return self._people()

    def led(self) -> tuple[Team, ...]:
        """The teams that this person leads now, by name."""
        return tuple(filter(self._leads, self._own()))

    def handed_on(self, teams: Sequence[str]) -> Mapping[str, str]:
        """Who leads those of these teams now that somebody else leads: names by names."""
        others = [team for team in self._teams() if team.name in teams and not self._leads(team)]
        names = self.names() if others else {}
        return {team.name: names[team.lead] for team in others}

    def figures(
        self,
        team: str | None = None,
        *,
        as_at: date | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[TeamFigures, ...]:
        """The figures of a team, or of several side by side, as at the end of a day: today, or the last day of the
        period where that is over. The period is the year up to that day, unless it is said."""
        since, until, as_at = self._period(since, until, as_at)
        several, people = self._readable(team), self._people()
        return tuple(
            self._figures(one, since, until, as_at, people, exact=self._leads(one)) for one in several
        )

    def learning(
        self, team: str | None = None, *, as_at: date | None = None, since: date | None = None
    ) -> tuple[LearningView, ...]:
        """What became of each finding of the banks that everybody shares, as at the end of a day: what was left alone
        longest first. With `since` a lead gets those alone of which something listed has moved from that day on."""
        self._rules.settle()
        day = self._day(as_at)
        views = [self._learning_of(one, day) for one in self._readable(team)]
        return tuple(view if since is None else _moved_since(view, since) for view in views)

    def log(
        self,
        team: str | None = None,
        *,
        by: LogBy = LogBy.DAY,
        order: LogOrder = LogOrder.DAY,
        wanted: LogWanted = EVERYTHING,
        as_at: date | None = None,
    ) -> ListedLog:
        """The listed actions in groups, none of them opened. For the lead."""
        self._rules.settle()
        return self._log.grouped(self._led(team), by, order, wanted, self._day(as_at))

    def shown(self, log: ListedLog, ids: Sequence[str]) -> tuple[Action, ...]:
        """These actions of the log, opened, in this order, as they stood on its day. One whose key the lead does not
        have is left out: the lead is a new one, and its owner has not signed in since."""
        return self._log.shown(self.led(), log.as_at, ids)

    def histories(self, log: ListedLog, ids: Sequence[str]) -> Mapping[str, tuple[Event, ...]]:
        """What had happened to these actions by the day of the log, by their ids."""
        return self._log.histories(self.led(), log.as_at, ids)

    def names(self) -> Mapping[str, str]:
        """People's names by their ids."""
        return self._log.names()

    def owners(self, log: ListedLog) -> Mapping[str, str]:
        """The same as lines of this log say them: with a word beside the names of those who have left."""
        return self._log.owners(log.as_at)

    def is_left_behind(self, action: Action) -> bool:
        """Whether the owner of an action has left, and this person can hand it over."""
        return self._log.has_left(action.owner) and EventKind.HANDED_OVER in self._record.may(action.id)

    def report(
        self,
        team: str | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
        as_at: date | None = None,
        rounded: bool = False,
    ) -> LogReport:
        """All that a report on a period says. For the lead."""
        self._rules.settle()
        teams, today = self._led(team), self._record.today()
        since, until, as_at = self._period(since, until, as_at)
        return LogReport(
            made=today,
            made_by=self._person.name,
            since=since,
            until=until,
            as_at=as_at,
            people=self._people(),
            rounded=rounded,
            handling=strictest(bank.handling for bank in self._banks.banks()),
            rules=self._rules.on(as_at),
            names=self.names(),
            themes={theme.code: theme.label for theme in self._banks.vocabulary},
            teams=tuple(self._reported(one, since, until, as_at) for one in teams),
            local=frozenset(bank.id for bank in self._banks.banks() if bank.handling is Handling.LOCAL_ONLY),
        )

    def _reported(self, team: Team, since: date, until: date, as_at: date) -> TeamReport:
        listed = self._log.whole(team, as_at)
        return TeamReport(
            figures=self._figures(team, since, until, as_at, self._people(), exact=True),
            learning=self._learning_of(team, as_at),
            listed=listed,
            letters=self._log.letters(listed, as_at),
        )

    def _figures(
        self, team: Team, since: date, until: date, as_at: date, people: int, *, exact: bool
    ) -> TeamFigures:
        """`exact` counts are of one-to-ones, for whoever leads the team."""
        self._publishing.freeze([team.id])
        with self._record.reading() as book:
            return read_figures(
                book.transaction,
                team,
                as_at=as_at,
                since=since,
                until=until,
                people=people,
                exact=exact,
            )

    def _learning_of(self, team: Team, day: date) -> LearningView:
        all_shown = self._figures(team, date.min, day, day, self._people(), exact=False)
        listed = self._log.learnt(team, day) if self._leads(team) else None
        return learning_view(self._banks.banks(), all_shown, listed)

    def _period(self, since: date | None, until: date | None, as_at: date | None) -> tuple[date, date, date]:
        last = until or as_at or self._record.today()
        day = self._day(as_at or min(last, self._record.today()))
        first = since or last - timedelta(days=A_YEAR)
        if first > last:
            raise WrongUse("The period ends before it begins.", "Name its first day first.")
        return first, last, day

    def _day(self, as_at: date | None) -> date:
        today = self._record.today()
        if as_at is not None and as_at > today:
            raise WrongUse("This day has not come yet.", "Name today or an earlier day.")
        return as_at or today

    def _teams(self) -> tuple[Team, ...]:
        with self._record.reading() as book:
            return book.transaction.teams.all()

    def _leads(self, team: Team) -> bool:
        return team.lead == self._person.id

    def _own(self) -> tuple[Team, ...]:
        with self._record.reading() as book:
            return book.transaction.teams.of(self._person.id)

    def _check_reads(self) -> None:
        """Figures are for those who practise, supervise or lead here, and not for who only administers. For somebody
        who is in no team."""
        with self._record.reading() as book:
            holder = book.transaction.people.one(self._person.id)
            if holder is None or not holder.person.administrator:
                return
            if not book.transaction.links.of(self._person.id):
                raise NotPermitted(
                    "Who only looks after the workspace reads no figures.",
                    "They are for those who practise, supervise or lead here.",
                )

    def _named(self, name: str) -> Team:
        wanted = clean_line(name).casefold()
        for team in self._teams():
            if team.name.casefold() == wanted:
                return team
        raise NotFound("There is no team of this name.", "`reflect team list` shows yours.")

    def _readable(self, name: str | None) -> tuple[Team, ...]:
        own = self._own()
        if not own:
            self._check_reads()
        if name is not None:
            return (self._named(name),)
        return tuple(filter(self._leads, own)) or own

    def _led(self, name: str | None) -> tuple[Team, ...]:
        if name is None:
            led = self.led()
            if not led:
                raise NotPermitted("You lead no team.", "The log of a team is for its lead.")
            return led
        team = self._named(name)
        if not self._leads(team):
            raise NotPermitted("You do not lead this team.", "The log of a team is for its lead.")
        return (team,)


def _moved_since(view: LearningView, since: date) -> LearningView:
    kept = (line for line in view.lines if line.listed is None or (line.last_moved or date.min) >= since)
    return replace(view, lines=tuple(kept))
