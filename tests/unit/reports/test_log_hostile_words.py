"""Whatever stands in a report on the log stays words, on a web page, in Markdown and in a Word document, in every
script, and none of it is lost."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from going_out import EVIL
from hostile import EVERYTHING
from log_reader import seen
from log_reported import log_report, team_report
from reflect.reports.log_documents import Kind, written
from reflect.text import UNSAFE
from web_reader import read

PAGES = (Kind.HTML, Kind.DOCX, Kind.MD)
HEBREW, ARABIC, POLISH = "קול הילד", "صوت الطفل", "Zażółć gęślą jaźń"


def test_hostile_words_stay_words_on_a_web_page_and_in_markdown() -> None:
    report = log_report(words=lambda words: f"{EVIL[len(words) % len(EVIL)]}\n{words} {EVERYTHING}")
    drawn = {"figure", "figcaption", "svg", "title", "desc", "rect", "line", "polyline", "circle", "text"}
    pieces = read(written(report, "html")).all()
    assert {piece.name for piece in pieces} - drawn - {""} <= {
        *("html", "head", "meta", "style", "body", "header", "main", "h1", "h2", "h3", "p", "ul", "li"),
        *("dl", "dt", "dd", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert {name for piece in pieces for name in piece.attributes} <= {
        *("lang", "charset", "http-equiv", "content", "name", "id", "class", "aria-hidden", "aria-label"),
        *("dir", "scope", "style", "role", "tabindex", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "cx"),
        *("cy", "r", "width", "height", "fill", "points", "stroke", "stroke-width", "stroke-dasharray"),
        "text-anchor",
    }
    html = MarkdownIt("gfm-like").render(written(report, "md").decode())
    tags = {piece.split(">")[0].split(" ")[0].strip("/") for piece in html.split("<")[1:]}
    assert tags <= {
        *("h1", "h2", "h3", "p", "strong", "em", "ul", "li", "br"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    for kind in ("html", "md"):
        assert not UNSAFE.search(written(report, kind).decode())


def test_hostile_words_stay_words_in_a_word_document() -> None:
    words = "\n".join((*EVIL, EVERYTHING))
    document = docx.Document(
        io.BytesIO(written(log_report(team_report(words=lambda _: words), names={"robin-id": words}), "docx"))
    )
    acting = r"<w:(fldSimple|fldChar|instrText|hyperlink|object|drawing|pict|altChunk)\b"
    assert not re.search(acting, document.element.xml)
    assert not [one for one in document.part.rels.values() if one.is_external]


@pytest.mark.parametrize("kind", PAGES)
def test_no_word_of_a_listed_action_or_a_finding_is_lost(kind: Kind) -> None:
    long = "mot " * 3_000 + "zzendzz"
    report = log_report(team_report(words=lambda words: f"{words} {long}"))
    assert seen(written(report, kind), kind).count("zzendzz") > 8


@pytest.mark.parametrize("kind", PAGES)
def test_names_of_every_script_stand_as_they_are(kind: Kind) -> None:
    names = {"robin-id": f"{HEBREW} {ARABIC} {POLISH}"}
    report = log_report(team_report("孩子的声音"), names=names)
    words = seen(written(report, kind), kind)
    for said in (HEBREW, ARABIC, POLISH, "孩子的声音"):
        assert said in words


def test_a_hebrew_action_is_read_from_the_right_in_a_word_document() -> None:
    document = docx.Document(
        io.BytesIO(written(log_report(team_report(words=lambda words: f"{HEBREW} {words}")), "docx"))
    )
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "What")
    assert table.rows[2].cells[0].paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None
