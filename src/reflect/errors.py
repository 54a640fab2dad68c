"""Every fault that a person can meet, in one tree.

ReflectError                  something went wrong; exit 1
├── WrongUse                  the command was not understood; exit 2
│   ├── WeakPassphrase        a passphrase that somebody would guess
│   ├── SignedByBoth          a record or an agreement is locked, and takes no change any more
│   └── ChangedMeanwhile      two people, or two windows, changed the same date or number differently
├── NotPermitted              the person may not do this; exit 3
├── NotFound                  there is no such thing (or it is not theirs to see); exit 4
├── Locked                    the workspace did not open; exit 5
│   ├── WrongPassphrase       the passphrase was not right; says how long to wait
│   └── Waiting               too soon after a wrong passphrase
├── BankError                 a question bank cannot be used
├── InvalidText               words that cannot be kept as they are (too long)
├── WorkspaceError            the folder or its files cannot be used
│   ├── NoWorkspace           there is nothing here yet; exit 4
│   ├── UnsafeFolder          a network drive or a synchronised folder
│   ├── DamagedFile           truncated or changed behind the program's back
│   └── NewerFile             made by a newer version: open to read only
└── NotSaved                  a write did not happen; what was typed is still in hand

An error never carries a person's words: only what happened, what was not lost and what to do next.
"""

from __future__ import annotations


class ReflectError(Exception):
    """Something went wrong. `what` says so in one sentence, `next_step` what to do."""

    exit_code = 1
    title = "Something went wrong"

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()


class WrongUse(ReflectError):
    """The command or its options were not understood."""

    exit_code = 2
    title = "That was not understood"


class WeakPassphrase(WrongUse):
    """A passphrase too short or too easily guessed to keep anything closed."""

    title = "Please choose another passphrase"


class SignedByBoth(WrongUse):
    """A record or an agreement that both have signed takes no change any more."""

    title = "It is locked"


class ChangedMeanwhile(WrongUse):
    """Somebody else, or another window, changed the same thing in another way: nothing of either is lost. `field`
    says in words which thing it is."""

    title = "This was changed meanwhile"

    def __init__(self, field: str, stands: str) -> None:
        super().__init__(
            f"{field[:1].upper()}{field[1:]} was changed meanwhile: it is {stands} now.",
            "It was left so. Look at it again, and change it once more if it should be different.",
        )
        self.field = field


class NotPermitted(ReflectError):
    """The person signed in may not do this."""

    exit_code = 3
    title = "Not permitted"


class NotFound(ReflectError):
    """There is no such thing, or it is not this person's to see: both read the same."""

    exit_code = 4
    title = "Not found"


class Locked(ReflectError):
    """The workspace stays closed."""

    exit_code = 5
    title = "Locked"


class WrongPassphrase(Locked):
    """The passphrase was not right; `wait_seconds` must pass before the next try."""

    title = "That passphrase is not right"

    def __init__(self, what: str, next_step: str = "", *, wait_seconds: int = 0) -> None:
        super().__init__(what, next_step)
        self.wait_seconds = wait_seconds


class Waiting(WrongPassphrase):
    """A try before the waiting time was over: refused without looking at the passphrase."""

    title = "Please wait"


class BankError(ReflectError):
    """A question bank cannot be used as it is."""

    title = "This question bank cannot be used"


class InvalidText(ReflectError):
    """Words that cannot be kept as they are."""

    title = "This text cannot be kept as it is"


class WorkspaceError(ReflectError):
    """The workspace folder or its files cannot be used."""

    title = "The workspace cannot be used"


class NoWorkspace(WorkspaceError):
    """There is no workspace in this folder yet."""

    exit_code = 4
    title = "There is no workspace here yet"


class UnsafeFolder(WorkspaceError):
    """A folder in which an encrypted database would be damaged or copied away."""

    title = "This folder is not a safe place"


class DamagedFile(WorkspaceError):
    """A file was cut short or changed from outside."""

    title = "The workspace file is damaged"


class NewerFile(WorkspaceError):
    """The file was made by a newer version of reflect and is open for reading only."""

    title = "This workspace was made by a newer version"


class NotSaved(ReflectError):
    """A write did not happen; nothing that was saved before is lost."""

    title = "Not saved"
