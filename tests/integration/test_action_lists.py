"""Lists, groups and numbers of actions say what the actions themselves say, after whatever was done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from acting_at_random import WORDS, AtRandom
from clocks import StoppedClock
from reflect.domain.actions.action import Action, Level, Status
from reflect.domain.actions.event import Event, EventKind
from reflect.domain.actions.groups import Group, group_of_action
from reflect.domain.actions.history import as_at, folded, standing_of
from reflect.domain.actions.rag import Rag, rag
from reflect.domain.actions.wanted import Wanted, Whose
from reflect.services.actions.entry import Entry
from reflect.services.actions.glancing import Glance
from reflect.services.actions.months import Month
from reflect.services.practice import Practice
from reflect.settings import load_settings, save_settings
from reflect.workspace import Workspace

PASSPHRASE = "a lantern by the canal"
SignIn = Callable[..., Practice]


class Lived:
    """Somebody's actions after four hundred steps by chance: as the lists give them, and as their histories do."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.clock = StoppedClock()
        self.workspace = Workspace(folder, self.clock)
        self.practice, _ = self.workspace.create(
            name="Robin Example", profession="", passphrase=PASSPHRASE, demo=True
        )
        save_settings(folder, replace(load_settings(folder), recheck_days=3, due_soon_days=9, quiet_days=20))
        self.practice.rules.settle()
        at_random = AtRandom(self.practice, self.clock, seed)
        at_random.act(400)
        self.histories = self.practice.actions.histories(at_random.ids)
        self.actions = {id_: folded(events) for id_, events in self.histories.items()}
        self.today = self.clock.today()
        self.rules = self.practice.acting.rules

    def glance(self) -> Glance:
        """The same actions, without the whole house being opened."""
        glance = self.workspace.glance(None, PASSPHRASE)
        assert glance is not None
        return glance


@pytest.fixture(scope="module", params=[1, 2])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    lived = Lived(tmp_path_factory.mktemp("lived") / "workspace", request.param)
    yield lived
    lived.practice.close()


def test_the_groups_are_those_of_each_action(lived: Lived) -> None:
    arranged = lived.practice.actions.arranged()
    told = {id_: group for group in Group for id_ in arranged.ids(group)}
    assert told == {
        id_: group_of_action(action, lived.today, lived.rules) for id_, action in lived.actions.items()
    }
    assert len(arranged) == len(lived.actions)
    assert arranged.open == sum(action.is_open and not action.keep for action in lived.actions.values())
    assert len(set(told.values())) >= 4


def is_in_order(actions: Sequence[Action]) -> bool:
    """Whether the soonest of the days that are shown comes first, and at the end what is over, the latest first."""
    going_on = [action.listed_day or date.max for action in actions if action.ended is None]
    over = [action.ended for action in actions if action.ended is not None]
    ended_last = [action.ended for action in actions][len(going_on) :] == over
    return going_on == sorted(going_on) and over == sorted(over, reverse=True) and ended_last


def test_each_group_stands_in_the_order_of_the_days_that_are_shown(lived: Lived) -> None:
    arranged = lived.practice.actions.arranged()
    for group in Group:
        assert is_in_order([lived.actions[id_] for id_ in arranged.ids(group)]), group


def test_a_part_of_a_group_is_that_part(lived: Lived) -> None:
    arranged = lived.practice.actions.arranged()
    for group in Group:
        assert arranged.ids(group, 1, 3) == arranged.ids(group)[1:3]


def test_the_index_keeps_of_each_action_what_the_action_says(lived: Lived) -> None:
    index = lived.practice.actions.arranged().index
    assert set(index.entries()) == {Entry.of(action) for action in lived.actions.values()}
    for place in range(len(index)):
        action = lived.actions[index.id_at(place)]
        assert index.letter(place, lived.today, lived.rules) == rag(action, lived.today, lived.rules)


def test_each_action_is_what_its_events_add_up_to(lived: Lived) -> None:
    assert {action.id: action for action in lived.practice.actions.some(list(lived.actions))} == lived.actions
    one = next(iter(lived.actions))
    assert lived.practice.actions.action(one) == lived.actions[one]
    assert lived.practice.actions.history(one) == lived.histories[one]


def test_some_come_in_the_order_in_which_they_are_asked_for(lived: Lived) -> None:
    wanted = sorted(lived.actions, reverse=True)[:7]
    assert [action.id for action in lived.practice.actions.some(wanted)] == wanted


FILTERS = [
    Wanted(),
    Wanted(overdue=True),
    *(Wanted(status=status) for status in Status),
    *(Wanted(rag=letter) for letter in Rag),
    *(Wanted(level=level) for level in Level),
    *(Wanted(whose=whose) for whose in Whose),
    Wanted(theme="fathers-and-partners"),
    Wanted(theme="local:ours", level=Level.TEAM),
    Wanted(overdue=True, rag=Rag.RED, theme="child-daily-life"),
    Wanted(due_before=date(2026, 6, 1)),
    Wanted(due_before=date(2026, 6, 1), status=Status.AGREED),
]


def naive(lived: Lived, wanted: Wanted, words: Callable[[Action], bool] = lambda _: True) -> set[str]:
    """The ids of all actions that are wanted, one looked at after the other."""
    return {
        id_
        for id_, action in lived.actions.items()
        if wanted.matches(action, lived.today, lived.rules) and words(action)
    }


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_what_is_listed_is_what_was_asked_for_the_soonest_first(lived: Lived, wanted: Wanted) -> None:
    listed = lived.practice.actions.listed(wanted)
    assert {action.id for action in listed} == naive(lived, wanted)
    assert lived.practice.actions.found(wanted) == naive(lived, wanted)
    assert is_in_order(listed)
    assert all(lived.actions[action.id] == action for action in listed)
    for limit in (0, 1, 5):
        assert lived.practice.actions.listed(replace(wanted, limit=limit)) == listed[:limit]


_WRITTEN = ("what", "know", "supporter", "text", "why", "outcome", "impact")


@pytest.mark.parametrize(
    "word", [*WORDS, "zoe", "ordinary school", '"the file, all"', "Fathers come", "nowhere"]
)
def test_words_are_looked_for_in_all_that_was_written_in_an_action(lived: Lived, word: str) -> None:
    plain = word.strip('"').casefold().replace("ë", "e").split()

    def stands(action: Action) -> bool:
        said: list[str] = []
        for event in standing_of(lived.histories[action.id]):
            evidence = event.data.get("evidence") or {}
            said += [str(event.data.get(name) or "") for name in _WRITTEN]
            said.append(str(evidence.get("text", "")))
        whole = " ".join(said).casefold().replace("ë", "e")
        return all(one in whole for one in plain)

    found = lived.practice.actions.found(Wanted(search=word))
    assert found == naive(lived, Wanted(), stands)
    assert bool(found) == (word != "nowhere")
    limited = lived.practice.actions.listed(Wanted(search=word, limit=2))
    assert len(limited) == min(2, len(found))


def test_an_earlier_day_is_what_the_events_up_to_it_add_up_to(lived: Lived) -> None:
    first = min(events[0].on for events in lived.histories.values())
    for back in range(0, (lived.today - first).days + 2, 29):
        day = lived.today - timedelta(days=back)
        then = {id_: as_at(events, day) for id_, events in lived.histories.items()}
        for wanted in (Wanted(), Wanted(overdue=True), Wanted(status=Status.DONE), Wanted(rag=Rag.AMBER)):
            listed = lived.practice.actions.listed(replace(wanted, as_at=day))
            assert {action.id: action for action in listed} == {
                id_: action
                for id_, action in then.items()
                if action is not None and wanted.matches(action, day, lived.rules)
            }
    assert lived.practice.actions.listed(Wanted(as_at=first - timedelta(days=3))) == ()


def test_a_glance_gives_the_same_lists(lived: Lived) -> None:
    glance = lived.glance()
    try:
        for wanted in (
            *FILTERS,
            Wanted(search="school nurse"),
            Wanted(as_at=lived.today - timedelta(days=90)),
        ):
            assert glance.listed(wanted) == lived.practice.actions.listed(wanted)
            some = replace(wanted, limit=3)
            assert glance.listed(some) == lived.practice.actions.listed(some)
        assert glance.histories(list(lived.actions)) == lived.histories
        assert glance.names() == lived.practice.actions.names()
        assert glance.rules_on(None) == glance.rules_on(lived.today) == lived.rules
    finally:
        glance.close()


TAKES_UP_AGAIN = {EventKind.UNDONE, EventKind.NOT_ACHIEVED}


def went_straight_on(events: tuple[Event, ...]) -> bool:
    """Whether nothing of what happened was taken back or turned out otherwise later, and the clock never went back."""
    kinds = [event.kind for event in events]
    days = [event.on for event in events]
    again = EventKind.DONE in kinds and EventKind.CARRIED in kinds[kinds.index(EventKind.DONE) :]
    failed = any(event.data.get("result") == "not" for event in events)
    return not (TAKES_UP_AGAIN & set(kinds) or again or failed) and days == sorted(days)


def test_the_months_count_the_actions_as_they_stood_at_the_end_of_each(tmp_path: Path) -> None:
    lived = Lived(tmp_path / "workspace", 3)
    straight = [events for events in lived.histories.values() if went_straight_on(events)]
    assert len(straight) > 20
    assert any(folded(events).keep and folded(events).is_open for events in straight)
    index = lived.practice.actions.arranged().index
    kept = {events[0].action for events in straight}
    months = type(index).of(entry for entry in index.entries() if entry.id in kept).months(lived.today, 24)
    assert [month.first.day for month in months] == [1] * 24
    assert months[-1].first == lived.today.replace(day=1)
    assert list(months) == [counted(straight, month.first, lived.today) for month in months]
    assert [
        any(each) for each in zip(*((one.open, one.done, one.embedded) for one in months), strict=True)
    ] == [True] * 3
    assert lived.practice.actions.over_time() == index.months(lived.today, 12)
    lived.practice.close()


def counted(histories: list[tuple[Event, ...]], first: date, today: date) -> Month:
    """How these actions stood at the end of a month, or today; good practice is kept, and nothing to be done."""
    end = min((first + timedelta(days=31)).replace(day=1) - timedelta(days=1), today)
    then = [
        action
        for action in (as_at(events, end) for events in histories)
        if action is not None and not action.keep
    ]
    over = [action for action in then if action.status in (Status.DONE, Status.CONFIRMED)]
    lasted = [action for action in then if action.status is Status.EMBEDDED]
    return Month(first, sum(action.is_open for action in then), len(over), len(lasted))


def test_what_is_due_is_overdue_or_near_and_at_most_so_many(lived: Lived) -> None:
    arranged = lived.practice.actions.arranged()
    near = [id_ for group in (Group.OVERDUE, Group.DUE_SOON, Group.RECHECK) for id_ in arranged.ids(group)]
    assert [action.id for action in lived.practice.actions.due(1000)] == near
    assert [action.id for action in lived.practice.actions.due(4)] == near[:4]


def test_the_groups_are_read_again_after_a_step_another_day_and_other_numbers(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    lists, due = practice.actions, clock.today() + timedelta(days=20)
    assert len(lists.arranged()) == 0
    action = practice.acting.propose(what="Ask", due=due, agree=True)
    assert lists.arranged().ids(Group.LATER) == [action.id]
    assert lists.arranged() is lists.arranged()
    save_settings(workspace.folder, replace(load_settings(workspace.folder), due_soon_days=30))
    assert lists.arranged().ids(Group.DUE_SOON) == [action.id]
    clock.go_on(days=21)
    assert lists.arranged().ids(Group.OVERDUE) == [action.id]
    other = workspace.sign_in(None, PASSPHRASE)
    other.acting.withdraw(action.id, "no longer meant")
    other.close()
    assert lists.arranged().ids(Group.DONE) == [action.id]


def test_the_numbers_of_the_workplace_count_in_every_list(
    workspace: Workspace, signed_in: SignIn, clock: StoppedClock
) -> None:
    practice = signed_in()
    action = practice.acting.propose(what="Ask", due=clock.today() + timedelta(days=10), agree=True)
    for days, letter, group in ((20, Rag.AMBER, Group.DUE_SOON), (5, Rag.GREEN, Group.LATER)):
        save_settings(workspace.folder, replace(load_settings(workspace.folder), due_soon_days=days))
        glance = workspace.glance(None, PASSPHRASE)
        assert glance is not None
        wanted = Wanted(rag=letter)
        assert practice.actions.listed(wanted) == glance.listed(wanted) == (action,)
        assert practice.actions.arranged().ids(group) == [action.id]
        glance.close()
