"""The history of an action as a timeline in words, and the next step in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from acting import ALEX, AUDIT, DUE, MONDAY, NAMES, RECHECK, ROBIN, SAM, Story, event_of_kind, story_of
from acting import SAYS as USUAL
from reflect.domain.actions.action import EvidenceKind, Level, Status
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.told import told, what_next

SHOWN_BY = "an audit of Monday 2 March 2026: Six records of ten name both."
AGAIN = "2026-07-12"
SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    (
        "proposed",
        {},
        "Proposed, to be done by Monday 13 April 2026: Ask both parents about sleep at every visit.",
    ),
    ("proposed", {"due": None, "what": "Shall we ask?"}, "Proposed: Shall we ask?"),
    ("proposed", {"due": None, "keep": True, "what": "We ask"}, "Proposed as good practice: We ask."),
    (
        "proposed",
        {"split_from": "another", "what": "Ask"},
        "Proposed, split off from another action, to be done by Monday 13 April 2026: Ask.",
    ),
    ("edited", {"what": "Ask fathers"}, "Changed: what is to be done is now “Ask fathers”."),
    (
        "edited",
        {
            "what": "Ask.",
            "know": "Records say so",
            "level": "team",
            "themes": ["a"],
            "supporter": "Sam",
            "due": AGAIN,
        },
        "Changed: what is to be done is now “Ask.”; how we will know is now “Records say so”; its level is now team; "
        "it has other themes; Sam supports it now; its day is now Sunday 12 July 2026.",
    ),
    (
        "edited",
        {"what": "Ask", "know": "", "themes": [], "supporter": "", "due": None},
        "Changed: what is to be done is now “Ask”; how we will know is left open; it has no themes now; "
        "nobody supports it now; its day is left open.",
    ),
    ("agreed", {}, "Agreed."),
    ("agreed", {"due": "2026-12-04"}, "Agreed, to be done by Friday 4 December 2026."),
    ("started", {}, "Started."),
    ("noted", {}, "Noted: The first father was glad to be asked."),
    ("noted", {"text": "  Two lines\nof [bold]words[/] "}, "Noted:   Two lines\nof [bold]words[/]."),
    ("carried", {}, "Carried forward to Monday 4 May 2026 because: Two visits fell through."),
    (
        "carried",
        {"what": "Ask fathers"},
        "Carried forward to Monday 4 May 2026, now as “Ask fathers”, because: Two visits fell through.",
    ),
    (
        "carried",
        {"choice": "split", "what": "Ask fathers"},
        "Split in two, what remains being “Ask fathers”, and carried forward to Monday 4 May 2026 because: "
        "Two visits fell through.",
    ),
    (
        "carried",
        {"choice": "split"},
        "Split in two and carried forward to Monday 4 May 2026 because: Two visits fell through.",
    ),
    (
        "carried",
        {"choice": "escalate"},
        "Carried forward to Monday 4 May 2026 because: Two visits fell through.",
    ),
    (
        "escalated",
        {},
        "Escalated to the health visitor (stage 1), to be answered by Wednesday 4 March 2026, because: No reply.",
    ),
    ("escalated", {"answer_by": None}, "Escalated to the health visitor (stage 1) because: No reply."),
    ("answered", {}, "What came of the escalation: They rang back."),
    ("blocked", {}, "Blocked, because: No interpreter can be had."),
    ("unblocked", {}, "The way is free again."),
    ("done", {}, f"Done, shown by {SHOWN_BY}"),
    (
        "done",
        {"impact": "Fathers come!"},
        f"Done, shown by {SHOWN_BY} What difference it made: Fathers come!",
    ),
    (
        "done",
        {"evidence": None, "evidence_by": AGAIN},
        "Done, with evidence to follow by Sunday 12 July 2026.",
    ),
    (
        "done",
        {"evidence_by": AGAIN},
        "Done, shown by an audit of Monday 2 March 2026; with more evidence to follow by Sunday 12 July 2026: "
        "Six records of ten name both.",
    ),
    ("done", {"evidence": None}, "Done, with the evidence that was there before."),
    ("evidenced", {}, f"Shown by {SHOWN_BY}"),
    ("confirmed", {}, "Confirmed by Robin Example. Its re-check is on Sunday 31 May 2026."),
    (
        "confirmed",
        {"impact": "Fathers come"},
        "Confirmed by Robin Example. What difference it made: Fathers come. Its re-check is on Sunday 31 May 2026.",
    ),
    ("rechecked", {}, "Looked at again: it has lasted."),
    (
        "rechecked",
        {"result": "partly", "next": AGAIN},
        "Looked at again: it has lasted in part, and is looked at again on Sunday 12 July 2026.",
    ),
    (
        "rechecked",
        {"result": "not", "next": AGAIN, "impact": "Little"},
        "Looked at again: it has not lasted, and is taken up again, to be done by Sunday 12 July 2026. "
        "What difference it made: Little.",
    ),
    ("not-achieved", {}, "Not achieved; what got in the way: The clinic closed."),
    ("withdrawn", {}, "Withdrawn, because: The family moved away."),
    ("shown", {}, "Shown to its owner's supervisor."),
    ("shown", {"circle": "team"}, "Shown to the team."),
    ("shown", {"circle": "mine"}, "Taken back to its owner alone."),
    (
        "proposed",
        {"owner": ALEX, "circle": "pair", "due": None, "what": "Ask"},
        "Proposed for Alex Example: Ask.",
    ),
    ("handed-over", {}, "Handed over by Robin Example to Alex Example, because: Robin is on leave."),
    ("undone", {"events": [3]}, "What was done last was taken back."),
]


@pytest.mark.parametrize(("kind", "said", "sentence"), SENTENCES)
def test_every_event_is_told_in_a_sentence(kind: str, said: dict[str, Any], sentence: str) -> None:
    one = EventKind(kind)
    assert told(event_of_kind(one, says={**USUAL.get(one, {}), **said}), NAMES) == sentence


def test_what_another_than_the_owner_did_is_told_with_their_name() -> None:
    story = story_of(Status.AGREED).then(EventKind.SHOWN).then(EventKind.NOTED, by=SAM)
    assert told(story.events[-1], NAMES, story.events).startswith("Sam Supervisor: noted: ")
    story.then(EventKind.HANDED_OVER, by=SAM).then(EventKind.STARTED, by=ALEX)
    assert told(story.events[-1], NAMES, story.events) == "Started."
    assert told(story.events[1], NAMES, story.events) == "Agreed."


def test_who_confirms_what_a_supervisor_proposed_for_them_is_not_alone_with_it() -> None:
    story = Story(by=SAM, owner=ROBIN, circle="pair").then(EventKind.AGREED, by=SAM).then(EventKind.DONE)
    confirmed = story.then(EventKind.CONFIRMED, by=SAM)
    assert "alone" not in told(confirmed.events[-1], NAMES, confirmed.events)


def test_no_kind_of_event_is_left_out() -> None:
    assert {kind for kind, _, _ in SENTENCES} == {kind.value for kind in EventKind}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (EvidenceKind.AUDIT, "an audit"),
        (EvidenceKind.OBSERVATION, "an observation"),
        (EvidenceKind.FEEDBACK, "feedback"),
        (EvidenceKind.RECORD, "a record"),
        (EvidenceKind.FIGURES, "figures"),
        (EvidenceKind.OTHER, "evidence"),
    ],
)
def test_every_kind_of_evidence_has_its_words(kind: EvidenceKind, words: str) -> None:
    said = {"evidence": {**AUDIT, "kind": kind.value, "text": "See there"}, "impact": ""}
    event = event_of_kind(EventKind.EVIDENCED, says=said)
    assert told(event, NAMES) == f"Shown by {words} of Monday 2 March 2026: See there."


@pytest.mark.parametrize("level", Level)
def test_a_level_is_told_by_its_name(level: Level) -> None:
    event = event_of_kind(EventKind.EDITED, says={"level": level.value})
    assert told(event, NAMES) == f"Changed: its level is now {level.value}."


@pytest.mark.parametrize("end", [".", "!", "?", "…", ".”"])
def test_words_that_end_as_a_sentence_get_no_second_full_stop(end: str) -> None:
    event = event_of_kind(EventKind.NOTED, says={"text": f"“He came{end}"})
    assert told(event, NAMES) == f"Noted: “He came{end}"


def test_who_confirmed_alone_is_shown_so_and_who_did_not_is_not() -> None:
    alone = story_of(Status.CONFIRMED).events
    assert told(alone[-1], NAMES, alone).startswith(
        "Confirmed by Robin Example, its owner, alone: nobody else could see it."
    )
    seen = story_of(Status.DONE).then(EventKind.SHOWN).then(EventKind.CONFIRMED, by=ALEX).events
    assert told(seen[-1], NAMES, seen).startswith("Confirmed by Alex Example. ")
    assert "not in this workspace any more" in told(seen[-1], {ROBIN: "Robin Example"}, seen)


def test_what_was_taken_back_is_named() -> None:
    story = story_of(Status.AGREED).then(EventKind.BLOCKED).undo()
    assert (
        told(story.events[-1], NAMES, story.events)
        == "Taken back: Blocked, because: No interpreter can be had."
    )
    both = (
        story_of(Status.AGREED)
        .then(EventKind.CARRIED, choice="escalate")
        .then(EventKind.ESCALATED)
        .undo()
        .events
    )
    sentence = told(both[-1], NAMES, both)
    assert sentence.startswith("Taken back: Carried forward to Monday 4 May 2026")
    assert "Escalated to the health visitor" in sentence


PROMISED = story_of(Status.AGREED).then(EventKind.DONE, evidence=None, evidence_by="2026-03-20")
ESCALATED = story_of(Status.BLOCKED).then(EventKind.ESCALATED)
LATE = (
    "An answer from the health visitor was expected by Wednesday 4 March 2026: say what came of it, or it goes to "
    "the next stage of the ladder."
)
LATE_AND_SHOWN = LATE.replace("say what", "its owner or their supervisor says what")
OVERDUE = "It was to be done by Monday 13 April 2026: say that it is done, or carry it forward."


@pytest.mark.parametrize(
    ("story", "today", "line"),
    [
        (story_of(Status.PROPOSED), MONDAY, "Agree it, or change it first."),
        (Story(due=None), MONDAY, "Agree it, with a day by which it is to be done."),
        (Story(due=None, keep=True), MONDAY, "Agree it, or change it first."),
        (story_of(Status.AGREED), DUE, "Start it, or say what is in the way."),
        (story_of(Status.AGREED), DUE + timedelta(days=1), OVERDUE),
        (
            story_of(Status.IN_PROGRESS),
            DUE,
            "It is to be done by Monday 13 April 2026: then say what shows it.",
        ),
        (story_of(Status.IN_PROGRESS), DUE + timedelta(days=1), OVERDUE),
        (story_of(Status.IN_PROGRESS, due=None, keep=True), DUE, "When it is done, say what shows it."),
        (story_of(Status.BLOCKED), MONDAY, "Say when the way is free again, or escalate it."),
        (
            ESCALATED,
            date(2026, 3, 4),
            "An answer from the health visitor is expected by Wednesday 4 March 2026.",
        ),
        (ESCALATED, date(2026, 3, 5), LATE),
        (
            story_of(Status.BLOCKED).then(EventKind.ESCALATED).then(EventKind.SHOWN),
            date(2026, 3, 5),
            LATE_AND_SHOWN,
        ),
        (
            story_of(Status.BLOCKED).then(EventKind.ESCALATED).then(EventKind.ANSWERED),
            date(2026, 3, 5),
            "Say when the way is free again, or escalate it.",
        ),
        (PROMISED, date(2026, 3, 20), "Evidence is to follow by Friday 20 March 2026."),
        (PROMISED, date(2026, 3, 21), "Evidence was to follow by Friday 20 March 2026: add it."),
        (story_of(Status.DONE), MONDAY, "Look at what shows it once more, and confirm it."),
        (
            story_of(Status.DONE).then(EventKind.SHOWN),
            MONDAY,
            "Bring what shows it to the next one-to-one, to be confirmed.",
        ),
        (story_of(Status.CONFIRMED), MONDAY, "Its re-check is on Sunday 31 May 2026."),
        (story_of(Status.CONFIRMED), RECHECK, "Its re-check has come: look whether it has lasted."),
        (story_of(Status.EMBEDDED), RECHECK, "Nothing more: it has lasted."),
        (story_of(Status.NOT_ACHIEVED), MONDAY, "Nothing more here; a new action can take its place."),
        (story_of(Status.WITHDRAWN), MONDAY, "Nothing more here; a new action can take its place."),
    ],
)
def test_the_next_step_is_said_in_one_line(story: Story, today: date, line: str) -> None:
    assert what_next(story.action, today) == line
