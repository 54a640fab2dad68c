"""The program is killed at any step of a change: everybody who should get in does, nobody else, and it can be
done again.

Each change is done many times, each time killed before the next of its steps on the disk.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reflect.clock import SystemClock
from reflect.errors import Locked, NotFound, NoWorkspace, ReflectError, WrongPassphrase, WrongUse
from reflect.services.practice import Practice
from reflect.workspace import Workspace

TO_THE_END = 10_000
LATE = 130  # of the steps of a departure: the file has its new key, and the header is about to say so
RUNNER = Path(__file__).with_name("cut_short_runner.py")


class NextDay(SystemClock):
    """A clock on which each look is a minute on, so that nobody has to wait long after a wrong passphrase."""

    def __init__(self) -> None:
        self._looks = 0

    def now(self) -> datetime:
        self._looks += 1
        return super().now() + timedelta(minutes=10 * self._looks)


def write(practice: Practice, words: str) -> None:
    sitting = practice.reflecting.begin("child-s").reflection
    practice.reflecting.save_answer(sitting.id, sitting.questions[0], text=words, scale=None, revision=0)


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A workspace with Ann, who looks after it, Bob and Cat, each with an answer, and Dan, who is invited."""
    folder = tmp_path / "prepared"
    workspace = Workspace(folder / "w")
    ann, words = workspace.create(name="Ann", profession="Nurse", passphrase="demo", demo=True)
    (folder / "words").write_text(" ".join(words))
    write(ann, "by Ann")
    for name in ("Bob", "Cat"):
        theirs, _ = workspace.join(code=ann.people.invite(name), passphrase="demo")
        write(theirs, f"by {name}")
        theirs.close()
    (folder / "code").write_text(ann.people.invite("Dan"))
    ann.close()
    return folder


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    """A folder without a workspace."""
    (tmp_path / "nothing").mkdir()
    return tmp_path / "nothing"


def comes_in(workspace: Workspace, name: str, passphrase: str = "demo") -> None:
    """Somebody signs in and finds their words whole."""
    practice = workspace.sign_in(name, passphrase)
    try:
        assert practice.examine() == ()
        assert [answer.text for answer in practice.reflecting.whole_answers()] == [f"by {name}"]
    finally:
        practice.close()


def after_create(workspace: Workspace, step: int) -> None:
    try:
        workspace.sign_in(None, "demo").close()
    except NoWorkspace:
        workspace.create(name="Ann", profession="", passphrase="demo", demo=True)[0].close()
    practice = workspace.sign_in("Ann", "demo")
    assert practice.examine() == workspace.examine() == ()
    assert practice.people.person("Ann").administrator
    practice.close()


def after_join(workspace: Workspace, step: int) -> None:
    comes_in(workspace, "Ann")
    if step % 2:
        ann = workspace.sign_in("Ann", "demo")
        for name in ("Dan", "Bob"):
            ann.people.deactivate(name)
        ann.close()
        comes_in(workspace, "Cat")
        for name in ("Dan", "Bob"):
            with pytest.raises((Locked, NotFound)):
                workspace.sign_in(name, "demo")
        return
    try:
        dan = workspace.sign_in("Dan", "demo")
    except Locked:
        dan, _ = workspace.join(code=(workspace.folder.parent / "code").read_text(), passphrase="demo")
    write(dan, "by Dan")
    dan.close()
    comes_in(workspace, "Dan")
    with pytest.raises(NotFound):
        workspace.join(code=(workspace.folder.parent / "code").read_text(), passphrase="demo")
    ann = workspace.sign_in("Ann", "demo")
    for name in ("Dan", "Bob"):
        ann.people.deactivate(name)
    ann.close()
    comes_in(workspace, "Cat")


def after_passphrase(workspace: Workspace, step: int) -> None:
    opened = []
    for passphrase in ("demo", "another demo"):
        try:
            comes_in(workspace, "Ann", passphrase)
            opened.append(passphrase)
        except WrongPassphrase:
            continue
    assert len(opened) == 1
    words = (workspace.folder.parent / "words").read_text()
    workspace.recover(name="Ann", words=words, passphrase="third demo").close()
    comes_in(workspace, "Ann", "third demo")
    comes_in(workspace, "Cat")


def after_invite(workspace: Workspace, step: int) -> None:
    ann = workspace.sign_in("Ann", "demo")
    eve, _ = workspace.join(code=ann.people.invite("Eve", "Midwife"), passphrase="demo")
    assert (eve.person.name, eve.person.profession) == ("Eve", "Midwife")
    eve.close()
    assert [person.name for person in ann.people.everyone()].count("Eve") == 1
    ann.people.deactivate("Eve")
    ann.close()
    comes_in(workspace, "Cat")


def after_deactivate(workspace: Workspace, step: int) -> None:
    for name in ("Ann", "Cat") if step % 2 else ("Cat", "Ann"):
        comes_in(workspace, name)
    try:
        comes_in(workspace, "Bob")
        left = False
    except Locked:
        left = True
    ann = workspace.sign_in("Ann", "demo")
    if left:
        assert ann.people.person("Bob").standing.value == "inactive"
    else:
        ann.people.deactivate("Bob")
    with pytest.raises(WrongUse, match="left already"):
        ann.people.deactivate("Bob")
    with pytest.raises(Locked):
        workspace.sign_in("Bob", "demo")
    ann.people.invite("Dan")
    ann.people.deactivate("Dan")
    dan, _ = workspace.join(code=ann.people.invite("Dan"), passphrase="demo")
    dan.close()
    for name in ("Dan", "Cat"):
        ann.people.deactivate(name)
    assert [person.name for person in ann.people.everyone() if person.standing.value != "inactive"] == ["Ann"]
    ann.close()
    comes_in(workspace, "Ann")
    assert workspace.examine() == ()


AFTER: dict[str, Callable[[Workspace, int], None]] = {
    "create": after_create,
    "join": after_join,
    "passphrase": after_passphrase,
    "recover": after_passphrase,
    "invite": after_invite,
    "deactivate": after_deactivate,
}


def what_is_wrong(
    act: str, prepared: Path, copies: Path, *, steps: range, variant: str = "sound"
) -> list[str]:
    """A line for each step after which something was not as it should be."""
    ran = subprocess.run(
        [sys.executable, RUNNER, act, prepared, copies, str(steps.start), str(steps.stop), str(steps.step), variant],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    taken = [int(step) for step in re.findall(r"^(\d+) (?:cut|whole)$", ran.stdout, re.MULTILINE)]
    assert len(taken) >= 2
    found: list[str] = []
    for step in taken:
        workspace = Workspace(copies / str(step) / "w", NextDay())
        try:
            AFTER[act](workspace, step)
        except (ReflectError, AssertionError, pytest.fail.Exception) as fault:
            found.append(f"{act}, killed before step {step}: {fault!r:.300}")
        shutil.rmtree(copies / str(step))
    return found


def start(act: str, prepared: Path, nothing: Path) -> Path:
    return nothing if act == "create" else prepared


@pytest.mark.parametrize("act", ["create", "join", "deactivate"])
def test_a_change_that_is_cut_short_shuts_nobody_out(
    act: str, prepared: Path, nothing: Path, tmp_path: Path
) -> None:
    steps = range(0, TO_THE_END, {"deactivate": 89, "create": 79}.get(act, 43))
    assert (
        what_is_wrong(act, nothing if act == "create" else prepared, tmp_path / "copies", steps=steps) == []
    )


def test_the_last_steps_of_a_departure_shut_nobody_out(prepared: Path, tmp_path: Path) -> None:
    found = what_is_wrong("deactivate", prepared, tmp_path / "copies", steps=range(LATE, TO_THE_END, 29))
    assert found == []


@pytest.mark.trial
@pytest.mark.parametrize("act", AFTER)
def test_a_change_that_is_cut_short_at_every_step_shuts_nobody_out(
    act: str, prepared: Path, nothing: Path, tmp_path: Path
) -> None:
    steps = range(TO_THE_END)
    assert (
        what_is_wrong(act, nothing if act == "create" else prepared, tmp_path / "copies", steps=steps) == []
    )


def test_the_trial_notices_a_header_that_is_written_in_place(prepared: Path, tmp_path: Path) -> None:
    found = what_is_wrong("recover", prepared, tmp_path / "copies", steps=range(6), variant="header in place")
    assert any("DamagedFile" in line for line in found)


def test_the_trial_notices_an_old_key_that_is_dropped_too_early(prepared: Path, tmp_path: Path) -> None:
    found = what_is_wrong(
        "deactivate", prepared, tmp_path / "copies", steps=range(20, 80, 20), variant="old key first"
    )
    assert any("DamagedFile" in line for line in found)
