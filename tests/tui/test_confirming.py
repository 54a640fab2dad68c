"""What somebody is asked who confirms an action, and what is said after it."""

from __future__ import annotations

from acting import AUDIT, RECHECK, Story
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


def test_only_what_still_shows_something_is_there_to_be_confirmed() -> None:
    story = done().then(EventKind.CONFIRMED)
    story.then(EventKind.RECHECKED, on=RECHECK, result="not", next="2026-08-03")
    shown_now = {**AUDIT, "text": "Nine records of ten name both"}
    asked = words_of(EventKind.CONFIRMED, story.then(EventKind.DONE, evidence=shown_now).action)
    assert asked.about.startswith("Audit: Nine records of ten name both\n\n")
    assert "Six records" not in asked.about
