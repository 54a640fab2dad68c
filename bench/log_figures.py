"""How long all figures of the two teams that somebody leads take: in a service with 1,000,000 actions and 500 people
against one with 10,000 and 20, and against DuckDB counting the same 1,000,000 in a file of its own (by theme, level,
quarter, finding and as a whole, for each measure, in the same teams), as ratios of medians of one run.

    pip install duckdb
    python bench/log_figures.py [MANY [FEW]]
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from made_up_service import LARGE, PASSPHRASE, SMALL, make_service, numbers

from reflect.clock import SystemClock
from reflect.services.practice import Practice

MANY, FEW = 1_000_000, 10_000
ROUNDS = 40
LIMIT, LIMIT_DUCKDB = 1.3, 0.4

COLUMNS = (
    "team VARCHAR", "person VARCHAR", "themes VARCHAR", "level VARCHAR", "findings VARCHAR", "status VARCHAR",
    "agreed DATE", "due DATE", "updated DATE", "carried INTEGER", "stage INTEGER", "impact BOOLEAN", "keep BOOLEAN",
)  # fmt: skip
MEASURES = """
    count(*) FILTER (NOT keep), count(*) FILTER (NOT keep AND is_open),
    count(*) FILTER (NOT keep AND is_open AND due >= $today AND due < $today + 14),
    count(*) FILTER (NOT keep AND is_open AND due < $today),
    count(*) FILTER (NOT keep AND is_open AND (status = 'blocked' OR updated < $today - 28)),
    count(*) FILTER (NOT keep AND status = 'done'), count(*) FILTER (NOT keep AND status = 'confirmed'),
    count(*) FILTER (NOT keep AND status = 'embedded'),
    count(*) FILTER (NOT keep AND status IN ('not-achieved', 'withdrawn')),
    count(*) FILTER (NOT keep AND carried > 0), count(*) FILTER (NOT keep AND stage > 0),
    count(*) FILTER (NOT keep AND impact), count(*) FILTER (keep), count(DISTINCT person)
"""
TOLD_APART = {
    "mark": "''",
    "mark_by_level": "level",
    "mark_by_quarter": "quarter",
    "theme": "theme",
    "finding": "finding",
}


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


class Duck:
    """The same marks in DuckDB's own file."""

    def __init__(self, folder: Path, practice: Practice) -> None:
        rows = folder / "marks.csv"
        with rows.open("w", newline="", encoding="utf-8") as file, practice._store.reading() as transaction:
            out = csv.writer(file)
            for stored in transaction.figures.every_mark():
                one = stored.mark
                words = (
                    stored.team,
                    one.person,
                    " ".join(one.themes),
                    one.level.value,
                    " ".join(one.findings),
                )
                days = (one.status.value, one.agreed, one.due, one.updated)
                out.writerow((*words, *days, one.carried, one.stage, one.impact, one.keep))
        self._connection = importlib.import_module("duckdb").connect(str(folder / "marks.duckdb"))
        self._run(f"CREATE TABLE read ({', '.join(COLUMNS)})")
        self._run(f"COPY read FROM '{rows}' (HEADER false)")
        self._run(
            "CREATE TABLE mark AS SELECT *, status IN ('agreed', 'in-progress', 'blocked') AS is_open, "
            "date_trunc('quarter', agreed) AS quarter FROM read ORDER BY team"
        )
        self._run("CREATE VIEW mark_by_level AS FROM mark")
        self._run("CREATE VIEW mark_by_quarter AS FROM mark")
        self._run("CREATE TABLE theme AS SELECT *, unnest(string_split(themes, ' ')) AS theme FROM mark")
        self._run(
            "CREATE TABLE finding AS SELECT *, unnest(string_split(findings, ' ')) AS finding FROM mark"
        )
        self._run("CHECKPOINT")

    def count(self, teams: Sequence[str]) -> list[Any]:
        """Every number of these teams."""
        found = []
        for table, key in TOLD_APART.items():
            said = f"SELECT team, {key} AS told, {MEASURES} FROM {table} WHERE team IN $teams GROUP BY ALL"
            found += self._run(said, {"teams": list(teams), "today": SystemClock().today()}).fetchall()
        return found

    def _run(self, statement: str, values: object = None) -> Any:
        return self._connection.execute(statement, values)


def main() -> int:
    """Prints the medians and their ratios; 1 if one is above its limit, 2 where DuckDB is missing."""
    if importlib.util.find_spec("duckdb") is None:
        print("DuckDB is not installed: pip install duckdb")
        return 2
    many, few = numbers((MANY, FEW))
    with TemporaryDirectory() as made:
        sizes = {few: SMALL, many: LARGE}
        services = {
            number: make_service(Path(made) / str(number), number, people) for number, people in sizes.items()
        }
        practices = {
            number: workspace.sign_in(name, PASSPHRASE) for number, (workspace, name) in services.items()
        }
        duck = Duck(Path(made), practices[many])
        teams = [team.id for team in practices[many].overseeing.led()]
        cells = {
            number: sum(len(one.cells) for one in practice.overseeing.figures())  # freezes this week
            for number, practice in practices.items()
        }
        times: dict[str, list[float]] = {"few": [], "many": [], "duckdb": []}
        for _ in range(ROUNDS):
            times["few"].append(_milliseconds(practices[few].overseeing.figures))
            times["many"].append(_milliseconds(practices[many].overseeing.figures))
            times["duckdb"].append(_milliseconds(lambda: duck.count(teams)))
        counted = len(duck.count(teams))
        for practice in practices.values():
            practice.close()
    medians = {name: statistics.median(several) for name, several in times.items()}
    by_actions, by_duckdb = medians["many"] / medians["few"], medians["many"] / medians["duckdb"]
    print(f"{few:>12,} actions{medians['few']:>9.1f} ms  ({cells[few]:,} numbers)")
    print(f"{many:>12,} actions{medians['many']:>9.1f} ms  ({cells[many]:,} numbers){by_actions:>8.2f}")
    print(f"{'DuckDB':>20}{medians['duckdb']:>9.1f} ms  ({counted:,} rows of 14){by_duckdb:>8.2f}")
    return int(by_actions > LIMIT or by_duckdb > LIMIT_DUCKDB)


if __name__ == "__main__":
    sys.exit(main())
