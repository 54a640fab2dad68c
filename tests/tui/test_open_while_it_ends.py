"""What a supervisor has open while a link ends or a share is taken back elsewhere, and their comments on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest
from textual.pilot import Pilot

from looking import out_of_reach, too_faint
from reflect.tui.dialogs.comment import CommentDialog
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.ending import Ending
from reflect.tui.screens.shared import SharedPage
from reflect.tui.screens.shares import SharesPage
from reflect.tui.widgets.answer_editor import AnswerEditor
from stage import Stage, come_in
from waiting import notes_of, press, settle, text_of, unframed, wait_for
from working_together import ADMIN, PRACTITIONER, SUPERVISOR, Together

Golden = Callable[[str, str], None]
OVER = f"You do not supervise {PRACTITIONER} any more: the link ended on Monday 2 March 2026."


class Shared(Together):
    """Robin has shared one answer with Sam."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        with closing(self.sign_in(PRACTITIONER)) as robin:
            answer = robin.reflecting.add_answer("child-m", "missed-visits", text="We ring.", scale=None)
            self.share = robin.sharing.share(robin.sharing.preview(answer.id))[0].id

    def end_link(self) -> None:
        """An administrator ends it in another window."""
        with closing(self.sign_in(ADMIN)) as admin:
            admin.links.end(self.link)

    def comments(self) -> list[str]:
        """What Robin reads of comments."""
        with closing(self.sign_in(PRACTITIONER)) as robin:
            return [comment.text for comment in robin.sharing.comments(self.share)]


@pytest.fixture
def shared(stage: Stage) -> Shared:
    return Shared(stage)


async def at_share(pilot: Pilot[None]) -> None:
    await come_in(pilot, SUPERVISOR)
    await press(pilot, "v", "enter")
    await wait_for(pilot, lambda: isinstance(pilot.app.screen, SharedPage), "what is shared")
    await settle(pilot)
    assert "We ring." in unframed(pilot)


async def test_a_comment_is_read_by_both(shared: Shared) -> None:
    async with shared.stage.closed() as pilot:
        await at_share(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CommentDialog)
        assert f"{PRACTITIONER} reads it at once, and nobody else can." in unframed(pilot)
        await press(pilot, "ctrl+s")
        assert "The comment says nothing yet." in unframed(pilot)
        await press(pilot, *"Well-asked", "ctrl+s")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SharedPage)
        assert "You, Monday 2 March 2026 Well-asked" in unframed(pilot)
        await press(pilot, "escape")
        assert "You wrote 1 comment on it." in unframed(pilot)
    async with shared.stage.closed() as pilot:
        await come_in(pilot, PRACTITIONER)
        assert f"{SUPERVISOR} has written a comment" in unframed(pilot)
        await press(pilot, "v")
        await settle(pilot)
        assert "1 comment: Enter shows it." in unframed(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadDialog)
        assert f"{SUPERVISOR}, Monday 2 March 2026 Well-asked" in unframed(pilot)


async def test_a_page_that_is_open_when_the_link_ends_closes_and_says_why(shared: Shared) -> None:
    async with shared.stage.closed() as pilot:
        await at_share(pilot)
        shared.end_link()
        page = pilot.app.screen
        assert isinstance(page, SharedPage)
        page.look_again()
        await settle(pilot)
        assert isinstance(pilot.app.screen, SharesPage)
        assert OVER in notes_of(pilot)
        assert "We ring." not in text_of(pilot)
        assert "Shared with you" not in unframed(pilot)


async def test_a_page_that_is_open_when_its_share_is_taken_back_closes_and_says_so(shared: Shared) -> None:
    async with shared.stage.closed() as pilot:
        await at_share(pilot)
        with closing(shared.sign_in(PRACTITIONER)) as robin:
            robin.sharing.withdraw(shared.share)
        page = pilot.app.screen
        assert isinstance(page, SharedPage)
        page.look_again()
        await settle(pilot)
        assert isinstance(pilot.app.screen, SharesPage)
        assert "We ring." not in text_of(pilot)


async def test_a_comment_that_comes_too_late_is_refused_and_its_words_stay(shared: Shared) -> None:
    async with shared.stage.closed() as pilot:
        await at_share(pilot)
        await press(pilot, "c", *"Late")
        shared.end_link()
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, CommentDialog)
        assert OVER in unframed(pilot)
        assert pilot.app.screen.query_one(AnswerEditor).words == "Late"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "right", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SharesPage)
    assert shared.comments() == []


async def test_the_list_is_empty_after_the_link_has_ended(shared: Shared) -> None:
    async with shared.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        await press(pilot, "v")
        await settle(pilot)
        shared.end_link()
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SharesPage)
        assert OVER in notes_of(pilot)
        pilot.app.clear_notifications()
        await press(pilot, "escape", "p")
        await settle(pilot)
        assert f"You supervise {PRACTITIONER}" not in unframed(pilot)


async def test_a_comment_half_written_is_kept_for_its_author_alone_when_the_program_locks(
    shared: Shared,
) -> None:
    async with shared.stage.closed() as pilot:
        await at_share(pilot)
        await press(pilot, "c", *"Unsaid", "ctrl+l")
        assert pilot.app.ending is Ending.LOCKED
    assert shared.comments() == []
    with closing(shared.sign_in(SUPERVISOR)) as sam:
        (kept,) = sam.actions.some([sam.actions.arranged().index.id_at(0)])
        assert kept.what == "Unsaid"


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_what_a_share_with_comments_says(shared: Shared, golden: Golden, size: tuple[int, int]) -> None:
    with closing(shared.sign_in(SUPERVISOR)) as sam:
        sam.sharing.comment(shared.share, "How did the family take it?")
    at = f"{size[0]}x{size[1]}"
    async with shared.stage.closed(size) as pilot:
        await at_share(pilot)
        assert "How did the family take it?" in unframed(pilot)
        golden(f"commented-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
        await press(pilot, "c")
        assert "What would you like to say to it?" in unframed(pilot)
        golden(f"comment-{at}", text_of(pilot))
        assert (await out_of_reach(pilot), too_faint(pilot)) == ([], [])
