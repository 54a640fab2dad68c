"""What the seven minutes are, in words, before they begin or go on."""

from __future__ import annotations

from textual.content import Content

from reflect.domain.banks import Bank
from reflect.tui.words import lines, plain


def note_words(bank: Bank, place: int, *, clock: str, turn: str, again: str, back: str) -> Content:
    """What comes, and by which keys: `clock` stops the clock, `turn` turns a page and begins, `again` begins with
    the first pane, `back` goes back. `place` is the pane at which the person stopped, 0 for none."""
    if place >= len(bank.panes):
        stopped = [
            plain(f"Last time you read all {len(bank.panes)} panes. The questions come next.\n", "bold")
        ]
    elif place:
        stopped = [plain(f"Last time you stopped at pane {place + 1} of {len(bank.panes)}.\n", "bold")]
    else:
        stopped = []
    ways = f"{turn} goes on there. {again} begins with the first pane." if place else f"{turn} begins."
    return lines(
        plain(f"{bank.title}, in about seven minutes\n", "bold"),
        *([plain(f"{bank.content_note}\n")] if bank.content_note else []),
        *stopped,
        plain(
            "You read seven short panes, about a minute each. Then you answer one to three questions, and note one "
            "thing to take away.\n"
        ),
        plain(
            f"The pages turn by themselves. {clock} stops the clock, and then {turn} turns them. You can stop at any "
            "time.\n"
        ),
        plain(f"{ways} {back} goes back.", "$text-muted"),
    )
