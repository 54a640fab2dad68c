"""A paste that holds what a terminal obeys, such as colours, is words and no keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from reflect.tui.pasting import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"


def heard(*pieces: str) -> list[str]:
    """Keys and pastes, as they were understood."""
    parser = PasteParser()
    found = []
    for piece in pieces:
        for event in parser.feed(piece):
            assert isinstance(event, Key | Paste)
            found.append(event.key if isinstance(event, Key) else f"pasted: {event.text}")
    return found


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        ("a\x1b[Ab", ["a", "up", "b"]),
        (f"{BEGIN}plain{END}a", ["pasted: plain", "a"]),
        (f"{BEGIN}\x1b[31mred\x1b[0m and\x1b[{END}", ["pasted: red and"]),
        (f"{BEGIN}a\x1bb\x1b{END}", ["pasted: a"]),
        (f"{BEGIN}one{END}{BEGIN}\x1b[1mtwo{END}\x1b[B", ["pasted: one", "pasted: two", "down"]),
    ],
)
def test_what_is_pasted_is_words_and_what_is_typed_are_keys(sent: str, understood: list[str]) -> None:
    assert heard(sent) == understood


@given(st.integers(min_value=1, max_value=9))
def test_it_is_the_same_in_pieces_of_any_length(length: int) -> None:
    sent = f"x{BEGIN}\x1b[31mred\x1b[0m\x1b]0;title\x07{END}y\x1b[A{BEGIN}[201~{END}z"
    pieces = [sent[start : start + length] for start in range(0, len(sent), length)]
    assert heard(*pieces) == heard(sent) == ["x", "pasted: red", "y", "up", "pasted: [201~", "z"]
