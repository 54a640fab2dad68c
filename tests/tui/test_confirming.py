"""What somebody is asked who confirms an action, and what is said after it."""

from __future__ import annotations

from acting import Story
from reflect.domain.actions.event import EventKind
from reflect.tui.acting.steps import words_of

ALONE = "There is nobody else here to confirm it"
SEEN = "You say that you have seen what shows it."


def done() -> Story:
    return Story().then(EventKind.AGREED).then(EventKind.DONE)


def test_who_is_alone_with_an_action_confirms_it_by_themselves_and_is_told_so() -> None:
    asked = words_of(EventKind.CONFIRMED, done().action)
    assert ALONE in asked.about
    assert asked.told.startswith("Confirmed by yourself.")


def test_who_confirms_what_somebody_else_did_says_that_they_have_seen_it() -> None:
    for circle in ("pair", "team"):
        asked = words_of(EventKind.CONFIRMED, done().then(EventKind.SHOWN, circle=circle).action)
        assert SEEN in asked.about
        assert ALONE not in asked.about
        assert asked.told == "Confirmed. Its re-check will show whether it lasts."
