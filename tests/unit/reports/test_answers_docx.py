"""Answers as a Word document: words in paragraphs, the label above every page, and nothing that acts."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from going_out import ANSWER, EVIL, STEPPED, going_out, hostile, owned_words
from reflect.domain.going_out import GoingOut
from reflect.errors import ReflectError
from reflect.reports.answer_documents import written


def parts(leaving: GoingOut) -> dict[str, str]:
    """The parts of the file that are XML, by name."""
    with zipfile.ZipFile(io.BytesIO(written(leaving, "docx"))) as file:
        names = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return {name: file.read(name).decode("utf-8") for name in names}


def opened(leaving: GoingOut) -> Document:
    return docx.Document(io.BytesIO(written(leaving, "docx")))


def said(leaving: GoingOut) -> list[str]:
    return [paragraph.text for paragraph in opened(leaving).paragraphs]


def test_every_hostile_word_stands_in_a_paragraph_as_it_is() -> None:
    paragraphs = said(hostile())
    assert paragraphs[0] == f"Reflections of {EVIL[0]}"
    assert paragraphs.count("\n".join(EVIL)) == 2 + 2 * len(EVIL)
    assert paragraphs.count(EVIL[0]) >= 2


def test_but_for_the_number_of_the_page_there_is_no_field_link_macro_picture_or_outside_address() -> None:
    number = '<w:fldSimple w:instr="PAGE"/>'
    files = parts(hostile())
    assert [name for name, xml in files.items() if number in xml] == ["word/footer1.xml"]
    for name, xml in files.items():
        xml = xml.replace(number, "", 1) if name == "word/footer1.xml" else xml
        assert not re.search(
            r"<w:(fldSimple|fldChar|instrText|hyperlink|object|drawing|pict|altChunk)\b", xml
        ), name
        assert 'TargetMode="External"' not in xml, name
    with zipfile.ZipFile(io.BytesIO(written(hostile(), "docx"))) as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "embed" in name.lower()]


def test_no_word_of_any_answer_is_lost() -> None:
    leaving = going_out(ANSWER, STEPPED)
    assert owned_words(*leaving.answers) <= set(" ".join(said(leaving)).split())


def test_the_label_is_above_every_page_and_headings_are_headings() -> None:
    document = opened(going_out(ANSWER, STEPPED))
    assert [paragraph.text for paragraph in document.sections[0].header.paragraphs] == [
        "Handling: for professionals only"
    ]
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert headings == ["Monday 2 March 2026: Child S"] * 2
    assert document.core_properties.author == "Robin Example"
    assert document.core_properties.language == "en-GB"


def test_characters_that_no_file_can_hold_do_not_break_it() -> None:
    assert "a\ufffdb" in said(going_out(replace(ANSWER, text="a\x00b")))


def test_without_python_docx_the_message_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> object:
        if name.split(".")[0] == "docx":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ReflectError) as missing:
        written(going_out(ANSWER), "docx")
    assert "pip install 'reflect-practice[documents]'" in str(missing.value)


def test_what_belongs_to_an_answer_does_not_come_apart_from_it_at_the_end_of_a_page() -> None:
    paragraphs = opened(going_out(ANSWER, STEPPED)).paragraphs
    for before, after in pairwise(paragraphs):
        style = before.style.name if before.style is not None else ""
        stays = before.paragraph_format.keep_with_next or style.startswith("Heading")
        belongs = after.text.startswith("Bank ") or before.text in (
            "Handling: for professionals only",
            ANSWER.asked.wording,
            *ANSWER.asked.parts,
            "How often: not in my role",
            "Model: What? So what? Now what?",
        )
        if belongs and before.text != "Reflections of Robin Example":
            assert stays, before.text


def test_an_answer_in_a_right_to_left_script_begins_on_the_right() -> None:
    words = "קול הילד (Room 4).\nשורה"
    (answer,) = (
        one for one in opened(going_out(replace(ANSWER, text=words))).paragraphs if one.text == words
    )
    assert answer._p.pPr.find(qn("w:bidi")) is not None
    assert [bool(run.font.rtl) for run in answer.runs] == [True, False, True]
