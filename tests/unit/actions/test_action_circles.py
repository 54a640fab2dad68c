"""Who sees an action: it moves up by its parties, and once agreed it does not move back."""

from __future__ import annotations

import pytest

from acting import ALEX, ROBIN, SAM, Story, story_of
from reflect.domain.actions.action import Status
from reflect.domain.actions.event import EventKind
from reflect.domain.people import CircleKind
from reflect.errors import NotPermitted, WrongUse

UP = [("mine", "pair"), ("mine", "team"), ("pair", "team")]


def shown_to(circle: str, status: Status) -> Story:
    """An action that is shown to this circle from its beginning and then comes to this state."""
    story = story_of(status)
    return story if circle == "mine" else story.then(EventKind.SHOWN, circle=circle)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("lower", "upper"), UP)
def test_in_every_state_an_action_can_be_shown_to_more(status: Status, lower: str, upper: str) -> None:
    before = shown_to(lower, status).action
    shown = shown_to(lower, status).then(EventKind.SHOWN, circle=upper).action
    assert (shown.circle, shown.status) == (CircleKind(upper), before.status)


@pytest.mark.parametrize(("lower", "upper"), UP)
def test_a_proposal_can_be_taken_back_to_fewer(lower: str, upper: str) -> None:
    assert shown_to(upper, Status.PROPOSED).then(EventKind.SHOWN, circle=lower).action.circle is CircleKind(
        lower
    )


@pytest.mark.parametrize("status", [one for one in Status if one not in (Status.PROPOSED, Status.WITHDRAWN)])
@pytest.mark.parametrize(("lower", "upper"), UP)
def test_once_agreed_an_action_stays_with_those_who_rely_on_it(
    status: Status, lower: str, upper: str
) -> None:
    story = shown_to(upper, status)
    with pytest.raises(NotPermitted, match="others rely on it") as refused:
        story.then(EventKind.SHOWN, circle=lower)
    assert refused.value.next_step == "It can be withdrawn, with a reason."
    assert story.action.circle is CircleKind(upper)


def test_withdrawing_what_was_agreed_does_not_take_it_back_from_others() -> None:
    story = shown_to("pair", Status.AGREED).then(EventKind.WITHDRAWN)
    with pytest.raises(NotPermitted):
        story.then(EventKind.SHOWN, circle="mine")


@pytest.mark.parametrize("circle", CircleKind)
def test_showing_it_where_it_is_shown_already_says_so(circle: CircleKind) -> None:
    with pytest.raises(WrongUse, match="shown there already"):
        shown_to(circle.value, Status.AGREED).then(EventKind.SHOWN, circle=circle.value)


def test_what_is_its_owners_alone_is_touched_by_nobody_else() -> None:
    story = story_of(Status.DONE)
    for kind in (EventKind.NOTED, EventKind.CONFIRMED, EventKind.SHOWN):
        with pytest.raises(NotPermitted, match="its owner's alone"):
            story.then(kind, by=ALEX)
    assert story.action.events == 3


def test_only_its_owner_takes_an_action_back() -> None:
    story = shown_to("pair", Status.PROPOSED)
    with pytest.raises(NotPermitted, match="Only its owner takes"):
        story.then(EventKind.SHOWN, by=ALEX, circle="mine")
    assert story.then(EventKind.SHOWN, circle="mine").action.circle is CircleKind.MINE


def test_what_one_proposes_for_another_both_see_from_its_beginning() -> None:
    action = Story(by=ALEX, owner=ROBIN, circle="pair").action
    assert (action.owner, action.circle) == (ROBIN, CircleKind.PAIR)
    for said in ({"owner": ROBIN}, {"owner": ROBIN, "circle": "mine"}, {"circle": "team"}):
        with pytest.raises(WrongUse, match="begins with its owner alone"):
            Story(by=ALEX, **said)


def test_what_is_handed_over_is_another_persons_from_then_on() -> None:
    story = shown_to("team", Status.AGREED).then(EventKind.HANDED_OVER, by=SAM)
    assert story.action.owner == ALEX
    with pytest.raises(WrongUse, match="theirs already"):
        story.then(EventKind.HANDED_OVER, by=SAM)
    with pytest.raises(NotPermitted, match="Somebody else has this action now"):
        story.undo(by=SAM)


def test_what_somebody_confirmed_does_not_become_their_own() -> None:
    story = shown_to("team", Status.DONE).then(EventKind.CONFIRMED, by=SAM)
    with pytest.raises(WrongUse, match="cannot become their own"):
        story.then(EventKind.HANDED_OVER, by=SAM, owner=SAM)


def test_what_two_see_both_can_speak_to() -> None:
    story = shown_to("pair", Status.AGREED).then(EventKind.NOTED, by=ALEX).then(EventKind.STARTED, by=ROBIN)
    assert (story.action.status, story.action.owner) == (Status.IN_PROGRESS, ROBIN)
