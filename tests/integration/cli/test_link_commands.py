"""`reflect team` and `reflect link`, as other programs and people at a terminal meet them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import CommandLine, Said, widest

As = Callable[[str], CommandLine]
ADMIN, SUPERVISOR, PRACTITIONER = "Juniper Teapot", "Basil Umbrella", "Clementine Lampshade"


@pytest.fixture
def signed_in(clementine: CommandLine, tmp_path: Path) -> As:
    """The command line as one of the made-up team."""

    def somebody(name: str) -> CommandLine:
        return clementine.as_somebody(name, "demo", tmp_path / name.split()[0])

    return somebody


def link_the_two(reflect: CommandLine, *more: str) -> Said:
    return reflect("link", "add", "--supervisor", SUPERVISOR, "--supervisee", PRACTITIONER, *more)


def test_a_link_is_made_listed_and_ended(signed_in: As) -> None:
    made = link_the_two(signed_in(ADMIN))
    assert made.code == 0, made.err
    assert "Both are told" in made.err
    (listed,) = signed_in(ADMIN)("link", "list", "--json").json
    assert (listed["id"], listed["supervisor"], listed["supervisee"]) == (
        made.out.strip(), SUPERVISOR, PRACTITIONER,
    )  # fmt: skip
    assert (listed["since"], listed["until"], listed["current"], listed["has_key"]) == (
        signed_in(ADMIN).clock.today().isoformat(), None, True, False,
    )  # fmt: skip

    assert signed_in(PRACTITIONER)("link", "list", "--json").json == [{**listed, "has_key": True}]
    ended = signed_in(ADMIN)("link", "end", made.out[:8])
    assert ended.code == 0, ended.err
    (over,) = signed_in(ADMIN)("link", "list", "--json").json
    assert (over["current"], bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", over["ended"]))) == (
        False, True,
    )  # fmt: skip
    assert signed_in(SUPERVISOR)("link", "list", "--json").json == []
    assert "ended" in signed_in(PRACTITIONER)("link", "list").out


def test_cover_has_a_last_day_as_people_write_it(signed_in: As) -> None:
    reflect = signed_in(ADMIN)
    made = link_the_two(reflect, "--until", "in 3 weeks")
    assert made.code == 0, made.err
    assert "up to and including" in made.err
    (listed,) = reflect("link", "list", "--json").json
    assert listed["cover"] is True
    shown = reflect("link", "list")
    assert "cover until" in shown.out
    assert widest(shown.out) <= 80
    reflect.clock.go_on(days=22)
    (over,) = reflect("link", "list", "--json").json
    assert (over["current"], over["until"]) == (False, listed["until"])


def test_each_is_told_once_at_their_next_command_on_standard_error(signed_in: As) -> None:
    link_the_two(signed_in(ADMIN))
    first = signed_in(PRACTITIONER)("share", "list", "--json")
    assert f"{SUPERVISOR} supervises you from" in first.err
    assert (first.code, first.json) == (0, [])
    assert "supervises you" not in signed_in(PRACTITIONER)("answer", "list", "--json").err
    assert f"You supervise {PRACTITIONER}" in signed_in(SUPERVISOR)("person", "show").err
    assert "You supervise" not in signed_in(SUPERVISOR)("person", "show").err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--supervisor", "Nobody Atall", "--supervisee", PRACTITIONER), 4),
        (("--supervisor", PRACTITIONER, "--supervisee", PRACTITIONER), 2),
        (("--supervisor", SUPERVISOR, "--supervisee", PRACTITIONER, "--until", "yesterday"), 2),
        (("--supervisor", SUPERVISOR, "--supervisee", PRACTITIONER, "--until", "soonish"), 2),
        (("--supervisor", SUPERVISOR), 2),
    ],
)
def test_a_link_that_cannot_be_is_refused(signed_in: As, words: tuple[str, ...], code: int) -> None:
    said = signed_in(ADMIN)("link", "add", *words)
    assert (said.code, said.out) == (code, "")
    assert said.err
    assert signed_in(ADMIN)("link", "list", "--json").json == []


def test_who_is_no_administrator_changes_nothing_and_sees_only_their_own(signed_in: As) -> None:
    made = link_the_two(signed_in(ADMIN))
    for refused in (
        link_the_two(signed_in(SUPERVISOR)),
        signed_in(PRACTITIONER)("link", "end", made.out.strip()),
        signed_in(SUPERVISOR)("team", "add", "North", "--lead", SUPERVISOR),
        signed_in(SUPERVISOR)("team", "member", "North", "--add", SUPERVISOR),
    ):
        assert (refused.code, refused.out) == (3, "")
        assert "administrator" in refused.err
    assert signed_in(ADMIN)("link", "end", "ffff").code == 4
    assert signed_in(ADMIN)("link", "list", "--json").json[0]["current"] is True


def test_a_team_is_made_changed_and_listed(signed_in: As) -> None:
    reflect = signed_in(ADMIN)
    made = reflect("team", "add", "North", "--lead", SUPERVISOR, "--member", PRACTITIONER)
    assert made.code == 0, made.err
    (team,) = reflect("team", "list", "--json").json
    assert (team["name"], team["lead"], team["members"]) == ("North", SUPERVISOR, [PRACTITIONER])
    assert reflect("team", "list").out == f"North, led by {SUPERVISOR}\n  {PRACTITIONER}\n"
    assert "You lead the team North." in signed_in(SUPERVISOR)("team", "list", "--json").err

    changed = signed_in(ADMIN)("team", "member", "north", "--remove", PRACTITIONER, "--add", SUPERVISOR)
    assert changed.code == 0, changed.err
    assert signed_in(SUPERVISOR)("team", "list", "--json").json == [{**team, "members": [SUPERVISOR]}]
    left = signed_in(PRACTITIONER)("team", "list", "--json")
    assert (left.json, "You are no longer in the team North." in left.err) == ([], True)
    assert signed_in(ADMIN)("team", "member", "North").code == 2
    assert signed_in(ADMIN)("team", "member", "South", "--add", SUPERVISOR).code == 4


def test_a_team_gets_another_lead(signed_in: As) -> None:
    signed_in(ADMIN)("team", "add", "North", "--lead", SUPERVISOR, "--member", PRACTITIONER)
    changed = signed_in(ADMIN)("team", "lead", "north", "--to", PRACTITIONER)
    assert (changed.code, changed.out) == (0, ""), changed.err
    assert f"{PRACTITIONER} leads the team North now." in changed.err
    (team,) = signed_in(PRACTITIONER)("team", "list", "--json").json
    assert team["lead"] == PRACTITIONER
    assert f"{PRACTITIONER} does." in " ".join(signed_in(SUPERVISOR)("team", "list").err.split())
    assert signed_in(SUPERVISOR)("team", "lead", "North", "--to", SUPERVISOR).code == 3
    assert signed_in(ADMIN)("team", "lead", "North", "--to", PRACTITIONER).code == 2
