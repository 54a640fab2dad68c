"""Words as Markdown: a reader sees exactly these words, whatever marks are in them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reflect.reports.markdown import escaped, escaped_line
from reflect.text import clean

# As generous as readers of Markdown are: tables, strike-through, and addresses that become links by themselves.
READER = MarkdownIt("gfm-like")
MARKS = st.text(st.sampled_from("\\`*_{}[]<>()#+-.!|~&$^=:@/ \t\n1a)w"), max_size=60)


def seen(markdown: str) -> str:
    """What a reader sees, with a line for each line; anything but plain text in paragraphs fails."""
    paragraphs: list[str] = []
    for token in READER.parse(markdown):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        for piece in [token] if token.type == "inline" else []:
            paragraphs.append("".join(_plain(child) for child in piece.children or ()))
    return "\n\n".join(paragraphs)


def _plain(token: Token) -> str:
    if token.type in ("hardbreak", "softbreak"):
        return "\n"
    assert token.type in ("text", "text_special"), token.type
    return token.content


def as_lines(words: str) -> list[str]:
    """The words line by line, without what paper does not show: empty lines and the spaces at a line's end."""
    lines = (line.rstrip() for line in words.expandtabs(4).replace("\u00a0", " ").split("\n"))
    return [line for line in lines if line]


@pytest.mark.parametrize(
    "words",
    [
        "# heading",
        "- entry",
        "1. first\n2) second",
        "* * *",
        "---",
        "title\n===",
        "    program",
        "> said",
        "`code` **bold** _slanted_ ~~gone~~",
        "[a](http://b) ![c](d) <http://e> <b>f</b>",
        "www.example.org http://example.org robin@example.org mailto:a@b",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "&amp; &#35;",
        "back\\slash \\* at the end\\",
        "a line\\\nand another",
        "[ref]: http://x",
        ":smile: 10:30 A: b",
        "$x^2$ {{x}} {.class}",
    ],
)
def test_marks_have_no_meaning(words: str) -> None:
    assert as_lines(seen(escaped(words))) == as_lines(words)


@given(MARKS | st.text(max_size=120))
@example("a\n\n    b")
@example("\\")
@example("1)")
@example("+\n+")
@example("We asked both.Is it safe?Yes.No")
@example("//1.1.ba")
def test_any_words_are_seen_as_they_are(words: str) -> None:
    words = clean(words)
    assert as_lines(seen(escaped(words))) == as_lines(words)


@given(MARKS)
def test_a_line_stays_one_line(words: str) -> None:
    line = escaped_line(clean(words))
    assert "\n" not in line
    assert " ".join(seen(line).split()) == " ".join(words.split())


def test_paragraphs_stay_paragraphs() -> None:
    assert seen(escaped("one\ntwo\n\nthree")) == "one\ntwo\n\nthree"


def test_what_would_drive_a_terminal_is_marked() -> None:
    assert "\x1b" not in escaped("a\x1b[31m")
    assert "\u202e" not in escaped_line("a\u202eb")
