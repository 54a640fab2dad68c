"""Answers as one web page: it runs nothing, fetches nothing, prints well, and reads aloud in order."""

from __future__ import annotations

import re
from itertools import pairwise

from going_out import ANSWER, EVIL, STEPPED, going_out, hostile, owned_words
from reflect.reports.answer_documents import written
from reflect.reports.pages import TAKEN_AWAY
from web_reader import Piece, read

HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section"),
    *("h1", "h2", "h3", "h4", "p", "ul", "li"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name"),
    *("id", "class", "aria-labelledby", "aria-hidden"),
}


def test_every_hostile_word_is_one_text_where_it_belongs_and_nothing_else_stands_there() -> None:
    leaving = hostile()
    page = read(written(leaving, "html"))
    assert {piece.name for piece in page.all()} - {""} <= HARMLESS
    assert {name for piece in page.all() for name in piece.attributes} <= ATTRIBUTES
    assert page.texts("title") == page.texts("h1") == [f"Reflections of {EVIL[0]}"]
    assert page.texts("p", "question") == [TAKEN_AWAY, EVIL[0], EVIL[0]]
    assert page.texts("h2") == [f"Monday 2 March 2026: {EVIL[1]}"] * 3
    whole = "\n".join(EVIL)
    assert page.texts("p", "words") == [whole] * (2 + 2 * len(EVIL))
    as_lines = [" ".join(one.split()) for one in EVIL]
    assert page.texts("h3") == [*as_lines, f"Put aside, written under another model: {EVIL[7]}"]
    assert page.texts("h4") == as_lines


def test_the_page_forbids_scripts_and_fetches_nothing() -> None:
    page = written(going_out(ANSWER), "html").decode("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert not re.search(r"(?i)src\s*=|href\s*=|url\(|@import|<script|<link|<iframe|http:|https:", page)


def test_no_word_of_any_answer_is_lost() -> None:
    leaving = going_out(ANSWER, STEPPED)
    text = " ".join(
        part
        for piece in read(written(leaving, "html")).all()
        for part in piece.inside
        if isinstance(part, str)
    )
    assert owned_words(*leaving.answers) <= set(text.split())


def test_a_screen_reader_hears_language_headings_and_what_each_section_is() -> None:
    page = read(written(going_out(ANSWER, STEPPED), "html"))
    html = next(piece for piece in page.all() if piece.name == "html")
    assert html.attributes["lang"] == "en-GB"
    ids = {piece.attributes["id"] for piece in page.all() if "id" in piece.attributes}
    sections = [piece for piece in page.all() if piece.name == "section"]
    assert len(sections) == 2
    assert {piece.attributes["aria-labelledby"] for piece in sections} <= ids
    levels = [int(piece.name[1]) for piece in page.all() if re.fullmatch("h[1-6]", piece.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(now - before <= 1 for before, now in pairwise(levels))


def test_the_label_and_a_number_are_on_every_printed_page_and_the_label_on_top_of_every_section() -> None:
    page = written(going_out(ANSWER, STEPPED), "html").decode("utf-8")
    assert "@media print" in page
    assert re.search(r"#every-page \{[^}]*display: table-header-group", page)
    assert re.search(r"@page \{[^}]*@bottom-center \{ content: \"Page \" counter\(page\)", page)
    tree = read(page.encode("utf-8"))
    assert tree.texts("p", "label")[0] == "Handling: for professionals only"
    for section in (piece for piece in tree.all() if piece.name == "section"):
        first = next(one for one in section.inside if isinstance(one, Piece))
        assert first.inside == ["Handling: for professionals only"]


def test_what_would_drive_a_terminal_or_break_a_page_is_marked() -> None:
    answer = going_out(ANSWER, owner="a\x1b[31m\u202e\x00b")
    assert b"a\xef\xbf\xbd" in written(answer, "html")
    assert not {0, 0x1B} & set(written(answer, "html"))
