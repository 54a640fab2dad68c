"""What the pages for people promise, compared with what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, widest
from promised import promised
from reflect.cli.trust import NOT_PROTECTED, PROTECTED
from reflect.workspace import Workspace

WITH_VERBS = ("bank", "answer", "person", "action", "team", "link", "share", "supervision", "agreement")
DOCS = Path(__file__).resolve().parents[3] / "docs"


def keys_of(things: list[dict[str, Any]]) -> set[str]:
    """The keys that every one of these has; they all have the same."""
    assert things
    (keys,) = {tuple(sorted(thing)) for thing in things}
    return set(keys)


def test_the_list_of_banks_has_the_promised_keys(reflect: CommandLine) -> None:
    banks = reflect("bank", "list", "--json").json
    assert keys_of(banks) == promised("## `reflect bank list --json`")
    assert all(isinstance(bank[key], int) for bank in banks for key in ("version", "findings", "questions"))
    assert keys_of([bank["document"] for bank in banks]) == {"publisher", "title", "published", "kind"}
    assert keys_of([review for bank in banks for review in bank["reviews"]]) == {
        "id",
        "kind",
        "name",
        "published",
    }


def test_a_whole_bank_has_the_promised_keys(reflect: CommandLine) -> None:
    banks = [
        reflect("bank", "show", bank["id"], "--json").json for bank in reflect("bank", "list", "--json").json
    ]
    assert keys_of(banks) == promised("## `reflect bank show BANK --json`")
    questions = [question for bank in banks for question in bank["questions"]]
    findings = [finding for bank in banks for finding in bank["findings"]]
    assert keys_of(questions) == promised("### Each of `questions`")
    assert keys_of(findings) == promised("### Each of `findings`")
    assert all(isinstance(part, str) for question in questions for part in question["parts"])


def test_answers_have_the_promised_keys_everywhere(clementine: CommandLine) -> None:
    keys = promised("## `reflect answer list --json`")
    listed = clementine("answer", "list", "--json").json
    assert keys_of(listed) == keys
    assert clementine("answer", "export", "--format", "json").json == listed
    assert set(clementine("answer", "show", listed[0]["id"], "--json").json) == keys
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", answer["created"]) for answer in listed)


def test_what_was_found_and_what_was_said_before_have_the_promised_keys(clementine: CommandLine) -> None:
    keys = promised("## `reflect answer list --json`")
    first = clementine("answer", "list", "--json").json[0]
    found = clementine("answer", "search", first["text"].split()[0], "--json").json
    assert keys_of(found) == keys | promised("## `reflect answer search WORDS --json`")
    practice = Workspace(clementine.folder, clementine.clock).sign_in("Clementine Lampshade", "demo")
    practice.reflecting.edit_answer(first["id"], text="?", scale=None, revision=1)
    practice.close()
    told = clementine("answer", "history", first["id"], "--json").json
    assert keys_of(told) == keys | promised("## `reflect answer history ID --json`")
    versions = [version for answer in told for version in answer["versions"]]
    assert keys_of(versions) == promised("### Each of `versions`")


def test_people_have_the_promised_keys(clementine: CommandLine) -> None:
    people = clementine("person", "list", "--json").json
    assert keys_of(people) == promised("## `reflect person list --json`")
    assert clementine("person", "show", "--json").json == people[2]


def test_teams_and_links_have_the_promised_keys(clementine: CommandLine, tmp_path: Path) -> None:
    lead = clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    assert lead("team", "add", "North", "--lead", "Basil Umbrella").code == 0
    pair = ("--supervisor", "Basil Umbrella", "--supervisee", "Clementine Lampshade")
    assert lead("link", "add", *pair).code == 0
    assert keys_of(lead("team", "list", "--json").json) == promised("## `reflect team list --json`")
    assert keys_of(lead("link", "list", "--json").json) == promised("## `reflect link list --json`")


def test_an_empty_list_is_an_empty_array(robin: CommandLine) -> None:
    assert robin("answer", "list", "--json").out == "[]\n"


def test_the_page_on_trust_says_the_same_as_the_command(reflect: CommandLine) -> None:
    said = reflect("trust")
    assert said.code == 0
    assert widest(said.out) <= 80
    page = " ".join((DOCS / "trust.md").read_text(encoding="utf-8").split())
    spoken = " ".join(said.out.split())
    for sentence in (*PROTECTED, *NOT_PROTECTED):
        assert f"- {sentence}" in page
        assert f"- {sentence}" in spoken
    assert page.count(" - ") == len(PROTECTED) + len(NOT_PROTECTED)
    assert str(reflect.folder) in said.out.replace("\n", "").replace(" ", "")


def test_what_is_not_protected_is_said(reflect: CommandLine) -> None:
    said = " ".join(reflect("trust").out.split())
    for word in ("court", "unlocked", "records keys", "names of the people", "no network call", "backup"):
        assert word in said
    assert "confidential" not in said


@pytest.mark.parametrize("page", sorted(DOCS.glob("getting-started-*.md")), ids=lambda page: page.stem)
def test_every_command_on_the_pages_for_beginners_exists(reflect: CommandLine, page: Path) -> None:
    commands = re.findall(r"^ +reflect (.+)$|`reflect ([a-z][^`]*)`", page.read_text(encoding="utf-8"), re.M)
    assert commands
    for indented, inline in commands:
        nouns = [word for word in (indented or inline).split() if re.fullmatch("[a-z]+(-[a-z]+)*", word)]
        spoken = (
            reflect(*nouns[: 3 if nouns[1:2] == ["working"] else 2], "--help")
            if nouns[0] in WITH_VERBS
            else None
        )
        assert (spoken or reflect(nouns[0], "--help")).code == 0
