"""Nobody else reads an action: not with the workspace's key and all of another person's keys, straight at the file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from a_day import PASSPHRASE, HandClock, keys_at_the_door, set_up
from open_file import Value, in_files, keys_of, read_with, spellings, values

from reflect.domain.actions.action import CarryChoice, Evidence, EvidenceKind
from reflect.errors import DamagedFile
from reflect.services.actions import words as action_words
from reflect.services.practice import Practice
from reflect.vault.sealing import CircleKey
from reflect.workspace import Workspace

WORDS = {
    "what": "quillomarsh",
    "know": "tanderwick",
    "note": "yarrowmelt",
    "why": "ospreyvane",
    "second": "gannetloft",
    "evidence": "skerryplume",
    "impact": "dunlinforge",
    "supporter": "brambleholt",
    "theme": "local:curlewside",
    "outcome": "plovergate",
}
TABLES = {"mine_action", "mine_action_event"}


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "w"


@pytest.fixture
def ann(folder: Path, clock: HandClock) -> Practice:
    return set_up(folder, clock)[1]


def act(ann: Practice, clock: HandClock) -> None:
    """Ann plans something from an answer of hers, and all that may come of it comes."""
    answer = ann.reflecting.add_answer("child-s", "what-probably-means", text="A long day", scale=None)
    acting, day = ann.acting, clock.today() + timedelta(days=30)
    action = acting.propose(
        what=f"The {WORDS['what']} visit",
        know=WORDS["know"],
        due=day,
        themes=[WORDS["theme"]],
        origin=answer.id,
        supporter=WORDS["supporter"],
        agree=True,
    )
    acting.note(action.id, f"a {WORDS['note']}")
    later = day + timedelta(days=9)
    acting.carry(
        action.id, why=WORDS["why"], due=later, choice=CarryChoice.SPLIT, second=f"and {WORDS['second']}"
    )
    acting.escalate(action.id, WORDS["why"])
    acting.answered(action.id, WORDS["outcome"])
    shown = Evidence(EvidenceKind.AUDIT, WORDS["evidence"], clock.today())
    acting.done(action.id, evidence=shown, impact=WORDS["impact"])
    acting.confirm(action.id)


def of_actions(held: list[Value]) -> list[Value]:
    """What stands in the tables of actions, and on the pages of their lists."""
    return [value for value in held if value.table in TABLES | {"mine_page"}]


def opened_by(keys: dict[str, bytes], held: list[Value]) -> dict[str, set[str]]:
    """For each word in which columns it is read, by whatever key and as it is."""
    found: dict[str, set[str]] = {name: set() for name in WORDS}
    for value in held:
        said = [value.bytes]
        if isinstance(value.held, bytes):
            said += [words for key in keys.values() for words in read_with(key, value.bytes)]
        for name, word in WORDS.items():
            wanted = spellings(word).values()
            if any(spelt in one for spelt in wanted for one in said):
                found[name].add(f"{value.table}.{value.column}")
    return found


def what_bob_reads(folder: Path, clock: HandClock) -> dict[str, set[str]]:
    """The same for Bob, with every key that he has."""
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    held = values(folder, bob.workspace_key)
    return opened_by(keys_of(bob, held), held)


def test_no_file_holds_a_word_of_an_action(tmp_path: Path, ann: Practice, clock: HandClock) -> None:
    act(ann, clock)
    assert in_files([tmp_path], WORDS.values()) == []
    ann.close()
    assert in_files([tmp_path], WORDS.values()) == []


def test_another_person_with_the_workspaces_key_opens_nothing(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    act(ann, clock)
    assert what_bob_reads(folder, clock) == {name: set() for name in WORDS}


def test_the_same_attack_with_the_owners_key_finds_every_word(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    act(ann, clock)
    hers = keys_at_the_door(folder, clock, "Ann", PASSPHRASE)
    held = values(folder, hers.workspace_key)
    found = opened_by(keys_of(hers, held), held)
    assert all("mine_action_event.sealed" in columns for columns in found.values()), found
    assert "mine_action.sealed" in found["what"]


def test_nothing_stands_in_clear_but_ids_numbers_and_the_names_of_pages(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    act(ann, clock)
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    held = of_actions(values(folder, bob.workspace_key))
    clear = {(value.table, value.column) for value in held if not isinstance(value.held, bytes)}
    assert clear == {
        ("mine_action", "circle_id"),
        ("mine_action", "id"),
        ("mine_action_event", "circle_id"),
        ("mine_action_event", "action_id"),
        ("mine_action_event", "number"),
        ("mine_page", "circle_id"),
        ("mine_page", "name"),
    }
    for value in held:
        if value.column in ("id", "circle_id", "action_id"):
            assert UUID(str(value.held)).version == 4
        elif value.column == "number":
            assert isinstance(value.held, int)
    actions = {str(value.held)[:2] for value in held if (value.table, value.column) == ("mine_action", "id")}
    names = {str(value.held) for value in held if value.column == "name"}
    assert {name for name in names if name.startswith("actions ")} == {f"actions {part}" for part in actions}


def test_nothing_of_an_action_opens_with_the_key_of_another_circle_or_in_another_place(
    folder: Path, ann: Practice, clock: HandClock
) -> None:
    act(ann, clock)
    bob = keys_at_the_door(folder, clock, "Bob", "bob demo")
    held = values(folder, bob.workspace_key)
    theirs = keys_of(bob, held)
    ids = {str(value.held) for value in held if (value.table, value.column) == ("mine_action", "id")}
    own = ann._own_key.circle_id
    sealed = [value.bytes for value in held if value.table in TABLES and value.column == "sealed"]
    assert len(sealed) == 2 + 10
    tried = 0
    for key in theirs.values():
        for box in sealed:
            for id_ in ids:
                with pytest.raises(DamagedFile):
                    action_words.open_action(CircleKey(own, key), id_, box)
                tried += 1
    assert tried == len(theirs) * len(sealed) * len(ids)


def test_another_person_sees_no_action_by_any_door(ann: Practice, clock: HandClock, folder: Path) -> None:
    act(ann, clock)
    bob = Workspace(folder, clock).sign_in("Bob", "bob demo")
    assert len(bob.actions.arranged()) == 0
    glance = Workspace(folder, clock).glance("Bob", "bob demo")
    assert glance is not None
    for id_ in [entry.id for entry in ann.actions.arranged().index.entries()]:
        assert bob.actions.some([id_]) == ()
        assert bob.actions.histories([id_]) == bob.actions.answers_behind([id_]) == {}
        assert glance.histories([id_]) == glance.answers_behind([id_]) == {}
    glance.close()
    assert bob.examine() == ()
    bob.close()


def test_the_trial_notices_an_event_kept_in_clear(
    folder: Path, ann: Practice, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(action_words, "seal_event", lambda _, event, table: str(event.data).encode())
    ann.acting.propose(what=f"The {WORDS['what']} visit")
    assert what_bob_reads(folder, clock)["what"] == {"mine_action_event.sealed"}
