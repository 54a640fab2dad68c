"""`reflect log report`: a document for a board, written only where it is asked to be, with a reminder of who could be
recognised in it."""

from __future__ import annotations

import io
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from clocks import StoppedClock
from command_line import CommandLine, Said
from log_reader import rows_of, seen
from pairs import BO, LENA, WHAT, SignIn, Team

PASSPHRASE = "a lantern by the canal"
As = Callable[..., Said]


@pytest.fixture
def said(reflect: CommandLine, signed_in: SignIn, clock: StoppedClock, tmp_path: Path) -> As:
    """Carries out a command as the person who is named first, where two actions are listed and one is not."""
    team = Team(signed_in, clock)
    team.listed()
    ringing = team.bo.acting.propose(
        what="Ring 07700 900123", due=clock.today(), agree=True, pair=team.link.id
    )
    team.listed(ringing)
    team.bo.acting.propose(what="Unlisted words", due=clock.today(), agree=True, pair=team.link.id)
    for practice in team.everybody.values():
        practice.telling.told([notice.id for notice in practice.telling.waiting()])

    def carry_out(name: str, *words: str) -> Said:
        return reflect.as_somebody(name, PASSPHRASE, tmp_path / "passphrase")(*words)

    return carry_out


def test_without_a_file_a_page_goes_to_standard_output_and_only_it(said: As) -> None:
    page = said(LENA, "log", "report")
    assert page.code == 0
    words = seen(page.out.encode(), "html")
    assert "What the learning has changed: North" in words
    assert WHAT in words
    assert "Unlisted words" not in page.out
    told = " ".join(page.err.split())
    assert "With 2 listed actions and the names of their owners." in told
    assert "1 line may identify somebody" in told
    assert "never a clearance" in told


@pytest.mark.parametrize("kind", ["html", "docx", "xlsx", "md", "csv"])
def test_a_file_is_written_for_its_owner_only_and_said_where(said: As, tmp_path: Path, kind: str) -> None:
    place = tmp_path / f"report.{kind}"
    done = said(LENA, "log", "report", "--format", kind, "--output", str(place))
    assert (done.code, done.out) == (0, "")
    assert f"Writtento{place}." in "".join(done.err.split())
    document = place.read_bytes()
    if kind == "xlsx":
        assert "Listed actions" in openpyxl.load_workbook(io.BytesIO(document)).sheetnames
    elif kind == "csv":
        assert [row["what"] for row in rows_of(document, "csv", "listed", "")] == ["Ring 07700 900123", WHAT]
    else:
        assert WHAT in seen(document, kind)
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_nothing_is_written_over_unasked(said: As, tmp_path: Path) -> None:
    place = tmp_path / "report.md"
    place.write_text("mine", encoding="utf-8")
    refused = said(LENA, "log", "report", "--format", "md", "--output", str(place))
    assert (refused.code, place.read_text(encoding="utf-8")) == (2, "mine")
    assert said(LENA, "log", "report", "--format", "md", "--output", str(place), "--force").code == 0
    assert WHAT in place.read_text(encoding="utf-8")


def test_a_preview_shows_the_doubtful_lines_and_writes_nothing(said: As, tmp_path: Path) -> None:
    place = tmp_path / "report.html"
    shown = said(LENA, "log", "report", "--preview", "--output", str(place))
    assert (shown.code, shown.out, place.exists()) == (0, "", False)
    assert "Ring 07700 900123" in shown.err
    assert "Nothing was written." in shown.err


def test_it_is_for_a_period_as_at_a_day_and_rounded_where_that_is_asked(said: As) -> None:
    words = ["--from", "1 January 2026", "--to", "31 January 2026", "--format", "md"]
    past = said(LENA, "log", "report", *words)
    told = seen(past.out.encode(), "md")
    assert "Thursday 1 January 2026 to Saturday 31 January 2026" in told
    assert "As at the end of Saturday 31 January 2026" in told
    assert "No action is listed on the team's log." in told
    assert "rounded to the nearest 5" in said(LENA, "log", "report", "--rounded", "--format", "md").out
    before = said(LENA, "log", "report", "--as-at", "1 March 2026", "--format", "md")
    assert WHAT not in before.out


def test_only_who_leads_the_team_gets_it_and_a_kind_that_is_not_known_is_named(said: As) -> None:
    for words in (["log", "report"], ["log", "report", "--team", "North"]):
        refused = said(BO, *words)
        assert (refused.code, refused.out) == (3, "")
    unknown = said(LENA, "log", "report", "--format", "pdf")
    assert (unknown.code, unknown.out) == (2, "")
    assert "--format" in unknown.err
    assert said(LENA, "log", "report", "--team", "West").code == 4


def test_a_word_document_names_who_made_it(said: As, tmp_path: Path) -> None:
    place = tmp_path / "report.docx"
    said(LENA, "log", "report", "--format", "docx", "--out", str(place))
    assert docx.Document(str(place)).core_properties.author == LENA
