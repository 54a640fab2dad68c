"""What records of supervision hold by keys: looked at in the open database itself, with the workspace's key and all of
one's own, past every service."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clocks import StoppedClock
from records_by_key import TABLES, WANTS, WORDS, House
from reflect.errors import DamagedFile, NotFound, NotPermitted
from reflect.services.sealed_json import open_json, seal_json
from reflect.vault.sealing import wrap_for
from reflect.workspace import Workspace
from two_people import ADMIN, ALEX, BO, SAM, TERMS, SignIn


@pytest.fixture
def house(workspace: Workspace, signed_in: SignIn, clock: StoppedClock) -> House:
    return House(workspace, signed_in, clock)


def test_the_two_of_a_pair_open_every_word_and_nobody_else_any(house: House) -> None:
    assert house.read_by(SAM) == house.read_by(BO) == set(WORDS)
    assert house.read_by(ADMIN) == house.read_by(ALEX) == set()
    assert house.sam.examine() == house.bo.examine() == ()


def test_in_clear_are_ids_states_and_days(house: House) -> None:
    clear: dict[str, set[str]] = {}
    for table in TABLES:
        columns = [row[1] for row in house.execute(f"PRAGMA table_info({table})")]
        for row in house.execute(f"SELECT * FROM {table}"):
            clear.setdefault(table, set()).update(
                name
                for name, value in zip(columns, row, strict=True)
                if value is not None and not isinstance(value, bytes)
            )
    assert clear == {
        "pair_record": {"circle_id", "id", "kind", "status", "planned", "held", "rhythm"},
        "one_to_one_day": {"circle_id", "record_id", "day", "status", "planned", "held"},
        "pair_entry": {"circle_id", "record_id", "id"},
        "pair_signature": {"circle_id", "record_id", "person_id", "at"},
        "mine_record": {"circle_id", "id"},
    }


def test_after_the_end_a_former_supervisor_opens_their_copies_and_nothing_else(house: House) -> None:
    house.admin.links.end(house.link.id)
    assert house.read_by(SAM) == set(WORDS) - {WANTS}
    assert house.circle not in house.opened_by(SAM)
    assert house.read_by(BO) == set(WORDS)
    with pytest.raises(NotPermitted):
        house.sam.one_to_ones.one(house.next)


@pytest.mark.parametrize(("author", "by"), [(SAM, BO), (BO, SAM), (ADMIN, BO), (ALEX, ALEX)])
def test_nobody_writes_in_the_other_s_name_with_the_pair_s_key(house: House, author: str, by: str) -> None:
    house.put_entry(house.entry(author, "I agree with all of it."), by)
    for practice in (house.sam, house.bo):
        with pytest.raises(DamagedFile, match="not what its author wrote"):
            practice.one_to_ones.one(house.next)
        assert (
            f"the one-to-one {house.next[:8]}: something in it is not what its author wrote"
            in practice.examine()
        )


def test_what_the_other_wrote_is_not_changed_nor_moved_to_another_record(house: House) -> None:
    (sealed,) = house.execute("SELECT sealed FROM pair_entry WHERE id = ?", house.note)[0]
    said = open_json(house.pair_key(), f"pair_entry/{house.meeting}/{house.note}", sealed)
    moved = seal_json(house.pair_key(), f"pair_entry/{house.next}/{house.note}", said)
    house.execute("INSERT INTO pair_entry VALUES (?, ?, ?, ?)", house.circle, house.next, house.note, moved)
    with pytest.raises(DamagedFile):
        house.bo.one_to_ones.one(house.next)
    house.execute("DELETE FROM pair_entry WHERE record_id = ? AND id = ?", house.next, house.note)
    said["said"]["text"] = "Something else"
    changed = seal_json(house.pair_key(), f"pair_entry/{house.meeting}/{house.note}", said)
    house.execute("UPDATE pair_entry SET sealed = ? WHERE id = ?", changed, house.note)
    assert any(house.meeting[:8] in fault for fault in house.sam.examine())


def test_a_copy_says_nothing_but_what_was_signed(house: House) -> None:
    sam = house.sam.person.id
    keys, record = house.enter(SAM).keys, house.meeting
    ((sealed,),) = house.execute(
        "SELECT sealed FROM mine_record WHERE id = ? AND circle_id IN "
        "(SELECT circle_id FROM circle_member WHERE person_id = ?)",
        record, sam,
    )  # fmt: skip
    said = json.loads(keys.unwrap(sealed, purpose=f"own copy {record} {sam}"))
    house.admin.links.end(house.link.id)
    forged: list[dict[str, Any]] = [
        {**said, "body": {**said["body"], "type": "ad-hoc"}},
        {**said, "signed": []},
        {**said, "signed": [one for one in said["signed"] if one[0] != sam]},
        {**said, "after": [{**said["after"][0], "said": {**said["after"][0]["said"], "text": "Other"}}]},
    ]
    for one in forged:
        planted = wrap_for(keys.public.read, json.dumps(one).encode(), purpose=f"own copy {record} {sam}")
        house.execute(
            "UPDATE mine_record SET sealed = ? WHERE id = ? AND circle_id IN "
            "(SELECT circle_id FROM circle_member WHERE person_id = ?)",
            planted, record, sam,
        )  # fmt: skip
        with pytest.raises(DamagedFile):
            house.sam.one_to_ones.all()
        assert f"your own copy of the record {record[:8]} is not what was signed" in house.sam.examine()


def test_an_agreement_that_was_edited_is_found_too(house: House) -> None:
    house.put_head(house.agreement, lambda head: head["terms"].update(working_notes=True))
    assert f"the agreement {house.agreement[:8]}: it is not what was signed" in house.sam.examine()
    assert not house.sam.agreements.all()[0].terms.working_notes
    house.put_head(house.agreement, lambda head: head["terms"].update(working_notes=False))
    assert house.sam.examine() == ()
    assert TERMS.working_notes is False


def test_one_that_is_asked_for_by_its_id_is_not_even_there_for_others(house: House) -> None:
    for practice in (house.admin, house.alex):
        with pytest.raises(NotFound):
            practice.one_to_ones.one(house.meeting)
