"""The rows of the table on people, teams, links and banks, on dates, and on who opened what was shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from at_a_desk import Desk
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OPENED, OTHER, OWNER, ROLES, cells
from six_people import NAMES, WORDS, SixPeople

At = Callable[[str], Desk]
LINKS = {
    OWNER: {(FORMER, OWNER), (CURRENT, OWNER)},
    CURRENT: {(CURRENT, OWNER)},
    FORMER: set(),
    OTHER: {(OTHER, ADMINISTRATOR)},
    LEAD: {(FORMER, OWNER), (CURRENT, OWNER), (OTHER, ADMINISTRATOR)},
    ADMINISTRATOR: {(FORMER, OWNER), (CURRENT, OWNER), (OTHER, ADMINISTRATOR)},
}
TEAMS = {
    OWNER: ["North"],
    CURRENT: [],
    FORMER: [],
    OTHER: ["North"],
    LEAD: ["North"],
    ADMINISTRATOR: ["North"],
}
KNOWN = {
    OWNER: {OWNER, CURRENT},
    CURRENT: {CURRENT, OWNER},
    FORMER: {FORMER},
    OTHER: {OTHER, ADMINISTRATOR},
    LEAD: {LEAD, OWNER, OTHER},
    ADMINISTRATOR: set(ROLES),
}
"""Of whom each role sees more than the name: of themself, of whom they are linked with, of their team, or of all."""
CHANGES = (
    ("link", "add", "--supervisor", NAMES[LEAD], "--supervisee", NAMES[OTHER]),
    ("team", "add", "South", "--lead", NAMES[CURRENT]),
    ("team", "member", "North", "--add", NAMES[CURRENT]),
    ("person", "invite", "Eve Else"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


@pytest.fixture
def at(made: SixPeople, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[At]:
    """The desk of somebody in a role, in a copy of the workspace."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    six, desks = made.copied_to(tmp_path / "workspace"), list[Desk]()

    def sit_down(role: str) -> Desk:
        desks.append(Desk(six, role, monkeypatch, tmp_path))
        return desks[-1]

    yield sit_down
    for desk in desks:
        desk.practice.close()


@pytest.mark.parametrize("role", ROLES)
def test_everybody_sees_their_own_links_and_teams_and_an_administrator_all(at: At, role: str) -> None:
    desk = at(role)
    links = {(one["supervisor"], one["supervisee"]) for one in desk.listed("link list --json")}
    assert links == {(NAMES[supervisor], NAMES[supervisee]) for supervisor, supervisee in LINKS[role]}
    assert [one["name"] for one in desk.listed("team list --json")] == TEAMS[role]
    assert {one["name"] for one in desk.listed("person list --json")} == set(NAMES.values())


@pytest.mark.parametrize("role", ROLES)
def test_of_everybody_the_name_is_seen_and_more_only_of_those_whom_the_table_gives(at: At, role: str) -> None:
    desk = at(role)
    for one in desk.listed("person list --json"):
        more = {one["profession"], one["standing"], one["administrator"], one["since"]}
        is_known = one["name"] in {NAMES[known] for known in KNOWN[role]}
        assert (more == {None}) is not is_known, one["name"]
        assert desk.ask("person", "show", one["name"], "--json").json == one
    lines = desk.ask("person", "list")
    assert lines.out.count("Nurse") == lines.out.count("active") == len(KNOWN[role])


@pytest.mark.parametrize("role", ROLES)
def test_only_an_administrator_changes_them(at: At, role: str) -> None:
    desk = at(role)
    before = desk.six.rows()
    codes = {desk.ask(*change).code for change in CHANGES}
    (link, *_) = [one["id"] for one in at(ADMINISTRATOR).listed("link list --json") if one["current"]]
    desk = at(role)
    codes.add(desk.ask("link", "end", link).code)
    if role != ADMINISTRATOR:  # who would have to be alone for it: a new key is made for everybody
        codes.add(desk.ask("person", "deactivate", NAMES[CURRENT if role != CURRENT else FORMER]).code)
    assert codes == ({0} if role == ADMINISTRATOR else {3})
    assert (desk.six.rows() == before) is (role != ADMINISTRATOR)


def test_each_change_is_told_to_those_whom_it_concerns_and_to_nobody_else(at: At) -> None:
    admin = at(ADMINISTRATOR)
    (link,) = [one["id"] for one in admin.listed("link list --json") if one["supervisor"] == NAMES[CURRENT]]
    assert admin.ask("link", "end", link).code == 0
    told = {role for role in ROLES if at(role).practice.telling.waiting()}
    assert told == {OWNER, CURRENT}


def test_a_lead_sees_dates_and_states_of_their_team_and_no_word(at: At) -> None:
    dates = at(LEAD).listed("supervision dates --json")
    assert {one["supervisee"] for one in dates} == {NAMES[OWNER]}
    assert {"2026-03-17"} < {one["planned"] for one in dates}
    assert {one["status"] for one in dates} == {"planned", "held"}
    assert {one["agreed"] for one in dates} == {True, False}
    assert not [word for word in WORDS.values() if word in str(dates)]
    for role in ROLES:
        if role != LEAD:
            assert at(role).listed("supervision dates --json") == []


def test_who_opened_what_was_shared_is_read_by_those_to_whom_the_table_gives_it(at: At) -> None:
    six = at(CURRENT).six
    at(CURRENT).say("share", "show")
    for role in ROLES:
        opened = {one["id"]: one["opened"] for one in at(role).listed("share list --json")}
        assert (opened.get(six.ids["share"]) is not None) is (cells()[OPENED][role] == "read"), role


def test_banks_are_the_same_for_everybody(at: At) -> None:
    read = [at(role).ask("bank", "list", "--json") for role in ROLES]
    assert read[0].code == 0
    assert all(one == read[0] for one in read)
