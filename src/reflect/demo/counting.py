"""What the figures of a made-up service are counted from, and its frozen weeks, put into its file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from reflect.demo.frozen_weeks import TeamYear, frozen_weeks, sums_by_team
from reflect.demo.luck import Luck
from reflect.demo.processes import worked
from reflect.domain.figures.publishing import USUAL_THRESHOLD
from reflect.domain.preferences import Preferences
from reflect.services import own_pages, own_words
from reflect.storage.figures import sums_of
from reflect.storage.many_marks import ManyMarks
from reflect.storage.publications import Publications
from reflect.vault.sealing import unwrap_circle_key

if TYPE_CHECKING:
    from reflect.demo.caseload import Made, Setting, Somebody
    from reflect.storage.bulk import BulkFile

_COUNTED = 0.7
_TOGETHER = 3  # banks that a whole team goes through, or one more or fewer
_SETTLED_IN = 60  # days, until somebody who came later has caught up


class Counting:
    """Gathers what each caseload comes to."""

    def __init__(self, setting: Setting, teams: Sequence[str], start: date) -> None:
        self._setting = setting
        self._banks = sorted({str(source.origin["bank"]) for source in setting.sources})
        self._together = {
            team: self._days(Luck(setting.seed, f"together {number}"), start)
            for number, team in enumerate(teams)
        }
        self._sums = ManyMarks()
        self._years = {team: TeamYear(team) for team in teams}

    def add(self, team: str, made: Made) -> None:
        """What one caseload of a team comes to."""
        self._sums.add_sums(made.marks)
        year = self._years[team]
        year.moving += made.moving
        year.taken.update(made.taken)

    def put(self, file: BulkFile) -> None:
        """The sums into the file."""
        self._sums.put_sums(file)

    def be_counted(self, file: BulkFile, team: str, somebody: Somebody, arrived: date, luck: Luck) -> None:
        """Most have chosen to be counted, and reflected on what their team went through together, and on some of the
        other banks by themselves."""
        if not luck.chance(_COUNTED):
            return
        publications = Publications(file.execute)
        until, together = self._setting.until, self._together[team]
        for bank in self._banks:
            day = until - timedelta(days=luck.number(1, (until - arrived).days))
            if bank in together:
                caught_up = arrived + timedelta(days=luck.number(1, _SETTLED_IN))
                day = max(together[bank] + timedelta(days=luck.number(0, 6)), min(caught_up, day))
            elif luck.chance(0.5):
                continue
            self._years[team].reflected.append((day, somebody.id, bank))
            publications.count_in(team, somebody.id, bank, day)
        key = unwrap_circle_key(somebody.keys(), somebody.circle, somebody.wrapped)
        said = {**own_pages.preferences_written(Preferences(counted=True)), "questions_return": None}
        sealed = own_words.seal_page(key, own_pages.PREFERENCES, said)
        file.put(
            "mine_page", ("circle_id", "name", "sealed"), [(key.circle_id, own_pages.PREFERENCES, sealed)]
        )

    def _days(self, luck: Luck, start: date) -> dict[str, date]:
        """The banks that a team goes through together, each in a week of its own."""
        days = (self._setting.until - start).days
        some = luck.some_of(self._banks, _TOGETHER + luck.number(-1, 1))
        return {bank: start + timedelta(days=luck.number(days // 8, days // 2)) for bank in some}

    def freeze(self, file: BulkFile, *, alone: bool) -> None:
        """The weeks of every team, as they would have been frozen on their Mondays."""
        years, publications = self._settled(), Publications(file.execute)
        work = partial(frozen_weeks, weeks=self._setting.weeks)
        for year, frozen in zip(years, worked(work, years, alone=alone), strict=True):
            for monday, change in frozen:
                publications.freeze(year.team, monday, monday, USUAL_THRESHOLD, change)

    def _settled(self) -> list[TeamYear]:
        """What each team's weeks are counted from: what has moved since is taken out of its sums."""
        by_team = sums_by_team(self._sums.sums)
        for team, year in self._years.items():
            year.settled = by_team.pop(team, Counter())
            for marks in year.moving:
                year.settled.subtract(sums_of(marks[-1][1]))
        return list(self._years.values())
