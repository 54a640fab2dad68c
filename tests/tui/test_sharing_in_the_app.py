"""Sharing by keys alone: seen before it goes, taken back, and read by a supervisor who is told that it is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reflect.domain.reflection import Scale, State
from reflect.services.practice import Practice
from reflect.tui.dialogs.check_lines import CheckLinesDialog
from reflect.tui.dialogs.share import ShareDialog
from reflect.tui.dialogs.what_goes import WhatGoesDialog
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.shared import SharedPage
from reflect.tui.screens.sitting import SittingPage
from stage import NAME, PASSPHRASE, Stage, come_in
from waiting import press, settle, text_of, unframed, wait_for

SUPERVISOR, COVER = "Sam [b]Supervisor[/b]", "Alex Another"
WORDS = "We ring on Monday.\n\nI met Mrs Jones [/] there.\nNext time I ask first."


class Pair:
    """Sam supervises Robin, who has written one answer of three lines."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        admin = stage.workspace.set_up("Ada Lead")
        for name in (NAME, SUPERVISOR, COVER):
            stage.workspace.join(code=admin.people.invite(name), passphrase=PASSPHRASE)[0].close()
        self.link = admin.links.add(SUPERVISOR, NAME).id
        for person in admin.telling.waiting():
            admin.telling.told([person.id])
        admin.close()
        robin = self.sign_in(NAME)
        robin.reflecting.add_answer("child-m", "ask-about-a-day", text=WORDS, scale=Scale.USUALLY)
        robin.close()
        for name in (NAME, SUPERVISOR):
            practice = self.sign_in(name)
            practice.telling.told([notice.id for notice in practice.telling.waiting()])
            practice.close()

    def sign_in(self, name: str) -> Practice:
        return self.stage.workspace.sign_in(name, PASSPHRASE)

    def received(self) -> list[str]:
        """The words that the supervisor can read, each opened by that."""
        sam = self.sign_in(SUPERVISOR)
        try:
            return [sam.sharing.open(card.id).text for card in sam.sharing.received()]
        finally:
            sam.close()

    def state(self) -> State:
        robin = self.sign_in(NAME)
        try:
            return robin.reflecting.whole_answers()[0].state
        finally:
            robin.close()


@pytest.fixture
def pair(stage: Stage) -> Pair:
    return Pair(stage)


async def at_dialog(pilot: Pilot[None]) -> None:
    await come_in(pilot, NAME)
    await press(pilot, "m")
    await press(pilot, "enter")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, SittingPage), "the reflection")
    await settle(pilot)
    await press(pilot, "s")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareDialog), "the dialog")


async def test_marked_lines_are_checked_and_go(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        said = unframed(pilot)
        assert (
            f"{SUPERVISOR} would read the whole answer (Usually) with its question, and nobody else could"
            in said
        )
        assert "[x] I met Mrs Jones [/] there." in said
        await press(pilot, "space")
        assert "[ ] We ring on Monday." in unframed(pilot)
        assert "would read the marked lines with the question, and nobody else could." in unframed(pilot)
        assert "“…” stands for the other lines." in unframed(pilot)
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CheckLinesDialog), "the check")
        await press(pilot, "m")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, WhatGoesDialog), "the last look")
        assert "Exactly this goes: 1 answer" in unframed(pilot)
        assert "… I met Mrs [name] [/] there. Next time I ask first." in unframed(pilot)
        assert pair.received() == []
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SittingPage), "the reflection again")
        await settle(pilot)
        assert "A copy is shared." in text_of(pilot)
    assert pair.received() == ["…\nI met Mrs [name] [/] there.\nNext time I ask first."]
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        said = unframed(pilot)
        assert "[ ] We ring on Monday." in said
        assert "[x] I met Mrs Jones [/] there." in said
        assert "[x] Next time I ask first." in said


async def test_an_answer_is_shared_from_its_own_page_as_it_was_just_typed(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        await press(pilot, "escape", "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, AnswerPage), "the answer")
        await settle(pilot)
        await press(pilot, "O", "h", "space", "f8")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareDialog), "the dialog")
        assert "[x] Next time I ask first." in unframed(pilot)
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CheckLinesDialog), "the check")
        await press(pilot, "k")
        await settle(pilot)
        assert isinstance(pilot.app.screen, AnswerPage)
    (read,) = pair.received()
    assert read.endswith("Next time I ask first.Oh")


async def test_stopping_at_the_check_shares_nothing(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CheckLinesDialog), "the check")
        await press(pilot, "s")
        await settle(pilot)
    assert (pair.received(), pair.state()) == ([], State.PRIVATE)


async def test_stopping_at_the_last_look_shares_nothing(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, CheckLinesDialog), "the check")
        await press(pilot, "m")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, WhatGoesDialog), "the last look")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SittingPage)
    assert (pair.received(), pair.state()) == ([], State.PRIVATE)


async def test_with_no_line_marked_there_is_nothing_to_share(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        await press(pilot, "space", "down", "space", "down", "space", "s")
        assert isinstance(pilot.app.screen, ShareDialog)
        await press(pilot, "escape")
    assert (pair.received(), pair.state()) == ([], State.PRIVATE)


async def test_prepared_and_no_longer(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        await press(pilot, "p")
        await settle(pilot)
        assert "Prepared for your next one-to-one; only you see it." in unframed(pilot)
        assert (pair.received(), pair.state()) == ([], State.PREPARED)
        await press(pilot, "s", "p")
        await settle(pilot)
        assert "only you see it" not in unframed(pilot)
    assert pair.state() is State.PRIVATE


async def test_the_dialog_says_when_it_was_opened_and_takes_it_back(pair: Pair) -> None:
    robin = pair.sign_in(NAME)
    robin.sharing.share(robin.sharing.preview(robin.reflecting.answers()[0].id))
    robin.close()
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        assert "not opened yet" in unframed(pilot)
        await press(pilot, "escape")
        assert pair.received() == [WORDS]
        await press(pilot, "s")
        await settle(pilot)
        assert "opened on" in unframed(pilot)
        await press(pilot, "w")
        await settle(pilot)
        assert "A copy is shared." not in text_of(pilot)
    assert (pair.received(), pair.state()) == ([], State.PRIVATE)


async def test_what_was_changed_in_another_window_meanwhile_does_not_go(pair: Pair) -> None:
    async with pair.stage.closed((80, 24)) as pilot:
        await at_dialog(pilot)
        robin = pair.sign_in(NAME)
        stored = robin.reflecting.whole_answers()[0]
        robin.reflecting.edit_answer(stored.id, text="unseen", scale=None, revision=stored.revision)
        robin.close()
        await press(pilot, "s")
        await settle(pilot)
        assert "changed in another window" in unframed(pilot)
    assert pair.received() == []


async def test_another_of_several_supervisors_can_be_chosen(pair: Pair) -> None:
    ada = pair.sign_in("Ada Lead")
    ada.links.add(COVER, NAME)
    ada.close()
    async with pair.stage.closed((80, 24)) as pilot:
        await come_in(pilot, NAME)
        await press(pilot, "m")
        await press(pilot, "enter")
        await press(pilot, "s")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, ShareDialog), "the dialog")
        first = SUPERVISOR if SUPERVISOR in unframed(pilot) else COVER
        await press(pilot, "t")
        other = COVER if first == SUPERVISOR else SUPERVISOR
        assert f"{other} would read" in unframed(pilot)
        assert f"{first} would read" not in unframed(pilot)


async def test_without_a_supervisor_it_can_only_be_prepared(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    practice.reflecting.add_answer("child-m", "ask-about-a-day", text="mine", scale=None)
    practice.close()
    async with stage.open() as pilot:
        await press(pilot, "m")
        await press(pilot, "enter")
        await press(pilot, "s")
        assert "Nobody supervises you here just now" in unframed(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, ShareDialog)


async def test_a_supervisor_finds_it_on_today_and_opens_it(pair: Pair) -> None:
    robin = pair.sign_in(NAME)
    (share,) = robin.sharing.share(robin.sharing.preview(robin.reflecting.answers()[0].id, "1,3"))
    async with pair.stage.closed((80, 24)) as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "Shared with you" in text_of(pilot)
        assert robin.sharing.one(share.id).opened is None
        await press(pilot, "enter")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharedPage), "the share")
        await settle(pilot)
        assert f"{NAME} sees that you opened it" in unframed(pilot)
        assert "We ring on Monday. … Next time I ask first." in unframed(pilot)
        assert robin.sharing.one(share.id).opened is not None
        robin.sharing.withdraw(share.id)
        robin.close()
        await press(pilot, "escape")
        await settle(pilot)
        assert "Shared with you" not in text_of(pilot)


async def test_once_the_link_has_ended_the_page_says_why_and_closes(pair: Pair) -> None:
    robin = pair.sign_in(NAME)
    robin.sharing.share(robin.sharing.preview(robin.reflecting.answers()[0].id))
    robin.close()
    async with pair.stage.closed((80, 24)) as pilot:
        await come_in(pilot, SUPERVISOR)
        ada = pair.sign_in("Ada Lead")
        ada.links.end(pair.link)
        ada.close()
        await press(pilot, "enter")
        await settle(pilot)
        assert not isinstance(pilot.app.screen, SharedPage)
        assert "You do not supervise Robin Example any more" in unframed(pilot)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_the_pages_say(
    pair: Pair, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    at = f"{size[0]}x{size[1]}"
    async with pair.stage.closed(size) as pilot:
        await at_dialog(pilot)
        assert "would read" in unframed(pilot)
        golden(f"share-{at}", text_of(pilot))
    robin = pair.sign_in(NAME)
    robin.sharing.share(robin.sharing.preview(robin.reflecting.answers()[0].id, "1,3"))
    robin.close()
    async with pair.stage.closed(size) as pilot:
        await come_in(pilot, SUPERVISOR)
        await press(pilot, "enter")
        await settle(pilot)
        assert "stands for the others" in unframed(pilot)
        golden(f"shared-{at}", text_of(pilot))
