"""What the page of an action says of its escalation."""

from __future__ import annotations

from datetime import date

import pytest

from acting import NAMES, ROBIN, Story
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
