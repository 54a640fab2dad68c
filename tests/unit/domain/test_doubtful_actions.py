"""Which lines of actions could identify somebody: in whatever was written at any step, each once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from reflect.domain.actions.doubtful import doubtful_words, passages
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.history import folded

ON = date(2026, 3, 2)
BEGUN = {
    "what": "Ring 07700 900123 on Fridays.\nAsk about sleep.",
    "know": "",
    "due": "2026-04-01",
    "level": "practitioner",
    "themes": [],
    "origin": None,
    "keep": False,
    "supporter": "",
}


def history(*steps: tuple[EventKind, dict[str, Any]]) -> tuple[Event, ...]:
    """The events of one action, which is begun and agreed first."""
    begun = ((EventKind.PROPOSED, BEGUN), (EventKind.AGREED, {"due": None}))
    at = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    return tuple(
        Event("an-action", number, at, ON, "somebody", kind, data)
        for number, (kind, data) in enumerate((*begun, *steps), 1)
    )


def test_every_step_is_looked_through_also_what_was_worded_otherwise_since() -> None:
    events = history(
        (EventKind.NOTED, {"text": "Went to SW1A 1AA."}),
        (EventKind.EDITED, {"what": "Ask about sleep."}),
        (EventKind.BLOCKED, {"why": "Nobody answers somebody@example.org"}),
        (EventKind.UNBLOCKED, {}),
        (
            EventKind.DONE,
            {
                "evidence": {"kind": "record", "text": "Seen 07700 900456", "on": "2026-03-02"},
                "evidence_by": None,
                "impact": "Calmer nights",
            },
        ),
    )
    lines = doubtful_words([(folded(events), events)])
    assert [(line.words, line.kinds, line.found_words) for line in lines] == [
        ("Ring 07700 900123 on Fridays.", ("phone number",), ("07700 900123",)),
        ("Went to SW1A 1AA.", ("postcode",), ("SW1A 1AA",)),
        ("Nobody answers somebody@example.org", ("e-mail",), ("somebody@example.org",)),
        ("Seen 07700 900456", ("phone number",), ("07700 900456",)),
    ]


def test_words_that_were_said_twice_are_looked_at_once() -> None:
    events = history(
        (EventKind.NOTED, {"text": "Rang 07700 900123"}), (EventKind.NOTED, {"text": "Rang 07700 900123"})
    )
    assert passages(events) == (BEGUN["what"], "Rang 07700 900123")
    assert len(doubtful_words([(folded(events), events)])) == 2


def test_words_of_the_local_list_are_found_too() -> None:
    events = history((EventKind.NOTED, {"text": "Waited at the old mill"}))
    (_, line) = doubtful_words([(folded(events), events)], ["Old Mill"])
    assert line.found_words == ("old mill",)
