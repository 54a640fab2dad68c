"""Every page at six sizes: what it says, whether it can be read, whether everything on it can be reached.

What it says is kept as text in `goldens/` at three sizes, so that a reader of a change sees it. UPDATE_GOLDENS=1
writes the files anew; each page also has to say the words that it is there for.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from stage import Stage
from tour import everywhere
from waiting import resize, text_of

# Kept as text and read at three sizes, each in one of the two themes; reached at three more.
SIZES = [
    ((60, 18), (72, 20), "light"),
    ((80, 24), (100, 30), "dark"),
    ((120, 40), (160, 50), "light"),
]
SAYS = {
    "first-start": ("Step 1 of 3", "Your name", "Your profession", "Next"),
    "first-start-passphrase": ("Step 2 of 3", "Eight characters or more", "it is lost"),
    "recovery-words": ("amber", "linden", "shown only now", "Begin"),
    "today-first-time": ("Today", "Enter opens", "Child M", "Professionals only"),
    "library": ("All 4 questions", "Child M", "Public"),
    "bank-summary": ("Child M", "Professionals only", "Before you read", "Nobody asked"),
    "bank-questions": ("All 3 questions", "Why it is asked", "Professionals only", "Reflect"),
    "bank-findings": ("To strengthen", "Child M (Local review, not yet published)", "Page 1, point 1"),
    "bank-facts": ("Four home visits", "Page 1, timeline"),
    "bank-resources": ("https://example.org/talking", "The briefing gives no address."),
    "filter": ("Which questions?", "Any theme", "Show"),
    "help": ("What can be done here", "Reflect on this"),
    "settings": ("Colours", "Lock after", "Local procedure"),
    "palette": ("What would you like to do?", "Library"),
    "today": ("Where you left off", "question 2 of 3", "Enter goes on with Child M"),
    "lock": ("Who are you?", "Passphrase"),
    "lock-waiting": ("Please wait 1 second",),
    "join": ("one-time code", "Join"),
    "recover": ("Your recovery words, in order",),
}


@pytest.mark.parametrize(("size", "other", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_every_page_says_its_words_can_be_read_and_reached(
    stage: Stage,
    golden: Callable[[str, str], None],
    size: tuple[int, int],
    other: tuple[int, int],
    theme: str,
) -> None:
    stage.workspace.use_theme(theme)
    seen: list[str] = []

    async def look(name: str, pilot: Pilot[None]) -> None:
        text = text_of(pilot)
        for wanted in SAYS[name][: None if size[1] > 18 else 1]:
            assert wanted in " ".join(text.split()), f"{name} does not say {wanted!r}"
        golden(f"{name}-{size[0]}x{size[1]}", text)
        assert (name, too_faint(pilot)) == (name, [])
        for now in (other, size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])
        seen.append(name)

    await everywhere(stage, size, look)
    assert sorted(seen) == sorted(SAYS)


async def test_below_the_smallest_size_a_sentence_says_so_and_nothing_is_lost(stage: Stage) -> None:
    async with stage.open((80, 24)) as pilot:
        await resize(pilot, 50, 12)
        assert "Nothing is lost: please make it larger." in " ".join(text_of(pilot).split())
        assert "Child M" not in text_of(pilot)
        await resize(pilot, 80, 24)
        assert "Child M" in text_of(pilot)
