"""A file is brought up to date whole or not at all, after a copy that was compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from sqlmodel import SQLModel

from reflect.domain.people import CircleKind, Person, Standing
from reflect.errors import NotSaved, WorkspaceError
from reflect.storage import revisions
from reflect.storage.driver import connect, create_empty
from reflect.storage.migrating import migrate, shipped_steps
from reflect.storage.sqlite import make_engine
from reflect.storage.store import FILE_NAME, Store

KEY = bytes(range(32))
SINCE = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file of the present version with one person, their circle and one sealed answer."""
    store = Store.create(tmp_path, KEY)
    with store.writing() as transaction:
        transaction.people.add(Person("p1", "Robin", "Nurse", Standing.ACTIVE, True, SINCE))
        transaction.circles.open("c1", CircleKind.MINE, SINCE)
        transaction.circles.admit("c1", "p1", b"wrapped", SINCE)
        transaction.mine("c1").put_answer("a1", b"card", b"body")
    store.close()
    return tmp_path


def step(upgrade: Callable[[], None]) -> list[ModuleType]:
    """The shipped revisions and one more."""
    added = ModuleType("r9999_added")
    added.revision, added.upgrade = "9999", upgrade
    return [*shipped_steps(), added]


def rebuild_people() -> None:
    with op.batch_alter_table("person", recreate="always") as batch:
        batch.add_column(sa.Column("pronouns", sa.String()))


def contents(folder: Path) -> tuple[list[tuple[str, ...]], list[tuple[bytes, ...]], str]:
    connection = connect(folder / FILE_NAME, KEY)
    try:
        return (
            connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
            ).fetchall(),
            connection.execute("SELECT id, circle_id, card, body FROM mine_answer").fetchall(),
            revisions.recorded(connection),
        )
    finally:
        connection.close()


def index_said(index: Mapping[str, Any]) -> str:
    options = {name: str(value) for name, value in index["dialect_options"].items()}
    return str({**index, "dialect_options": options})


def test_the_revisions_lead_to_the_same_tables_as_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    create_empty(tmp_path / "old" / FILE_NAME)
    migrate(tmp_path / "old" / FILE_NAME, KEY)
    Store.create(tmp_path / "new", KEY).close()

    shapes = []
    for name in ("old", "new"):
        engine = make_engine(tmp_path / name / FILE_NAME, KEY)
        with engine.connect() as connection:
            shape = sa.inspect(connection)
            shapes.append(
                {
                    table: (
                        [(c["name"], str(c["type"]), c["nullable"]) for c in shape.get_columns(table)],
                        shape.get_pk_constraint(table),
                        sorted(shape.get_foreign_keys(table), key=str),
                        sorted(index_said(index) for index in shape.get_indexes(table)),
                        sorted(shape.get_check_constraints(table), key=str),
                        shape.get_table_options(table),
                    )
                    for table in SQLModel.metadata.tables
                }
            )
        engine.dispose()
    assert shapes[0] == shapes[1]
    assert "mine_answer" in shapes[0]
    assert any("in-progress" in index for index in shapes[0]["figure_mark"][3])
    assert shapes[0]["figure_sum"][-1] == {"sqlite_with_rowid": False}
    assert shipped_steps()[-1].revision == revisions.NEWEST


def test_rebuilding_a_table_that_others_point_to_loses_no_row(folder: Path) -> None:
    backup = migrate(folder / FILE_NAME, KEY, step(rebuild_people))
    tables, answers, revision = contents(folder)
    assert revision == "9999"
    assert any("pronouns" in sql for name, sql in tables if name == "person")
    assert answers == [("a1", "c1", b"card", b"body")]
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_step_that_fails_leaves_the_file_as_it_was_and_can_be_tried_again(folder: Path) -> None:
    before = contents(folder)

    def fails_half_way() -> None:
        rebuild_people()
        raise RuntimeError("the words of a person")

    for _ in range(2):
        with pytest.raises(WorkspaceError, match="as it was before") as failed:
            migrate(folder / FILE_NAME, KEY, step(fails_half_way))
        assert "the words of a person" not in str(failed.value)
        assert contents(folder) == before
    migrate(folder / FILE_NAME, KEY, step(rebuild_people))
    assert contents(folder)[2] == "9999"


def test_a_step_that_would_cut_a_link_is_refused(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(WorkspaceError, match="link would have been lost"):
        migrate(folder / FILE_NAME, KEY, step(lambda: op.execute("DELETE FROM circle")))
    assert contents(folder) == before


def test_the_copy_made_before_holds_everything(folder: Path) -> None:
    before = contents(folder)
    backup = migrate(folder / FILE_NAME, KEY, step(rebuild_people))
    (folder / "restored").mkdir()
    backup.rename(folder / "restored" / FILE_NAME)
    assert contents(folder / "restored") == before


def test_a_file_of_a_newer_version_can_be_read_and_not_written(folder: Path) -> None:
    migrate(folder / FILE_NAME, KEY, step(rebuild_people))
    store = Store.open(folder, KEY)
    assert store.read_only
    with store.reading() as transaction:
        assert transaction.mine("c1").cards() == [("a1", b"card")]
    with pytest.raises(NotSaved, match="only be read"), store.writing() as transaction:
        transaction.mine("c1").put_answer("a2", b"card", b"body")
    store.close()
