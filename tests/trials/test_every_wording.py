"""Any sequence of edits, pauses, restores and closings: every text that stood for ten minutes can be brought back."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from clocks import StoppedClock
from reflect.domain import versions
from reflect.services.practice import Practice
from reflect.workspace import Workspace

BANK, QUESTION, PASSPHRASE = "child-s", "both-parents-co-sleeping", "a lantern by the canal"
STANDING = timedelta(minutes=10)


class AnEvening(RuleBasedStateMachine):
    """Somebody writes, rests, deletes, brings back, locks, and loses the window without a word."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = StoppedClock()
        self.workspace = Workspace(Path(self.folder.name) / "workspace", self.clock)
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


@pytest.mark.trial
def test_the_same_on_many_evenings() -> None:
    assert run_state_machine_as_test(AnEvening, settings=evenings(500)) is None


def test_the_trial_notices_when_wordings_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "INTERVAL", timedelta(minutes=30))
    with pytest.raises(AssertionError):
        run_state_machine_as_test(AnEvening, settings=evenings(60))
