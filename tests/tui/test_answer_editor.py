"""The editor itself: what comes in is clean, and a flood of keys holds nobody up."""

from __future__ import annotations

import asyncio

from textual import events
from textual.pilot import Pilot

from reflect.tui.start import Opening
from reflect.tui.widgets.answer_editor import AnswerEditor
from stage import Stage
from waiting import settle, text_of, wait_for

AT = Opening("child-m", "ask-about-a-day")


async def editor_of(pilot: Pilot[None]) -> AnswerEditor:
    await wait_for(pilot, lambda: "Question 1 of 3" in text_of(pilot), "the question")
    return pilot.app.screen.query_one(AnswerEditor)


async def test_what_is_pasted_comes_in_clean_and_whole(stage: Stage) -> None:
    async with stage.open(opening=AT) as pilot:
        editor = await editor_of(pilot)
        pilot.app.post_message(events.Paste("one\r\n\x1b[31mtwo\x1b[0m \u202ethree\x07"))
        await settle(pilot)
        assert editor.text == "one\ntwo three"
        assert editor.cursor_location == (1, 9)


async def test_a_flood_of_keys_leaves_everybody_a_turn(stage: Stage) -> None:
    async with stage.open(opening=AT) as pilot:
        editor = await editor_of(pilot)
        seen: set[int] = set()

        async def look_on() -> None:
            for _ in range(100_000):
                seen.add(len(editor.text))
                if 200 in seen:
                    return
                await asyncio.sleep(0)

        for _ in range(200):
            editor.post_message(events.Key("x", "x"))
        await look_on()
        assert 200 in seen
        assert len(seen) > 100
