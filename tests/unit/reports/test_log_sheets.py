"""The report on a log as sheets: a table for each kind of thing, charts of the program that opens it, and no cell that
could be a formula or be read as nought."""

from __future__ import annotations

import builtins
import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, LineChart

from going_out import EVIL
from hostile import EVERYTHING
from log_reader import rows_of, sheets
from log_reported import log_report, small_team, team_report
from reflect.domain.actions.rag import key_words
from reflect.domain.actions.rules import USUAL
from reflect.domain.figures.log_report import LogReport
from reflect.domain.figures.team_figures import Lowered
from reflect.errors import ReflectError
from reflect.reports.log_documents import Kind, written

SIGNS = tuple("=+-@\t\r＝＋－＠")


def csv_of(report: LogReport, kind: str) -> list[dict[str, str]]:
    return rows_of(written(report, "csv"), "csv", kind, "")


def hostile(sign: str = "") -> LogReport:
    def words(said: str) -> str:
        return f"{sign or EVIL[len(said) % len(EVIL)]}{said} {EVERYTHING}"

    return log_report(team_report(f"{sign}North", words=words), words=words)


def texts(report: LogReport, kind: str) -> list[str]:
    """Every text in every cell."""
    document = written(report, kind)
    if kind == "csv":
        rows = csv.reader(io.StringIO(document.decode("utf-8"), newline=""), strict=True)
        return [cell for row in rows for cell in row]
    return [
        cell for rows in sheets(document).values() for row in rows for cell in row if isinstance(cell, str)
    ]


def test_a_workbook_has_a_sheet_for_each_kind_of_thing() -> None:
    found = sheets(written(log_report(), "xlsx"))
    assert list(found) == [
        *("In short", "Figures", "Over time", "Findings", "Listed actions", "Letters", "One-to-ones"),
        *("Charts", "About"),
    ]
    about = "\n".join(row[0] for row in found["About"])
    for said in (
        "Handling: for professionals only",
        "fewer than 5 people stand behind it, or it would tell of fewer",
        "R red: overdue",
        "Made: ",
    ):
        assert said in about
    assert "Agreed so far: 83 actions" in "\n".join(row[0] for row in found["In short"])


def test_csv_says_by_kind_what_a_row_is_of() -> None:
    report = log_report()
    names = dict.fromkeys(row["kind"] for row in csv.DictReader(io.StringIO(written(report, "csv").decode())))
    assert list(names) == ["about", "figure", "over-time", "finding", "listed", "letter", "one-to-ones"]
    about = {row["name"]: row["text"] for row in csv_of(report, "about")}
    assert about["As at"] == "the end of Friday 20 November 2026"
    assert about["Shown from"] == "5 people behind a number"
    (whole,) = (row for row in csv_of(report, "listed") if row["id"] == "whole")
    assert (whole["owner"], whole["due"], whole["letter"]) == ("Robin Example", "2026-05-01", "B blue")
    assert (whole["impact"], whole["carried"], whole["stage"]) == ("It is usual now", "1", "1")


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX])
def test_every_sheet_says_what_its_letters_mean_with_the_numbers_of_the_workplace(kind: Kind) -> None:
    rules = replace(USUAL, due_soon_days=9)
    report = replace(log_report(), rules=rules)
    if kind is Kind.CSV:
        about = [f"{row['name']}: {row['text']}" for row in csv_of(report, "about")]
    else:
        about = [row[0] for row in sheets(written(report, kind))["About"]]
    key = [f"Letter {letter.letter} {letter.value}: {words}" for letter, words in key_words(rules)]
    assert [said for said in about if said in key] == key
    assert any("due in less than 9 days" in said for said in key)
    assert "No letter: Good practice to keep or to share has no letter." in about


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX])
def test_a_report_says_since_when_fewer_people_have_been_enough(kind: Kind) -> None:
    report = log_report(team_report())
    (team,) = report.teams
    changed = replace(team, figures=replace(team.figures, lowered=Lowered(date(2026, 9, 7), 8, 5)))
    rule = "North: since the week of Monday 7 September 2026 5 people are enough; before it took 8."
    lowered = replace(report, teams=(changed,))
    assert any(rule in said for said in texts(lowered, kind))
    assert not any("people are enough" in said for said in texts(report, kind))
    assert not any("people are enough" in said for said in texts(replace(lowered, people=8), kind))


def test_what_is_not_shown_is_said_and_a_true_nought_is_nought() -> None:
    report = log_report()
    by_name = {
        row["measure"]: row["number"]
        for row in csv_of(report, "figure")
        if (row["team"], row["by"]) == ("North", "whole")
    }
    assert (by_name["Stuck"], by_name["Escalated"], by_name["Agreed"]) == ("not shown", "0", "83")
    headings, *rows = sheets(written(report, "xlsx"))["Figures"]
    at = headings.index("Number")
    assert {type(row[at]) for row in rows} == {int, str}
    assert all(row[at] is not None for row in rows)
    headings, *rows = sheets(written(report, "xlsx"))["Findings"]
    counts = [headings.index(name) for name in ("Reflected", "Agreed", "Embedded", "Listed: agreed")]
    assert all(row[at] is not None for row in rows for at in counts)


def test_charts_are_those_of_the_program_and_draw_only_what_is_shown() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(log_report(team_report()), "xlsx")))
    charts = book["Charts"]._charts
    assert {type(one) for one in charts} == {BarChart, LineChart}
    assert len(charts) > 7
    for chart in charts:
        for series in chart.series:
            first, last = re.findall(r"\$([A-Z]+)\$(\d+)", series.val.numRef.f * 2)[:2]
            for row in range(int(first[1]), int(last[1]) + 1):
                drawn, words = (
                    book["Charts"][f"{first[0]}{row}"],
                    book["Charts"].cell(row, ord(first[0]) - 65),
                )
                if words.value == "not shown":
                    assert drawn.value is None
                    assert drawn.fill.fill_type == "solid"
                else:
                    assert str(drawn.value) == words.value


def test_a_team_without_figures_has_no_charts_and_all_sheets() -> None:
    found = sheets(written(log_report(small_team()), "xlsx"))
    assert len(found) == 9
    assert len(found["Listed actions"]) == 1


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX])
@pytest.mark.parametrize(
    "sign", ["=1+1", "+1", "-1", "@SUM(1)", "＝1", "\t=1", "a\n=1", "=cmd|' /C calc'!A0"]
)
def test_whatever_is_written_no_cell_begins_as_a_formula_does(kind: Kind, sign: str) -> None:
    for text in texts(hostile(sign), kind):
        assert not text.lstrip(" \"'").startswith(SIGNS) or text.lstrip(' "').startswith("'"), text
        assert not re.search(r"[\n,;\t|][\s\"]*[=+@＝＋－＠]", text), text


def test_a_workbook_holds_no_formula_link_picture_or_macro() -> None:
    with zipfile.ZipFile(io.BytesIO(written(hostile(), "xlsx"))) as file:
        for name in file.namelist():
            assert not re.search(r"vba|embed|externalLink|comment|connection|media", name), name
            content = file.read(name).decode("utf-8")
            cells = content if "worksheets" in name else ""
            assert not re.search(r"<f[ >]", cells)
            assert not re.search(r"<hyperlink|TargetMode=\"External\"|<ddeLink", content)


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.XLSX])
def test_a_long_text_goes_on_in_the_rows_below_and_is_whole_when_it_is_joined(kind: Kind) -> None:
    long = "word 🧡 " * 5_000 + "the end"
    report = log_report(team_report(words=lambda said: f"{said} {long}"))
    document = written(report, kind)
    name, what = ("id", "what") if kind is Kind.CSV else ("Id", "What is to be done")
    rows = rows_of(document, kind, "listed", "Listed actions")
    found = [row[what] for row in rows if row[name] == "plain"]
    assert "".join(found) == f"Read the plan {long}"
    assert len(found) > 1


def test_without_xlsxwriter_or_python_docx_the_message_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> object:
        if name.split(".")[0] in ("xlsxwriter", "docx"):
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    for kind, extra in (("xlsx", "xlsx"), ("docx", "documents")):
        with pytest.raises(ReflectError) as missing:
            written(log_report(), kind)
        assert f"pip install 'reflect-practice[{extra}]'" in str(missing.value)
