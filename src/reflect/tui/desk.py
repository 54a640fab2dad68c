"""The screens' one door to the store: two lanes, one to write and one to read, each of one thread.

`await desk.read(...)` may be forgotten when its page goes. `await desk.write(...)` happens, whatever
becomes of the page that asked for it. The event loop itself never touches the store.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from reflect.errors import Locked, ReflectError
from reflect.tui.faults import as_reflect_error

if TYPE_CHECKING:
    from reflect.services.practice import Practice

T = TypeVar("T")


class Desk:
    """Two lanes to one person's `Practice`."""

    def __init__(self, unheard: Callable[[ReflectError], None]) -> None:
        """`unheard` is told of a write that failed after its page had gone (from a lane's thread)."""
        self._writing = ThreadPoolExecutor(1, "reflect-writes")
        self._reading = ThreadPoolExecutor(1, "reflect-reads")
        self._practice: Practice | None = None
        self._unheard = unheard
        self._closed = False
        self._before: Desk | None = None

    @property
    def practice(self) -> Practice:
        """The person's practice, for what is held in memory (person, banks, settings). Raises Locked."""
        if self._practice is None:
            raise Locked("Nobody is signed in.", "Please sign in first.")
        return self._practice

    @property
    def is_in_use(self) -> bool:
        """Whether somebody has signed in and the store is open."""
        return self._practice is not None

    async def without_practice(self, ask: Callable[[], T]) -> T:
        """Does `ask` in the writing lane before anybody has signed in (looking at the folder, signing in)."""
        return await self._in_lane(self._writing, ask, happens=True)

    def sit_down(self, practice: Practice) -> None:
        """From now on the lanes lead to this practice."""
        self._practice = practice

    async def read(self, ask: Callable[[Practice], T]) -> T:
        """What `ask` answers, from the reading lane. Raises ReflectError."""
        return await self._in_lane(self._reading, lambda: ask(self.practice), happens=False)

    async def write(self, act: Callable[[Practice], T]) -> T:
        """Does `act` in the writing lane, even if whoever waits for it is gone meanwhile. Raises ReflectError."""
        return await self._in_lane(self._writing, lambda: act(self.practice), happens=True)

    @property
    def is_handed_over(self) -> bool:
        """Whether a second person sits here, and somebody else will again after them."""
        return self._before is not None

    def handed_over(self, practice: Practice) -> Desk:
        """A desk for a second person at the same keyboard. Closing it closes this one too."""
        second = Desk(self._unheard)
        second.sit_down(practice)
        second._before = self
        return second

    async def handed_back(self) -> Desk:
        """The desk of whoever sat here before; this one is closed once all that was asked of it is done."""
        before, self._before = self._before, None
        if before is None:
            return self
        await asyncio.to_thread(self.close)
        return before

    async def write_alone(self, act: Callable[[Practice], T]) -> T:
        """As `write`, while nothing is read beside it: for what needs the file to itself. Raises ReflectError."""
        return await self._in_lane(
            self._writing, lambda: self._while_nobody_reads(lambda: act(self.practice)), happens=True
        )

    def _while_nobody_reads(self, act: Callable[[], T]) -> T:
        begun, over = Event(), Event()

        def stand_in_the_lane() -> None:
            begun.set()
            over.wait()

        # Where the lane is closed meanwhile, nobody reads either.
        with suppress(RuntimeError):
            self._reading.submit(stand_in_the_lane).add_done_callback(lambda _: begun.set())
            begun.wait()
        try:
            return act()
        finally:
            over.set()

    def close(self) -> None:
        """Waits for both lanes to finish what was asked of them, then closes the store. May be called again."""
        if self._closed:
            return
        self._closed = True
        self._reading.shutdown(wait=True, cancel_futures=True)
        self._writing.shutdown(wait=True)
        if self._practice is not None:
            practice, self._practice = self._practice, None
            practice.close()
        if self._before is not None:
            self._before.close()

    async def _in_lane(self, lane: ThreadPoolExecutor, ask: Callable[[], T], *, happens: bool) -> T:
        if self._closed:
            raise Locked("The workspace is closed.", "What was saved is safe. Please sign in again.")
        future = lane.submit(_with_faults_named, ask)
        waiting = asyncio.wrap_future(future)
        if not happens:
            return await waiting
        try:
            return await asyncio.shield(waiting)
        except asyncio.CancelledError:
            future.add_done_callback(self._tell_if_it_failed)
            waiting.add_done_callback(_look_at)
            raise

    def _tell_if_it_failed(self, future: Future[T]) -> None:
        error = future.exception()
        if isinstance(error, ReflectError):
            self._unheard(error)


def _with_faults_named(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except ReflectError:
        raise
    except Exception as error:
        raise as_reflect_error(error) from None


def _look_at(waiting: asyncio.Future[T]) -> None:
    if not waiting.cancelled():
        waiting.exception()
