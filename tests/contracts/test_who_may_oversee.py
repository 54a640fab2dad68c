"""The row of the table on figures and the learning view; and no phrase that is not listed in anything a lead gets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from at_a_desk import Desk
from clocks import StoppedClock
from pairs import ADMIN, SignIn, Team
from planted import COMMENT, LISTED, NOTE, PLANTED, UNLISTED, WHY, planted
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted
from reflect.reports.log_documents import Kind, written
from rights import FIGURES, LEAD, OWNER, ROLES, cells
from seen import seen_by
from six_people import NAMES, WORDS, SixPeople

At = Callable[[str], Desk]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; everybody works in a copy."""
    return planted(tmp_path_factory.mktemp("six") / "workspace")


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
def test_everybody_who_works_here_reads_figures_and_only_a_lead_reports(at: At, role: str) -> None:
    desk, leads = at(role), "report" in cells()[FIGURES][role]
    assert leads is (role == LEAD)
    figures = desk.ask("log", "figures", "--team", "North", "--json")
    assert figures.code == 0
    assert (figures.json["teams"][0]["one_to_ones"] is not None) is leads
    learning = desk.ask("log", "learning", "--team", "North", "--json").json
    assert {line["listed"] is not None for line in learning} == {leads}
    assert any(line["last_moved"] for line in learning) is False
    for words in (
        ("log", "actions"),
        ("log", "report", "--format", "md"),
        ("log", "actions", "--team", "North"),
    ):
        assert desk.ask(*words).code == (0 if leads else 3), words


def test_who_only_administers_reads_none(signed_in: SignIn, clock: StoppedClock) -> None:
    team = Team(signed_in, clock)
    assert cells()[FIGURES]["administrator"] == "–"
    alone = team.everybody[ADMIN].overseeing
    for read in (alone.figures, alone.learning):
        for name in (None, "North", "Nowhere"):
            with pytest.raises(NotPermitted, match="reads no figures"):
                read(name)
    assert [one.team for one in team.sam.overseeing.figures("north")] == ["North"]


def everything_a_lead_gets(desk: Desk) -> Iterator[tuple[str, str]]:
    """What each command of the log says, each document, each export, and each answer to each question."""
    for words in ("actions", "learning", "figures"):
        for more in (
            (),
            ("--json",),
            ("--as-at", "yesterday"),
            ("--team", "North"),
            ("--from", "1 January 2026"),
        ):
            yield words, str(desk.ask("log", words, *more))
    for by in ("rag", "status", "theme", "level", "review", "owner"):
        yield by, str(desk.ask("log", "actions", "--by", by, "--json"))
    for word in (*WORDS.values(), COMMENT, NOTE, UNLISTED, WHY):
        said = desk.ask("log", "actions", "--search", word)
        yield "search", (said.out + said.err)
    for kind in Kind:
        content = written(desk.practice.overseeing.report(), kind)
        yield kind.value, _as_text(content)
        yield f"report {kind.value}", _in_a_file(desk, "log", "report", "--format", kind.value)
    yield "preview", str(desk.ask("log", "report", "--preview"))
    for form in ("json", "csv", "xlsx", "md", "html", "ics"):
        yield f"export {form}", _in_a_file(desk, "action", "export", "--listed", "--format", form)
    six = desk.six
    for line in seen_by(desk.practice, six.every_id, NAMES.values(), ["of", "a"]):
        yield "question", line


def _in_a_file(desk: Desk, *words: str) -> str:
    """What a command writes, and all that it says meanwhile."""
    file = desk.six.folder.parent / "out"
    said = desk.ask(*words, "--out", str(file), "--force")
    assert said.code == 0, said.err
    return f"{said.out} {said.err} {_as_text(file.read_bytes())}"


def _as_text(content: bytes) -> str:
    """A document as text, also where it is a folder of files."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_no_phrase_that_is_not_listed_is_in_anything_that_a_lead_gets(at: At) -> None:
    desk = at(LEAD)
    got = list(everything_a_lead_gets(desk))
    assert not [(what, word) for what, text in got for word in PLANTED if word in text]
    for thing in LISTED:
        places = {what for what, text in got if WORDS[thing] in text}
        reports = {f"{made}{kind.value}" for kind in Kind for made in ("", "report ")}
        assert {"actions", "owner", "question", "export xlsx", *reports} <= places, thing


def test_the_search_for_planted_phrases_finds_what_is_listed_by_mistake(at: At) -> None:
    ann = at(OWNER).practice
    ann.acting.show_to(ann.actions.action(at(OWNER).six.ids["pair action"]).id, CircleKind.TEAM)
    got = [text for _, text in everything_a_lead_gets(at(LEAD))]
    assert any(NOTE in text for text in got)
