"""A file whose sums stood in their first order is brought to the new one with every sum that it had."""

from __future__ import annotations

from pathlib import Path

from reflect.storage.driver import connect, create_empty
from reflect.storage.migrating import migrate, shipped_steps
from reflect.storage.store import FILE_NAME

KEY = bytes(range(32))
MOMENT = "2026-01-01 00:00:00.000000"
COLUMNS = "team_id, listed, measure, told_by, told_key, person_id, amount"
SUMS = [
    ("north", 0, "agreed", "whole", "", "bo", 3),
    ("north", 0, "open", "theme", "neglect", "bo", 2),
    ("north", 1, "agreed", "status", "agreed", "alex", 1),
]


def test_every_sum_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    create_empty(path)
    before = [step for step in shipped_steps() if step.revision < "0012"]
    migrate(path, KEY, before)
    connection = connect(path, KEY)
    person = (
        "INSERT INTO person (id, name, profession, standing, administrator, since) "
        "VALUES (?, ?, '', 'active', 0, ?)"
    )
    connection.execute(person, ("lena", "Lena", MOMENT))
    connection.execute(
        "INSERT INTO team (id, name, lead_id, made) VALUES ('north', 'North', 'lena', ?)", (MOMENT,)
    )
    connection.executemany(f"INSERT INTO figure_sum ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", SUMS)
    connection.commit()
    connection.close()

    migrate(path, KEY)

    connection = connect(path, KEY)
    try:
        rows = connection.execute(f"SELECT {COLUMNS} FROM figure_sum ORDER BY {COLUMNS}").fetchall()
        order = connection.execute(
            "SELECT name, pk FROM pragma_table_info('figure_sum') WHERE pk ORDER BY pk"
        )
        assert [name for name, _ in order.fetchall()] == [
            "team_id", "listed", "person_id", "told_by", "told_key", "measure",
        ]  # fmt: skip
    finally:
        connection.close()
    assert rows == SUMS
