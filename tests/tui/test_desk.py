"""The desk: what is written happens, what fails is heard, and nothing is asked after the lid is closed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from reflect.errors import Locked, NotSaved, ReflectError
from reflect.tui.desk import Desk
from stage import StagedWorkspace


@pytest.fixture
def unheard() -> list[ReflectError]:
    return []


@pytest.fixture
def desk(workspace: StagedWorkspace, unheard: list[ReflectError]) -> Iterator[Desk]:
    desk = Desk(unheard.append)
    desk.sit_down(workspace.set_up())
    yield desk
    desk.close()


async def test_reading_and_writing_have_a_lane_each_and_neither_is_the_event_loop(desk: Desk) -> None:
    reader = await desk.read(lambda _: threading.current_thread().name)
    writer = await desk.write(lambda _: threading.current_thread().name)
    assert reader.startswith("reflect-reads")
    assert writer.startswith("reflect-writes")
    assert threading.current_thread().name not in (reader, writer)


async def test_a_long_read_does_not_hold_up_a_save(desk: Desk) -> None:
    go_on = threading.Event()
    reading = asyncio.ensure_future(desk.read(lambda _: go_on.wait(10)))
    try:
        assert await desk.write(lambda _: "saved") == "saved"
        assert not reading.done()
    finally:
        go_on.set()
    assert await reading


async def test_what_needs_the_file_to_itself_waits_for_a_read_and_holds_up_the_next(desk: Desk) -> None:
    told: list[str] = []
    act_goes_on, acting = threading.Event(), threading.Event()

    def read(_: object) -> None:
        told.append("read beside it" if acting.wait(0.2) else "read before")

    def act(_: object) -> None:
        told.append("alone")
        acting.set()
        act_goes_on.wait(10)

    before = asyncio.ensure_future(desk.read(read))
    alone = asyncio.ensure_future(desk.write_alone(act))
    await asyncio.to_thread(acting.wait, 10)
    after = asyncio.ensure_future(desk.read(lambda _: told.append("read after")))
    await asyncio.sleep(0)
    act_goes_on.set()
    await asyncio.gather(before, alone, after)
    assert told == ["read before", "alone", "read after"]


async def test_a_write_happens_though_whoever_asked_for_it_has_gone(desk: Desk) -> None:
    started, go_on, done = threading.Event(), threading.Event(), threading.Event()

    def act(_: object) -> None:
        started.set()
        go_on.wait(10)
        done.set()

    asking = asyncio.ensure_future(desk.write(act))
    await asyncio.to_thread(started.wait, 10)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    go_on.set()
    desk.close()
    assert done.is_set()


async def test_a_write_that_failed_after_its_page_had_gone_is_heard(
    desk: Desk, unheard: list[ReflectError]
) -> None:
    go_on = threading.Event()

    def act(_: object) -> None:
        go_on.wait(10)
        raise NotSaved("The disk is full.")

    asking = asyncio.ensure_future(desk.write(act))
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    go_on.set()
    desk.close()
    assert [error.what for error in unheard] == ["The disk is full."]


async def test_closing_waits_for_what_was_asked_and_then_refuses(desk: Desk) -> None:
    written: list[int] = []
    for number in range(20):
        asking = asyncio.ensure_future(desk.write(lambda _, number=number: written.append(number)))
        await asyncio.sleep(0)
        asking.cancel()
    desk.close()
    assert written == list(range(20))
    with pytest.raises(Locked):
        await desk.read(lambda practice: practice.person)


async def test_a_fault_of_our_own_comes_back_with_kind_and_place_and_no_value(desk: Desk) -> None:
    def act(_: object) -> None:
        secret = "words of somebody"
        raise KeyError(secret)

    with pytest.raises(ReflectError) as raised:
        await desk.write(act)
    assert "KeyError" in str(raised.value)
    assert "words of somebody" not in str(raised.value)


async def test_nothing_can_be_asked_before_somebody_has_signed_in() -> None:
    desk = Desk(lambda error: None)
    with pytest.raises(Locked):
        await desk.read(lambda practice: practice.person)
    assert await desk.without_practice(lambda: 1) == 1
    desk.close()
