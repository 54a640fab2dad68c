"""The whole story by keys alone: what a review found becomes an action, and the change is found to have lasted.

Bo reflects on a question of a bank and shares two lines; Sam and Bo agree an action in their one-to-one and sign it; Bo
lists it on the team's log and does it; Sam confirms it; three months later Bo looks again. Each time Lee, who leads the
team, sees how far the finding has come.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

import pytest
from textual.pilot import Pilot

from clocks import StoppedClock
from reflect.domain.actions.rules import Rules
from stage import PASSPHRASE, Stage
from waiting import notes_of, press, settle, unframed, wait_for
from writing import rush, saved

LEE, SAM, BO = "Lee Lead", "Sam Supervisor", "Bo Practitioner"
QUESTION = "Do I always ask a child what an ordinary day at home is like?"
WHAT, EVIDENCE, IMPACT = "Ask each child about a day", "Two children told me", "One plan was changed"
FINDING = "Nobody asked Child M what a day at home was like."
SHARED_LINES, KEPT_LINE = ("I asked Ann.", "She told me."), "I wrote nothing down."
FEW = "No figures are shown yet."


class Story:
    """Lee leads the team North, in which Bo is; Sam supervises Bo. They know of that."""

    def __init__(self, stage: Stage) -> None:
        assert isinstance(stage.workspace.clock, StoppedClock)
        self.stage, self.clock = stage, stage.workspace.clock
        with closing(stage.workspace.set_up(LEE)) as lee:
            for name in (SAM, BO):
                code = lee.people.invite(name, "Midwife")
                stage.workspace.join(code=code, passphrase=PASSPHRASE)[0].close()
            lee.teams.add("North", LEE, [BO])
            lee.links.add(SAM, BO)
        for name in (LEE, SAM, BO):
            with closing(stage.workspace.sign_in(name, PASSPHRASE)) as practice:
                practice.telling.told([notice.id for notice in practice.telling.waiting()])

    @asynccontextmanager
    async def at_the_keyboard(self, name: str) -> AsyncIterator[Pilot[None]]:
        """Somebody chooses their name, gives their passphrase, and locks when they leave."""
        async with self.stage.closed() as pilot:
            says(pilot, "Who are you?")
            await press(pilot, "enter", *name.split()[0], "enter")
            await types(pilot, PASSPHRASE, "enter")
            await wait_for(pilot, lambda: "Today" in unframed(pilot), "Today")
            says(pilot, name)
            yield pilot
            await press(pilot, "ctrl+l")


@pytest.fixture
def story(stage: Stage) -> Story:
    return Story(stage)


def says(pilot: Pilot[None], *words: str) -> None:
    """The screen says these words."""
    assert [missing for missing in words if missing not in unframed(pilot)] == [], unframed(pilot)


def told(pilot: Pilot[None], *words: str) -> None:
    """The edge of the page said these words, and says nothing any more."""
    assert [missing for missing in words if missing not in notes_of(pilot)] == [], notes_of(pilot)
    pilot.app.clear_notifications()


async def types(pilot: Pilot[None], words: str, *keys: str) -> None:
    """Types as fast as fingers can, and presses some more keys."""
    await rush(pilot, *words, *keys)
    await settle(pilot)


async def does(pilot: Pilot[None], *keys: str, then: str) -> None:
    """Presses keys, and what is expected stands on the screen."""
    await press(pilot, *keys)
    says(pilot, then)


async def bo_reflects_and_shares_two_lines(story: Story) -> None:
    async with story.at_the_keyboard(BO) as pilot:
        await does(pilot, "enter", then="r Reflect")
        await does(pilot, "r", then="This made-up bank speaks of neglect. You can stop at any time.")
        await does(pilot, "enter", then=f"Question 1 of 3 {QUESTION}")
        await press(pilot, "3", "enter")
        for line in (*SHARED_LINES, KEPT_LINE):
            await types(pilot, line, "enter")
        await saved(pilot)
        await does(pilot, *["ctrl+n"] * 3, then="1 question answered")
        await does(pilot, "ctrl+f", then="Thank you for taking this time.")
        says(pilot, "none of your words", "only from five people on")
        await does(pilot, "right", "enter", then="Begin with")

        await does(pilot, "m", "enter", then="s Share")
        await does(pilot, "s", then=f"{SAM} would read the whole answer (Sometimes) with its question")
        await does(pilot, "down", "down", "space", then=f"[ ] {KEPT_LINE}")
        await does(pilot, "s", then="Found (name): Ann")
        await does(pilot, "m", then="Exactly this goes: 1 answer")
        await press(pilot, "s")
        told(pilot, f"Shared with {SAM}.")
        await does(pilot, "v", then="some lines. They have not opened it.")


async def sam_agrees_an_action_with_bo(story: Story) -> None:
    async with story.at_the_keyboard(SAM) as pilot:
        says(pilot, "Shared with you", f"{BO}: Do I always ask a child")
        await does(pilot, "enter", then=f"{BO} sees that you opened it.")
        says(pilot, QUESTION, "I asked [name]. She told me. …")
        assert KEPT_LINE not in unframed(pilot)

        await does(pilot, "1", "enter", then="h Begin")
        await does(pilot, "h", then="Where, or how?")
        await types(pilot, "Room 2", "ctrl+s")
        says(pilot, "Part 1 of 10 · Previous actions")
        await does(pilot, "ctrl+n", "ctrl+n", then="Part 3 of 10 · What was shared")
        await does(pilot, "space", then="[x] Do I always ask a child")
        await does(pilot, "f11", then=f"Where does it come from? {QUESTION}")
        await types(pilot, WHAT, "tab", "tab", *"4 weeks", "ctrl+s")
        told(pilot, "Agreed, due Monday 30 March 2026.")
        await does(pilot, "ctrl+f", then="Not agreed by the supervisee")
        await press(pilot, "s")
        await types(pilot, PASSPHRASE, "enter")
        told(pilot, f"Signed. {BO} signs next")


async def bo_signs_and_lists_it_on_the_teams_log(story: Story) -> None:
    async with story.at_the_keyboard(BO) as pilot:
        says(pilot, "a record waits for you to sign")
        await does(pilot, "1", "enter", then=f"G green by 30 Mar {WHAT}")
        await does(pilot, "h", "ctrl+f", then="s Sign")
        await press(pilot, "s")
        await types(pilot, PASSPHRASE, "enter")
        told(pilot, "Both have signed")

        await does(pilot, "a", "home", "enter", then="Who can see it: its owner and their supervisor")
        says(pilot, "G green · agreed", f"From: {QUESTION}", "Themes: The child's daily life, Neglect")
        await does(pilot, "p", then="you can place it on your team's log")
        await does(pilot, "enter", "down", "enter", then=f"{LEE}, {SAM} would read it, on the log of North.")
        says(pilot, "The log of your team: its lead too")
        await press(pilot, "ctrl+s")
        told(pilot, "It is on the team's log now.")
        says(pilot, "its owner, their supervisor and the lead of the team")


async def bo_does_it_and_shows_it(story: Story) -> None:
    async with story.at_the_keyboard(BO) as pilot:
        await does(pilot, "a", "home", "enter", "s", then="in progress")
        await does(pilot, "d", then="What could somebody look at?")
        await press(pilot, "tab")
        await types(pilot, EVIDENCE, "tab", "tab", *IMPACT, "ctrl+s")
        told(pilot, "It is done.")
        says(pilot, "G green · done", EVIDENCE, f"Impact: {IMPACT}")
        says(pilot, "Next: Bring what shows it to the next one-to-one, to be confirmed.")
        assert "f Confirm" not in unframed(pilot)


async def sam_confirms_it(story: Story) -> None:
    async with story.at_the_keyboard(SAM) as pilot:
        await does(pilot, "a", then="w shows others: of those whom you supervise or on the log of a team.")
        await does(pilot, "1", "enter", then=f"Previous actions G green done 23 Mar {WHAT}")
        await does(pilot, "enter", then=EVIDENCE)
        await does(pilot, "f", then="You say that you have seen what shows it.")
        assert "nobody else" not in unframed(pilot)
        await does(pilot, "ctrl+s", then="Confirmed: Tuesday 24 March 2026, by you")
        told(pilot, "Confirmed. Its re-check will show whether it lasts.")


async def bo_looks_whether_it_has_lasted(story: Story) -> None:
    async with story.at_the_keyboard(BO) as pilot:
        says(pilot, "Its re-check has come: look whether it has lasted.")
        await does(pilot, "enter", "r", then="Then, on Monday 2 March 2026")
        await does(pilot, "tab", "enter", "down", "enter", "ctrl+s", then="B blue · embedded")
        says(pilot, "Nothing more: it has lasted.")


def says_nothing_private(pilot: Pilot[None]) -> None:
    """Of what Bo wrote, shared or not, there is nothing here."""
    assert [words for words in (*SHARED_LINES, KEPT_LINE) if words in unframed(pilot)] == []


async def lee_sees(story: Story, counts: str, row: str, moved: str = "last moved") -> None:
    """What became of the finding, by exact counts of what is listed, and the action on the log."""
    async with story.at_the_keyboard(LEE) as pilot:
        says(pilot, "You lead North", "Learning", "key 3")
        await does(pilot, "3", "end", then=f"{FINDING} {FEW} On the log: {counts} Child M · {moved}")
        says_nothing_private(pilot)
        await does(pilot, "2", then="Log of North")
        says(pilot, "1 listed", f": {row[:7].strip()} 1", f"{row} {BO}:", WHAT[:20])


async def lee_reads_what_changed(story: Story) -> None:
    """From the finding to the action that came of it, and on the log as it stood when it was new."""
    async with story.at_the_keyboard(LEE) as pilot:
        await does(pilot, "3", "end", "enter", then="From: Child M")
        says(pilot, FEW, "On the log: 1 agreed · 1 embedded", f"{BO}: {WHAT}", f"Impact: {IMPACT}")
        await does(pilot, "enter", then="B blue · embedded · A re-check found that it lasted.")
        says(
            pilot,
            f"Owner: {BO}",
            EVIDENCE,
            f"Confirmed: Tuesday 24 March 2026, by {SAM}",
            "22 Jun 2026 Looked at again",
        )
        says_nothing_private(pilot)
        await does(pilot, "2", "d", then="As at")
        await types(pilot, "4 March 2026", "ctrl+s")
        says(pilot, "As at Wednesday 4 March 2026", f"G green 30 Mar 2026 {BO}: {WHAT}")


async def test_a_finding_becomes_a_change_that_lasts(story: Story) -> None:
    await bo_reflects_and_shares_two_lines(story)
    story.clock.go_on(hours=1)
    await sam_agrees_an_action_with_bo(story)
    story.clock.go_on(days=1)
    await bo_signs_and_lists_it_on_the_teams_log(story)
    await lee_sees(story, "1 agreed", "G green 30 Mar 2026")
    story.clock.go_on(days=20)
    await bo_does_it_and_shows_it(story)
    await lee_sees(story, "1 agreed · 1 done", "G green 23 Mar 2026")
    story.clock.go_on(days=1)
    await sam_confirms_it(story)
    await lee_sees(story, "1 agreed · 1 confirmed", "G green 22 Jun 2026")
    story.clock.go_on(days=Rules().recheck_days)
    await bo_looks_whether_it_has_lasted(story)
    await lee_sees(story, "1 agreed · 1 embedded", "B blue 22 Jun 2026", "nothing left to do")
    await lee_reads_what_changed(story)
