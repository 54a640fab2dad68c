"""Two people whose one-to-ones a test plans, holds and signs through the command line."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clocks import StoppedClock
from command_line import CommandLine, Said, widest
from reflect.workspace import Workspace

ADMIN, SUPERVISOR, SUPERVISEE = "Juniper Teapot", "Basil Umbrella", "Clementine Lampshade"
PASSPHRASE = "a lantern by the canal"


@cache
def _made() -> TemporaryDirectory[str]:
    """A folder with a workspace in which Basil supervises Clementine, made once in a process."""
    kept = TemporaryDirectory(prefix="two-")
    workspace = Workspace(Path(kept.name) / "workspace", StoppedClock())
    admin, _ = workspace.create(name=ADMIN, profession="Nurse", passphrase=PASSPHRASE, demo=True)
    for name in (SUPERVISOR, SUPERVISEE):
        workspace.join(code=admin.people.invite(name, "Nurse"), passphrase=PASSPHRASE)[0].close()
    admin.links.add(SUPERVISOR, SUPERVISEE)
    admin.close()
    workspace.sign_in(SUPERVISEE, PASSPHRASE).close()  # their program makes the key that the two share
    return kept


class TwoPeople:
    """Basil supervises Clementine, and Juniper administers; each of them speaks by the command line."""

    def __init__(self, reflect: CommandLine, folder: Path) -> None:
        shutil.copytree(Path(_made().name) / "workspace", reflect.folder)
        self._reflect = reflect
        self._folder = folder
        self.clock = reflect.clock

    def say(self, name: str, *words: str, stdin: str = "") -> Said:
        """What the program answers to somebody."""
        return self._reflect.as_somebody(name, PASSPHRASE, self._folder / name.split()[0])(
            *words, stdin=stdin
        )

    def done(self, name: str, *words: str, stdin: str = "") -> Said:
        """The same, and it is done; what it says fits a page."""
        said = self.say(name, *words, stdin=stdin)
        assert said.code == 0, said.err
        assert max(widest(said.err), 0 if "--json" in words or "export" in words else widest(said.out)) <= 80
        return said

    def told(self, name: str, *words: str, stdin: str = "") -> str:
        """What it says to a person who has done something, on one line."""
        return " ".join(self.done(name, *words, stdin=stdin).err.split())

    def refused(self, name: str, *words: str, stdin: str = "") -> tuple[int, str]:
        """The exit code and the words with which something is refused; nothing else is said."""
        said = self.say(name, *words, stdin=stdin)
        assert (bool(said.code), said.out) == (True, "")
        return said.code, " ".join(said.err.split())

    def planned(self, on: str = "2026-03-09", *more: str, by: str = SUPERVISOR) -> str:
        """The id of a one-to-one that is planned."""
        other = SUPERVISEE if by == SUPERVISOR else SUPERVISOR
        return self.done(by, "supervision", "plan", other, "--on", on, *more).out.strip()

    def begun(self) -> str:
        """The id of one that is held now."""
        meeting = self.planned(self.clock.today().isoformat())
        self.done(SUPERVISOR, "supervision", "begin", meeting)
        return meeting

    def note(
        self, name: str, meeting: str, words: str, section: str = "reflective-discussion", *more: str
    ) -> str:
        """The id of what somebody wrote in it, a minute later."""
        self.clock.go_on(minutes=1)
        said = self.done(name, "supervision", "note", meeting, "--section", section, *more, stdin=words)
        return said.out.strip()

    def topic(self, name: str, words: str) -> str:
        """The id of what somebody put on the agenda, a minute later."""
        self.clock.go_on(minutes=1)
        other = SUPERVISEE if name == SUPERVISOR else SUPERVISOR
        return self.done(name, "supervision", "topic", other.upper(), stdin=words).out.strip()

    def signed(self) -> str:
        """The id of one that both have signed."""
        meeting = self.begun()
        self.note(SUPERVISOR, meeting, "We thought about sleep")
        self.note(SUPERVISEE, meeting, "I want to ask sooner")
        for name in (SUPERVISOR, SUPERVISEE):
            self.done(name, "supervision", "sign", meeting)
        return meeting

    def listed(self, name: str) -> list[dict[str, Any]]:
        """The one-to-ones of somebody, as other programs read them."""
        found: list[dict[str, Any]] = self.done(name, "supervision", "list", "--json").json
        return found

    def record(self, name: str, meeting: str) -> dict[str, Any]:
        """One of them, as other programs read it."""
        found: dict[str, Any] = self.done(name, "supervision", "show", meeting, "--json").json
        return found

    def agreement(self, *terms: str) -> None:
        """An agreement of theirs that both have signed."""
        self.done(SUPERVISOR, "agreement", "draw-up", SUPERVISEE, "--stage", "social-worker", *terms)
        for name, other in ((SUPERVISOR, SUPERVISEE), (SUPERVISEE, SUPERVISOR)):
            self.done(name, "agreement", "sign", other)
