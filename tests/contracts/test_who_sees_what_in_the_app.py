"""The table of who may do what, held by the pages of the app: each is opened by everybody, for everything there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reflect.cli.documents import WrittenByReports
from reflect.services.links import endings
from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.screen import Dialog, Page
from reflect.tui.screens.my_reflections import MyReflectionsPage
from reflect.tui.screens.one_to_ones import OneToOnesPage
from rights import ADMINISTRATOR, CURRENT, FORMER, LEAD, OWNER, ROLES, THINGS, WORDS_OF, may
from six_people import NAMES, PASSPHRASE, WORDS, SixPeople
from waiting import press, settle, text_of, words_of

TALL = (100, 90)
RECORDS = (
    "record",
    "locked record",
    "agenda",
    "record signed with the former",
    "record not signed with the former",
)
ACTIONS = (
    "own action",
    "pair action",
    "done action",
    "confirmed action",
    "listed action",
    "action agreed with the former",
    "action listed with the former",
)
SHARES = ("share", "share with the former")
TAKES_OUT = {"export-this", "take-out", "take-actions-out"}
CHANGES_PEOPLE = {"Invite", "New link", "New team", "End link", "Deactivate"}
ACTION_KEYS = {
    "s": "start", "d": "done", "f": "confirm", "r": "recheck", "n": "note", "c": "carry", "e": "edit", "k": "block",
    "x": "escalate", "w": "withdraw", "u": "undo", "p": "show-to-team", "y": "hand-over",
}  # fmt: skip
RECORD_KEYS = {
    "s": "sign", "n": "addendum", "e": "note", "ctrl+r": "put", "ctrl+t": "note", "f11": "action", "space": "discuss",
}  # fmt: skip
AGREEMENT_KEYS = {"d": "draw-up", "c": "change", "w": "write", "o": "write", "s": "sign"}
NOTE_KEYS = {"n": "add", "c": "change", "k": "keep", "h": "hand-over", "d": "delete", "s": "ask"}
BY_NAME = (places.agreement, places.working_notes)
PAGES_OF_THINGS = (
    *((thing, places.action, ACTION_KEYS) for thing in ACTIONS),
    *((thing, places.one_to_one, RECORD_KEYS) for thing in RECORDS),
    *((thing, places.shared, {"c": "comment"}) for thing in SHARES),
    *((f"agreement{which}", places.agreement, AGREEMENT_KEYS) for which in ("", " signed with the former")),
    *((f"working note{which}", places.working_notes, NOTE_KEYS) for which in ("", " of the former")),
)
"""Where everything there is can be changed, and the verb of each key there."""


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


@dataclass
class Seen:
    """What the app said to somebody, what its palette offered, and how many of each it counted."""

    said: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)
    counted: dict[str, set[int]] = field(default_factory=dict)

    def look(self, pilot: Pilot[None]) -> None:
        """At the page that is there, and at what can be done there."""
        app = pilot.app
        self.said.append(words_of(pilot))
        for entry in app.get_system_commands(app.screen):
            self.offered.add(entry.title)
            self.said.append(f"{entry.title} {entry.help}")

    def count(self, what: str, text: str, pattern: str) -> None:
        """The sum of the numbers that a page gives, or how many lines of it there are."""
        found = re.findall(pattern, text, re.MULTILINE)
        self.counted.setdefault(what, set()).add(sum(int(one) if one.isdigit() else 1 for one in found))

    @property
    def things(self) -> set[str]:
        """Whose words were said."""
        return {thing for thing, word in WORDS.items() if any(word in one for one in self.said)}


async def look_at(pilot: Pilot[None], page: Page, seen: Seen) -> None:
    """All that a page says, and each dialog on it that takes something out; then it is left."""
    depth = len(pilot.app.screen_stack)
    pilot.app.push_screen(page)
    await settle(pilot)
    seen.look(pilot)
    for key in [key for key, one in pilot.app.screen.active_bindings.items() if one.binding.id in TAKES_OUT]:
        await press(pilot, key)
        seen.look(pilot)
        await press(pilot, "escape")
    if isinstance(page, OneToOnesPage):
        seen.count("records", text_of(pilot), r"^ *\d+ \w+ 2026  ")
    if isinstance(page, MyReflectionsPage):
        seen.count("reflections", text_of(pilot), r"(\d+) reflections")
    while len(pilot.app.screen_stack) > depth:
        pilot.app.pop_screen()
        await settle(pilot)


async def everything_seen(six: SixPeople, role: str) -> Seen:
    """All that the app shows to somebody in this role on every page, whatever is searched for."""
    app, seen = app_of(six, role), Seen()
    try:
        async with app.run_test(size=TALL, notifications=True) as pilot:
            await settle(pilot)
            seen.look(pilot)
            for page in every_page(six, role):
                await look_at(pilot, page, seen)
            app.push_screen(places.actions())
            await settle(pilot)
            for _ in range(3):
                app.clear_notifications()
                await settle(pilot)
                seen.look(pilot)
                seen.count("actions", text_of(pilot), r" · (\d+)$")
                await press(pilot, "w")
            app.pop_screen()
            app.push_screen(places.search())
            await settle(pilot)
            for word in WORDS.values():
                app.screen.query_one(Input).value = word
                await settle(pilot)
                # What was typed stands in the field.
                seen.said.append(words_of(pilot).replace(word, "", 1))
    finally:
        app.desk.close()
    return seen


def app_of(six: SixPeople, role: str) -> ReflectApp:
    """The app, as somebody in this role starts it."""
    return ReflectApp(six.workspace, as_name=NAMES[role], passphrase=PASSPHRASE, documents=WrittenByReports())


def number(verb: str, role: str, things: Iterable[str] = tuple(THINGS)) -> int:
    """Of how many things the table gives this verb."""
    return sum(verb in may(thing, role) for thing in things)


@pytest.mark.parametrize("role", ROLES)
async def test_the_pages_show_everybody_what_is_theirs_to_see_and_nothing_else(
    six: SixPeople, role: str
) -> None:
    seen = await everything_seen(six, role)
    theirs = {thing for thing, roles in WORDS_OF.items() if role in roles}
    assert seen.things <= theirs
    # An open record is gone through part by part, and its page begins with the first.
    assert seen.things >= theirs - set(RECORDS)
    assert ("Log" in seen.offered) is (role == LEAD)
    assert bool(seen.offered & CHANGES_PEOPLE) is (role == ADMINISTRATOR)
    answers = number("history", role) + number("withdraw", role, SHARES)
    assert seen.counted["reflections"] == {answers}
    assert seen.counted["records"] == {number("list", role, RECORDS)}
    lists = {number("export", role, ACTIONS), number("supervisees", role), number("listed", role)}
    assert seen.counted["actions"] - {0} == lists - {0}


async def pressed(pilot: Pilot[None], key: str) -> None:
    """A key is pressed, and whatever it opens is filled in, kept and left."""
    stack = len(pilot.app.screen_stack)
    await press(pilot, key)
    if isinstance(pilot.app.screen, Dialog):
        await press(pilot, *PASSPHRASE, "ctrl+s", "enter")
    while len(pilot.app.screen_stack) > stack:
        pilot.app.pop_screen()
        await settle(pilot)


@pytest.mark.parametrize("role", ROLES)
async def test_no_key_of_a_page_changes_what_the_table_does_not_let_somebody_change(
    six: SixPeople, role: str
) -> None:
    app = app_of(six, role)
    try:
        async with app.run_test(size=TALL) as pilot:
            await settle(pilot)
            for thing, page_of, keys in PAGES_OF_THINGS:
                other = (FORMER if "former" in thing else CURRENT) if role == OWNER else OWNER
                page = page_of(NAMES[other] if page_of in BY_NAME else six.ids[thing])
                app.push_screen(page)
                await settle(pilot)
                stack = list(app.screen_stack)
                if "show" not in may(thing, role) and page_of not in BY_NAME:
                    assert page not in stack, thing
                before = six.rows()
                # Where one may write in a record, a letter is a word.
                writes = page_of is places.one_to_one and "note" in may(thing, role)
                for key, verb in keys.items() if page in stack and not means_anothers(thing, role) else ():
                    if verb not in may(thing, role) and not (writes and key in (*"sne", "space")):
                        await pressed(pilot, key)
                        assert six.rows() == before, (thing, verb)
                while page in app.screen_stack:
                    app.pop_screen()
                    await settle(pilot)
    finally:
        app.desk.close()


def means_anothers(thing: str, role: str) -> bool:
    """Whether a page that is gone to by a name holds another thing than this one for them."""
    return (thing in ("agreement", "working note") and role == FORMER) or (
        "former" in thing and role == CURRENT
    )


async def test_the_contract_notices_an_end_that_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endings, "end", lambda *_, **__: None)
    seen = await everything_seen(SixPeople(tmp_path / "workspace"), FORMER)
    assert seen.things - {thing for thing, roles in WORDS_OF.items() if FORMER in roles}
