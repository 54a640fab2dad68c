"""Records, agendas, agreements and self-audits taken out on the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from command_line import CommandLine
from two_on_the_command_line import ADMIN, SUPERVISEE, SUPERVISOR, TwoPeople

LABEL = "not agreed by the supervisee"
KINDS = ("md", "html", "json", "docx")


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


def words_in(path: Path) -> str:
    """Every word of a document, those at the head of its pages too."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    document = Document(io.BytesIO(path.read_bytes()))
    xml = [document.element.xml]
    xml += [part._element.xml for section in document.sections for part in (section.header, section.footer)]
    return "".join(xml)


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_that_is_not_agreed_says_so_on_paper_and_one_that_is_does_not(
    two: TwoPeople, tmp_path: Path, kind: str
) -> None:
    meeting = two.begun()
    two.note(SUPERVISOR, meeting, "We thought about sleep")
    before, after = tmp_path / f"before.{kind}", tmp_path / f"after.{kind}"
    told = two.told(SUPERVISEE, "supervision", "export", meeting[:8], "--format", kind, "--out", str(before))
    assert f"Every page says: {LABEL}" in told
    assert "not encrypted" in told
    assert LABEL in words_in(before)
    assert "We thought about sleep" in words_in(before)
    for name in (SUPERVISOR, SUPERVISEE):
        two.done(name, "supervision", "sign", meeting)
    told = two.told(SUPERVISEE, "supervision", "export", meeting, "--format", kind, "--out", str(after))
    assert LABEL not in told
    assert LABEL not in words_in(after)


def test_a_file_that_is_there_is_not_written_over_unasked(two: TwoPeople, tmp_path: Path) -> None:
    meeting, out = two.planned(), tmp_path / "record.md"
    out.write_text("mine", encoding="utf-8")
    words = ("supervision", "export", meeting, "--out", str(out))
    assert two.refused(SUPERVISOR, *words)[0] == 2
    assert out.read_text(encoding="utf-8") == "mine"
    two.done(SUPERVISOR, *words, "--force")
    assert LABEL in out.read_text(encoding="utf-8")


def test_a_preview_shows_what_could_identify_somebody_and_writes_nothing(two: TwoPeople) -> None:
    meeting = two.begun()
    two.note(SUPERVISOR, meeting, "We rang Mrs Jones at SE1 7PB\nand waited")
    said = two.done(SUPERVISEE, "supervision", "export", meeting, "--preview")
    assert said.out == ""
    told = " ".join(said.err.split())
    for words in ("Mrs Jones", "SE1 7PB", "1 line may identify somebody", "Nothing was written"):
        assert words in told
    assert "and waited" not in told


def test_the_agenda_goes_out_before_the_one_to_one(two: TwoPeople) -> None:
    meeting = two.planned()
    two.topic(SUPERVISEE, "Night visits")
    assert "Night visits" in two.done(SUPERVISOR, "supervision", "export", meeting, "--agenda").out
    later = two.planned("in 3 weeks", "--ad-hoc")
    assert two.refused(SUPERVISOR, "supervision", "export", later, "--agenda")[0] == 2


@pytest.mark.parametrize("kind", KINDS)
def test_an_agreement_and_a_self_audit_go_out_too(two: TwoPeople, tmp_path: Path, kind: str) -> None:
    two.done(
        SUPERVISOR,
        "agreement",
        "draw-up",
        SUPERVISEE,
        "--stage",
        "social-worker",
        "--readers",
        "The two of us",
    )
    agreement, audit = tmp_path / f"agreement.{kind}", tmp_path / f"audit.{kind}"
    two.done(SUPERVISEE, "agreement", "export", SUPERVISOR, "--format", kind, "--out", str(agreement))
    assert LABEL in words_in(agreement)
    assert "The two of us" in words_in(agreement)
    two.done(SUPERVISEE, "supervision", "audit", SUPERVISOR, "--format", kind, "--out", str(audit))
    assert SUPERVISEE in words_in(audit)


def test_the_self_audit_says_the_same_to_both_and_nothing_to_others(two: TwoPeople) -> None:
    two.agreement()
    two.signed()
    read = [
        two.done(name, "supervision", "audit", other, "--json").json
        for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR))
    ]
    assert read[0] == read[1]
    assert {line["answer"] for line in read[0]["lines"]} <= {"yes", "partly", "no", "not due"}
    assert all(line["shows"] for line in read[0]["lines"])
    two.clock.go_on(days=40)
    for since, first in (("1 April", "Wednesday 1 April 2026"), ("1 January", "Monday 2 March 2026")):
        shown = two.done(SUPERVISOR, "supervision", "audit", SUPERVISEE, "--since", since).out
        assert f"From {first}, as at Saturday 11 April 2026." in shown
        assert "YES: " in shown
    assert two.refused(ADMIN, "supervision", "audit", SUPERVISEE)[0] == 4
    assert two.refused(SUPERVISOR, "supervision", "audit", SUPERVISEE, "--out", "here.md")[0] == 2
