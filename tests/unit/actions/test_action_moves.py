"""Which steps an action allows in which state, from a table that was written by hand."""

from __future__ import annotations

import pytest

from acting import ALEX, RECHECK, SAM, Story, story_of
from reflect.domain.actions.action import Status
from reflect.domain.actions.event import EventKind
from reflect.errors import WrongUse

# p proposed, a agreed, i in progress, b blocked, d done, c confirmed, e embedded, n not achieved, w withdrawn
COLUMNS = dict(zip("paibdcenw", Status, strict=True))
ALLOWED = {
    #                      p a i b d c e n w
    "proposed": "          - - - - - - - - -",
    "edited": "            y y y y - - - - -",
    "agreed": "            y - - - - - - - -",
    "started": "           - y - - - - - - -",
    "noted": "             y y y y y y y y y",
    "carried": "           - y y y y - - - -",
    "escalated": "         - y y y - - - - -",
    "answered": "          o o o o o o o o o",
    "blocked": "           - y y - - - - - -",
    "unblocked": "         - - - y - - - - -",
    "done": "              - y y y - - - - -",
    "evidenced": "         - - - - y y - - -",
    "confirmed": "         - - - - y - - - -",
    "rechecked": "         - - - - - y - - -",
    "not-achieved": "      - y y y y - - - -",
    "withdrawn": "         y y y y - - - - -",
    "shown": "             y y y y y y y y y",
    "handed-over": "       - s s s s s - - -",
}
"""y: may happen; o: only after an escalation; s: only after it was shown; -: may not."""
LEADS_TO = {
    "agreed": Status.AGREED,
    "started": Status.IN_PROGRESS,
    "blocked": Status.BLOCKED,
    "done": Status.DONE,
    "confirmed": Status.CONFIRMED,
    "rechecked": Status.EMBEDDED,
    "not-achieved": Status.NOT_ACHIEVED,
    "withdrawn": Status.WITHDRAWN,
}
CELLS = [
    pytest.param(EventKind(kind), status, mark, id=f"{status.value}, {kind}")
    for kind, row in ALLOWED.items()
    for status, mark in zip(COLUMNS.values(), row.split(), strict=True)
]


def test_the_table_speaks_of_every_state_and_of_every_event() -> None:
    assert [COLUMNS[letter].value for letter in "paibdcenw"] == [
        "proposed",
        "agreed",
        "in-progress",
        "blocked",
        "done",
        "confirmed",
        "embedded",
        "not-achieved",
        "withdrawn",
    ]
    assert {*ALLOWED, "undone"} == {kind.value for kind in EventKind}


@pytest.mark.parametrize(("kind", "status", "mark"), CELLS)
def test_a_step_is_taken_where_the_table_allows_it_and_refused_everywhere_else(
    kind: EventKind, status: Status, mark: str
) -> None:
    story = story_of(status)
    before, events = story.action, story.events
    if mark == "s":
        with pytest.raises(WrongUse, match="by those who see it"):
            story.then(kind, on=RECHECK)
        assert story.then(EventKind.SHOWN).then(kind, by=SAM).action.owner == ALEX
    elif mark == "y":
        after = story.then(kind, on=RECHECK if kind is EventKind.RECHECKED else None).action
        assert after.events == before.events + 1
        stays = Status.IN_PROGRESS if (kind, status) == (EventKind.CARRIED, Status.DONE) else status
        freed = Status.AGREED if kind is EventKind.UNBLOCKED else stays
        assert after.status is LEADS_TO.get(kind.value, freed)
    else:
        with pytest.raises(WrongUse) as refused:
            story.then(kind, on=RECHECK)
        reason = f"This action is {status.words}: it cannot be" if mark == "-" else "was not escalated"
        assert reason in refused.value.what
        assert refused.value.next_step
        assert (story.events, story.action) == (events, before)


@pytest.mark.parametrize("status", [Status.AGREED, Status.IN_PROGRESS, Status.BLOCKED])
@pytest.mark.parametrize("then", [(), (EventKind.DONE,), (EventKind.NOT_ACHIEVED,), (EventKind.WITHDRAWN,)])
def test_what_came_of_an_escalation_can_be_said_even_later(
    status: Status, then: tuple[EventKind, ...]
) -> None:
    story = story_of(status).then(EventKind.ESCALATED)
    for kind in then:
        story.then(kind)
    before = story.action.status
    answered = story.then(EventKind.ANSWERED).action
    assert answered.status is before
    assert answered.escalation is not None
    assert answered.escalation.outcome == "They rang back"


def test_the_way_that_is_free_again_leads_to_where_it_was() -> None:
    fresh = story_of(Status.AGREED).then(EventKind.BLOCKED)
    assert fresh.action.blocked_why == "No interpreter can be had"
    assert fresh.then(EventKind.UNBLOCKED).action.status is Status.AGREED
    begun = story_of(Status.IN_PROGRESS).then(EventKind.BLOCKED).then(EventKind.UNBLOCKED).action
    assert (begun.status, begun.blocked_why) == (Status.IN_PROGRESS, "")


@pytest.mark.parametrize("end", [EventKind.DONE, EventKind.NOT_ACHIEVED, EventKind.WITHDRAWN])
def test_nothing_is_in_the_way_of_what_is_over(end: EventKind) -> None:
    assert story_of(Status.BLOCKED).then(end).action.blocked_why == ""


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (EventKind.NOTED, "text"),
        (EventKind.BLOCKED, "why"),
        (EventKind.CARRIED, "why"),
        (EventKind.ESCALATED, "why"),
        (EventKind.NOT_ACHIEVED, "why"),
        (EventKind.WITHDRAWN, "why"),
        (EventKind.EDITED, "what"),
    ],
)
@pytest.mark.parametrize("empty", ["", "  \n"])
def test_a_reason_or_a_note_is_never_empty(kind: EventKind, word: str, empty: str) -> None:
    story = story_of(Status.AGREED)
    with pytest.raises(WrongUse, match="It is missing"):
        story.then(kind, **{word: empty})
    assert story.action.status is Status.AGREED


def test_what_is_given_up_keeps_its_reason_and_its_day() -> None:
    for kind, why in (
        (EventKind.NOT_ACHIEVED, "The clinic closed"),
        (EventKind.WITHDRAWN, "The family moved away"),
    ):
        ended = story_of(Status.AGREED).then(kind).action
        assert (ended.ended_why, ended.ended) == (why, ended.updated_on)


def test_a_claim_that_it_was_done_does_not_outlive_that_it_was_not() -> None:
    promised = story_of(Status.AGREED).then(EventKind.DONE, evidence=None, evidence_by="2026-03-20")
    ended = promised.then(EventKind.NOT_ACHIEVED).action
    assert (ended.done, ended.evidence_by, ended.next_day) == (None, None, None)


def test_an_action_begins_with_words_and_with_nothing_else() -> None:
    with pytest.raises(WrongUse, match="what is to be done"):
        Story(what=" ")


def test_an_action_is_agreed_with_a_date() -> None:
    story = Story(due=None)
    with pytest.raises(WrongUse, match="with a date"):
        story.then(EventKind.AGREED)
    agreed = story.then(EventKind.AGREED, due="2026-04-01").action
    assert (str(agreed.due), agreed.agreed) == ("2026-04-01", agreed.updated_on)


def test_good_practice_is_agreed_without_a_date_too() -> None:
    assert Story(due=None, keep=True).then(EventKind.AGREED).action.due is None


def test_an_action_can_be_agreed_for_another_day_than_proposed() -> None:
    assert str(Story().then(EventKind.AGREED, due="2026-06-01").action.due) == "2026-06-01"


def test_what_an_action_says_can_be_changed_but_an_agreed_day_only_by_carrying_it() -> None:
    story = Story().then(
        EventKind.EDITED, know="Records name both", level="team", themes=[], supporter="Sam", due=None
    )
    changed = story.action
    assert (changed.know, changed.level.value, changed.themes, changed.supporter, changed.due) == (
        "Records name both",
        "team",
        (),
        "Sam",
        None,
    )
    agreed = story.then(EventKind.AGREED, due="2026-04-01")
    with pytest.raises(WrongUse, match="not changed quietly"):
        agreed.then(EventKind.EDITED, due="2026-05-01")
    assert str(agreed.action.due) == "2026-04-01"
    assert agreed.then(EventKind.EDITED, what="Ask grandparents too").action.what == "Ask grandparents too"
