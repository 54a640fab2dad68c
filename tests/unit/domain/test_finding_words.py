"""What is shown around words that were found: the words themselves are always in it, however narrow the page."""

from __future__ import annotations

import pytest

from reflect.domain.finding_words import Wanted, excerpt
from reflect.domain.folding import fold, folded

BEFORE, AFTER = "Many wörds stand here. " * 40, " And then more follows." * 40


@pytest.mark.parametrize("width", [40, 56, 76, 116, 160])
@pytest.mark.parametrize("at", [0, 1, 90, 119, 121, 400])
def test_an_excerpt_shows_what_was_looked_for(width: int, at: int) -> None:
    text = f"{BEFORE[:at]} Zoë’s nursery rang {AFTER}"
    found = excerpt(text, Wanted.read('"zoe’s nursery"'), width)
    assert "Zoë’s nursery" in found
    assert len(found) <= width


def test_a_phrase_longer_than_a_line_is_found_where_it_stands() -> None:
    phrase = "the nursery rang and I rang back and nobody had told the school that she was gone " * 2
    text = f"{BEFORE}{phrase}{AFTER}"
    assert "the nursery rang and I" in excerpt(text, Wanted.read(f'"{phrase}"'), 100)


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert excerpt("Two\nlines,  one thought.", Wanted.read("thought")) == "Two lines, one thought."


def test_words_and_phrases_are_told_apart() -> None:
    assert Wanted.read('ring “Back at once” ÉCOLE "" ').terms == ("ring", "back at once", "ecole")
    assert folded("  Zoë\n CAFÉ ") == "zoe cafe"


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("don't", "I don’t know."),
        ("follow-up", "A follow\u2011up visit"),
        ("safeguarding", "safe\u00adguarding"),
        ("lodz", "From Łódź."),
        ("soren", "Søren rang."),
        ("Straße", "In the strasse"),
        ("07700 900123", "０７７００\u00a0９００１２３"),
        ("cafe", "Cafe\u0301"),
        ("a b", "a\tb"),
        ("file`s", "The file's end"),
    ],
)
def test_words_are_found_however_a_phone_or_a_word_processor_writes_them(typed: str, stands: str) -> None:
    (term,) = Wanted.read(f'"{typed}"').terms
    assert Wanted((term,)).among([folded(stands)]) == [0]


@pytest.mark.parametrize("text", ["Zoë’s\u00a0CAFÉ –  Łódź\nＡＢＣ", "`x`\t\u00ad½ ﬁn İI", "plain"])
def test_what_is_searched_is_what_is_compared_everywhere_else(text: str) -> None:
    assert folded(text) == " ".join(fold(text).text.casefold().split())
