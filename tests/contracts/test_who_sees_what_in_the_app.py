"""The table of who may do what, held by the pages of the app: each is opened by everybody, for everything there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.screen import Page
from rights import ROLES, WORDS_OF
from six_people import NAMES, PASSPHRASE, WORDS, SixPeople
from waiting import press, settle, words_of

TALL = (100, 90)
RECORDS = ("record", "agenda", "record signed with the former", "record not signed with the former")
ACTIONS = (
    "own action",
    "pair action",
    "listed action",
    "action agreed with the former",
    "action listed with the former",
)
SHARES = ("share", "share with the former")


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; it is only looked at."""
    return SixPeople(tmp_path_factory.mktemp("six") / "workspace")


def every_page(six: SixPeople, role: str) -> Iterator[Page]:
    """Every page that a key leads to, and those of everything there is, whoever may see it."""
    yield from (places.one_to_ones(), places.people(), places.shares(), places.my_reflections())
    yield places.looking_back()
    for name in NAMES.values():
        if name != NAMES[role]:
            yield from (places.with_person(name), places.agreement(name))
            yield from (places.working_notes(name), places.audit(name))
    yield from (places.one_to_one(six.ids[thing]) for thing in RECORDS)
    yield from (places.action(six.ids[thing]) for thing in ACTIONS)
    yield from (places.shared(six.ids[thing]) for thing in SHARES)


async def said_by(pilot: Pilot[None], page: Page) -> str:
    """All that a page says; then it is left."""
    depth = len(pilot.app.screen_stack)
    pilot.app.push_screen(page)
    await settle(pilot)
    said = words_of(pilot)
    while len(pilot.app.screen_stack) > depth:
        pilot.app.pop_screen()
        await settle(pilot)
    return said


async def everything_said(six: SixPeople, role: str) -> str:
    """All that the app says to somebody in this role on every page, whatever is searched for."""
    app = ReflectApp(six.workspace, as_name=NAMES[role], passphrase=PASSPHRASE)
    said = []
    try:
        async with app.run_test(size=TALL, notifications=True) as pilot:
            await settle(pilot)
            said.append(words_of(pilot))
            said += [await said_by(pilot, page) for page in every_page(six, role)]
            app.push_screen(places.actions())
            await settle(pilot)
            for _ in range(3):
                said.append(words_of(pilot))
                await press(pilot, "w")
                await settle(pilot)
            app.pop_screen()
            app.push_screen(places.search())
            await settle(pilot)
            for word in WORDS.values():
                app.screen.query_one(Input).value = word
                await settle(pilot)
                # What was typed stands in the field.
                said.append(words_of(pilot).replace(word, "", 1))
    finally:
        app.desk.close()
    return "\n".join(said)


def things_in(said: str) -> set[str]:
    return {thing for thing, word in WORDS.items() if word in said}


@pytest.mark.trial
@pytest.mark.parametrize("role", ROLES)
async def test_the_pages_show_everybody_what_is_theirs_to_see_and_nothing_else(
    six: SixPeople, role: str
) -> None:
    theirs = {thing for thing, roles in WORDS_OF.items() if role in roles}
    shown = things_in(await everything_said(six, role))
    assert shown <= theirs
    # An open record is gone through part by part, and its page begins with the first.
    assert shown >= theirs - set(RECORDS)
