"""Coming in: with a passphrase, with recovery words, and not at all."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.people import Standing
from reflect.errors import (
    Locked,
    NotFound,
    NoWorkspace,
    Waiting,
    WeakPassphrase,
    WorkspaceError,
    WrongPassphrase,
    WrongUse,
)
from reflect.vault import door
from reflect.vault.door import Entered


def wait_after_wrong(folder: Path, clock: Any, passphrase: str = "not this") -> int:
    with pytest.raises(WrongPassphrase) as refused:
        door.enter(folder, name="Priya Shah", passphrase=passphrase, clock=clock)
    assert refused.value.exit_code == 5
    assert passphrase not in str(refused.value)
    return -refused.value.wait_seconds if isinstance(refused.value, Waiting) else refused.value.wait_seconds


def test_a_workspace_at_full_strength_opens_with_its_passphrase_and_nothing_else(
    folder: Path, clock: Any
) -> None:
    made, words = door.found(folder, name=" Priya\tShah ", passphrase="tulip radio harbour", clock=clock)
    assert (made.name, len(made.workspace_key), len(words), made.demo) == ("Priya Shah", 32, 12, False)
    again = door.enter(folder, name=None, passphrase=" tulip radio\u00a0harbour\n", clock=clock)
    assert (again.person_id, again.workspace_key) == (made.person_id, made.workspace_key)
    assert again.keys.public == made.keys.public
    assert again.passphrase_since == datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
    with pytest.raises(WrongPassphrase):
        door.enter(folder, name=None, passphrase="tulip radio Harbour", clock=clock)
    kept = json.loads((folder / "reflect.header").read_text())["people"][0]["wraps"]["passphrase"]
    assert (kept["memory_kib"], kept["iterations"], kept["lanes"]) == (65536, 3, 4)


def test_a_folder_without_a_workspace_says_so_and_is_left_alone(tmp_path: Path, clock: Any) -> None:
    with pytest.raises(NoWorkspace):
        door.people_at(tmp_path)
    with pytest.raises(NoWorkspace):
        door.enter(tmp_path, name=None, passphrase="demo", clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_is_not_founded_over_another(folder: Path, priya: Entered, clock: Any) -> None:
    before = (folder / "reflect.header").read_bytes()
    with pytest.raises(WorkspaceError):
        door.found(folder, name="Sam", passphrase="tulip radio harbour", clock=clock, demo=True)
    assert (folder / "reflect.header").read_bytes() == before
    (folder / "reflect.header").unlink()  # what is left of one is one: its second copy still opens
    with pytest.raises(WorkspaceError):
        door.found(folder, name="Sam", passphrase="tulip radio harbour", clock=clock, demo=True)


def test_weak_passphrases_are_refused_everywhere_but_in_a_demo(folder: Path, clock: Any) -> None:
    with pytest.raises(WeakPassphrase):
        door.found(folder, name="Priya Shah", passphrase="priya shah", clock=clock)
    assert not folder.exists()
    _, words = door.found(folder, name="Priya Shah", passphrase="tulip radio harbour", clock=clock)
    with pytest.raises(WeakPassphrase):
        door.change_passphrase(folder, name=None, old="tulip radio harbour", new="supervision", clock=clock)
    with pytest.raises(WeakPassphrase):
        door.recover(folder, name=None, words=" ".join(words), new_passphrase="short", clock=clock)
    assert door.enter(folder, name=None, passphrase="tulip radio harbour", clock=clock).name == "Priya Shah"


def test_a_workspace_needs_a_name_for_its_first_person(folder: Path, clock: Any) -> None:
    with pytest.raises(WrongUse):
        door.found(folder, name=" \t\x1b[2J", passphrase="tulip radio harbour", clock=clock)


@pytest.mark.usefixtures("sam")
def test_people_are_known_by_their_name_however_capitalised(folder: Path, priya: Entered, clock: Any) -> None:
    assert door.people_at(folder) == (("Priya Shah", Standing.ACTIVE), ("Sam Jones", Standing.ACTIVE))
    assert door.enter(folder, name="pRIYA  sHAH", passphrase="demo", clock=clock).person_id == priya.person_id
    with pytest.raises(NotFound):
        door.enter(folder, name="Priya", passphrase="demo", clock=clock)
    with pytest.raises(WrongUse, match="--as NAME"):
        door.enter(folder, name=None, passphrase="demo", clock=clock)


def test_somebody_invited_is_told_to_join_first(folder: Path, priya: Entered, clock: Any) -> None:
    door.invite(folder, priya, name="Sam Jones", clock=clock)
    assert door.enter(folder, name=None, passphrase="demo", clock=clock).name == "Priya Shah"
    with pytest.raises(Locked, match="person join"):
        door.enter(folder, name="Sam Jones", passphrase="demo", clock=clock)


@pytest.mark.usefixtures("priya")
def test_the_wait_doubles_with_each_wrong_passphrase_up_to_five_minutes(folder: Path, clock: Any) -> None:
    waits = []
    for _ in range(12):
        waits.append(wait_after_wrong(folder, clock))
        clock.turn(seconds=waits[-1])
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


@pytest.mark.usefixtures("priya")
def test_while_waiting_even_the_right_passphrase_is_not_looked_at(folder: Path, clock: Any) -> None:
    for _ in range(3):
        clock.turn(seconds=wait_after_wrong(folder, clock))
    assert wait_after_wrong(folder, clock) == 8
    clock.turn(seconds=7.5)
    assert wait_after_wrong(folder, clock, passphrase="demo") == -1
    with pytest.raises(Waiting, match="1 second"):
        door.change_passphrase(folder, name=None, old="demo", new="other", clock=clock)
    with pytest.raises(Waiting):
        door.renew_words(folder, name=None, passphrase="demo", clock=clock)
    clock.turn(seconds=0.5)
    assert door.enter(folder, name=None, passphrase="demo", clock=clock).name == "Priya Shah"
    assert wait_after_wrong(folder, clock) == 1  # the right one began the count anew


@pytest.mark.usefixtures("sam")
def test_one_persons_wait_is_not_anothers(folder: Path, clock: Any) -> None:
    wait_after_wrong(folder, clock)
    assert door.enter(folder, name="Sam Jones", passphrase="demo", clock=clock).name == "Sam Jones"


@pytest.mark.usefixtures("priya")
def test_a_clock_set_back_neither_ends_the_wait_nor_makes_it_endless(folder: Path, clock: Any) -> None:
    for _ in range(5):
        clock.turn(seconds=wait_after_wrong(folder, clock))
    assert wait_after_wrong(folder, clock) == 32
    clock.turn(days=-400)
    assert wait_after_wrong(folder, clock, passphrase="demo") == -32
    clock.turn(seconds=31)
    assert wait_after_wrong(folder, clock, passphrase="demo") == -1
    clock.turn(seconds=1)
    assert door.enter(folder, name=None, passphrase="demo", clock=clock).name == "Priya Shah"


def test_a_new_passphrase_ends_the_old_one_in_every_copy(folder: Path, priya: Entered, clock: Any) -> None:
    clock.turn(days=2)
    changed = door.change_passphrase(folder, name=None, old="demo", new="tulip radio", clock=clock)
    assert changed.passphrase_since == clock.now()
    assert changed.keys.public == priya.keys.public
    (folder / "reflect.header").write_bytes(b"damaged")
    wait_after_wrong(folder, clock, passphrase="demo")
    clock.turn(seconds=1)
    assert (
        door.enter(folder, name=None, passphrase="tulip radio", clock=clock).workspace_key
        == priya.workspace_key
    )


@pytest.mark.usefixtures("priya")
def test_changing_the_passphrase_needs_the_old_one(folder: Path, clock: Any) -> None:
    with pytest.raises(WrongPassphrase):
        door.change_passphrase(folder, name=None, old="not this", new="tulip radio", clock=clock)
    clock.turn(seconds=1)
    assert door.enter(folder, name=None, passphrase="demo", clock=clock).name == "Priya Shah"


def test_recovery_words_open_again_and_again_without_waiting(folder: Path, clock: Any) -> None:
    made, words = door.found(folder, name="Priya Shah", passphrase="demo", clock=clock, demo=True)
    for _ in range(5):
        clock.turn(seconds=wait_after_wrong(folder, clock))
    wait_after_wrong(folder, clock)
    for passphrase in ("tulip radio", "kettle song"):
        back = door.recover(
            folder, name="priya shah", words="\n".join(words).upper(), new_passphrase=passphrase, clock=clock
        )
        assert (back.workspace_key, back.keys.public) == (made.workspace_key, made.keys.public)
        assert door.enter(folder, name=None, passphrase=passphrase, clock=clock).person_id == made.person_id
    assert wait_after_wrong(folder, clock, passphrase="tulip radio") == 1


def test_recovery_words_open_for_their_own_person_only(folder: Path, priya: Entered, clock: Any) -> None:
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    _, words_of_sam = door.join(folder, code=code, passphrase="demo", clock=clock)
    with pytest.raises(WrongPassphrase):
        door.recover(
            folder, name="Priya Shah", words=" ".join(words_of_sam), new_passphrase="mine now", clock=clock
        )
    assert door.enter(folder, name="Priya Shah", passphrase="demo", clock=clock).person_id == priya.person_id


def test_new_recovery_words_end_the_lost_ones(folder: Path, clock: Any) -> None:
    _, lost = door.found(folder, name="Priya Shah", passphrase="demo", clock=clock, demo=True)
    new = door.renew_words(folder, name=None, passphrase="demo", clock=clock)
    with pytest.raises(WrongPassphrase):
        door.recover(folder, name=None, words=" ".join(lost), new_passphrase="tulip", clock=clock)
    back = door.recover(folder, name=None, words=" ".join(new), new_passphrase="tulip", clock=clock)
    assert back.name == "Priya Shah"


def test_nothing_that_can_be_printed_shows_a_secret(folder: Path, clock: Any) -> None:
    made, words = door.found(folder, name="Priya Shah", passphrase="tulip radio", clock=clock, demo=True)
    secrets = [made.workspace_key, made.keys.secret()[:32], made.keys.secret()[32:]]
    shown = f"{made!r} {made} {made.keys!r} " + (folder / "reflect.header").read_text()
    for secret in secrets:
        assert repr(secret) not in shown
        assert secret.hex() not in shown
    assert "tulip radio" not in shown
    assert " ".join(words) not in shown
    assert "workspace_key=" not in repr(made)
