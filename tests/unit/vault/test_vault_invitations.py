"""A code lets one person in, once, for a fortnight."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.people import Standing
from reflect.errors import DamagedFile, Locked, NotFound, WeakPassphrase, WrongPassphrase, WrongUse
from reflect.vault import door
from reflect.vault.door import Entered


def test_a_newcomer_trades_the_code_for_keys_of_their_own(folder: Path, priya: Entered, clock: Any) -> None:
    person_id, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    assert door.people_at(folder)[1] == ("Sam Jones", Standing.INVITED)
    sam, words = door.join(folder, code=code, passphrase="kettle song", clock=clock)
    assert (sam.person_id, sam.name, len(words)) == (person_id, "Sam Jones", 12)
    assert sam.workspace_key == priya.workspace_key
    assert sam.keys.public != priya.keys.public
    assert door.people_at(folder)[1] == ("Sam Jones", Standing.ACTIVE)
    again = door.enter(folder, name="Sam Jones", passphrase="kettle song", clock=clock)
    assert again.keys.public == sam.keys.public


def test_a_code_is_easy_to_read_out_and_hard_to_guess(folder: Path, priya: Entered, clock: Any) -> None:
    codes = [door.invite(folder, priya, name=f"Person {number}", clock=clock)[1] for number in range(12)]
    assert all(re.fullmatch(r"[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){4}", code) for code in codes)
    assert len({code[:4] for code in codes}) == 12
    assert 32**16 == 2**80  # sixteen characters of thirty-two stand nowhere but in the code
    kept = (folder / "reflect.header").read_text()
    assert all(code[:4] in kept and code[5:] not in kept and code[5:9] not in kept for code in codes)


@pytest.mark.parametrize("written", ["{lower}", " {spaced} \n", "{joined}", "{dashed}"])
def test_a_code_is_read_however_it_is_typed(folder: Path, priya: Entered, clock: Any, written: str) -> None:
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    typed = written.format(
        lower=code.lower(),
        spaced=code.replace("-", "  "),
        joined=code.replace("-", ""),
        dashed=code.replace("-", "–"),
    )
    assert door.join(folder, code=typed, passphrase="demo", clock=clock)[0].name == "Sam Jones"


def test_a_code_works_once(folder: Path, priya: Entered, clock: Any) -> None:
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    door.join(folder, code=code, passphrase="demo", clock=clock)
    with pytest.raises(NotFound):
        door.join(folder, code=code, passphrase="mine now", clock=clock)
    assert door.enter(folder, name="Sam Jones", passphrase="demo", clock=clock).name == "Sam Jones"


def test_a_code_ends_after_a_fortnight(folder: Path, priya: Entered, clock: Any) -> None:
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    _, later = door.invite(folder, priya, name="Ann Lee", clock=clock)
    clock.turn(days=13, hours=23, minutes=59)
    assert door.join(folder, code=code, passphrase="demo", clock=clock)[0].name == "Sam Jones"
    clock.turn(minutes=1)
    with pytest.raises(Locked, match="time of this invitation is over"):
        door.join(folder, code=later, passphrase="demo", clock=clock)


def test_inviting_again_replaces_the_code_and_keeps_the_person(
    folder: Path, priya: Entered, clock: Any
) -> None:
    person_id, lost = door.invite(folder, priya, name="Sam Jones", clock=clock)
    again_id, code = door.invite(folder, priya, name="sam jones", clock=clock)
    assert again_id == person_id
    assert len(door.people_at(folder)) == 2
    with pytest.raises((NotFound, WrongPassphrase)):
        door.join(folder, code=lost, passphrase="demo", clock=clock)
    assert door.join(folder, code=code, passphrase="demo", clock=clock)[0].person_id == person_id


@pytest.mark.usefixtures("sam")
def test_two_active_people_do_not_share_a_name(folder: Path, priya: Entered, clock: Any) -> None:
    with pytest.raises(WrongUse):
        door.invite(folder, priya, name="SAM JONES", clock=clock)
    assert len(door.people_at(folder)) == 2


def test_an_invitation_can_be_withdrawn(folder: Path, priya: Entered, sam: Entered, clock: Any) -> None:
    person_id, code = door.invite(folder, priya, name="Ann Lee", clock=clock)
    door.withdraw_invitation(folder, priya, person_id)
    with pytest.raises(NotFound):
        door.join(folder, code=code, passphrase="demo", clock=clock)
    for nobody_invited in (person_id, sam.person_id, "nobody"):
        with pytest.raises(NotFound):
            door.withdraw_invitation(folder, priya, nobody_invited)
    assert [name for name, _ in door.people_at(folder)] == ["Priya Shah", "Sam Jones"]


@pytest.mark.parametrize(
    "code", ["", "ABCD", "ABCD-EFGH-JKLM-NPQR-STU0", "O" * 20, "ABCD-EFGH-JKLM-NPQR-STUVW"]
)
@pytest.mark.usefixtures("priya")
def test_what_is_no_code_is_said_to_be_none(folder: Path, clock: Any, code: str) -> None:
    with pytest.raises(WrongUse, match="no 0, O, 1 or I"):
        door.join(folder, code=code, passphrase="demo", clock=clock)


def test_a_wrong_code_opens_nothing_and_uses_nothing_up(folder: Path, priya: Entered, clock: Any) -> None:
    _, code = door.invite(folder, priya, name="Sam Jones", clock=clock)
    swapped = code[:-1] + ("A" if code[-1] != "A" else "B")
    with pytest.raises(WrongPassphrase) as refused:
        door.join(folder, code=swapped, passphrase="demo", clock=clock)
    assert swapped not in str(refused.value)
    assert door.join(folder, code=code, passphrase="demo", clock=clock)[0].name == "Sam Jones"


def test_a_weak_passphrase_does_not_use_up_the_code(folder: Path, clock: Any) -> None:
    first, _ = door.found(folder, name="Priya Shah", passphrase="tulip radio harbour", clock=clock)
    _, code = door.invite(folder, first, name="Sam Jones", clock=clock)
    with pytest.raises(WeakPassphrase):
        door.join(folder, code=code, passphrase="sam jones 1", clock=clock)
    assert door.join(folder, code=code, passphrase="kettle song at noon", clock=clock)[0].name == "Sam Jones"


def test_nobody_invites_into_another_workspace(
    folder: Path, priya: Entered, clock: Any, tmp_path: Path
) -> None:
    stranger, _ = door.found(tmp_path / "other", name="Mallory", passphrase="demo", clock=clock, demo=True)
    with pytest.raises(DamagedFile):
        door.invite(folder, stranger, name="Sam Jones", clock=clock)
    assert door.people_at(folder) == (("Priya Shah", Standing.ACTIVE),)
