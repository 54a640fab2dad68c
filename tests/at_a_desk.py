"""Somebody at the command line who tries one thing after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Said
from probes import PROBES
from reflect.cli.door import Door
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OTHER, OWNER
from six_people import NAMES, PASSPHRASE, WORDS, SixPeople

UNKNOWN = "0f0f0f0f"
SAID = "something else"
NOBODYS = {OWNER: OTHER, CURRENT: LEAD, FORMER: LEAD, OTHER: LEAD, LEAD: ADMINISTRATOR, ADMINISTRATOR: LEAD}
"""For each role somebody with whom they have never had a link."""
_MORE_LISTS = (
    "supervision due", "supervision dates", "link list", "team list", "person list",
    "log figures", "log figures --team North --json", "log learning --team North --json", "log actions --by theme",
)  # fmt: skip


class Desk:
    """Somebody at the command line. They sign in once for many commands, since most of the time goes into that."""

    def __init__(self, six: SixPeople, role: str, patch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        self.six, self.role = six, role
        self._of_nothing: dict[str, Said] = {}
        self.practice = six.sign_in(role)
        self._reflect = CommandLine(six.folder, six.clock, patch)
        self._reflect.as_somebody(NAMES[role], PASSPHRASE, tmp_path / "passphrase")
        patch.setattr(Door, "signed_in", self._signed_in)
        patch.setattr(Door, "looking", self._looking)

    @contextmanager
    def _signed_in(self, *_: object) -> Iterator[object]:
        yield self.practice

    def say(self, thing: str, verb: str) -> Said:
        """What one probe of a thing says, with the placeholders again in place of what was meant."""
        former = "former" in thing
        other = (FORMER if former else CURRENT) if self.role == OWNER else OWNER
        return self._said(
            PROBES[thing][verb],
            {
                "{id}": self.six.ids[thing],
                "{word}": WORDS[thing],
                "{other}": NAMES[other],
                "{colleague}": NAMES[OTHER],
                "{entry}": self.six.entries.get(thing, UNKNOWN),
                "{share}": self.six.ids["share with the former" if former else "share"],
            },
        )

    def say_of_nothing(self, thing: str, verb: str) -> Said:
        """What the same says where there is no such thing."""
        command = PROBES[thing][verb]
        if command not in self._of_nothing:
            self._of_nothing[command] = self._said(
                command,
                {
                    "{id}": UNKNOWN,
                    "{word}": "nothingofthekind",
                    "{other}": NAMES[NOBODYS[self.role]],
                    "{colleague}": NAMES[OTHER],
                    "{entry}": UNKNOWN,
                    "{share}": UNKNOWN,
                },
            )
        return self._of_nothing[command]

    def _said(self, command: str, values: dict[str, str]) -> Said:
        meant = {name: value for name, value in values.items() if name in command}
        said = self.ask(*(meant.get(word, word) for word in command.split()))
        for name, value in meant.items():
            said = Said(said.code, said.out.replace(value, name), said.err.replace(value, name))
        return said

    @contextmanager
    def _looking(self, *_: object) -> Iterator[object]:
        """The same for a look at actions alone."""
        yield self.practice.actions

    def all_lists(self, words: Iterable[str]) -> list[tuple[str, Said]]:
        """What every command says that needs neither an id nor a name, and what is found of each word."""
        commands = {command for verbs in PROBES.values() for command in verbs.values() if "{" not in command}
        searches = [
            f"{noun} {word} --json" for noun in ("answer search", "action list --search") for word in words
        ]
        asked = (*sorted(commands), *_MORE_LISTS, *searches)
        return [(command, self._reflect(*command.split())) for command in asked]

    def ask(self, *words: str) -> Said:
        """What any other command says."""
        return self._reflect(*words, stdin=SAID)

    def listed(self, command: str) -> list[dict[str, Any]]:
        """What a command lists, as other programs read it; nothing where somebody leads no team."""
        said = self.ask(*command.split())
        if said.code == 3:
            assert (said.out, "You lead no team." in said.err) == ("", True)
            return []
        assert said.code == 0, said.err
        found: list[dict[str, Any]] = said.json
        return found
