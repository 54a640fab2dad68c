"""The app is killed while somebody types: what stood on the screen a second before is there, and the file is whole.

Typed is as people type, in bursts and with pauses. For each character it is noted when it stood on the screen, and so
when the person could believe that reflect has it.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from reflect.services.practice import Practice
from reflect.workspace import Workspace
from terminal import Terminal

BANK = "child-s"
SLOW_APP = Path(__file__).with_name("slow_app.py")


@dataclass(frozen=True)
class Killed:
    """What was typed, how much of it was saved, and how long the oldest character that is lost had been shown."""

    typed: str
    saved: str
    lost_after: float
    faults: tuple[str, ...]

    @property
    def in_order(self) -> bool:
        """Whether what was saved is something that stood there on the way."""
        return self.typed.startswith(self.saved)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace, used for one kill after the other."""
    folder = tmp_path_factory.mktemp("kill")
    Workspace(folder / "w").create(name="Ann", profession="", passphrase="demo", demo=True)[0].close()
    (folder / "passphrase").write_text("demo")
    return folder


def words(chance: random.Random) -> Iterator[str]:
    """Endless words, each with its number, so that no end of the text looks like another."""
    number = 0
    while True:
        number += 1
        yield f"{''.join(chance.choices('abcdeilmnorstu', k=chance.randint(1, 6)))}{number} "


def killed(
    folder: Path, chance: random.Random, how: signal.Signals, app: tuple[str, ...], least: float
) -> Killed:
    """Types in the app for a random while, ends it by a signal, and looks at what is there."""
    start = ("--workspace", str(folder / "w"), "--as", "Ann", "--passphrase-file", str(folder / "passphrase"))
    terminal = Terminal(*app, *start, "on", BANK, question(folder))
    try:
        terminal.wait_for_words("This is no referral")
        typed, shown = typing(terminal, chance, seconds=chance.uniform(least, 2.0))
        at = monotonic()
        os.kill(terminal.child.pid, how)
        terminal.wait_for_end()
    finally:
        terminal.close()
    ann = Workspace(folder / "w").sign_in("Ann", "demo")
    try:
        faults, saved = ann.examine(), taken_out(ann)
    finally:
        ann.close()
    lost = [at - moment for length, moment in shown if length > len(saved)]
    return Killed(typed, saved, max(lost, default=0.0), (*faults, *Workspace(folder / "w").examine()))


def typing(
    terminal: Terminal, chance: random.Random, *, seconds: float
) -> tuple[str, list[tuple[int, float]]]:
    """Types for so long from the first character on the screen; what was typed, and from when on so many characters
    of it stood there."""
    typed, shown, end = "", [], None
    source, burst = words(chance), ""
    next_key = monotonic()
    while end is None or monotonic() < end:
        if monotonic() >= next_key and len(typed) < 600:
            burst = burst or next(source)
            terminal.press(burst[0])
            typed, burst = typed + burst[0], burst[1:]
            pause = chance.random() < 0.03
            next_key = monotonic() + (chance.uniform(0.3, 0.8) if pause else chance.uniform(0.01, 0.12))
        terminal.read()
        seen = on_screen(terminal.words, typed, shown[-1][0] if shown else 0)
        if seen:
            shown.append((seen, monotonic()))
            end = end or monotonic() + seconds
        assert len(typed) < 600, "nothing that was typed ever stood on the screen"
    return typed, shown


def on_screen(said: str, typed: str, before: int) -> int:
    """How many characters of what was typed stand on the screen, if they are more than before."""
    for length in range(len(typed.rstrip()), before, -1):
        if " ".join(typed[max(0, length - 8) : length].split()) in said:
            return length
    return 0


def question(folder: Path) -> str:
    """The question at which the typing is done."""
    bank = next(bank for bank in Workspace(folder / "w").catalogue().banks() if bank.id == BANK)
    return bank.questions[0].id


def taken_out(ann: Practice) -> str:
    """What was saved, after which it is deleted, so that the next is the first again."""
    text = ""
    for answer in ann.reflecting.whole_answers():
        text += answer.text
        ann.reflecting.delete_answer(answer.id)
    return text


def ends(
    folder: Path,
    count: int,
    how: signal.Signals,
    *,
    seed: int,
    app: tuple[str, ...] = ("-m", "reflect"),
    least: float = 0.1,
) -> list[Killed]:
    """So many endings, one after the other, each `least` to 2 seconds after the first character was shown."""
    chance = random.Random(seed)
    return [killed(folder, chance, how, app, least) for _ in range(count)]


def what_is_wrong(endings: list[Killed], *, within: float) -> list[str]:
    """A line for each ending after which a file was damaged, something was saved that was never typed, or something
    older than `within` seconds was lost."""
    found: list[str] = []
    for number, ending in enumerate(endings):
        found += [f"{number}: {fault}" for fault in ending.faults]
        if not ending.in_order:
            found.append(f"{number}: saved is {ending.saved!r}, typed was {ending.typed!r}")
        if ending.lost_after > within:
            found.append(f"{number}: lost is what was shown {ending.lost_after:.2f} seconds before")
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_at_any_moment_it_loses_nothing_older_than_a_second(folder: Path, seed: int) -> None:
    endings = ends(folder, 5, signal.SIGKILL, seed=seed)
    assert what_is_wrong(endings, within=1.0) == []
    assert any(ending.saved for ending in endings)


@pytest.mark.trial
def test_killed_200_times_it_loses_nothing_older_than_a_second(folder: Path) -> None:
    endings = ends(folder, 200, signal.SIGKILL, seed=10)
    print(f"\nthe oldest that was lost had been shown {max(ending.lost_after for ending in endings):.2f} s")
    assert what_is_wrong(endings, within=1.0) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP], ids=lambda how: how.name)
def test_told_to_end_it_loses_nothing_older_than_half_a_second(folder: Path, how: signal.Signals) -> None:
    endings = ends(folder, 1, how, seed=11)
    assert what_is_wrong(endings, within=0.5) == []
    assert all(ending.saved for ending in endings)


@pytest.mark.trial
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP], ids=lambda how: how.name)
def test_told_to_end_50_times_it_loses_nothing_older_than_half_a_second(
    folder: Path, how: signal.Signals
) -> None:
    endings = ends(folder, 50, how, seed=12)
    print(f"\nthe oldest that was lost had been shown {max(ending.lost_after for ending in endings):.2f} s")
    assert what_is_wrong(endings, within=0.5) == []


def test_the_trial_notices_saves_that_come_late(folder: Path) -> None:
    [late] = ends(folder, 1, signal.SIGKILL, seed=13, app=(str(SLOW_APP), "30"), least=1.5)
    assert late.saved == ""
    assert len(what_is_wrong([late], within=1.0)) == 1


def test_the_trial_notices_words_in_another_order() -> None:
    ending = Killed(typed="one2 two3 ", saved="two3 ", lost_after=0.0, faults=())
    assert what_is_wrong([ending], within=1.0) != []
