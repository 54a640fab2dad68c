"""`reflect demo`: a made-up team whose years are the same everywhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Said
from reflect.banks.catalogue import Catalogue
from reflect.demo.fragments import BY_THEME
from reflect.demo.people import characters
from reflect.demo.plan import Plan
from reflect.demo.team import make_team
from reflect.domain.themes import Axis
from reflect.paths import shipped_banks
from reflect.text import clean
from reflect.workspace import Workspace


def everything(reflect: CommandLine, folder: Path, file: Path) -> list[Any]:
    """All that each of the team has, as `--json` tells it, without ids."""
    reflect.folder = folder
    told: list[Any] = []
    for person in Workspace(folder).people():
        reflect.as_somebody(person.name, "demo", file)
        for words in LISTED:
            said: Said = reflect(*words, "--json")
            told.append(without_ids(said.json))
    return told


LISTED = (
    ["person", "list"],
    ["answer", "list"],
    ["team", "list"],
    ["link", "list"],
    ["share", "list"],
    ["supervision", "list"],
    ["action", "list"],
)
AN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}")


def without_ids(told: Any) -> Any:
    """The same without ids, and without the signatures and digests that are over them."""
    if isinstance(told, dict):
        return {key: without_ids(value) for key, value in told.items() if key != "signature"}
    if isinstance(told, str) and AN_ID.fullmatch(told):
        return "an id"
    return [without_ids(one) for one in told] if isinstance(told, list) else told


def made(reflect: CommandLine, folder: Path, *options: str) -> Said:
    reflect.who = []
    return reflect("demo", str(folder), "--no-open", "--until", "2026-03-01", "--years", "1", *options)


def test_the_same_options_give_the_same_years_whenever_they_are_made(
    reflect: CommandLine, tmp_path: Path
) -> None:
    assert made(reflect, tmp_path / "one", "--people", "2", "--seed", "5").code == 0
    reflect.clock.go_on(days=40, hours=9)
    assert made(reflect, tmp_path / "two", "--people", "2", "--seed", "5").code == 0
    one = everything(reflect, tmp_path / "one", tmp_path / "pass")
    assert one == everything(reflect, tmp_path / "two", tmp_path / "pass")

    assert made(reflect, tmp_path / "three", "--people", "2", "--seed", "6").code == 0
    assert one != everything(reflect, tmp_path / "three", tmp_path / "pass")


def test_people_reflect_in_bursts_with_gaps_and_not_at_christmas(clementine: CommandLine) -> None:
    answers = clementine("answer", "list", "--json").json
    days = sorted({datetime.fromisoformat(answer["created"]).date() for answer in answers})
    gaps = [(after - before).days for before, after in pairwise(days)]
    assert min(gaps) <= 5
    assert max(gaps) >= 18
    assert date(2025, 3, 1) <= days[0] < days[-1] < date(2026, 3, 1)
    assert not any((day.month, day.day) >= (12, 22) for day in days)
    assert {datetime.fromisoformat(answer["created"]).hour for answer in answers} <= set(range(8, 23))


@pytest.fixture(scope="module")
def supervised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo team of three with its year of one-to-ones, made once and only looked at."""
    folder = tmp_path_factory.mktemp("demo") / "supervised"
    make_team(folder, Plan(people=3, years=1, seed=7, until=date(2026, 3, 1)))
    return folder


@pytest.fixture
def basil(reflect: CommandLine, supervised: Path, tmp_path: Path) -> CommandLine:
    """The supervisor of the demo team, on the day on which it was made."""
    reflect.folder = supervised
    reflect.clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return reflect.as_somebody("Basil Umbrella", "demo", tmp_path / "passphrase")


def test_the_lead_supervises_the_supervisor_and_the_supervisor_the_others(basil: CommandLine) -> None:
    links = basil("link", "list", "--json").json
    assert {(link["supervisor"], link["supervisee"]) for link in links} == {
        ("Juniper Teapot", "Basil Umbrella"),
        ("Basil Umbrella", "Clementine Lampshade"),
    }
    assert "signed" in basil("agreement", "show", "Clementine Lampshade").out.casefold()


def test_there_is_a_year_of_one_to_ones_nearly_all_signed_by_both(basil: CommandLine) -> None:
    held = [one for one in basil("supervision", "list", "--json").json if one["status"] == "held"]
    with_clementine = [one for one in held if one["supervisee"] == "Clementine Lampshade"]
    assert 10 <= len(with_clementine) <= 14
    assert sum(one["agreed"] for one in with_clementine) >= len(with_clementine) - 1
    assert all(len(one["agenda"]) >= 2 for one in with_clementine)
    planned = basil("supervision", "next", "--json").json
    assert planned


def test_there_is_one_of_what_happens_only_now_and_then(
    basil: CommandLine, supervised: Path, tmp_path: Path
) -> None:
    held = [one for one in basil("supervision", "list", "--json").json if one["status"] == "held"]
    (came_up,) = (one for one in held if one["kind"] == "ad-hoc")
    assert came_up["agreed"]
    records = [basil("supervision", "show", one["id"], "--json").json for one in held]
    sections = [entry["section"] for record in records for entry in record["entries"]]
    assert sections.count("disagreement") == 2
    assert sections.count("done-about-the-disagreement") == 1
    assert sum(len(record["addenda"]) for record in records) == 1
    assert len(basil("supervision", "working", "list", "--json").json) == 1
    clementine = basil.as_somebody("Clementine Lampshade", "demo", tmp_path / "theirs")
    assert [one["withdrawn"] is not None for one in clementine("share", "list", "--json").json].count(
        True
    ) == 1
    (cover,) = (one for one in clementine("link", "list", "--json").json if one["cover"])
    assert (cover["supervisor"], cover["ended"] is not None) == ("Juniper Teapot", True)


def test_actions_come_out_of_them_and_go_on(basil: CommandLine) -> None:
    theirs = basil("action", "list", "--supervisees", "--json").json
    assert {action["circle"] for action in theirs} == {"pair", "team"}
    assert {"confirmed", "embedded"} & {action["status"] for action in theirs}
    assert all(action["origin"] for action in theirs)


def test_nothing_is_wrong_with_it(basil: CommandLine) -> None:
    said = basil("doctor", "--deep")
    assert (said.code, said.out.strip()) == (0, "no faults found")


def test_some_sittings_are_never_finished_and_answers_fit_their_shape(made_up_team: Path) -> None:
    unfinished, shapes = 0, Counter[tuple[str, bool]]()
    for person in Workspace(made_up_team).people():
        practice = Workspace(made_up_team).sign_in(person.name, "demo")
        unfinished += len(practice.reflecting.unfinished())
        for answer in practice.reflecting.whole_answers():
            shapes[answer.asked.shape.value, answer.scale is not None] += 1
            assert answer.text == clean(answer.text) != ""
            assert answer.asked.bank in {bank.id for bank in practice.banks.banks()}
        practice.close()
    assert unfinished > 0
    assert shapes["self-audit", True] > 10
    assert shapes["self-audit", False] == 0
    assert shapes["open", False] > 10


def test_there_are_words_of_our_own_for_every_theme_of_practice() -> None:
    vocabulary = Catalogue.load(shipped_banks()).vocabulary
    assert set(BY_THEME) == set(vocabulary.codes(Axis.PRACTICE))
    pieces = [piece for theme in BY_THEME.values() for piece in theme]
    assert len(set(pieces)) == len(pieces) >= 60


def test_a_large_team_has_different_names() -> None:
    names = [character.name for character in characters(200)]
    assert len(set(names)) == 200


def test_everybody_signs_in_with_demo_and_the_lead_is_the_administrator(
    clementine: CommandLine, tmp_path: Path
) -> None:
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    people = clementine("person", "list", "--json").json
    assert [(person["name"], person["administrator"]) for person in people] == [
        ("Juniper Teapot", True),
        ("Basil Umbrella", False),
        ("Clementine Lampshade", False),
    ]


def test_it_says_how_to_open_it(reflect: CommandLine, tmp_path: Path) -> None:
    said = made(reflect, tmp_path / "team", "--people", "1", "--as", "lead")
    assert said.code == 0
    assert (said.out, "made up" in said.err) == ("", True)
    assert "Sunday 1 March 2026" in " ".join(said.err.split())
    assert said.err.splitlines()[-1] == f'reflect --workspace "{tmp_path / "team"}" --as "Juniper Teapot"'


def test_with_so_many_actions_it_is_a_service_of_several_teams(reflect: CommandLine, tmp_path: Path) -> None:
    said = made(reflect, tmp_path / "service", "--people", "16", "--actions", "40", "--as", "lead")
    assert said.code == 0
    assert "2 teams, 16 people and 40 actions of 1 year before" in " ".join(said.err.split())
    reflect.folder = tmp_path / "service"
    reflect.clock.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    lead = reflect.as_somebody("Juniper Teapot", "demo", tmp_path / "passphrase")
    assert len(lead("team", "list", "--json").json) == 2
    assert lead("log", "actions", "--json").json


def test_what_lies_in_the_folder_is_never_touched(reflect: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "mine.txt").write_text("keep me", encoding="utf-8")
    said = made(reflect, folder)
    assert said.code == 1
    assert [file.name for file in folder.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("there_before", [True, False])
def test_a_demo_that_is_stopped_half_way_leaves_nothing(
    reflect: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there_before: bool
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reflect.demo.team.save_settings", stop)
    folder = tmp_path / "team"
    if there_before:
        folder.mkdir()
    said = made(reflect, folder, "--people", "1")
    assert said.code == 1
    assert "Stopped" in said.err
    assert folder.exists() == there_before
    assert not there_before or not any(folder.iterdir())


@pytest.mark.parametrize(
    "options",
    [
        ["--people", "0"],
        ["--people", "501"],
        ["--actions", "0"],
        ["--years", "0"],
        ["--until", "some day"],
        ["--as", "child"],
        ["--seed", "x"],
    ],
)
def test_options_that_make_no_team_are_wrong_use(
    reflect: CommandLine, tmp_path: Path, options: list[str]
) -> None:
    said = reflect("demo", str(tmp_path / "team"), "--no-open", *options)
    assert said.code == 2
    assert not (tmp_path / "team").exists()


def test_a_demo_for_today_ends_yesterday(reflect: CommandLine, tmp_path: Path) -> None:
    assert reflect("demo", str(tmp_path / "team"), "--no-open", "--people", "2", "--years", "1").code == 0
    told = everything(reflect, tmp_path / "team", tmp_path / "pass")
    assert (
        max(json.dumps(answer["updated"]) for answers in told[1 :: len(LISTED)] for answer in answers)
        < '"2026-03-02'
    )


def test_of_one_team_and_one_year_it_speaks_in_the_singular(reflect: CommandLine, tmp_path: Path) -> None:
    said = made(reflect, tmp_path / "team", "--people", "8", "--years", "1", "--actions", "20")
    assert "1 team, 8 people and 20 actions of 1 year before" in " ".join(said.err.split())
