"""How the paper of two people stands in a word processor: voices side by side, nothing torn from what it belongs to,
room for a pen, and every line read the right way."""

from __future__ import annotations

from datetime import timedelta

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from actions_out import ROBIN, SAM
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.going_out import SupervisionOut
from reflect.reports.paper import moment_said
from reflect.reports.paper_layout import shaded
from reflect.reports.word_file import add_words, beside_next
from supervision_out import BOTH, HELD, agenda_out, agreement_out, entry, record, record_out
from supervision_reader import opened

HEBREW, ARABIC = "קול הילד, ב-10:30 (Room 4).", "صوت الطفل"


def tables(out: SupervisionOut) -> dict[str, Table]:
    """The tables by the heading that each stands below first."""
    found: dict[str, Table] = {}
    heading = ""
    for block in opened(out).iter_inner_content():
        if isinstance(block, Table):
            found.setdefault(heading, block)
        elif block.style is not None and block.style.name.startswith("Heading"):
            heading = block.text
    return found


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def holds_on(paragraph: Paragraph) -> bool:
    """Whether it stays with what follows it, by itself or by its style."""
    own = paragraph.paragraph_format.keep_with_next
    style = paragraph.style.paragraph_format.keep_with_next if paragraph.style is not None else None
    return bool(style if own is None else own)


def test_the_voice_of_the_supervisor_stands_left_and_that_of_the_supervisee_right() -> None:
    found = tables(record_out())
    assert cells(found["Wellbeing and workload"]) == [
        ["Sam Example, supervisor", "Robin Example, supervisee"],
        ["Sam Example on Wellbeing and workload", "Robin Example on Wellbeing and workload"],
    ]
    assert cells(found["1. How I weigh history"])[1] == ["Sam Example on history", "Robin Example on history"]
    assert cells(tables(agreement_out())["What each brings to it"])[1] == [
        "Sam Example, offers",
        "Robin Example, offers",
    ]


def test_one_voice_alone_leaves_the_other_side_empty_and_no_voice_says_so() -> None:
    alone = record(entries=(entry("e", Section.WELLBEING, ROBIN, "Tired.\n\nLess now."),))
    assert cells(tables(record_out(record=alone))["Wellbeing and workload"])[1] == ["", "Tired.\n\nLess now."]
    told = [one.text for one in opened(record_out(record=alone)).paragraphs]
    assert told[told.index("Learning and development") + 1] == "Nothing was written here."


def test_what_there_was_nothing_of_is_said_in_its_own_words() -> None:
    told = [
        one.text for one in opened(record_out(record=record(entries=(), actions=(), shared=()))).paragraphs
    ]
    assert {
        "No action was open before it.",
        "Neither put a topic on the agenda.",
        "Nothing that was shared was discussed.",
        "No disagreement was written down.",
        "No action was agreed.",
    } <= set(told)


def test_headings_and_names_of_columns_stay_with_what_follows_and_come_again_on_the_next_page() -> None:
    for out in (record_out(), agenda_out(), agreement_out()):
        document = opened(out)
        headings = [one for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
        assert len(headings) > 5
        assert all(holds_on(one) for one in headings)
        named = [
            table for table in document.tables if table.style is not None and table.style.name == "Table Grid"
        ]
        assert named
        for table in named:
            first = table.rows[0]
            assert first._tr.trPr.find(qn("w:tblHeader")) is not None
            assert all(holds_on(one) for cell in first.cells for one in cell.paragraphs)


def test_a_long_voice_may_go_over_a_page_but_no_row_of_actions_does() -> None:
    found = tables(record_out())
    assert found["Reflective discussion"].rows[1]._tr.trPr is None
    assert found["Actions agreed"].rows[1]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_both_signatures_and_the_key_stay_on_one_page_each() -> None:
    signing = tables(record_out())["Signatures"]
    assert all(holds_on(one) for row in signing.rows[:-1] for cell in row.cells for one in cell.paragraphs)
    key = [one for one in opened(record_out()).paragraphs if one.style and one.style.name == "List Bullet"][
        -6:
    ]
    assert key[0].text.startswith("B blue")
    assert [holds_on(one) for one in key] == [True] * 5 + [False]


def test_who_has_not_signed_has_room_to_and_so_have_notes_on_an_agenda() -> None:
    rows = tables(record_out(SAM))["Signatures"].rows
    assert [row.height is not None for row in rows] == [False, False, True]
    assert [[cell.text for cell in row.cells] for row in rows[1:]] == [
        [
            "Sam Example\nsupervisor",
            *[f"Signed with a passphrase on {moment_said(HELD + timedelta(hours=2))}"] * 2,
        ],
        ["Robin Example\nsupervisee", "", ""],
    ]
    assert all(row.height is None for row in tables(record_out(*BOTH))["Signatures"].rows)
    topics = tables(agenda_out())["Topics"]
    assert cells(topics)[1:] == [
        ["How I weigh history", "Robin Example", ""],
        ["Leave in December", "Sam Example", ""],
    ]
    assert all(row.height is not None for row in topics.rows[1:])


def test_a_line_begins_on_the_side_on_which_it_is_read_and_its_pieces_are_marked() -> None:
    mixed = record(entries=(entry("e", Section.WELLBEING, ROBIN, f"{HEBREW}\n{ARABIC}\n孩子\nZażółć"),))
    cell = tables(record_out(record=mixed))["Wellbeing and workload"].rows[1].cells[1]
    turned = [one._p.pPr.find(qn("w:bidi")) is not None for one in cell.paragraphs]
    assert turned == [True, True, False, False]
    assert [(run.text, bool(run.font.rtl)) for run in cell.paragraphs[0].runs] == [
        ("קול הילד, ב-10:30 (", True),
        ("Room 4", False),
        (").", True),
    ]


def test_a_sentence_of_the_program_begins_on_the_left_whoever_is_named_in_it() -> None:
    out = record_out(words=lambda words: "שרה כהן" if words == "Robin Example" else words)
    (named,) = (one for one in opened(out).paragraphs if one.text.startswith("שרה כהן, due on Tuesday"))
    assert named._p.pPr.find(qn("w:bidi")) is None
    assert [bool(run.font.rtl) for run in named.runs] == [True, False]
    assert named.runs[0].text == "שרה כהן"


def test_properties_stand_in_the_order_that_the_format_asks_for() -> None:
    paragraph = docx.Document().add_paragraph(style="Heading 1")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shaded(beside_next(add_words(paragraph, HEBREW, theirs=True)))
    names = [one.tag.split("}")[1] for one in paragraph._p.pPr]
    assert names == ["pStyle", "keepNext", "shd", "bidi", "jc"]


def test_names_that_are_longer_than_a_title_can_be_stand_in_full_on_the_paper() -> None:
    name = "Bartholomew " * 16
    document = opened(record_out(words=lambda words: name if words == "Robin Example" else words))
    assert document.paragraphs[0].text.count("Bartholomew") == 16
    assert len(document.core_properties.title) <= 255
