"""A one-to-one as it stands on the screen: at which part somebody is, and one autosave for each of their texts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reflect.clock import Clock
from reflect.domain.supervision.entry import Entry, Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.errors import NotFound, NotPermitted, ReflectError, WrongUse
from reflect.tui.autosave import Autosave, Draft, Keeping, Kept, SaveState
from reflect.tui.desk import Desk
from reflect.tui.supervision.looking import other_of

if TYPE_CHECKING:
    from reflect.services.practice import Practice

BETWEEN = "\n\n"
_CLOSED = (NotFound, NotPermitted, WrongUse)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a record a text stands: in which part, and about which one thing in it, if it is about one."""

    section: Section
    about: str | None = None


class OpenRecord:
    """Moving on never waits for the store; `save_all` says whether everything arrived there."""

    def __init__(
        self,
        record: OneToOne,
        desk: Desk,
        clock: Clock,
        *,
        told: Callable[[], None],
        replaced: Callable[[Place, Draft], None],
        catch_up: Callable[[], None],
    ) -> None:
        """Whoever sits at `desk` writes. `told` is called when something is newly saved or not saved, `replaced` with
        a place and the draft to show there when another window had written too, and `catch_up` before that."""
        self.record = record
        self.me = desk.practice.person.id
        self._desk = desk
        self._clock = clock
        self._told = told
        self._replaced = replaced
        self._catch_up = catch_up
        self._one_at_a_time = asyncio.Lock()
        self.saves = 0
        self._aside = ""
        self._entries: dict[Place, Entry | None] = {}
        self._keepers: dict[Place, Autosave] = {}

    @property
    def other(self) -> str:
        """The id of the other one of the two."""
        return other_of(self.record, self.me)

    @property
    def is_unsaved(self) -> bool:
        """Whether there is something that the store does not have, and that was not put aside."""
        is_unsaved = any(keeper.is_unsaved for keeper in self._keepers.values())
        return is_unsaved and not (self._aside and self._unsaved_words == self._aside)

    def keeper(self, place: Place) -> Autosave:
        """What keeps one's own text at a place."""
        if place not in self._keepers:
            entry = next(iter(self.record.by(self.me, place.section, place.about)), None)
            self._entries[place] = entry
            self._keepers[place] = Autosave(
                Draft(entry.text) if entry else Draft(),
                entry.changed if entry else None,
                save=partial(self._save, place),
                replaced=partial(self._replaced, place),
                tell=lambda _state: self._told(),
                catch_up=self._catch_up,
            )
        return self._keepers[place]

    def mine_too(self, place: Place) -> str:
        """What else one has written at a place, in a window that did not know of this text."""
        shown = self._entries.get(place)
        entries = self.record.by(self.me, place.section, place.about)
        known = shown.id if shown else (entries[0].id if entries else "")
        return BETWEEN.join(entry.text for entry in entries if entry.id != known)

    def theirs(self, place: Place) -> str:
        """What the other one wrote there, as the store last gave it."""
        entries = self.record.by(self.other, place.section, place.about)
        return BETWEEN.join(entry.text for entry in entries)

    def take(self, record: OneToOne, as_of: int) -> tuple[Place, ...]:
        """The store held this when `saves` was `as_of`. Answers the places where one's own text was changed in another
        window, and nothing is unsaved here: they are to be shown anew."""
        self.record = record
        fresh: list[Place] = []
        if as_of != self.saves:
            # One's own words were saved since: this record is older than they are.
            return ()
        for place, keeper in self._keepers.items():
            entries = record.by(self.me, place.section, place.about)
            shown = self._entries.get(place)
            known = shown.id if shown else None
            entry = next((one for one in entries if known in (None, one.id)), None)
            if keeper.is_unsaved or entry is None or entry == shown:
                continue
            self._entries[place] = entry
            if entry.text != keeper.draft.text:
                keeper.take(Kept(Draft(entry.text), entry.changed))
                fresh.append(place)
        return tuple(fresh)

    async def save_all(self) -> ReflectError | None:
        """Saves every text that is not saved yet. What the record takes no more is put aside, for its author alone;
        answers why, where that was done now. Raises ReflectError if neither can be."""
        keepers = list(self._keepers.values())
        errors = [keeper.state.error for keeper in keepers if not await keeper.now()]
        for error in errors:
            if error is not None and not isinstance(error, _CLOSED):
                raise error
        putting = asyncio.ensure_future(self._put_aside())
        putting.add_done_callback(_look_at)
        return next(iter(errors), None) if await asyncio.shield(putting) else None

    async def put_away(self) -> None:
        """Saves what is not saved yet, and begins nothing more: somebody else writes from here on."""
        await self.save_all()
        self.close()

    def close(self) -> None:
        """No further saves are begun."""
        for keeper in self._keepers.values():
            keeper.close()

    def saved(self, place: Place) -> tuple[str, SaveState]:
        """How safe the words are: of this place, or of another that could not be saved (its part in words, then)."""
        here = self._keepers[place].state if place in self._keepers else SaveState(Keeping.NOTHING)
        if here.keeping is not Keeping.FAILED:
            for other, keeper in self._keepers.items():
                if keeper.state.keeping is Keeping.FAILED:
                    return f"{other.section.words}: ", keeper.state
        return "", here

    async def _put_aside(self) -> bool:
        async with self._one_at_a_time:
            words = self._unsaved_words
            if not words or words == self._aside:
                return False
            await self._desk.write(lambda practice: practice.putting_aside.put(words))
            self._aside = words
        return True

    @property
    def _unsaved_words(self) -> str:
        unsaved = [keeper.draft.text for keeper in self._keepers.values() if keeper.is_unsaved]
        return BETWEEN.join(text for text in unsaved if text.strip())

    async def _save(self, place: Place, draft: Draft) -> Kept:
        # Whoever waits for it may be gone before it is done; what comes next has to know what became of it.
        saving = asyncio.ensure_future(self._saved(place, draft))
        saving.add_done_callback(_look_at)
        return await asyncio.shield(saving)

    async def _saved(self, place: Place, draft: Draft) -> Kept:
        async with self._one_at_a_time:
            before, words = self._entries[place], draft.text if draft.text.strip() else ""
            if before is None and not words:
                return Kept(draft, self._clock.now())
            entry = await self._desk.write(partial(_write, self.record.id, place, before, words))
            self._entries[place] = entry if entry.text else None
            self.saves += 1
        return Kept(Draft(entry.text) if entry.text.strip() != words.strip() else draft, entry.changed)


def _look_at(saving: asyncio.Future[Kept] | asyncio.Future[bool]) -> None:
    if not saving.cancelled():
        saving.exception()


def _write(id_: str, place: Place, before: Entry | None, words: str, practice: Practice) -> Entry:
    if before is None:
        return practice.one_to_ones.add(id_, place.section, words, about=place.about)
    return practice.one_to_ones.change(id_, before.id, before=before.text, after=words)
