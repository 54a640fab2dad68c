"""Any sequence of edits, pauses, restores, closings and kills: every text that stood for ten minutes can be brought
back, and a save that was acknowledged is there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from clocks import StoppedClock
from reflect.domain import versions
from reflect.errors import ReflectError
from reflect.services.practice import Practice
from reflect.workspace import DATABASE, Workspace

BANK, QUESTION, PASSPHRASE = "child-s", "both-parents-co-sleeping", "a lantern by the canal"
LOG = f"{DATABASE}-wal"
STANDING = timedelta(minutes=10)


class AnEvening(RuleBasedStateMachine):
    """Somebody writes, rests, deletes, brings back, locks, and loses the window without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StoppedClock()
        self.folders: Iterator[Path] = (Path(self.folder.name) / f"workspace-{n}" for n in count())
        self.workspace = Workspace(next(self.folders), self.clock)
        self.practice: Practice
        self.stood: set[str] = set()
        self.text, self.since = "", self.clock.now()

    @initialize()
    def begin(self) -> None:
        self.practice, _ = self.workspace.create(
            name="Robin", profession="", passphrase=PASSPHRASE, demo=True
        )
        self.answer = self.practice.reflecting.add_answer(BANK, QUESTION, text="Begun.", scale=None)
        self.text, self.since = "Begun.", self.clock.now()

    def write(self, text: str) -> None:
        if text != self.text:
            self.remember(self.clock.now())
            self.text, self.since = text, self.clock.now()
        self.answer = self.practice.reflecting.edit_answer(
            self.answer.id, text=text, scale=None, revision=self.answer.revision
        )

    def remember(self, now: datetime) -> None:
        if now - self.since >= STANDING and self.text.strip():
            self.stood.add(self.text)

    @rule(words=st.text(alphabet="abc de", min_size=1, max_size=300))
    def add(self, words: str) -> None:
        self.write(self.text + words)

    @rule(share=st.floats(0, 1))
    def cut(self, share: float) -> None:
        self.write(self.text[: int(len(self.text) * share)])

    @rule(seconds=st.sampled_from([0.2, 30, 299, 300, 599, 600, 3600]))
    def rest(self, seconds: float) -> None:
        self.clock.go_on(seconds=seconds)

    @rule(choice=st.integers(0, 50))
    def bring_back(self, choice: int) -> None:
        kept = self.practice.remembering.versions(self.answer.id)
        if kept:
            self.remember(self.clock.now())
            version = kept[choice % len(kept)]
            self.answer = self.practice.remembering.bring_back(self.answer.id, version.id)
            if version.text != self.text:
                self.text, self.since = version.text, self.clock.now()

    @rule(tidily=st.booleans())
    def lock_or_lose_the_window(self, tidily: bool) -> None:
        if tidily:
            self.practice.close()
        else:
            self.lost = self.practice
        self.practice = self.workspace.sign_in(None, PASSPHRASE)

    @invariant()
    def nothing_that_stood_is_lost(self) -> None:
        if not hasattr(self, "answer"):
            return
        self.remember(self.clock.now())
        there = {version.text for version in self.practice.remembering.versions(self.answer.id)}
        there.add(self.practice.reflecting.answer(self.answer.id).text)
        assert self.stood <= there

    def teardown(self) -> None:
        if hasattr(self, "practice"):
            self.practice.close()
        self.folder.cleanup()


def written_partly(before: bytes, after: bytes, share: float) -> bytes:
    """A file of which a share of what was changed has come to be as it is after, in the order of its places."""
    padded = before + b"\0" * (len(after) - len(before))
    changed = [
        place for place in range(0, len(after), 64) if after[place : place + 64] != padded[place : place + 64]
    ]
    if not changed:
        return after
    until = changed[0] + int((changed[-1] + 64 - changed[0]) * share)
    return after[:until] + before[until:]


class AnEveningWithKills(AnEvening):
    """The same, and the program is killed in the middle of a save or right after it."""

    @rule(words=st.text(alphabet="abc de", max_size=300), share=st.sampled_from([0, 0.1, 0.4, 0.7, 0.95, 1]))
    def is_killed_in_a_save(self, words: str, share: float) -> None:
        """What a killed process leaves: all that it had written to the files up to then, and nothing tidied up.
        Of the log, which alone grows in a save, a share of what the save wrote is there."""
        before, fresh, old = self.files(), words + self.text, self.text
        if fresh != old:
            self.remember(self.clock.now())
        self.answer = self.practice.reflecting.edit_answer(
            self.answer.id, text=fresh, scale=None, revision=self.answer.revision
        )
        after = self.files()
        is_whole = share == 1 or before[DATABASE] != after[DATABASE]
        if not is_whole:
            after[LOG] = written_partly(before.get(LOG, b""), after[LOG], share)
        self.practice.close()
        self.go_on_from(after)
        kept = self.practice.reflecting.answer(self.answer.id)
        assert kept.text == fresh or (kept.text == old and not is_whole)
        if kept.text != old:
            self.text, self.since = kept.text, self.clock.now()
        self.answer = kept

    def files(self) -> dict[str, bytes]:
        """The files as another process would find them now."""
        kept = (path for path in self.workspace.folder.iterdir() if not path.name.endswith("-shm"))
        return {path.name: path.read_bytes() for path in kept if path.is_file()}

    def go_on_from(self, files: dict[str, bytes]) -> None:
        folder = next(self.folders)
        shutil.copytree(self.workspace.folder, folder, ignore=shutil.ignore_patterns(f"{DATABASE}*"))
        for name, content in files.items():
            (folder / name).write_bytes(content)
        self.workspace = Workspace(folder, self.clock)
        self.practice = self.workspace.sign_in(None, PASSPHRASE)


class AnEveningWithoutItsLog(AnEveningWithKills):
    """As if a save were acknowledged before its log is on the disk."""

    def go_on_from(self, files: dict[str, bytes]) -> None:
        super().go_on_from({name: content for name, content in files.items() if name != LOG})


def evenings(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def test_every_text_that_stood_for_ten_minutes_can_be_brought_back() -> None:
    assert run_state_machine_as_test(AnEvening, settings=evenings(8)) is None


def test_a_kill_in_the_middle_of_a_save_takes_nothing_of_it() -> None:
    assert run_state_machine_as_test(AnEveningWithKills, settings=evenings(5)) is None


@pytest.mark.trial
@pytest.mark.parametrize("evening", [AnEvening, AnEveningWithKills])
def test_the_same_on_many_evenings(evening: type[AnEvening]) -> None:
    assert run_state_machine_as_test(evening, settings=evenings(500)) is None


def test_the_trial_notices_when_wordings_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "INTERVAL", timedelta(hours=10))
    with pytest.raises(AssertionError):
        run_state_machine_as_test(AnEvening, settings=evenings(60))


def test_the_trial_notices_when_a_kill_takes_an_acknowledged_save() -> None:
    with pytest.raises((AssertionError, ReflectError)):
        run_state_machine_as_test(AnEveningWithoutItsLog, settings=evenings(8))
