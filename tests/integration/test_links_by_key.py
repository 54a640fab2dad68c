"""What links hold by keys: looked at in the open database itself, with the workspace's key and one's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from clocks import StoppedClock
from file_by_key import ADMIN, PASSPHRASE, FileByKey
from reflect.errors import DamagedFile, NotPermitted
from reflect.services.practice import Practice
from reflect.storage import revisions
from reflect.storage.driver import connect, create_empty
from reflect.storage.migrating import migrate, shipped_steps
from reflect.storage.store import FILE_NAME, Store
from reflect.vault.sealing import new_circle_key, wrap_circle_key
from reflect.workspace import Workspace

SignIn = Callable[..., Practice]
SAM, BO, ALEX = "Sam Supervisor", "Bo Practitioner", "Alex Another"
KEY = bytes(range(32))


class Pair(FileByKey):
    """Sam supervises Bo, Alex supervises Robin, and both pairs have their keys."""

    def __init__(self, workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> None:
        self.workspace, self.clock = workspace, clock
        self.people = {name: signed_in(name) for name in (ADMIN, SAM, BO, ALEX)}
        admin = self.people[ADMIN]
        self.link = admin.links.add(SAM, BO)
        self.other = admin.links.add(ALEX, ADMIN)
        self.circle = self.people[BO].links.pair_key(self.link.id).circle_id
        admin.links.pair_key(self.other.id)


@pytest.fixture
def pair(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> Pair:
    return Pair(workspace, signed_in, clock)


IN_ANOTHER_PROCESS = """
import sys, pathlib
from clocks import StoppedClock
from reflect.errors import NotPermitted
from reflect.workspace import Workspace
folder, name, passphrase, link = sys.argv[1:]
practice = Workspace(pathlib.Path(folder), StoppedClock()).sign_in(name, passphrase)
for turn in range(2):
    try:
        print(practice.links.pair_key(link).circle_id, flush=True)
    except NotPermitted as refused:
        print(refused.what, flush=True)
    sys.stdin.readline()
practice.close()
"""


def test_the_end_of_a_link_is_known_at_once_to_a_program_that_runs_elsewhere(pair: Pair) -> None:
    tests = str(Path(__file__).resolve().parents[1])
    child = subprocess.Popen(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, str(pair.workspace.folder), SAM, PASSPHRASE, pair.link.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([tests, os.environ.get("PYTHONPATH", "")])},
    )
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline().strip() == pair.circle
        pair.people[ADMIN].links.end(pair.link.id)
        child.stdin.write("\n")
        child.stdin.flush()
        assert child.stdout.readline().startswith("You do not supervise Bo Practitioner any more")
        child.stdin.close()


def test_only_the_two_of_a_link_hold_its_key_and_not_who_made_the_link(pair: Pair) -> None:
    holders = [name for name in pair.people if pair.circle in pair.opened_by(name)]
    assert holders == [SAM, BO]
    sealed = pair.people[BO].links.pair_key(pair.link.id).seal(b"what I bring", place="here")
    assert pair.opened_by(SAM)[pair.circle].open(sealed, place="here") == b"what I bring"
    for name in (ADMIN, ALEX):
        assert len(pair.opened_by(name)) == 3  # their own, and the two of the other link
        for key in pair.opened_by(name).values():
            with pytest.raises(DamagedFile):
                key.open(sealed, place="here")


def test_after_the_end_the_file_holds_no_way_in_for_the_former_supervisor(pair: Pair) -> None:
    pair.people[ADMIN].links.end(pair.link.id)
    assert [name for name in pair.people if pair.circle in pair.opened_by(name)] == [BO]
    assert pair.execute("SELECT closed IS NOT NULL FROM circle WHERE id = ?", pair.circle) == [(1,)]


def test_nor_does_it_after_the_last_day_of_a_cover(pair: Pair, signed_in: SignIn) -> None:
    cover = pair.people[ADMIN].links.add(ALEX, BO, date(2026, 3, 4))
    circle = pair.people[BO].links.pair_key(cover.id).circle_id
    assert circle in pair.opened_by(ALEX)
    pair.clock.go_on(days=3)
    signed_in(ALEX)
    assert circle not in pair.opened_by(ALEX)
    assert circle in pair.opened_by(BO)


def test_a_key_that_was_put_in_place_of_theirs_is_not_used_by_either(pair: Pair) -> None:
    planted = new_circle_key(pair.circle)
    for name in (SAM, BO):
        wrapped = wrap_circle_key(pair.enter(name).keys.public.read, planted)
        pair.execute(
            "UPDATE circle_member SET wrapped_key = ? WHERE circle_id = ? AND person_id = ?",
            wrapped, pair.circle, pair.people[name].person.id,
        )  # fmt: skip
    assert pair.opened_by(BO)[pair.circle].fingerprint() == planted.fingerprint()
    for name in (SAM, BO):
        with pytest.raises(DamagedFile, match="not the one that the supervisee's program made"):
            pair.people[name].links.pair_key(pair.link.id, writing=name == BO)
        assert any(pair.link.id[:8] in fault for fault in pair.people[name].examine())


def test_a_public_key_that_was_changed_from_outside_is_noticed_by_its_owner(
    pair: Pair, signed_in: SignIn
) -> None:
    mine = pair.enter(ADMIN).keys.public.read
    pair.execute("UPDATE person SET read_key = ? WHERE name = ?", mine, SAM)
    with pytest.raises(DamagedFile):
        pair.people[BO].links.pair_key(pair.link.id, writing=True)
    with pytest.raises(DamagedFile, match="do not belong together"):
        signed_in(SAM)


def test_a_link_that_was_turned_round_or_moved_to_another_circle_opens_nothing(pair: Pair) -> None:
    pair.execute(
        "UPDATE link SET supervisor_id = supervisee_id, supervisee_id = supervisor_id WHERE id = ?",
        pair.link.id,
    )
    with pytest.raises(DamagedFile):
        pair.people[SAM].links.pair_key(pair.link.id, writing=True)
    pair.execute(
        "UPDATE link SET supervisor_id = supervisee_id, supervisee_id = supervisor_id, "
        "circle_id = (SELECT circle_id FROM link WHERE id = ?) WHERE id = ?",
        pair.other.id, pair.link.id,
    )  # fmt: skip
    with pytest.raises(DamagedFile):
        pair.people[BO].links.pair_key(pair.link.id, writing=True)


def test_the_circle_of_an_earlier_link_of_the_same_two_does_not_open_for_the_new_one(pair: Pair) -> None:
    pair.people[ADMIN].links.end(pair.link.id)
    again = pair.people[ADMIN].links.add(SAM, BO)
    pair.execute(
        "UPDATE link SET (circle_id, signature) = (SELECT circle_id, signature FROM link WHERE id = ?) "
        "WHERE id = ?",
        pair.link.id, again.id,
    )  # fmt: skip
    with pytest.raises(DamagedFile):
        pair.people[BO].links.pair_key(again.id)


def test_nothing_more_is_kept_for_somebody_who_has_left(pair: Pair) -> None:
    sam = pair.people[SAM].person.id
    before = pair.execute("SELECT count(*) FROM notice WHERE person_id = ?", sam)
    for name in (SAM, BO, ALEX):
        pair.people[name].close()
    pair.people[ADMIN].people.deactivate(SAM)
    assert pair.execute("SELECT count(*) FROM notice WHERE person_id = ?", sam) == before
    assert pair.execute("SELECT count(*) FROM circle_member WHERE circle_id = ?", pair.circle) == [(1,)]


def test_a_closed_circle_takes_no_words_even_if_its_link_was_opened_again_from_outside(pair: Pair) -> None:
    pair.people[ADMIN].links.end(pair.link.id)
    pair.execute("UPDATE link SET ended = NULL WHERE id = ?", pair.link.id)
    with pytest.raises(NotPermitted):
        pair.people[BO].links.pair_key(pair.link.id, writing=True)
    with pytest.raises(DamagedFile):
        pair.people[SAM].links.pair_key(pair.link.id)


def test_the_tables_of_links_hold_ids_dates_and_names_of_teams_only(pair: Pair) -> None:
    pair.people[ADMIN].teams.add("North", SAM, [BO])
    names = {name.split()[0].encode() for name in pair.people}
    for table in ("link", "team", "team_member", "notice"):
        for row in pair.execute(f"SELECT * FROM {table}"):
            said = b" ".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
            assert not [name for name in names if name in said], table


def test_a_file_from_before_links_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    create_empty(path)
    before_links = [step for step in shipped_steps() if step.revision <= "0003"]
    migrate(path, KEY, before_links).unlink()
    rows = {
        "person": ("p1", "Robin", "Nurse", "active", 1, "2026-03-02 00:00:00.000000", b"read", b"sign"),
        "circle": ("c1", "mine", "2026-03-02 00:00:00.000000", None),
        "circle_member": ("c1", "p1", b"wrapped", "2026-03-02 00:00:00.000000"),
        "mine_answer": ("c1", "a1", b"card", b"body"),
        "mine_action": ("c1", "x1", b"sealed"),
        "mine_action_event": ("c1", "x1", 1, b"event"),
    }
    raw = connect(path, KEY)
    for table, row in rows.items():
        raw.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    raw.close()

    Store.open(tmp_path, KEY).close()
    raw = connect(path, KEY)
    assert revisions.recorded(raw) == revisions.NEWEST
    assert {table: raw.execute(f"SELECT * FROM {table}").fetchone() for table in rows} == rows
    assert raw.execute("SELECT count(*) FROM link").fetchone() == (0,)
    raw.close()
