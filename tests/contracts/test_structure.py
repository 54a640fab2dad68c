"""The rooms of the house: who may look where, held while the program runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clocks import StoppedClock
from reflect.services.practice import Practice
from reflect.workspace import Workspace

PASSPHRASE = "a lantern by the canal"
SOURCE = Path(__file__).resolve().parents[2] / "src" / "reflect"


def loaded_by(statement: str) -> set[str]:
    """The top-level packages that a fresh process has loaded after a statement."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{statement}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "reflect.services",
        "reflect.services.practice",
        "reflect.services.reflecting",
        "reflect.services.people",
    ],
)
def test_what_a_person_can_do_needs_neither_screens_nor_tables(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert "reflect" in loaded
    assert not loaded & {"textual", "rich", "sqlmodel", "sqlalchemy", "sqlcipher3", "alembic"}


def test_the_workspace_can_be_named_before_its_database_is_loaded() -> None:
    loaded = loaded_by(
        "import reflect.workspace, pathlib; reflect.workspace.Workspace(pathlib.Path('x')).exists()"
    )
    assert not loaded & {"sqlmodel", "sqlalchemy", "sqlcipher3", "alembic", "textual"}


LOOK = """
import datetime, pathlib
from reflect.domain.actions.wanted import Wanted
from reflect.workspace import Workspace
glance = Workspace(pathlib.Path({folder!r})).glance(None, {passphrase!r})
(action,) = glance.listed(Wanted(overdue=True))
assert len(glance.histories([action.id])[action.id]) == 2
assert glance.listed(Wanted(search="nurse")) == glance.listed(Wanted(as_at=datetime.date(2100, 1, 1))) == (action,)
assert list(glance.names().values()) == ["Robin Example"]
glance.close()
"""


def test_a_look_at_actions_loads_nothing_that_a_list_does_not_need(
    workspace: Workspace, signed_in: Callable[..., Practice], clock: StoppedClock
) -> None:
    practice = signed_in()
    practice.acting.propose(what="Ring the school nurse", due=date(2020, 1, 1), agree=True)
    practice.close()
    loaded = loaded_by(LOOK.format(folder=str(workspace.folder), passphrase=PASSPHRASE))
    assert "sqlcipher3" in loaded
    assert not loaded & {"sqlalchemy", "sqlmodel", "alembic", "yaml", "textual", "rich", "holidays"}


STEPS = ("reflect.domain.actions.doubtful", "reflect.domain.going_out", "reflect.services.actions.travel")


def test_a_list_of_actions_does_not_wait_for_what_other_commands_of_actions_need() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from reflect.cli.commands import command_line\ncommand_line('action')\n"
            "import sys; print('reflect.cli.actions.listing' in sys.modules)\n"
            f"print(*(name for name in {STEPS} if name in sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "True\n\n"


def test_a_passphrase_begins_to_be_made_into_a_key_before_anything_else_is_read() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import reflect.cli.head_start, reflect.cli.secret_files, reflect.vault.expecting\n"
            "import sys; print(*sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert "reflect.vault.derivation" in loaded
    assert not loaded & {"typer", "getpass", "hashlib", "secrets", "mnemonic", "sqlcipher3"}
    assert not loaded & {"pathlib", "dataclasses", "datetime", "reflect.vault.boxes", "reflect.vault.header"}


def test_alembic_stays_away_from_a_file_that_is_up_to_date() -> None:
    loaded = loaded_by("import reflect.storage.store")
    assert "sqlmodel" in loaded
    assert "alembic" not in loaded


def test_the_rooms_have_the_names_of_the_field() -> None:
    names = {part for path in SOURCE.rglob("*.py") for part in path.relative_to(SOURCE).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "helper", "managers", "manager", "core", "common", "misc"}


def test_no_file_has_grown_past_one_reason_to_change() -> None:
    lengths = {
        path.relative_to(SOURCE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCE.rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 320} == {}
    assert lengths["tui/app.py"] <= 150
