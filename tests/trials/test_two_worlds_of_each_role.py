"""Two worlds that differ in one thing: whoever has no right to it cannot tell in which of them they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from at_a_desk import Desk
from reflect.domain.actions.action import Evidence, EvidenceKind
from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import Section
from reflect.services.links.links import Links
from reflect.services.practice import Practice
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OTHER, OWNER, ROLES
from seen import FAULT, seen_by
from six_people import BANK, NAMES, QUESTION, SixPeople

MORE = "one more"


@dataclass(frozen=True)
class Change:
    """One thing that somebody does in the second world."""

    name: str
    by: str
    act: Callable[[SixPeople, Practice], object]


def an_action_of_the_two(six: SixPeople, sam: Practice) -> str:
    due = six.today + timedelta(days=9)
    return sam.one_to_ones.agree_action(six.ids["record"], what=MORE, due=due).id


def a_share(six: SixPeople, ann: Practice) -> object:
    return ann.sharing.share(ann.sharing.preview(six.ids["answer"]))


def an_answer(six: SixPeople, ann: Practice) -> object:
    return ann.reflecting.add_answer(BANK, QUESTION, text=MORE, scale=None)


def an_action_of_ones_own(six: SixPeople, ann: Practice) -> object:
    return ann.acting.propose(what=MORE, agree=True, due=six.today + timedelta(days=9))


def an_action_done(six: SixPeople, ann: Practice) -> object:
    shown = Evidence(EvidenceKind.AUDIT, MORE, six.today)
    return ann.acting.done(six.ids["pair action"], evidence=shown)


def words_in_an_agreement(six: SixPeople, ann: Practice) -> object:
    return ann.agreements.write(six.ids["agreement"], Section.OFFERS, before="", after=MORE)


def another_day(six: SixPeople, ann: Practice) -> object:
    before = ann.one_to_ones.one(six.ids["agenda"]).facts.planned
    return ann.one_to_ones.replan(six.ids["agenda"], six.today + timedelta(days=9), before=before)


def a_step_after_the_end(six: SixPeople, ann: Practice) -> object:
    return ann.acting.note(six.ids["action agreed with the former"], MORE)


def more_in_a_working_note(six: SixPeople, sam: Practice) -> object:
    (note,) = [one for one in sam.working_notes.mine(NAMES[OWNER]) if one.id == six.ids["working note"]]
    return sam.working_notes.change(note.id, before=note.text, after=f"{note.text} {MORE}")


PRIVATE = [
    Change("an answer", OWNER, an_answer),
    Change("an answer deleted", OWNER, lambda six, ann: ann.reflecting.delete_answer(six.ids["draft"])),
    Change("something prepared", OWNER, lambda six, ann: ann.sharing.prepare({six.ids["answer"]: None})),
    Change("an action of one's own", OWNER, an_action_of_ones_own),
]
BETWEEN_TWO = [
    Change("a share", OWNER, a_share),
    Change("a share opened", CURRENT, lambda six, sam: sam.sharing.open(six.ids["share"])),
    Change("a comment", CURRENT, lambda six, sam: sam.sharing.comment(six.ids["share"], MORE)),
    Change("a note", CURRENT, lambda six, sam: sam.one_to_ones.add(six.ids["record"], Section.OTHER, MORE)),
    Change("a topic", OWNER, lambda six, ann: ann.one_to_ones.add(six.ids["agenda"], Section.AGENDA, MORE)),
    Change("words in an agreement", OWNER, words_in_an_agreement),
    Change("a working note", CURRENT, lambda six, sam: sam.working_notes.add(NAMES[OWNER], MORE)),
    Change("an action of the two", CURRENT, an_action_of_the_two),
    Change("an action done", OWNER, an_action_done),
]
SEEN_BY_THE_LEAD = [
    Change("another day", OWNER, another_day),
    Change("a signature", CURRENT, lambda six, sam: sam.one_to_ones.sign(six.ids["record"])),
    Change(
        "a listed action", OWNER, lambda six, ann: ann.acting.show_to(six.ids["pair action"], CircleKind.TEAM)
    ),
]
AFTER_THE_END = [Change("a step", OWNER, a_step_after_the_end)]
OF_OTHERS = [
    Change("a link", ADMINISTRATOR, lambda six, ada: ada.links.add(NAMES[LEAD], NAMES[ADMINISTRATOR])),
]
KEPT_FROM_THE_OWNER = [
    Change("words in a working note", CURRENT, more_in_a_working_note),
    Change(
        "a working note kept", CURRENT, lambda six, sam: sam.working_notes.keep(six.ids["working note"], MORE)
    ),
    Change("an answer of the supervisor", CURRENT, an_answer),
    Change("an action of the supervisor alone", CURRENT, an_action_of_ones_own),
]
OF_SOMEBODY_BESIDE = [
    Change("an answer of another", OTHER, an_answer),
    Change("an action of another alone", OTHER, an_action_of_ones_own),
]
BLIND = [
    (PRIVATE, (CURRENT, FORMER, OTHER, LEAD, ADMINISTRATOR)),
    (BETWEEN_TWO, (FORMER, OTHER, LEAD, ADMINISTRATOR)),
    (SEEN_BY_THE_LEAD, (FORMER, OTHER, ADMINISTRATOR)),
    (AFTER_THE_END, (FORMER, OTHER, LEAD, ADMINISTRATOR)),
    # The owner looks first: whoever opens what was shared leaves the moment of it, which the owner may read.
    (OF_OTHERS, (OWNER, FORMER, CURRENT)),
    (KEPT_FROM_THE_OWNER, (OWNER,)),
    (OF_SOMEBODY_BESIDE, (OWNER, CURRENT)),
]
ONE_BY_ONE = [(change, blind) for several, blind in BLIND for change in several]


class World:
    """A copy of the workspace of six."""

    def __init__(self, six: SixPeople, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.six = six.copied_to(folder / "workspace")
        self._patch, self._folder = patch, folder

    def change(self, *changes: Change) -> None:
        """These things happen."""
        for change in changes:
            practice = self.six.sign_in(change.by)
            before = self.six.rows()
            change.act(self.six, practice)
            practice.close()
            assert (self.six.rows() == before) is False, change.name

    def as_seen_by(self, role: str) -> list[object]:
        """All that somebody in this role can be told, by the program and by the command line."""
        with self._patch.context() as patch:
            desk = Desk(self.six, role, patch, self._folder)
            seen = seen_by(desk.practice, self.six.every_id, NAMES.values(), ["thing", *MORE.split()])
            spoken = desk.all_lists(["thing"])
            desk.practice.close()
        assert not [line for line in seen if line.startswith(FAULT)]
        return [*seen, *spoken]


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; every world begins as a copy of it."""
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


@pytest.fixture(scope="module")
def unchanged(six: SixPeople, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """What everybody sees in the first world."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        return {role: World(six, tmp_path_factory.mktemp("one"), patch).as_seen_by(role) for role in ROLES}


def test_whoever_has_no_right_to_a_thing_cannot_tell_whether_it_is_there(
    six: SixPeople, unchanged: dict[str, list[object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Several things at a time, and all in one test: to look around as everybody takes a while.
    for number, (several, blind) in enumerate(BLIND):
        world = World(six, tmp_path / str(number), monkeypatch)
        world.change(*several)
        for role in blind:
            assert differing(world.as_seen_by(role), unchanged[role]) == [], (several[0].name, role)


@pytest.mark.trial
@pytest.mark.parametrize(("change", "blind"), ONE_BY_ONE, ids=[one.name for one, _ in ONE_BY_ONE])
def test_nor_can_they_with_one_thing_alone(
    six: SixPeople, unchanged: dict[str, list[object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    change: Change, blind: tuple[str, ...],
) -> None:  # fmt: skip
    world = World(six, tmp_path, monkeypatch)
    world.change(change)
    for role in blind:
        assert differing(world.as_seen_by(role), unchanged[role]) == [], role


def differing(one: list[object], other: list[object]) -> list[tuple[object, object]]:
    """What is told differently."""
    return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]


def test_the_trial_notices_somebody_who_sees_more_than_theirs(
    six: SixPeople, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Links, "_seen", lambda self, transaction: transaction.links.all())
    worlds = [World(six, tmp_path / name, monkeypatch) for name in ("one", "other")]
    worlds[1].change(*OF_OTHERS)
    for role in (FORMER, OWNER):
        one, other = (world.as_seen_by(role) for world in worlds)
        assert differing(one, other) != [], role
