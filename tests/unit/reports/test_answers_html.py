"""Answers as one web page: it runs nothing, fetches nothing, prints well, and reads aloud in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from going_out import ANSWER, EVIL, STEPPED, going_out, hostile, owned_words
from reflect.reports.answer_documents import written
from reflect.reports.pages import TAKEN_AWAY

HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section"),
    *("h1", "h2", "h3", "h4", "p", "ul", "li"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name"),
    *("id", "class", "aria-labelledby", "aria-hidden"),
}


@dataclass
class Piece:
    """An element: its name, its attributes, the words and elements in it."""

    name: str
    attributes: dict[str, str | None]
    inside: list[Piece | str] = field(default_factory=list)

    def texts(self, name: str, class_: str = "") -> list[str]:
        """The words of every element with this name (and class) below."""
        found: list[str] = []
        for one in self.inside:
            if isinstance(one, Piece):
                if one.name == name and class_ in (one.attributes.get("class") or ""):
                    found.append("".join(part for part in one.inside if isinstance(part, str)))
                found += one.texts(name, class_)
        return found

    def all(self) -> list[Piece]:
        below = [one for one in self.inside if isinstance(one, Piece)]
        return [self, *(deeper for one in below for deeper in one.all())]


class Reader(HTMLParser):
    """Builds the tree, and takes nothing that a careful writer would not write."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Piece("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        piece = Piece(tag, dict(attrs))
        self.open[-1].inside.append(piece)
        if tag != "meta":
            self.open.append(piece)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        inside = self.open[-1].inside
        if inside and isinstance(inside[-1], str):
            inside[-1] += data
        else:
            inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(page: bytes) -> Piece:
    reader = Reader()
    reader.feed(page.decode("utf-8"))
    reader.close()
    assert len(reader.open) == 1
    return reader.root


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
