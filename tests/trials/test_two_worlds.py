"""Two worlds that differ in one thing of Ann's: whatever Bob looks at, he cannot tell in which one he is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from a_day import IN_DELETED, IN_EDIT, IN_TEXT, PASSPHRASE, HandClock, live, set_up

from reflect.domain.reflection import Scale
from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.storage.mine import MineTables
from reflect.storage.tables import MineAnswerRow
from reflect.workspace import Workspace

FAULT = "a fault of the program: "
Change = Callable[[Practice], object]
COMMANDS = (
    ("answer", "list"), ("answer", "list", "--json"), ("answer", "export"), ("answer", "search", IN_TEXT),
    ("person", "list", "--json"), ("person", "show", "Ann"), ("bank", "list", "--json"), ("doctor", "--deep"),
    ("doctor",), ("trust",), ("share", "list"), ("share", "list", "--json"),
)  # fmt: skip


def one_more_answer(ann: Practice) -> object:
    return ann.reflecting.add_answer("baby-e", BABY_E, text=f"{IN_TEXT} once more", scale=Scale.RARELY)


def an_answer_in_a_new_sitting(ann: Practice) -> object:
    sitting = ann.reflecting.begin_anew("child-s").reflection
    return ann.reflecting.save_answer(
        sitting.id, sitting.questions[0], text=IN_DELETED, scale=None, revision=0
    )


def a_deletion(ann: Practice) -> object:
    return ann.reflecting.delete_answer(ann.reflecting.answers()[0].id)


def a_change(ann: Practice) -> object:
    answer = ann.reflecting.whole_answers()[0]
    return ann.reflecting.edit_answer(answer.id, text=IN_EDIT, scale=None, revision=answer.revision)


def a_finished_sitting_deleted(ann: Practice) -> object:
    return ann.reflecting.delete_reflection(ann.reflecting.reflections()[0].id)


def preferences(ann: Practice) -> object:
    return ann.coming_back.let_questions_return(False)


def something_prepared(ann: Practice) -> object:
    return ann.sharing.prepare({ann.reflecting.answers()[0].id: None})


BABY_E = next(bank for bank in Workspace(Path()).catalogue().banks() if bank.id == "baby-e").questions[0].id
CHANGES: list[Change] = [
    one_more_answer, an_answer_in_a_new_sitting, a_deletion, a_change, a_finished_sitting_deleted, preferences,
    something_prepared,
]  # fmt: skip


class Worlds:
    """The same workspace twice: in the second one, Ann did one thing more."""

    def __init__(self, tmp_path: Path, change: Change) -> None:
        self.clock = HandClock()
        self.one, self.other = tmp_path / "world-1" / "w", tmp_path / "world-2" / "w"
        _, ann = set_up(self.one, self.clock)
        live(ann, self.clock)
        ids = self._ids(ann)
        ann.close()
        shutil.copytree(self.one.parent, self.other.parent)
        ann = Workspace(self.other, self.clock).sign_in("Ann", PASSPHRASE)
        change(ann)
        self.hers = sorted(ids | self._ids(ann))
        ann.close()

    @staticmethod
    def _ids(ann: Practice) -> set[str]:
        sittings = ann.reflecting.reflections()
        return {card.id for card in ann.reflecting.answers()} | {sitting.id for sitting in sittings}

    def seen_by_bob(self, folder: Path) -> list[str]:
        """All that Bob can be told, in words: by every question that he can ask, also about what is Ann's."""
        bob = Workspace(folder, self.clock).sign_in("Bob", "bob demo")
        try:
            return [said(question) for question in self._questions(bob)]
        finally:
            bob.close()

    def _questions(self, bob: Practice) -> list[Callable[[], object]]:
        reflecting, remembering = bob.reflecting, bob.remembering
        asked: list[Callable[[], object]] = [
            reflecting.answers, reflecting.whole_answers, reflecting.reflections, reflecting.reflection_cards,
            reflecting.unfinished, bob.people.everyone, bob.coming_back.questions, bob.coming_back.preferences,
            bob.examine, lambda: bob.settings, lambda: bob.notice, lambda: bob.read_only,
            lambda: bob.banks.banks(), lambda: list(remembering.search(IN_TEXT)),
            lambda: list(remembering.search("by")), lambda: bob.people.person("Ann"),
            lambda: bob.people.invite("Eve"), lambda: bob.people.deactivate("Ann"),
        ]  # fmt: skip
        for bank in bob.banks.banks():
            asked += [
                lambda bank=bank, question=question: remembering.then_and_now(bank.id, question.id)
                for question in bank.questions
            ]
        for hers in self.hers:
            for ask in (
                reflecting.answer, reflecting.resume, reflecting.delete_answer, reflecting.delete_reflection,
                remembering.history, remembering.versions,
            ):  # fmt: skip
                asked.append(lambda ask=ask, hers=hers: ask(hers))
            asked.append(lambda hers=hers: reflecting.answer(hers[:4]))
            asked.append(
                lambda hers=hers: reflecting.save_answer(hers, "any", text="mine", scale=None, revision=0)
            )
            asked.append(lambda hers=hers: reflecting.edit_answer(hers, text="mine", scale=None, revision=1))
        return asked


def said(question: Callable[[], object]) -> str:
    """What comes back, or the error word for word."""
    try:
        return repr(question())
    except ReflectError as error:
        return f"{type(error).__name__}: {error}"
    except Exception as fault:
        return f"{FAULT}{type(fault).__name__}"


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_bob_cannot_tell_the_two_worlds_apart(tmp_path: Path, change: Change) -> None:
    worlds = Worlds(tmp_path, change)
    one, other = worlds.seen_by_bob(worlds.one), worlds.seen_by_bob(worlds.other)
    assert len(one) > 90
    assert not [line for line in one if line.startswith(FAULT)]
    assert one == other


def test_ann_can_tell_them_apart(tmp_path: Path) -> None:
    worlds = Worlds(tmp_path, one_more_answer)
    seen = []
    for folder in (worlds.one, worlds.other):
        ann = Workspace(folder, worlds.clock).sign_in("Ann", PASSPHRASE)
        seen.append(repr(ann.reflecting.whole_answers()))
        ann.close()
    assert seen[0] != seen[1]


def spoken(folder: Path, hers: list[str]) -> list[tuple[object, ...]]:
    """What each command says to Bob, with the workspace always in the same place."""
    here = folder.parents[1] / "here"
    folder.parent.rename(here)
    (here / "passphrase").write_text("bob demo")
    found: list[tuple[object, ...]] = []
    for command in (*COMMANDS, *(("answer", "show", answer) for answer in hers)):
        ran = subprocess.run(
            [sys.executable, "-m", "reflect", "--workspace", here / "w", "--as", "Bob", "--no-input",
             "--passphrase-file", here / "passphrase", *command],
            capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        found.append((command, ran.returncode, ran.stdout, ran.stderr))
    here.rename(folder.parent)
    return found


@pytest.mark.trial
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_command_tells_bob_in_which_world_he_is(tmp_path: Path, change: Change) -> None:
    worlds = Worlds(tmp_path, change)
    assert spoken(worlds.one, worlds.hers) == spoken(worlds.other, worlds.hers)


def test_the_trial_notices_a_question_to_everybodys_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def everybodys(self: MineTables, beginning: str) -> list[str]:
        found = self._connection.execute(MineAnswerRow.__table__.select()).all()
        return [row.id for row in found if row.id.startswith(beginning)]

    worlds = Worlds(tmp_path, one_more_answer)
    monkeypatch.setattr(MineTables, "answer_ids", everybodys)
    assert worlds.seen_by_bob(worlds.one) != worlds.seen_by_bob(worlds.other)
