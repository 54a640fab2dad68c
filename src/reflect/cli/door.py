"""The door to a workspace: what was said before the noun, and how somebody comes in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reflect.cli.asking import (
    ask_choice,
    ask_line,
    ask_new_passphrase,
    ask_passphrase,
    can_ask,
)
from reflect.cli.echo import tell
from reflect.cli.secret_files import read_secret_file
from reflect.clock import Clock, SystemClock
from reflect.domain.people import Standing
from reflect.errors import NotSaved, WrongUse
from reflect.settings import Told
from reflect.vault import keychain

if TYPE_CHECKING:
    from reflect.services.actions.glancing import Glance
    from reflect.services.actions.lists import ActionLists
    from reflect.services.practice import Practice
    from reflect.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Door:
    """The global options. `folder` is None where nobody named a workspace."""

    folder: Path | None = None
    as_name: str | None = None
    passphrase_file: Path | None = None
    no_input: bool = False
    told: Told = field(default_factory=Told)
    clock: Clock = field(default_factory=SystemClock)

    def workspace(self) -> Workspace:
        """The workspace that was named, or the user's own; nothing is opened yet."""
        from reflect.paths import default_workspace
        from reflect.workspace import Workspace

        folder = self.folder.expanduser().absolute() if self.folder else default_workspace()
        return Workspace(folder, self.clock, self.told)

    @contextmanager
    def signed_in(self) -> Iterator[Practice]:
        """What one person can do, from their sign-in until the command is done."""
        workspace = self.workspace()
        name = self.who(workspace)
        practice = workspace.sign_in(name, self.passphrase(workspace, name))
        try:
            _say_what_is_new(practice)
            yield practice
        finally:
            practice.close()

    @contextmanager
    def looking(self) -> Iterator[ActionLists | Glance]:
        """One look at one's own actions, which opens no more than it must; where that cannot be, a whole sign-in."""
        workspace = self.workspace()
        name = self.who(workspace)
        passphrase = self.passphrase(workspace, name)
        glance = workspace.glance(name, passphrase)
        if glance is None:
            practice = workspace.sign_in(name, passphrase)
            try:
                _say_what_is_new(practice)
                yield practice.actions
            finally:
                practice.close()
            return
        try:
            yield glance
        finally:
            glance.close()

    def who(self, workspace: Workspace) -> str:
        """The name to sign in with: as given, the only one, as the keychain remembers, or as answered.
        Raises NoWorkspace, or WrongUse naming `--as`."""
        people = workspace.people()
        if self.as_name is not None:
            return self.as_name
        names = [person.name for person in people if person.standing is Standing.ACTIVE]
        if len(names) == 1:
            return names[0]
        remembered = keychain.remembered(workspace.folder)
        if remembered and remembered[0] in names:
            return remembered[0]
        if not self.may_ask():
            raise WrongUse(
                f"{len(names)} people share this workspace, and --as is missing.",
                f"Say who you are, before the noun: reflect --as NAME ... (one of: {', '.join(names)}).",
            )
        return ask_choice("Who are you?", names, "--as", no_input=self.no_input)

    def passphrase(self, workspace: Workspace, name: str) -> str:
        """The passphrase: from the file, from the keychain, or typed. Raises WrongUse naming the option."""
        if self.passphrase_file is not None:
            return read_secret_file(self.passphrase_file, "--passphrase-file")
        remembered = keychain.remembered(workspace.folder)
        if remembered and remembered[0] == name:
            return remembered[1]
        return ask_passphrase(f"Passphrase of {name}", "--passphrase-file", no_input=self.no_input)

    def new_passphrase(self, file: Path | None, option: str) -> str:
        """A new passphrase: from a file, or typed twice. Raises WrongUse naming `option`."""
        if file is not None:
            return read_secret_file(file, option)
        return ask_new_passphrase(option, no_input=self.no_input)

    def may_ask(self) -> bool:
        """Whether there is somebody to ask, and asking was not ruled out."""
        return not self.no_input and can_ask()

    def line(self, given: str | None, question: str, option: str) -> str:
        """A short word given by an option, or typed. Raises WrongUse naming the option where it is empty."""
        words = given if given is not None else ask_line(question, option, no_input=self.no_input)
        if not words.strip():
            raise WrongUse(f"{option} is empty.", f"Give it with {option}.")
        return words


def _say_what_is_new(practice: Practice) -> None:
    """What the person should know before anything else; what concerns their links and teams is said once."""
    if practice.notice:
        tell(practice.notice)
    waiting = practice.telling.waiting()
    for notice in waiting:
        tell(notice.words)
    if waiting:
        # On a full disk it is said again at the next sign-in.
        with suppress(NotSaved):
            practice.telling.told(notice.id for notice in waiting)


def door_of(context: typer.Context) -> Door:
    """The door of the command that is running."""
    door = context.find_object(Door)
    return door if door is not None else Door()
