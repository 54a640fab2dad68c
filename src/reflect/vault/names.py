"""Finding somebody at the door by the name they type."""

from __future__ import annotations

import unicodedata

from reflect.domain.people import Standing
from reflect.errors import Locked, NotFound, WrongUse
from reflect.text import clean_line
from reflect.vault.header import Entry, Header


def tidy(name: str) -> str:
    """A name as it is kept. Raises WrongUse if nothing is left of it."""
    kept = clean_line(name)
    if not kept:
        raise WrongUse("A person needs a name.", "Please give the name by which colleagues know them.")
    return kept


def somebody(header: Header, name: str | None) -> Entry:
    """The active person of this name, however it is capitalised; with no name, the only active person.
    Raises NotFound for a name nobody has, Locked for somebody invited or no longer active, WrongUse if a
    name is needed."""
    if name is None:
        active = [entry for entry in header.people if entry.state is Standing.ACTIVE]
        if len(active) != 1:
            raise WrongUse(
                "Several people use this workspace.",
                "Please say who you are: `--as NAME`, before the command.",
            )
        return active[0]
    entry = named(header, name)
    if entry is None:
        raise NotFound(
            "Nobody of that name is in this workspace.",
            "The names are on the lock screen; check the spelling.",
        )
    if entry.state is Standing.INVITED:
        raise Locked(
            "This person was invited and has not joined yet.",
            "Join with the code of the invitation: `reflect person join`.",
        )
    if entry.state is Standing.INACTIVE:
        raise Locked(
            "This person no longer signs in to this workspace.", "Ask whoever looks after the workspace."
        )
    return entry


def named(header: Header, name: str) -> Entry | None:
    """Whoever has this name: somebody active before somebody invited, and these before somebody who left."""
    order = (Standing.ACTIVE, Standing.INVITED, Standing.INACTIVE)
    same = [entry for entry in header.people if _folded(entry.name) == _folded(name)]
    return min(same, key=lambda entry: order.index(entry.state), default=None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", clean_line(name).casefold())
