"""What is shared with a supervisor, as Today lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from reflect.domain.dates import day_of, said_short
from reflect.errors import DamagedFile
from reflect.tui.words import columns, plain

if TYPE_CHECKING:
    from reflect.domain.sharing import ShareCard
    from reflect.services.practice import Practice

MOST = 5


def shared_with(practice: Practice) -> tuple[tuple[tuple[ShareCard, str], ...], str]:
    """What is shared with this person, newest first, each with the name of who shared it; and what is wrong with it,
    which keeps nobody from the rest of Today."""
    try:
        received = practice.sharing.received()
    except DamagedFile as damaged:
        return (), str(damaged)
    names = practice.people.names() if received else {}
    return tuple((card, names.get(card.supervisee, "")) for card in received), ""


def shared_lines(shared: tuple[tuple[ShareCard, str], ...], width: int) -> list[Option]:
    """The newest of them under a heading; nothing where nothing is shared."""
    if not shared:
        return []
    rows = [
        Option(
            columns(width, plain(f"{name}: {card.asked.wording}"), (said_short(day_of(card.shared)), 12)),
            id=f"share:{card.id}",
        )
        for card, name in shared[:MOST]
    ]
    if len(shared) > MOST:
        rows.append(Option(plain(f"and {len(shared) - MOST} more"), id="shares:"))
    return [_heading("Shared with you"), *rows, _heading("")]


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)
