"""What the page of an action says of its escalation, and of whether it has lasted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from acting import NAMES, ROBIN, Story
from reflect.domain.actions.action import RecheckResult
from reflect.domain.actions.event import EventKind
from reflect.domain.actions.rules import USUAL
from reflect.domain.themes import Vocabulary
from reflect.tui.acting.about import about

ANSWER_BY = date(2026, 3, 4)


@pytest.mark.parametrize(("day", "is_late"), [(4, False), (5, True)])
def test_a_stage_of_the_ladder_that_did_not_answer_in_time_is_called_late(day: int, is_late: bool) -> None:
    story = Story().then(EventKind.AGREED).then(EventKind.ESCALATED, answer_by=ANSWER_BY.isoformat())
    today = date(2026, 3, day)
    said = about(story.action, today, USUAL, Vocabulary({}), NAMES, ROBIN).plain
    assert "an answer is due by Wednesday 4 March 2026." in said
    assert ("This stage is late." in said) is is_late
    answered = story.then(EventKind.ANSWERED).action
    assert "This stage is late." not in about(answered, today, USUAL, Vocabulary({}), NAMES, ROBIN).plain


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (RecheckResult.SUSTAINED, "Re-check: has lasted, looked at on Monday 29 September 2025"),
        (RecheckResult.PARTLY, "Re-check: has lasted in part, looked at on Monday 29 September 2025"),
        (RecheckResult.NOT, "Re-check: has not lasted, looked at on Monday 29 September 2025"),
    ],
)
def test_what_a_re_check_found_is_not_taken_for_the_day_on_which_it_was(
    result: RecheckResult, words: str
) -> None:
    action = replace(
        Story().then(EventKind.AGREED).action, recheck_result=result, rechecked=date(2025, 9, 29)
    )
    today = date(2026, 3, 4)
    assert words in about(action, today, USUAL, Vocabulary({}), NAMES, ROBIN).plain.splitlines()
    again = replace(action, recheck_due=date(2026, 5, 1))
    assert (
        f"{words}; again on Friday 1 May 2026"
        in about(again, today, USUAL, Vocabulary({}), NAMES, ROBIN).plain
    )
