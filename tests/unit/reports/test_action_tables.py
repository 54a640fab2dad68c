"""Actions as CSV and as a spreadsheet, read back by programs that are not ours."""

from __future__ import annotations

import builtins
import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from actions_out import (
    BEGUN,
    ORIGIN,
    actions_out,
    agreed,
    everything,
    good_practice,
    hostile,
    own_words,
    two_voices,
)
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.going_out import ActionsOut
from reflect.domain.actions.history import folded
from reflect.domain.banks import Handling
from reflect.errors import ReflectError
from reflect.reports.action_documents import written
from reflect.reports.actions_xlsx import actions_xlsx
from reflect.reports.spreadsheet import FULL

SIGNS = tuple("=+-@\t\r＝＋－＠")


def rows_of(out: ActionsOut) -> list[dict[str, str]]:
    """The CSV as Python's own reader has it."""
    return list(csv.DictReader(io.StringIO(written(out, "csv").decode("utf-8"), newline=""), strict=True))


def opened(document: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """The sheets of a spreadsheet with the values of their cells."""
    book = openpyxl.load_workbook(io.BytesIO(document))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def sheets(out: ActionsOut) -> dict[str, list[tuple[Any, ...]]]:
    return opened(written(out, "xlsx"))


def texts(out: ActionsOut, kind: str) -> list[str]:
    """Every text in every cell."""
    if kind == "csv":
        return [cell for row in rows_of(out) for cell in row.values()]
    return [cell for rows in sheets(out).values() for row in rows for cell in row if isinstance(cell, str)]


def test_themes_are_words_for_people_and_codes_for_programs() -> None:
    out = actions_out(agreed())
    (row,) = rows_of(out)
    assert row["themes"] == "fathers-and-partners"
    heading, action = sheets(out)["Actions"]
    assert action[heading.index("Themes")] == "Fathers and partners"


def test_csv_has_a_row_for_each_action_with_iso_days_and_what_happened() -> None:
    whole, kept = rows_of(actions_out(everything(), good_practice()))
    assert (whole["id"], whole["status"], whole["rag"], whole["due"]) == (
        "whole",
        "embedded",
        "blue",
        "2026-05-01",
    )
    assert whole["owner"] == whole["confirmed_by"] == "Robin Example"
    assert (whole["confirmed_alone"], whole["carried"], whole["part"]) == ("yes", "1", "")
    assert whole["evidence"] == "audit, 2026-05-01: Nine of ten records"
    assert whole["carries"] == "2026-01-10, new-date: Two nights of duty"
    assert whole["escalation"].startswith("stage 1, to the school nurse, on 2026-01-11, answer by 2026-01-20")
    assert whole["findings"] == "Fathers were not asked. (Child S review)"
    assert len(whole["history"].splitlines()) >= 16
    assert "2026-01-09 Robin Example: Noted: Rang the first father." in whole["history"]
    assert (kept["keep"], kept["rag"], kept["due"], kept["origin"]) == ("yes", "", "", "")


def test_what_each_said_of_the_difference_stands_in_a_line_with_who_said_it_and_when() -> None:
    out = actions_out(two_voices())
    each = "2026-02-03 Sam Example: One spoke\n2026-05-04 Robin Example: It is usual"
    assert rows_of(out)[0]["impact"] == each
    assert each in texts(out, "xlsx")


def test_a_review_that_is_a_letter_is_named_with_its_bank() -> None:
    findings = [["unseen", "Brothers went unseen.", "S"]]
    origin = {**ORIGIN, "bank_title": "West Sussex 2017/18: seven reviews", "findings": findings}
    out = actions_out(agreed(origin=origin))
    named = "Brothers went unseen. (Review S, West Sussex 2017/18)"
    assert rows_of(out)[0]["findings"] == named
    assert named in texts(out, "xlsx")


def test_a_spreadsheet_has_sheets_for_actions_for_what_happened_and_for_what_this_is() -> None:
    found = sheets(actions_out(everything(), good_practice()))
    assert list(found) == ["Actions", "History", "About"]
    headings, whole, _ = found["Actions"]
    cells = dict(zip(headings, whole, strict=True))
    assert cells["Due"] == datetime.combine(date(2026, 5, 1), time())
    assert cells["Times carried forward"] == 1
    assert [row[2] for row in found["History"][1:17]] == list(range(1, 17))
    about = "\n".join(row[0] for row in found["About"])
    assert "Actions of Robin Example" in about
    assert "A court or an inquiry can require them" in about
    assert "R red: overdue" in about


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_word_is_lost_whatever_it_is(kind: str) -> None:
    for out in (actions_out(everything(), good_practice()), hostile()):
        said = {word.replace("'", "") for text in texts(out, kind) for word in text.split()}
        said |= {word.strip("();:,.“”") for word in said}
        missing = {
            word
            for word in own_words(out, is_read=kind != "csv")
            if word.replace("'", "").strip("();:,.“”") not in said
        }
        assert missing == set()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_whatever_is_written_no_cell_begins_as_a_formula_does(kind: str) -> None:
    for sign in (
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "＝1",
        "－1",
        "\t=1",
        "a\n=1",
        'a","=1',
        "=cmd|' /C calc'!A0",
    ):
        out = actions_out(
            everything(words=lambda said, sign=sign: sign + said), owner=sign, names={"robin-id": sign}
        )
        for text in texts(out, kind):
            assert not text.lstrip(" \"'").startswith(SIGNS) or text.lstrip(' "').startswith("'"), text
            assert not re.search(r"[\n,;\t|][\s\"]*[=+@＝＋－＠]", text), text


def test_a_reader_of_csv_that_knows_no_quotes_meets_no_formula_either() -> None:
    out = hostile()
    document = written(out, "csv").decode("utf-8")
    for divide in ",;\t|\n":
        for piece in document.split(divide):
            assert not piece.strip(' "\r\n').startswith(SIGNS), piece


def test_a_spreadsheet_holds_no_formula_link_picture_or_macro() -> None:
    document = written(hostile(), "xlsx")
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        for name in file.namelist():
            assert not re.search(r"vba|embed|externalLink|drawing|comment|connection", name), name
            content = file.read(name).decode("utf-8")
            assert not re.search(
                r"<f[ >]|<hyperlink|TargetMode=\"External\"|<ddeLink|<definedName[^>]*>[^<]*http", content
            )
    book = openpyxl.load_workbook(io.BytesIO(document))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d")
                assert cell.hyperlink is None


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_long_text_goes_on_in_the_rows_below_and_is_whole_when_it_is_joined(kind: str) -> None:
    long = "=" + "🧡 line, -1\n" * 20_000 + "the end"
    events = agreed("a1", what=long)
    out = actions_out(events, good_practice())
    if kind == "csv":
        parts = [row["what"] for row in rows_of(out) if row["id"] == "a1"]
        marks = [row["part"] for row in rows_of(out) if row["id"] == "a1"]
    else:
        found = [row for row in sheets(out)["Actions"][1:] if row[0] == "a1"]
        parts, marks = [row[2] or "" for row in found], [row[1] for row in found]
    assert len(parts) > 4
    assert all(len(part.encode("utf-16-le")) // 2 <= FULL for part in parts)
    assert marks == [f"{number} of {len(parts)}" for number in range(1, len(parts) + 1)]
    assert "".join(parts).replace("'", "") == long


def test_codes_that_a_spreadsheet_reads_as_characters_stay_as_they_were_written() -> None:
    found = sheets(actions_out(agreed(what="_x0041_ <b>&amp; x\ty  z ")))
    assert found["Actions"][1][2] == "_x0041_ <b>&amp; x\ty  z "


def test_days_before_a_spreadsheet_can_count_are_text_and_those_after_are_days() -> None:
    action = folded(agreed())
    days = [date(1899, 12, 31), date(1900, 2, 28), date(1900, 3, 1), date(1970, 1, 1), date(2100, 2, 28)]
    out = actions_out()
    for day in days:
        moved = replace(out, actions=((replace(action, due=day), agreed()),))
        headings, row = sheets(moved)["Actions"]
        cell = row[headings.index("Due")]
        assert (cell.date().isoformat() if isinstance(cell, datetime) else cell) == day.isoformat()
        assert isinstance(cell, datetime) is (day >= date(1900, 3, 1))


def test_what_is_more_than_a_sheet_holds_goes_on_in_another() -> None:
    histories = [agreed(f"a{number}") for number in range(5)]
    found = opened(actions_xlsx(actions_out(*histories), most_rows=3))
    assert [name for name in found if name.startswith("Actions")] == ["Actions", "Actions 2", "Actions 3"]
    ids = [row[0] for name, rows in found.items() if name.startswith("Actions") for row in rows[1:]]
    assert ids == ["a0", "a1", "a2", "a3", "a4"]
    assert all(rows[0] == found["Actions"][0] for name, rows in found.items() if name.startswith("Actions"))


@pytest.mark.parametrize("handling", [{"child-s": Handling.LOCAL_ONLY}, {}])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_question_of_a_local_bank_stays_behind_unless_it_is_asked_for(
    kind: str, handling: dict[str, Handling]
) -> None:
    words = ("Do I always speak with both parents?", "Fathers were not asked.")
    without = "\n".join(texts(actions_out(everything(), handling=handling), kind))
    along = "\n".join(texts(actions_out(everything(), handling=handling, include_local=True), kind))
    for one in words:
        assert one not in without
        assert one in along


def test_a_day_in_the_past_has_the_letter_of_that_day_and_nothing_that_came_later() -> None:
    events = agreed("a1", (EventKind.NOTED, {"text": "Later"}, date(2026, 2, 20)))
    out = replace(actions_out(events, as_at=BEGUN), actions=((folded(events[:2]), events),))
    (row,) = rows_of(out)
    assert row["rag"] == "green"
    assert "Later" not in row["history"]


def test_nothing_at_all_is_a_document_with_headings() -> None:
    assert written(actions_out(), "csv").startswith(b'"id","part","what"')
    assert [len(rows) for rows in sheets(actions_out()).values()][:2] == [1, 1]


def test_without_xlsxwriter_the_message_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> object:
        if name.split(".")[0] == "xlsxwriter":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReflectError) as missing:
        written(actions_out(agreed()), "xlsx")
    assert "pip install 'reflect-practice[xlsx]'" in str(missing.value)
