"""Marks of agreed actions and the sums of them: plain columns by plain SQL, kept up with each step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reflect.domain.actions.action import Level, Status
from reflect.domain.figures.cells import By, Cell, standing_cells
from reflect.domain.figures.mark import Mark
from reflect.domain.figures.measures import Measure
from reflect.errors import DamagedFile
from reflect.storage.circle_actions import Execute

LIVE = "status IN ('agreed', 'in-progress', 'blocked', 'done', 'confirmed')"
OVER = "status IN ('embedded', 'not-achieved', 'withdrawn')"
COLUMNS = (
    "action_id", "team_id", "person_id", "circle_id", "listed", "themes", "level", "findings", "status", "agreed",
    "due", "done", "ended", "next_day", "updated", "carried", "stage", "impact", "keep",
)  # fmt: skip
_LEVELS = {one.value: one for one in Level}
_STATUSES = {one.value: one for one in Status}
_MOVES = frozenset({"team_id", "listed", "findings", "updated"})
_NOT_COUNTED = frozenset({"circle_id", "due", "done", "ended", "next_day", "updated"})
_ALL = ", ".join(COLUMNS)
_EACH = ", ".join("?" * len(COLUMNS))
_CHANGE_SUM = """
INSERT INTO figure_sum (team_id, listed, measure, told_by, told_key, person_id, amount) VALUES EACH
ON CONFLICT (team_id, listed, measure, told_by, told_key, person_id)
DO UPDATE SET amount = figure_sum.amount + excluded.amount
RETURNING amount, team_id, listed, measure, told_by, told_key, person_id
"""
_DROP_NOTHING = """
DELETE FROM figure_sum WHERE (team_id, listed, measure, told_by, told_key, person_id) IN (VALUES EACH)
"""
Sum = tuple[str, bool, Cell, str]
"""One kept amount: team, whether over what is listed, cell, and person."""


@dataclass(frozen=True, slots=True)
class StoredMark:
    """A mark as it is kept: with which team it is counted, in which circle the action stands, whether it is listed
    there, and the day on which something is expected of it. Teams and circles by their ids."""

    mark: Mark
    team: str
    circle: str
    listed: bool
    next_day: date | None = None


class Figures:
    """Marks and their sums within one transaction. Sums change with the marks and are never written by themselves."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def put(self, stored: StoredMark) -> None:
        """Keeps a mark, new or changed, and brings the sums up to it."""
        before, after = self._row(stored.mark.id), row_of(stored)
        changed = {
            column: value
            for column, was, value in zip(COLUMNS, before or (None,) * len(COLUMNS), after, strict=True)
            if value != was
        }
        if before is None:
            self._here("INSERT INTO figure_mark (COLUMNS) VALUES (EACH)", after)
            self._add(Counter(sums_of(stored)))
        elif changed:
            new = ", ".join(f"{column} = ?" for column in changed)
            values = (*changed.values(), stored.mark.id)
            self._execute("UPDATE figure_mark SET NEW WHERE action_id = ?".replace("NEW", new), values)
            if not changed.keys() <= _NOT_COUNTED:
                amounts = Counter(sums_of(stored))
                amounts.subtract(sums_of(stored_mark(before)))
                self._add(amounts)
        if stored.listed and changed.keys() & _MOVES:
            self._moved(stored)

    def mark(self, action_id: str) -> StoredMark | None:
        """The mark of an action, if it has one."""
        row = self._row(action_id)
        return None if row is None else stored_mark(row)

    def remove(self, action_id: str) -> None:
        """Takes a mark away, and out of the sums: the action was not agreed after all."""
        row = self._row(action_id)
        if row is not None:
            self._execute("DELETE FROM figure_mark WHERE action_id = ?", (action_id,))
            amounts: Counter[Sum] = Counter()
            amounts.subtract(sums_of(stored_mark(row)))
            self._add(amounts)

    def open_marks(self, team: str) -> list[StoredMark]:
        """The marks of a team's open actions, listed or not: what depends on the day is counted from them."""
        rows = self._here(
            "SELECT COLUMNS FROM figure_mark WHERE team_id = ? AND LIVE "
            "AND status IN ('agreed', 'in-progress', 'blocked')",
            (team,),
        )
        return [stored_mark(row) for row in rows.fetchall()]

    def days_to_done(self, team: str) -> list[tuple[str, bool, int]]:
        """Person, whether it is listed, and days from agreement to *done*, of every action of a team that is done,
        confirmed or embedded; without good practice."""
        done = (
            "SELECT person_id, listed, agreed, done FROM figure_mark WHERE team_id = ? AND keep = 0 "
            "AND done IS NOT NULL AND status IN ('done', 'confirmed', 'embedded')"
        )
        rows = self._here(f"{done} AND LIVE UNION ALL {done} AND OVER", (team, team)).fetchall()
        day = date.fromisoformat
        return [
            (person, bool(listed), (day(done) - day(agreed)).days) for person, listed, agreed, done in rows
        ]

    def counted(self, team: str) -> dict[Cell, dict[str, int]]:
        """The standing counts over everything agreed: of each cell how many actions each person has in it."""
        return self._by_person(team, listed=False)

    def listed_counts(self, team: str, by: By | None = None) -> dict[Cell, int]:
        """The standing counts over what is listed, exact: all of them, or those told apart so."""
        rows = self._execute(
            "SELECT measure, told_by, told_key, SUM(amount) FROM figure_sum WHERE team_id = ? AND listed = 1 "
            "AND (? = '' OR told_by = ?) GROUP BY measure, told_by, told_key",
            (team, by.value if by else "", by.value if by else ""),
        ).fetchall()
        return {_cell(measure, told_by, key): amount for measure, told_by, key, amount in rows}

    def listed(self, team: str) -> dict[Cell, dict[str, int]]:
        """The standing counts over what is listed, by person: what a lead can count by hand of everything agreed."""
        return self._by_person(team, listed=True)

    def last_moved(self, team: str) -> dict[str, date]:
        """When a listed action of each finding (`BANK/FINDING`) last moved."""
        rows = self._execute("SELECT finding, last FROM finding_moved WHERE team_id = ?", (team,)).fetchall()
        return {finding: date.fromisoformat(last) for finding, last in rows}

    def team_of(self, person: str) -> str | None:
        """With which team something new of somebody is counted: the first of theirs by name, None where there is none.
        It stays with that team wherever they go: from the figures of two teams nobody can be told who moved."""
        row = self._execute(
            "SELECT team.id FROM team_member JOIN team ON team.id = team_member.team_id "
            "WHERE team_member.person_id = ? ORDER BY team.name, team.id LIMIT 1",
            (person,),
        ).fetchone()
        return None if row is None else str(row[0])

    def every_mark(self) -> Iterator[StoredMark]:
        """All marks of all teams, to be looked at one by one."""
        for row in self._here("SELECT COLUMNS FROM figure_mark", ()):
            yield stored_mark(row)

    def every_sum(self) -> Iterator[tuple[Sum, int]]:
        """All kept amounts of all teams."""
        return self._read("SELECT * FROM figure_sum", ())

    def every_move(self) -> dict[tuple[str, str], date]:
        """When each finding last moved in each team, by team and finding."""
        rows = self._execute("SELECT team_id, finding, last FROM finding_moved", ()).fetchall()
        return {(team, finding): date.fromisoformat(last) for team, finding, last in rows}

    def team_names(self) -> dict[str, str]:
        """The name of each team by its id."""
        return dict(self._execute("SELECT id, name FROM team", ()).fetchall())

    def _row(self, action_id: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._here(
            "SELECT COLUMNS FROM figure_mark WHERE action_id = ?", (action_id,)
        ).fetchone()
        return row

    def _here(self, statement: str, values: Sequence[Any]) -> Any:
        """Runs a statement that speaks of all columns of a mark, or of those that are live or over."""
        for word, meant in (("COLUMNS", _ALL), ("EACH", _EACH), ("LIVE", LIVE), ("OVER", OVER)):
            statement = statement.replace(word, meant)
        return self._execute(statement, values)

    def _add(self, amounts: Counter[Sum]) -> None:
        """Adds to the sums what is not nothing, and takes away those that have come to nothing."""
        changes = [(*sum_key(which), amount) for which, amount in amounts.items() if amount]
        if changes:
            left = self._with_each(_CHANGE_SUM, changes).fetchall()
            if nothing := [key for amount, *key in left if not amount]:
                self._with_each(_DROP_NOTHING, nothing)

    def _with_each(self, statement: str, rows: Sequence[Sequence[Any]]) -> Any:
        """Runs a statement with all of these rows at once in the place of its EACH."""
        each = f"({', '.join('?' * len(rows[0]))})"
        values = [value for row in rows for value in row]
        return self._execute(statement.replace("EACH", ", ".join([each] * len(rows))), values)

    def _moved(self, stored: StoredMark) -> None:
        for finding in stored.mark.findings:
            self._execute(
                "INSERT INTO finding_moved (team_id, finding, last) VALUES (?, ?, ?) "
                "ON CONFLICT (team_id, finding) DO UPDATE SET last = excluded.last "
                "WHERE finding_moved.last < excluded.last",
                (stored.team, finding, stored.mark.updated.isoformat()),
            )

    def _by_person(self, team: str, *, listed: bool) -> dict[Cell, dict[str, int]]:
        found: dict[Cell, dict[str, int]] = {}
        statement = "SELECT * FROM figure_sum WHERE team_id = ? AND listed = ?"
        for (_, _, cell, person), amount in self._read(statement, (team, int(listed))):
            found.setdefault(cell, {})[person] = amount
        return found

    def _read(self, statement: str, values: Sequence[Any]) -> Iterator[tuple[Sum, int]]:
        columns = "team_id, listed, measure, told_by, told_key, person_id, amount"
        for team, listed, measure, by, key, person, amount in self._execute(
            statement.replace("*", columns), values
        ):
            yield (team, bool(listed), _cell(measure, by, key), person), amount


def sums_of(stored: StoredMark) -> Iterator[Sum]:
    """The amounts in which a mark counts one: those over everything agreed, and if it is listed the exact ones too."""
    for cell in standing_cells(stored.mark):
        yield stored.team, False, cell, stored.mark.person
        if stored.listed:
            yield stored.team, True, cell, stored.mark.person
    if stored.listed:
        whole = Measure.GOOD_PRACTICE if stored.mark.keep else Measure.AGREED
        yield stored.team, True, Cell(whole, By.STATUS, stored.mark.status.value), stored.mark.person


def moves_of(marks: Iterable[StoredMark]) -> dict[tuple[str, str], date]:
    """When the listed ones among these marks last moved, by team and finding."""
    found: dict[tuple[str, str], date] = {}
    for stored in marks:
        for finding in stored.mark.findings if stored.listed else ():
            which = stored.team, finding
            found[which] = max(stored.mark.updated, found.get(which, stored.mark.updated))
    return found


def sum_key(which: Sum) -> tuple[Any, ...]:
    """What a kept amount is found by, in the order of its columns."""
    team, listed, cell, person = which
    return team, int(listed), cell.measure.value, cell.by.value, cell.key, person


def row_of(stored: StoredMark) -> tuple[Any, ...]:
    """A mark by its `COLUMNS`."""
    mark = stored.mark
    days = (mark.due, mark.done, mark.ended, stored.next_day)
    return (
        mark.id, stored.team, mark.person, stored.circle, int(stored.listed), " ".join(mark.themes), mark.level.value,
        " ".join(mark.findings), mark.status.value, mark.agreed.isoformat(),
        *(None if day is None else day.isoformat() for day in days),
        mark.updated.isoformat(), mark.carried, mark.stage, int(mark.impact), int(mark.keep),
    )  # fmt: skip


def stored_mark(row: Sequence[Any]) -> StoredMark:
    """The mark whose `COLUMNS` these are. Raises DamagedFile."""
    (
        action, team, person, circle, listed, themes, level, findings, status, agreed, due, done, ended, next_day,
        updated, carried, stage, impact, keep,
    ) = row  # fmt: skip
    try:
        mark = Mark(
            id=action, person=person, themes=tuple(themes.split()), level=_LEVELS[level],
            findings=tuple(findings.split()), status=_STATUSES[status], agreed=date.fromisoformat(agreed),
            due=_day(due), done=_day(done), ended=_day(ended), updated=date.fromisoformat(updated),
            carried=carried, stage=stage, impact=bool(impact), keep=bool(keep),
        )  # fmt: skip
        return StoredMark(mark, team, circle, bool(listed), _day(next_day))
    except (KeyError, ValueError, TypeError):
        raise _changed() from None


def _cell(measure: str, by: str, key: str) -> Cell:
    try:
        return Cell(Measure(measure), By(by), key)
    except ValueError:
        raise _changed() from None


def _changed() -> DamagedFile:
    return DamagedFile(
        "What the figures are counted from was changed outside reflect.",
        "No word of anybody is lost. Bring the folder back from your backup, or see `reflect doctor --deep`.",
    )


def _day(said: str | None) -> date | None:
    return None if said is None else date.fromisoformat(said)
