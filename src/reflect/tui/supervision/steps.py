"""What can be done in a part of a one-to-one besides writing: open what is marked, agree an action, give the facts."""

from __future__ import annotations

from collections.abc import Sequence

from reflect.domain.actions.action import Action
from reflect.domain.dates import said
from reflect.domain.supervision.entry import Section
from reflect.domain.supervision.one_to_one import OneToOne
from reflect.domain.supervision.prepared import Following
from reflect.tui import places
from reflect.tui.comes_from import ComesFrom
from reflect.tui.dialogs.agree_in_one_to_one import AgreeInOneToOneDialog
from reflect.tui.dialogs.read import ReadDialog
from reflect.tui.dialogs.topic import TopicDialog
from reflect.tui.dialogs.when_and_where import WhenAndWhereDialog
from reflect.tui.screen import Page
from reflect.tui.supervision.open_record import OpenRecord, Place
from reflect.tui.words import plain


async def open_thing(page: Page, opened: OpenRecord, place: Place) -> None:
    """An action with every step that it can take, what was shared, or a topic: one's own can be changed."""
    about, record = place.about, opened.record
    if about is None:
        return
    if place.section is Section.PREVIOUS_ACTIONS:
        if await page.house.has_saved_everything():
            await page.app.push_screen(places.action(about))
    elif place.section is Section.SHARED and opened.me == record.supervisor:
        await page.app.push_screen(places.shared(about))
    elif place.section is Section.SHARED:
        share = await page.desk.read(lambda practice: practice.sharing.one(about))
        await page.app.push_screen(ReadDialog("What you shared", plain(share.text)))
    else:
        topic = next(one for one in record.topics if one.id == about)
        if topic.author == opened.me:
            page.app.push_screen(TopicDialog(record.id, record.name(opened.other), topic))
        else:
            await page.app.push_screen(
                ReadDialog(f"A topic of {record.name(topic.author)}", plain(topic.text))
            )


async def discuss_or_leave_out(page: Page, record: OneToOne, share: str) -> None:
    """What was shared belongs to the record, or no longer."""
    if any(one.id == share for one in record.shared):
        await page.desk.write(lambda practice: practice.one_to_ones.leave_out(record.id, share))
    else:
        await page.desk.write(lambda practice: practice.one_to_ones.discuss(record.id, share))
    await page.read_again()


def add_topic(page: Page, opened: OpenRecord) -> None:
    """On the agenda."""
    record = opened.record
    page.app.push_screen(TopicDialog(record.id, record.name(opened.other)))


def agree_action(
    page: Page, record: OneToOne, origins: Sequence[ComesFrom], chosen: ComesFrom | None
) -> None:
    """On the spot; `origins` are the questions that it can come from, `chosen` is the one that is marked now."""

    def agreed(action: Action | None) -> None:
        if action is not None:
            page.say(f"Agreed, due {said(action.due)}." if action.due else "Agreed.")

    today = page.house.workspace.clock.today()
    page.app.push_screen(AgreeInOneToOneDialog(record, today, origins, chosen), agreed)


def when_and_where(page: Page, record: OneToOne, following: Following | None) -> None:
    """Place, start, end and the next day, for which `following` is proposed."""
    today = page.house.workspace.clock.today()
    page.app.push_screen(WhenAndWhereDialog(record, following, today))
