"""One own answer, found by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.errors import NotFound, WrongUse
from reflect.services.beginnings import SHORTEST_ID

if TYPE_CHECKING:
    from reflect.domain.reflection import Answer
    from reflect.services.drawer import OpenDrawer


def the_answer(drawer: OpenDrawer, answer_id: str) -> Answer:
    """One answer, by its id or by the beginning of it. Raises NotFound, and WrongUse when several begin so."""
    beginning = answer_id.strip().casefold()
    ids = drawer.answer_ids(beginning) if len(beginning) >= SHORTEST_ID else []
    if len(ids) > 1:
        raise WrongUse(
            "Several answers have an id that begins so.",
            "Give more of the id: `reflect answer list` shows them.",
        )
    if not ids:
        raise NotFound(
            "There is no answer with this id.",
            f"`reflect answer list` shows them; {SHORTEST_ID} characters of an id are enough.",
        )
    return drawer.answers(ids)[ids[0]]
