"""Typed words reach the store soon, one save at a time, the newest last."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from reflect.domain.keeping_both import BETWEEN
from reflect.errors import NotSaved
from reflect.tui.autosave import Autosave, Draft, Keeping, Kept, SaveState, with_both

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Shelf:
    """Where drafts arrive. It can be shut, made slow, and written to by somebody else."""

    def __init__(self) -> None:
        self.held: list[str] = []
        self.told: list[SaveState] = []
        self.shown: list[str] = []
        self.is_full = False
        self.from_elsewhere = ""
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()
        self.saved = asyncio.Event()
        self.at_once = 0
        self.most_at_once = 0

    async def put(self, draft: Draft) -> Kept:
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.asked.set()
        try:
            await self.open.wait()
            if self.is_full:
                raise NotSaved("The shelf is full.", "Make room.")
        finally:
            self.at_once -= 1
        words, self.from_elsewhere = draft.text + self.from_elsewhere, ""
        self.held.append(words)
        return Kept(Draft(words, draft.scale), NOON)

    def hear(self, state: SaveState) -> None:
        self.told.append(state)
        if state.keeping is Keeping.SAVED:
            self.saved.set()
        else:
            self.saved.clear()

    def autosave(self, pause: float = 0.0, kept: Draft | None = None) -> Autosave:
        return Autosave(
            kept or Draft(),
            None,
            save=self.put,
            replaced=lambda draft: self.shown.append(draft.text),
            tell=self.hear,
            pause=pause,
            try_again=0.0,
        )


async def until_saved(shelf: Shelf) -> None:
    async with asyncio.timeout(10):
        await shelf.saved.wait()


async def test_typing_on_does_not_put_the_save_off() -> None:
    shelf = Shelf()
    autosave = shelf.autosave(pause=0.01)
    words = ""
    async with asyncio.timeout(10):
        while not shelf.held:
            words += "x"
            autosave.change(Draft(words))
            await asyncio.sleep(0)
    assert words.startswith(shelf.held[0])
    await until_saved(shelf)
    assert shelf.held[-1] == words


async def test_one_save_at_a_time_and_the_newest_words_last() -> None:
    shelf = Shelf()
    shelf.open.clear()
    autosave = shelf.autosave()
    autosave.change(Draft("first"))
    await shelf.asked.wait()
    for words in ("second", "third", "newest"):
        autosave.change(Draft(words))
        await asyncio.sleep(0)
    asking = asyncio.create_task(autosave.now())
    await asyncio.sleep(0)
    shelf.open.set()
    assert await asking
    assert (shelf.held, shelf.most_at_once) == (["first", "newest"], 1)


async def test_saved_is_said_only_when_the_words_are_still_the_same() -> None:
    shelf = Shelf()
    shelf.open.clear()
    autosave = shelf.autosave()
    autosave.change(Draft("a"))
    await shelf.asked.wait()
    autosave.change(Draft("ab"))
    saving = asyncio.create_task(autosave.now())
    shelf.open.set()
    await saving
    said = [state.keeping for state in shelf.told]
    assert said.count(Keeping.SAVED) == 1
    assert said[-1] is Keeping.SAVED
    assert shelf.told[-1].at == NOON


async def test_a_failed_save_keeps_the_words_says_why_and_tries_again() -> None:
    shelf = Shelf()
    shelf.is_full = True
    autosave = shelf.autosave()
    autosave.change(Draft("kept"))
    assert not await autosave.now()
    assert autosave.draft.text == "kept"
    assert str(shelf.told[-1].error) == "The shelf is full. Make room."
    shelf.is_full = False
    await until_saved(shelf)
    assert shelf.held == ["kept"]


async def test_a_fault_of_the_program_itself_is_a_failed_save_too() -> None:
    told: list[SaveState] = []

    async def stumble(draft: Draft) -> Kept:
        raise KeyError(draft.text)

    autosave = Autosave(Draft(), None, save=stumble, replaced=lambda _: None, tell=told.append)
    autosave.change(Draft("a secret"))
    assert not await autosave.now()
    assert told[-1].keeping is Keeping.FAILED
    assert "a secret" not in str(told[-1])
    autosave.close()


async def test_what_is_changed_back_is_not_saved() -> None:
    shelf = Shelf()
    autosave = shelf.autosave(pause=0.01, kept=Draft("as it was"))
    autosave.change(Draft("as it was not"))
    autosave.change(Draft("as it was"))
    assert await autosave.now()
    assert (shelf.held, shelf.told[-1].keeping) == ([], Keeping.NOTHING)
    autosave.close()


async def test_words_from_another_window_are_shown_and_nothing_typed_since_is_lost() -> None:
    shelf = Shelf()
    shelf.open.clear()
    shelf.from_elsewhere = "\ntheirs"
    autosave = shelf.autosave()
    autosave.change(Draft("mine"))
    await shelf.asked.wait()
    autosave.change(Draft("mine, and more"))
    shelf.open.set()
    await until_saved(shelf)
    assert shelf.shown[0] == "mine, and more\ntheirs"
    assert shelf.held[-1] == "mine, and more\ntheirs"


async def test_what_was_typed_as_the_other_words_came_is_asked_for_and_not_lost() -> None:
    shelf = Shelf()
    shelf.from_elsewhere = "\ntheirs"
    autosave = Autosave(
        Draft(),
        None,
        save=shelf.put,
        replaced=lambda draft: shelf.shown.append(draft.text),
        tell=shelf.hear,
        catch_up=lambda: autosave.change(Draft("mine!")),
    )
    autosave.change(Draft("mine"))
    assert await autosave.now()
    assert (shelf.shown, shelf.held[-1]) == (["mine!\ntheirs"], "mine!\ntheirs")
    autosave.close()


@pytest.mark.parametrize(
    ("sent", "stored", "since", "both"),
    [
        ("a", "b\na", "a", "b\na"),
        ("a", "b\na", "a!", "b\na!"),
        ("cat", "the catalogue\ncat", "cats", "the catalogue\ncats"),
        ("a", "aa", "a!", f"aa\n\n{BETWEEN}\n\na!"),
        ("", "theirs", "mine", f"theirs\n\n{BETWEEN}\n\nmine"),
    ],
)
def test_two_texts_become_one_without_saying_anything_twice(
    sent: str, stored: str, since: str, both: str
) -> None:
    assert with_both(Draft(sent), Draft(stored), Draft(since)).text == both
