"""What stands beside an answer of what becomes of it: private, prepared with what is meant to go, or shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reflect.domain.reflection import State
from reflect.domain.sharing_again import meant
from reflect.errors import WrongUse
from reflect.services.own_answers import the_answer

if TYPE_CHECKING:
    from reflect.domain.reflection import Meant
    from reflect.services.drawer import OpenDrawer


def prepare(drawer: OpenDrawer, answer_id: str, lines: str | None, supervisor: str | None) -> None:
    """Marks one, with the lines that were chosen and the supervisor who was named. Raises NotFound, and WrongUse for
    one that says nothing or is shared already."""
    answer = the_answer(drawer, answer_id)
    if answer.is_empty:
        raise says_nothing()
    if answer.state is State.SHARED:
        raise WrongUse(
            "This answer is shared already.",
            "Later edits of it stay private until you share it again.",
        )
    put_state(drawer, answer.id, State.PREPARED, meant(answer, lines, supervisor))


def unprepare(drawer: OpenDrawer, answer_id: str) -> None:
    """Takes the mark away again, if there is one. Raises NotFound."""
    answer = the_answer(drawer, answer_id)
    if answer.state is State.PREPARED:
        put_state(drawer, answer.id, State.PRIVATE)


def put_state(drawer: OpenDrawer, answer_id: str, state: State, kept: Meant | None = None) -> None:
    """The revision stays, since no word of the answer changes: a window in which it is being edited goes on."""
    found = drawer.answer_with_trail(answer_id)
    if found is not None and (found[0].state, found[0].meant) != (state, kept):
        drawer.put_answer(replace(found[0], state=state, meant=kept), found[1])


def says_nothing() -> WrongUse:
    """There is nothing in it that could go."""
    return WrongUse("This answer says nothing yet, so there is nothing to share.", "Write it first.")
