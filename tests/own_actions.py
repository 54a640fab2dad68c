"""Actions of a test's own, made and read through the command line."""

from __future__ import annotations

from typing import Any

from command_line import CommandLine

WHAT = "Ask both parents about sleep at every visit"


def proposed(person: CommandLine, *options: str, what: str = WHAT) -> str:
    """The id of an action that was written down."""
    said = person("action", "add", *options, stdin=what)
    assert said.code == 0, said.err
    return said.out.strip()


def agreed(person: CommandLine, *options: str, due: str = "in 6 weeks", what: str = WHAT) -> str:
    """The id of an action that was agreed."""
    action = proposed(person, "--due", due, *options, what=what)
    moved(person, "agree", action)
    return action


def done(person: CommandLine) -> str:
    """The id of an action that is done, with something that shows it."""
    action = agreed(person)
    moved(person, "done", action, stdin="Six records name both")
    return action


def moved(person: CommandLine, verb: str, action: str, *options: str, stdin: str = "") -> str:
    """What is said about a step that was taken."""
    said = person("action", verb, action, *options, stdin=stdin)
    assert said.code == 0, said.err
    return " ".join(said.err.split())


def shown(person: CommandLine, action: str) -> dict[str, Any]:
    """An action as other programs read it."""
    said = person("action", "show", action, "--json")
    assert said.code == 0, said.err
    told: dict[str, Any] = said.json
    return told
