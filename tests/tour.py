"""A tour of the app: every page and dialog that can be met without writing an answer, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import TabbedContent

from reflect.domain.reflection import Scale
from stage import PASSPHRASE, Stage, fill, submit
from waiting import press, settle

Look = Callable[[str, Pilot[None]], Awaitable[None]]
WORDS = (
    "amber",
    "birch",
    "cedar",
    "dune",
    "ember",
    "fern",
    "grove",
    "heath",
    "iris",
    "juniper",
    "kelp",
    "linden",
)


async def before_anybody_is_here(stage: Stage, size: tuple[int, int], look: Look) -> None:
    """The two steps of the first start, and the recovery words."""
    async with stage.closed(size) as pilot:
        await look("first-start", pilot)
        await fill(pilot, name="Sam Example", profession="Nurse")
        await submit(pilot, "next")
        await look("first-start-passphrase", pilot)
        practice = stage.workspace.set_up()
        pilot.app.show_recovery_words(practice, WORDS)
        await settle(pilot)
        await look("recovery-words", pilot)


async def before_signing_in(stage: Stage, size: tuple[int, int], look: Look) -> None:
    """The lock page for several people, joining, recovering."""
    if not stage.workspace.exists():
        stage.workspace.set_up().close()
    practice = stage.workspace.sign_in(None, PASSPHRASE)
    code = practice.people.invite("Alex Example", "Nurse")
    stage.workspace.join(code=code, passphrase=PASSPHRASE)[0].close()
    practice.close()
    async with stage.closed(size) as pilot:
        await look("lock", pilot)
        await fill(pilot, who="Alex Example", passphrase="not this one")
        await submit(pilot, "passphrase")
        await look("lock-waiting", pilot)
        await press(pilot, "ctrl+n")
        await look("join", pilot)
        await press(pilot, "escape", "ctrl+r")
        await look("recover", pilot)


async def signed_in(stage: Stage, size: tuple[int, int], look: Look) -> None:
    """Today, the library, a bank's tabs, and the dialogs."""
    async with stage.open(size) as pilot:
        await look("today-first-time", pilot)
        await press(pilot, "l")
        await look("library", pilot)
        await press(pilot, "enter")
        for tab in ("summary", "questions", "findings", "facts", "resources"):
            pilot.app.screen.query_one(TabbedContent).active = tab
            await settle(pilot)
            await look(f"bank-{tab}", pilot)
        for key, name in (("f", "filter"), ("f1", "help"), ("f2", "settings"), ("ctrl+p", "palette")):
            await press(pilot, key)
            await look(name, pilot)
            await press(pilot, "escape")


async def with_something_unfinished(stage: Stage, size: tuple[int, int], look: Look) -> None:
    """Today, when a sitting was left."""
    practice = (
        stage.workspace.set_up()
        if not stage.workspace.exists()
        else stage.workspace.sign_in(None, PASSPHRASE)
    )
    sitting = practice.reflecting.begin("child-m")
    practice.reflecting.save_answer(
        sitting.reflection.id, "ask-about-a-day", text="Not always.", scale=Scale.SOMETIMES, revision=0
    )
    practice.reflecting.go_to(sitting.reflection.id, 1)
    practice.close()
    async with stage.open(size) as pilot:
        await look("today", pilot)


async def everywhere(stage: Stage, size: tuple[int, int], look: Look) -> None:
    """All of it, in the order in which somebody meets it."""
    for part in (before_anybody_is_here, signed_in, with_something_unfinished, before_signing_in):
        await part(stage, size, look)
