"""`reflect trust`: what is protected and what is not, said plainly."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from reflect.cli.door import door_of
from reflect.cli.echo import echo_lines, in_columns, tell
from reflect.cli.paging import page_of

PROTECTED = (
    "What you write is encrypted on this computer's disk, with a key that only your passphrase or your recovery "
    "words open. Nobody else in the workspace has that key: not a supervisor, a lead or an administrator.",
    "Who supervises whom is set by an administrator, who gains no key by it. The program of the person supervised "
    "makes the key that the two share, and it opens nothing else of either. Both are told of every change. When a "
    "link ends, the supervisor's way in is taken out of the file.",
    "What you share with a supervisor is a copy, sealed for the two of you and signed by your program. Your "
    "answer, and what you change in it later, stays yours alone. What you take back is gone from the file and "
    "from its log; what you only prepare is seen by nobody.",
    "A supervisor's working notes about somebody are kept only if both have agreed to it in writing. Their author "
    "alone opens them; whom they are about sees how many there are, and can ask for them.",
    "The file that holds everything is encrypted as a whole as well, and notices when it was changed or damaged.",
    "A wrong passphrase has to wait, longer each time, and each try costs a computer real work.",
    "What you delete is gone from the file and from its log.",
    "reflect makes no network call: no account, no telemetry, no cloud, no model that reads along.",
    "Locking closes the file, and starts afresh in a process that never held your words.",
)
NOT_PROTECTED = (
    "Private does not mean that nobody can demand it. A court or an inquiry can require what you wrote, and "
    "an employer may have rights in it. Write what you learnt and will do; facts about a child belong in the "
    "case record.",
    "While reflect is open and unlocked, whoever sits at this computer reads what you read. Lock it when you leave.",
    "A program that records keys or the screen, or somebody who controls this computer, sees what you type. "
    "No program can prevent that.",
    "A supervisor has read what they have read. When a link ends or you take a share back, nothing "
    "takes back what they remember or copied.",
    "How many shares two people have, and how many working notes a supervisor keeps about whom, can be counted by "
    "somebody who has the key of the workspace and tools of their own: not what is in them, from when they are, "
    "or whether they were opened.",
    "How often two people agreed to meet, and on which days a one-to-one was planned, moved, held or cancelled, can "
    "be read there too: not what was said. Who leads their team is told how many were due, and sees when each was "
    "planned and held.",
    "The header file beside the database is readable: the names of the people in the workspace, who is active, "
    "and whether a wrong passphrase was tried. So are the settings.",
    "While reflect is open, your words are in the computer's memory, and a computer that sleeps or runs short of "
    "memory may write it to its disk. Let the whole disk be encrypted as well.",
    "The size of the files and when they last changed can be seen: so can be guessed how much was written, "
    "and when.",
    "A copy or backup of the folder stays as it was: what you delete here stays in it, and a passphrase that you "
    "change here still opens it there. With a weak passphrase a stolen copy can be tried for as long as "
    "somebody likes.",
    "What you export is not encrypted any more. Nor is what you copy to the clipboard or send to a printer.",
    "If you let the keychain remember your passphrase, whoever can use your account on this computer can come in.",
    "Without your passphrase and without your recovery words, what you wrote is lost. There is no third way in.",
    "A demo workspace protects nothing: its passphrase is known to everybody, and made cheap to try.",
)


def add_to(root: typer.Typer) -> None:
    """Make the noun known."""
    root.command("trust", help="What is and what is not protected.")(trust)


def trust(context: typer.Context) -> None:
    """Say what is protected, what is not, and where the data lies."""
    door = door_of(context)
    echo_lines(_lines(str(door.workspace().folder)), page_of(door))
    tell("For a current concern about a child, use your local procedure. This is not the place for it.")


def _lines(folder: str) -> Iterator[str]:
    yield "WHAT IS PROTECTED"
    yield from _points(PROTECTED)
    yield ""
    yield "WHAT IS NOT"
    yield from _points(NOT_PROTECTED)
    yield ""
    yield "WHERE IT LIES"
    yield from in_columns(folder, indent="  ")


def _points(points: tuple[str, ...]) -> Iterator[str]:
    for point in points:
        first, *others = in_columns(point, indent="  ")
        yield "- " + first.removeprefix("  ")
        yield from others
