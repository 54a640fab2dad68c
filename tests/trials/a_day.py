"""A day's use of a workspace by two people, with made-up words in all that one of them writes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from reflect.domain.reflection import Scale
from reflect.services.practice import Practice
from reflect.vault import door
from reflect.vault.door import Entered
from reflect.workspace import Workspace

PASSPHRASE = "brindlewhistle farrowmint"
IN_TEXT = "quillomarsh"
IN_EDIT = "tanderwick"
IN_REASON = "yarrowmelt"
IN_TAKE_AWAY = "ospreyvane"
IN_DELETED = "gannetloft"
IN_LONG = "skerryplume"
IN_SEARCH = "dunlinforge"
PLANTED = (IN_TEXT, IN_EDIT, IN_REASON, IN_TAKE_AWAY, IN_DELETED, IN_LONG, IN_SEARCH)
SECRETS = (*PLANTED, *PASSPHRASE.split())


class HandClock:
    """A clock that stands still until somebody turns it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def turn(self, **spans: float) -> None:
        self.moment += timedelta(**spans)


def set_up(folder: Path, clock: HandClock) -> tuple[Workspace, Practice]:
    """A workspace of Ann's, in which Bob has joined and written something too; Ann is signed in."""
    workspace = Workspace(folder, clock)
    ann, _ = workspace.create(name="Ann", profession="Nurse", passphrase=PASSPHRASE, demo=True)
    bob, _ = workspace.join(code=ann.people.invite("Bob", "Midwife"), passphrase="bob demo")
    sitting = bob.reflecting.begin("child-s").reflection
    bob.reflecting.save_answer(sitting.id, sitting.questions[0], text="by Bob", scale=None, revision=0)
    bob.close()
    return workspace, ann


def live(ann: Practice, clock: HandClock) -> None:
    """Ann reflects, changes her mind, finishes, looks for words and deletes."""
    reflecting = ann.reflecting
    sitting = reflecting.begin("child-s").reflection
    first, second, third, fourth, *_ = sitting.questions
    kept = reflecting.save_answer(
        sitting.id, first, text=f"The {IN_TEXT} day", scale=Scale.USUALLY, revision=0
    )
    clock.turn(minutes=3)
    reflecting.save_answer(
        sitting.id, second, text=f"because {IN_REASON} was near", scale=Scale.RARELY, revision=0
    )
    reflecting.save_answer(sitting.id, third, text=f"{IN_LONG} and then, " * 900, scale=None, revision=0)
    gone = reflecting.save_answer(
        sitting.id, fourth, text=f"not for long: {IN_DELETED}", scale=Scale.ALWAYS, revision=0
    )
    clock.turn(hours=2)
    reflecting.edit_answer(kept.id, text=f"A {IN_EDIT} day", scale=Scale.ALWAYS, revision=kept.revision)
    reflecting.finish(sitting.id, f"I take {IN_TAKE_AWAY} with me")
    tuple(ann.remembering.search(f"{IN_EDIT} {IN_SEARCH}"))
    reflecting.whole_answers()
    reflecting.delete_answer(gone.id)
    ann.coming_back.choose_rhythm("child-s", first, 30)


def keys_at_the_door(folder: Path, clock: HandClock, name: str, passphrase: str) -> Entered:
    """What somebody has in hand who is signed in."""
    return door.enter(folder, name=name, passphrase=passphrase, clock=clock)
