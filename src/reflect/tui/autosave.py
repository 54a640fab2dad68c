"""How typed words reach the store: soon, one save at a time, the newest always last.

The first change starts a short pause, and then whatever stands in the editor *at that moment* is saved; typing on
does not put it off. While a save is under way no other begins. What the store gives back is compared with what
was sent: if another window wrote as well, both texts are shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reflect.domain.keeping_both import changed_together
from reflect.domain.reflection import FREE, Answer, Scale, Steps
from reflect.domain.reflection import joined as all_words
from reflect.errors import NotSaved, ReflectError

PAUSE = 0.2
TRY_AGAIN = 5.0


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being said: words and, for an answer, a point of the scale. With a reflective model, `steps` hold the
    words by their titles, and `text` all of them."""

    text: str = ""
    scale: Scale | None = None
    model: str = FREE
    steps: Steps | None = None

    @classmethod
    def of(cls, answer: Answer | None) -> Draft:
        """What an answer says; nothing for none."""
        return cls() if answer is None else cls(answer.text, answer.scale, answer.model, answer.steps or None)

    @classmethod
    def in_steps(cls, model: str, steps: Steps, scale: Scale | None) -> Draft:
        """Words written in the steps of a model."""
        return cls(all_words(steps), scale, model, steps)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return self.scale is None and not self.text.strip()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds after a save, and since when (aware UTC)."""

    draft: Draft
    at: datetime


class Keeping(StrEnum):
    """How safe the words on the screen are."""

    NOTHING = "nothing"
    UNSAVED = "unsaved"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """What can be said of the words on the screen: `at` when saved, `error` when they could not be."""

    keeping: Keeping
    at: datetime | None = None
    error: ReflectError | None = None


class Autosave:
    """Keeps one draft. Call `change` with every change, `now` before leaving, `close` when the page goes."""

    def __init__(
        self,
        kept: Draft,
        kept_at: datetime | None,
        *,
        save: Callable[[Draft], Awaitable[Kept]],
        replaced: Callable[[Draft], None],
        tell: Callable[[SaveState], None],
        catch_up: Callable[[], None] = lambda: None,
        pause: float = PAUSE,
        try_again: float = TRY_AGAIN,
    ) -> None:
        """`save` stores, `tell` is told how safe the words are, and `replaced` what to show instead of what was
        typed, when another window had written as well; `catch_up` is asked for what was typed a moment before. The
        pauses are in seconds."""
        self.draft = kept
        self.state = SaveState(Keeping.NOTHING)
        self._kept = kept
        self._kept_at = kept_at
        self._save = save
        self._replaced = replaced
        self._tell = tell
        self._catch_up = catch_up
        self._pause = pause
        self._try_again = try_again
        self._one_at_a_time = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._say_kept()

    @property
    def is_unsaved(self) -> bool:
        """Whether there is something that the store does not have."""
        return self.draft != self._kept

    def change(self, draft: Draft) -> None:
        """The draft is this now (it may be what it was before)."""
        if draft == self.draft:
            return
        self.draft = draft
        if not self.is_unsaved:
            self._say_kept()
            return
        if self.state.keeping not in (Keeping.FAILED, Keeping.UNSAVED):
            self._say(SaveState(Keeping.UNSAVED))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._keep())

    def take(self, kept: Kept) -> None:
        """The store holds this now, and it is what is said from here on. Only when nothing is unsaved."""
        self.draft = self._kept = kept.draft
        self._kept_at = kept.at
        self._say_kept()

    async def now(self) -> bool:
        """Saves at once what is not saved yet. Whether the store now has everything."""
        async with self._one_at_a_time:
            while self.is_unsaved:
                if not await self._save_once():
                    return False
        return True

    def close(self) -> None:
        """Nothing more is begun; a save that is under way still happens."""
        if self._task is not None:
            self._task.cancel()

    async def _keep(self) -> None:
        while self.is_unsaved:
            failed = self.state.keeping is Keeping.FAILED
            await asyncio.sleep(self._try_again if failed else self._pause)
            async with self._one_at_a_time:
                if self.is_unsaved:
                    await self._save_once()

    async def _save_once(self) -> bool:
        sent = self.draft
        try:
            kept = await self._save(sent)
        except ReflectError as error:
            return self._say_failed(error)
        except Exception:
            # A fault of our own must not take the words with it: they stay on the screen and are tried again.
            return self._say_failed(
                NotSaved("A fault inside reflect stopped this save.", "Your text is still here.")
            )
        self._kept, self._kept_at = kept.draft, kept.at
        if kept.draft != sent:
            self._catch_up()
            self.draft = with_both(sent, kept.draft, self.draft)
            self._replaced(self.draft)
        if self.is_unsaved:
            self._say(SaveState(Keeping.UNSAVED))
        else:
            self._say_kept()
        return True

    def _say_failed(self, error: ReflectError) -> bool:
        self._say(SaveState(Keeping.FAILED, error=error))
        return False

    def _say_kept(self) -> None:
        self._say(SaveState(Keeping.SAVED if self._kept_at else Keeping.NOTHING, at=self._kept_at))

    def _say(self, state: SaveState) -> None:
        self.state = state
        self._tell(state)


def with_both(sent: Draft, stored: Draft, typed_since: Draft) -> Draft:
    """What is said when another window wrote as well: in steps, each step by itself. Words under a model
    that was chosen since replace none."""
    if typed_since.model != sent.model:
        return typed_since
    scale = stored.scale if typed_since.scale == sent.scale else typed_since.scale
    if sent.steps is None or stored.steps is None or typed_since.steps is None:
        text = changed_together(stored.text, typed_since.text, sent.text)
        return Draft(text, scale, stored.model, stored.steps)
    before, since = dict(sent.steps), dict(typed_since.steps)
    steps = tuple(
        (title, changed_together(words, since.get(title, ""), before.get(title, "")))
        for title, words in stored.steps
    )
    return Draft.in_steps(stored.model, steps, scale)
