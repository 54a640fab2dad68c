"""What becomes of words that were typed for somebody else to read, when the program locks or ends before they were
kept: nobody but their author sees them."""

from __future__ import annotations

from reflect.tui.desk import Desk


async def put_aside(desk: Desk, words: str) -> None:
    """Keeps them among one's own actions, as a proposal. Raises ReflectError if that cannot be."""
    await desk.write(lambda practice: practice.acting.propose(what=words))
