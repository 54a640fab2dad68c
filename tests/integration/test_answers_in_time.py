"""Then and now: all answers to one question in time, some of them at a time, and where its words changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clocks import StoppedClock
from own_banks import WithOwnBanks

BANK, QUESTION = "child-m", "speak-to-fathers"


@pytest.fixture
def workspace(tmp_path: Path, clock: StoppedClock) -> WithOwnBanks:
    return WithOwnBanks(tmp_path, clock)


def answer(workspace: WithOwnBanks, clock: StoppedClock, *texts: str) -> None:
    """Answers a month apart, to the question as its bank asks it now."""
    practice = workspace.open()
    for text in texts:
        clock.go_on(days=30)
        practice.reflecting.add_answer(BANK, QUESTION, text=text, scale=None)
    practice.close()


def test_some_are_read_at_a_time_from_the_latest_backwards(
    workspace: WithOwnBanks, clock: StoppedClock
) -> None:
    answer(workspace, clock, *"abcdefgh")
    practice = workspace.open()
    then_and_now = practice.remembering.then_and_now
    everything = then_and_now(BANK, QUESTION)
    assert [one.text for one in everything.answers] == list("abcdefgh")
    assert (everything.first, everything.of) == (0, 8)

    latest = then_and_now(BANK, QUESTION, most=3)
    assert ([one.text for one in latest.answers], latest.first, latest.of) == (list("fgh"), 5, 8)
    before = then_and_now(BANK, QUESTION, most=3, before=latest.first)
    assert ([one.text for one in before.answers], before.first) == (list("cde"), 2)
    oldest = then_and_now(BANK, QUESTION, most=3, before=before.first)
    assert ([one.text for one in oldest.answers], oldest.first) == (list("ab"), 0)
    practice.close()


def test_other_words_break_the_line_and_another_version_alone_does_not(
    workspace: WithOwnBanks, clock: StoppedClock
) -> None:
    answer(workspace, clock, "first")
    workspace.change_bank(BANK, "version: 2", "version: 3")
    answer(workspace, clock, "second")
    workspace.change_bank(BANK, "How do I speak to fathers", "When do I speak to fathers")
    answer(workspace, clock, "third", "fourth")
    practice = workspace.open()
    both = practice.remembering.then_and_now(BANK, QUESTION)
    texts = {one.id: one.text for one in both.answers}
    assert {texts[id_] for id_ in both.revised} == {"second"}
    assert {texts[id_] for id_ in both.reworded} == {"third"}

    from_the_break_on = practice.remembering.then_and_now(BANK, QUESTION, most=2)
    assert {texts[id_] for id_ in from_the_break_on.reworded} == {"third"}
    practice.close()


def test_an_answer_without_words_and_one_to_another_question_are_no_part_of_it(
    workspace: WithOwnBanks, clock: StoppedClock
) -> None:
    answer(workspace, clock, "here")
    practice = workspace.open()
    sitting = practice.reflecting.begin(BANK).reflection
    practice.reflecting.save_answer(sitting.id, QUESTION, text="  ", scale=None, revision=0)
    practice.reflecting.save_answer(sitting.id, "missed-visits", text="We ring.", scale=None, revision=0)
    assert [one.text for one in practice.remembering.then_and_now(BANK, QUESTION).answers] == ["here"]
    assert practice.remembering.then_and_now(BANK, "never-answered").of == 0
    practice.close()
