"""Work that is shared out among as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def worked(function: Callable[[Job], Result], jobs: Iterable[Job], *, alone: bool) -> Iterator[Result]:
    """What each job comes to, in their order. Other processes are never far ahead of what is taken from here; `alone`,
    where they would cost more than they bring, it is all done in this one."""
    if alone:
        yield from map(function, jobs)
        return
    waiting: deque[Future[Result]] = deque()
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(
        processes, multiprocessing.get_context("spawn"), _be_stopped_by_the_first
    ) as pool:
        try:
            for job in jobs:
                waiting.append(pool.submit(function, job))
                if len(waiting) > 2 * processes:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _be_stopped_by_the_first() -> None:
    """Control-C on a terminal reaches every process of it: only the first one answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
