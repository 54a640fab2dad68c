"""From the wish to share an answer to a copy that is shared: nothing goes that was not seen before."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reflect.errors import WrongUse
from reflect.tui.dialogs.share import Outlook, ShareDialog, Wanted, Wish
from reflect.tui.sharing.looking_through import look_through

if TYPE_CHECKING:
    from reflect.domain.reflection import Answer
    from reflect.domain.sharing import Preview
    from reflect.services.practice import Practice
    from reflect.tui.screen import Page


async def offer_to_share(page: Page, answer_id: str) -> None:
    """Asks what is to become of an answer, and does it; the page is read again afterwards."""

    def look(practice: Practice) -> Outlook:
        answer = practice.reflecting.answer(answer_id)
        return Outlook(
            answer=answer,
            links=practice.links.my_supervisors(),
            names=practice.people.names(),
            shares=practice.sharing.of_answers(answer.id),
            handling=practice.bank_shelf.labels([answer.asked.bank]).get(answer.asked.bank),
        )

    def wanted(wish: Wanted | None) -> None:
        if wish is not None:
            page.begin(_fulfil(page, outlook.answer, wish), group="sharing")

    outlook = await page.desk.read(look)
    page.app.push_screen(ShareDialog(outlook), wanted)


async def _fulfil(page: Page, answer: Answer, wanted: Wanted) -> None:
    if wanted.wish is Wish.SHARE:
        preview = await page.desk.write(
            lambda practice: practice.sharing.preview(answer.id, wanted.lines, wanted.link)
        )
        if preview.going.revision != answer.revision:
            raise WrongUse(
                "The answer was changed in another window, so nothing was shared.",
                "Please look at it again, and choose what goes.",
            )
        look_through(page, (preview,), partial(_share, page), was_seen=True)
        return
    if wanted.wish is Wish.PREPARE:
        await page.desk.write(
            lambda practice: practice.sharing.prepare({answer.id: wanted.lines}, wanted.link)
        )
        page.say("Prepared for your next one-to-one. Only you see that.")
    elif wanted.wish is Wish.KEEP:
        await page.desk.write(lambda practice: practice.sharing.unprepare(answer.id))
        page.say("No longer prepared.")
    else:
        await page.desk.write(lambda practice: _take_back(practice, answer.id))
        page.say("Withdrawn: the copy is gone.")
    await page.read_again()


async def _share(page: Page, previews: tuple[Preview, ...]) -> None:
    await page.desk.write(lambda practice: practice.sharing.share(*previews))
    page.say(f"Shared with {previews[0].supervisor_name}. You see here when it is opened.")
    await page.read_again()


def _take_back(practice: Practice, answer_id: str) -> None:
    for share in practice.sharing.of_answers(answer_id):
        practice.sharing.withdraw(share.id)
