"""A point that wraps goes on beside its mark."""

from __future__ import annotations

from reflect.tui.widgets.hanging import POINT, hung
from reflect.tui.words import plain


def laid(words: str, width: int) -> list[str]:
    return [line.plain for line in hung(plain(words), width)]


def test_points_hang_and_other_lines_do_not() -> None:
    assert laid(f"one two three\n{POINT}four five six\nseven eight", 9) == [
        "one two",
        "three",
        "·  four",
        "   five",
        "   six",
        "seven",
        "eight",
    ]


def test_words_stay_as_typed_at_any_width() -> None:
    told = f"[/] 今天\n\n{POINT}[@click=app.quit]x\n{POINT}"
    for width in (9, 20, 80):
        shown = "".join(laid(told, width)).replace(" ", "")
        assert shown == told.replace("\n", "").replace(" ", "")
    assert laid(told, 80) == told.split("\n")
