"""What difference an action made, in the words of each who said something about it."""

from __future__ import annotations

from acting import story_of
from actions_out import ROBIN, SAM, two_voices
from reflect.domain.actions.action import Status
from reflect.domain.actions.differences import differences
from reflect.domain.actions.event import EventKind


def test_the_last_words_of_each_are_kept_and_what_was_taken_back_is_not() -> None:
    story = story_of(Status.AGREED).then(EventKind.DONE, impact="They are heard.")
    assert [one.text for one in differences(story.events)] == ["They are heard."]
    assert differences(story.undo().events) == ()


def test_whoever_spoke_first_and_once_more_is_heard_last() -> None:
    assert [(one.by, one.text) for one in differences(two_voices())] == [
        (SAM, "One spoke"),
        (ROBIN, "It is usual"),
    ]
