"""What was published of teams' figures, week by week, and what has to be remembered so that no later week tells on
anybody; plain columns by plain SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from operator import attrgetter

from reflect.domain.figures.behind import LISTED, Behind
from reflect.domain.figures.cells import By, Cell
from reflect.domain.figures.measures import Measure
from reflect.domain.figures.publishing import Change, Publication, Shown
from reflect.domain.figures.rests import Rest
from reflect.domain.figures.team_figures import FigureCell, Lowered
from reflect.storage.circle_actions import Execute

HISTORY_OF = (By.WHOLE, By.THEME)
_MEASURES = json.dumps([measure.value for measure in Measure])


class Publications:
    """Published figures within one transaction. Rows are only ever added."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def is_frozen(self, team: str, week: date) -> bool:
        """Whether this week of a team is frozen already."""
        found = self._execute(
            "SELECT 1 FROM figure_week WHERE team_id = ? AND week = ?", (team, week.isoformat())
        ).fetchone()
        return found is not None

    def last_week(self, team: str, as_at: date) -> date | None:
        """The last week of a team that was frozen by the end of a day."""
        (week,) = self._execute(
            "SELECT MAX(week) FROM figure_week WHERE team_id = ? AND frozen <= ?", (team, as_at.isoformat())
        ).fetchone()
        return None if week is None else date.fromisoformat(week)

    def first_week(self, team: str, threshold: int) -> date | None:
        """The first week in which a number of the whole was shown that rests on so many people: before it nothing is,
        not even a 0."""
        (week,) = self._execute(
            "SELECT MIN(week) FROM figure_shown WHERE team_id = ? AND measure IN (SELECT value FROM json_each(?)) "
            "AND told_by = ? AND told_key = '' AND value > 0 AND threshold >= ?",
            (team, _MEASURES, By.WHOLE.value, threshold),
        ).fetchone()
        return None if week is None else date.fromisoformat(week)

    def lowered(self, team: str, week: date) -> Lowered | None:
        """The last week up to this one from which fewer people were enough than in the frozen week before it."""
        found = self._execute(
            "SELECT week, before, threshold FROM (SELECT week, threshold, "
            "LAG(threshold) OVER (ORDER BY week) AS before FROM figure_week WHERE team_id = ? AND week <= ?) "
            "WHERE threshold < before ORDER BY week DESC LIMIT 1",
            (team, week.isoformat()),
        ).fetchone()
        return None if found is None else Lowered(date.fromisoformat(found[0]), found[1], found[2])

    def shown(
        self, team: str, week: date, threshold: int, quarters: tuple[str, str], since: date
    ) -> tuple[tuple[FigureCell, ...], tuple[FigureCell, ...]]:
        """Every number as it is shown in a week, of quarters those from the first to the last of these; and what each
        number as a whole, and by theme, was whenever it was shown anew from a day up to that week, oldest first, with
        what stood when the day came. Without a value where it is not shown, or was while fewer people were enough."""
        rows = self._execute(
            # A 0 tells of nobody, however few people were enough.
            "SELECT measure, told_by, told_key, CASE WHEN threshold >= ? OR value = 0 THEN value END, week "
            "FROM figure_shown "
            "WHERE team_id = ? AND week <= ? AND (told_by <> ? OR told_key BETWEEN ? AND ?) "
            "ORDER BY measure, told_by, told_key, week",
            (threshold, team, week.isoformat(), By.QUARTER.value, *quarters),
        ).fetchall()
        found = [
            FigureCell(_cell(measure, by, key), value, _monday(day)) for measure, by, key, value, day in rows
        ]
        now = {one.cell: one for one in found}
        in_time = sorted((one for one in found if one.cell.by in HISTORY_OF), key=attrgetter("week"))
        standing = {one.cell: one for one in in_time if one.week <= since}
        history = (*standing.values(), *(one for one in in_time if one.week > since))
        return tuple(now.values()), history

    def load(self, team: str, threshold: int) -> Publication:
        """All that was shown of a team, to go on from."""
        people = self._people(team)
        publication = Publication(threshold)
        rows = self._execute(
            "SELECT shown.measure, shown.told_by, shown.told_key, shown.week, value, threshold, behind "
            "FROM figure_shown AS shown LEFT JOIN figure_behind AS people ON people.team_id = shown.team_id "
            "AND people.measure = shown.measure AND people.told_by = shown.told_by "
            "AND people.told_key = shown.told_key AND people.week = shown.week AND people.rest = '' "
            "WHERE shown.team_id = ? ORDER BY shown.week, shown.measure, shown.told_by, shown.told_key",
            (team,),
        ).fetchall()
        for measure, by, key, week, value, enough, behind in rows:
            who = None if behind is None else _read(behind, people)
            shown = Shown(date.fromisoformat(week), who, enough, value)
            publication.shown.setdefault(_cell(measure, by, key), []).append(shown)
        rows = self._execute(
            "SELECT measure, told_by, told_key, rest, behind FROM figure_behind "
            "WHERE team_id = ? AND rest <> '' ORDER BY week, measure, told_by, told_key, rest",
            (team,),
        ).fetchall()
        for measure, by, key, told, behind in rows:
            rest = Rest(_cell(measure, by, key), told)
            publication.rests.setdefault(rest, []).append(_read(behind, people))
        return publication

    def freeze(self, team: str, week: date, day: date, threshold: int, change: Change) -> None:
        """Keeps what a week has shown anew. The week is frozen from now on."""
        monday = week.isoformat()
        self._execute(
            "INSERT INTO figure_week (team_id, week, frozen, threshold) VALUES (?, ?, ?, ?)",
            (team, monday, day.isoformat(), threshold),
        )
        numbers = self._numbers(team, change)
        for cell, one in change.shown.items():
            which = (team, *_key(cell))
            self._execute(
                "INSERT INTO figure_shown (team_id, measure, told_by, told_key, week, value, threshold) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*which, monday, one.value, one.threshold),
            )
            if one.behind is not None:
                self._remember(which, "", monday, _written(one.behind, numbers))
        for rest, behind in change.rests.items():
            self._remember((team, *_key(rest.whole)), rest.told, monday, _written(behind, numbers))

    def reflected(self, team: str) -> list[tuple[str, str]]:
        """Person and bank of everybody who finished a sitting in a team and chose to be counted."""
        rows = self._execute(
            "SELECT DISTINCT person_id, bank FROM reflected WHERE team_id = ? ORDER BY person_id, bank",
            (team,),
        ).fetchall()
        return [(person, bank) for person, bank in rows]

    def count_in(self, team: str, person: str, bank: str, day: date) -> None:
        """Somebody in a team who chose to be counted finished a sitting with a bank."""
        self._execute(
            "INSERT INTO reflected (team_id, person_id, bank, day) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (team, person, bank, day.isoformat()),
        )

    def count_out(self, person: str) -> None:
        """Somebody is not counted any more: nothing is kept of when they were."""
        self._execute("DELETE FROM reflected WHERE person_id = ?", (person,))

    def forget(self, person: str, bank: str, day: date) -> None:
        """A sitting that counted is gone."""
        self._execute(
            "DELETE FROM reflected WHERE person_id = ? AND bank = ? AND day = ?",
            (person, bank, day.isoformat()),
        )

    def _remember(self, which: tuple[str, ...], rest: str, week: str, behind: str) -> None:
        self._execute(
            "INSERT INTO figure_behind (team_id, measure, told_by, told_key, rest, week, behind) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*which, rest, week, behind),
        )

    def _people(self, team: str) -> dict[str, str]:
        rows = self._execute("SELECT number, person_id FROM figure_person WHERE team_id = ?", (team,))
        return {str(number): person for number, person in rows.fetchall()}

    def _numbers(self, team: str, change: Change) -> dict[str, str]:
        """The number of everybody behind a change, those who are new with the next ones."""
        numbers = {person: number for number, person in self._people(team).items()}
        for person in sorted(_everybody(change) - numbers.keys()):
            numbers[person] = str(len(numbers) + 1)
            self._execute(
                "INSERT INTO figure_person (team_id, number, person_id) VALUES (?, ?, ?)",
                (team, len(numbers), person),
            )
        return numbers


def _everybody(change: Change) -> set[str]:
    groups: Iterable[Behind | None] = (*(one.behind for one in change.shown.values()), *change.rests.values())
    return {person.removeprefix(LISTED) for behind in groups if behind for person in behind}


def _written(behind: Behind, numbers: dict[str, str]) -> str:
    return " ".join(
        f"{LISTED}{numbers[person[len(LISTED) :]]}:{amount}"
        if person.startswith(LISTED)
        else f"{numbers[person]}:{amount}"
        for person, amount in behind.items()
    )


def _read(said: str, people: dict[str, str]) -> dict[str, int]:
    found = {}
    for one in said.split():
        number, _, amount = one.partition(":")
        listed = LISTED if number.startswith(LISTED) else ""
        found[listed + people[number[len(listed) :]]] = int(amount)
    return found


# The same few cells and Mondays stand in thousands of rows.
_monday = lru_cache(maxsize=1_000)(date.fromisoformat)


@lru_cache(maxsize=20_000)
def _cell(measure: str, by: str, key: str) -> Cell:
    return Cell(Measure(measure), By(by), key)


def _key(cell: Cell) -> tuple[str, str, str]:
    return cell.measure.value, cell.by.value, cell.key
