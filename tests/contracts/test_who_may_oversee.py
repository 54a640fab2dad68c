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
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted
from reflect.reports.log_documents import Kind, written
from rights import CURRENT, FIGURES, LEAD, OWNER, ROLES, TEAM_ACTIONS, THINGS, cells
from seen import seen_by
from six_people import NAMES, WORDS, SixPeople

At = Callable[[str], Desk]
LISTED = {thing for thing, (row, _) in THINGS.items() if row == TEAM_ACTIONS}
COMMENT, NOTE, UNLISTED, IMPACT = "corncrakeham", "dippervale", "nightjarstead", "waxwingford"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """The six, with more phrases planted where no lead may look: a comment on a share, notes and words of actions that
    are not listed, and an agreed one that is good practice."""
    six = SixPeople(tmp_path_factory.mktemp("six") / "workspace")
    ann, sam = six.sign_in(OWNER), six.sign_in(CURRENT)
    sam.sharing.comment(six.ids["share"], f"a {COMMENT}")
    ann.acting.note(six.ids["pair action"], f"a {NOTE}")
    action = ann.acting.propose(
        what=f"an {UNLISTED}", due=six.today, agree=True, pair=six.link, origin="child-s/what-probably-means"
    )
    sam.acting.block(action.id, f"an {IMPACT}")
    for practice in (ann, sam):
        practice.close()
    return six


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
    for word in (*WORDS.values(), COMMENT, NOTE, UNLISTED, IMPACT):
        said = desk.ask("log", "actions", "--search", word)
        yield "search", (said.out + said.err)
    for kind in Kind:
        content = written(desk.practice.overseeing.report(), kind)
        yield kind.value, _as_text(content)
    for kind in ("json", "csv", "md", "html", "ics"):
        yield f"export {kind}", str(desk.ask("action", "export", "--listed", "--format", kind))
    six = desk.six
    for line in seen_by(desk.practice, six.every_id, NAMES.values(), ["of", "a"]):
        yield "question", line


def _as_text(content: bytes) -> str:
    """A document as text, also where it is a folder of files."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_no_phrase_that_is_not_listed_is_in_anything_that_a_lead_gets(at: At) -> None:
    desk = at(LEAD)
    planted = {word for thing, word in WORDS.items() if thing not in LISTED} | {
        COMMENT,
        NOTE,
        UNLISTED,
        IMPACT,
    }
    got = list(everything_a_lead_gets(desk))
    assert not [(what, word) for what, text in got for word in planted if word in text]
    for thing in LISTED:
        places = {what for what, text in got if WORDS[thing] in text}
        assert {"actions", "owner", "question", *(kind.value for kind in Kind)} <= places, thing


def test_the_search_for_planted_phrases_finds_what_is_listed_by_mistake(at: At) -> None:
    ann = at(OWNER).practice
    ann.acting.show_to(ann.actions.action(at(OWNER).six.ids["pair action"]).id, CircleKind.TEAM)
    got = [text for _, text in everything_a_lead_gets(at(LEAD))]
    assert any(NOTE in text for text in got)
