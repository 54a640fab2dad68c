"""`reflect action`: an action that comes from a one-to-one, agreed on the spot or written down later."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from promised import promised
from two_on_the_command_line import SUPERVISEE, SUPERVISOR, TwoPeople


@pytest.fixture
def two(reflect: CommandLine, tmp_path: Path) -> TwoPeople:
    return TwoPeople(reflect, tmp_path)


def test_what_is_agreed_on_the_spot_leads_back_to_its_one_to_one(two: TwoPeople) -> None:
    meeting = two.begun()
    words = ("supervision", "action", meeting, "--due", "in 2 weeks")
    action = two.done(SUPERVISOR, *words, stdin="Ring the school").out.strip()
    for name in (SUPERVISOR, SUPERVISEE):
        lines = [line.strip() for line in two.done(name, "action", "trace", action).out.splitlines()]
        assert lines[:2] == ["ORIGIN", "It was agreed in the one-to-one of Monday 2 March 2026."]
        assert "From: a one-to-one" in two.done(name, "action", "show", action).out
        told = two.done(name, "action", "trace", action, "--json").json
        assert set(told) == promised("## `reflect action trace ID --json`")
        assert told["one_to_one"] == {"id": meeting, "on": "2026-03-02", "agreed": True}
        assert told["action"]["origin"] == meeting


def test_a_one_to_one_can_be_named_as_the_origin_of_an_action(two: TwoPeople) -> None:
    meeting = two.begun()
    words = ("action", "add", "--origin", meeting[:8])
    said = two.done(SUPERVISEE, *words, stdin="Ring the school")
    assert "From: a one-to-one." in said.err
    trace = two.done(SUPERVISEE, "action", "trace", said.out.strip()).out
    assert "It comes from the one-to-one of Monday 2 March 2026." in trace
    code, why = two.refused(SUPERVISEE, "action", "add", "--origin", "abcdef12", stdin="Ring the school")
    assert (code, "no answer with this id" in why) == (4, True)
