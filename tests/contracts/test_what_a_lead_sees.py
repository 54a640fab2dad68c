"""No phrase that is not listed on any page of the app that a lead can open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from planted import LISTED, PLANTED, planted
from reflect.cli.documents import WrittenByReports
from reflect.domain.figures.listed_log import LogBy
from reflect.domain.people import CircleKind
from reflect.tui import places
from reflect.tui.app import ReflectApp
from reflect.tui.log.finding_page import FindingPage
from reflect.tui.log.report_dialog import ReportDialog
from reflect.tui.screens.action import ActionPage
from rights import LEAD, OWNER
from six_people import NAMES, PASSPHRASE, WORDS, SixPeople
from stage import fill, submit
from waiting import press, settle, wait_for, words_of

TALL = (100, 60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SixPeople:
    """Made once; the lead works in a copy."""
    return planted(tmp_path_factory.mktemp("six") / "workspace")


@pytest.fixture
def six(made: SixPeople, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SixPeople:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return made.copied_to(tmp_path / "workspace")


async def of_the_log(pilot: Pilot[None]) -> AsyncIterator[tuple[str, str]]:
    """The log in every group, each action of it, and as it stood."""
    await press(pilot, "2")
    for by in LogBy:
        yield f"log by {by.value}", words_of(pilot)
        await press(pilot, "g")
    for which in range(len(LISTED)):
        await press(pilot, *["down"] * which, "enter")
        assert isinstance(pilot.app.screen, ActionPage)
        yield "action", words_of(pilot)
        await press(pilot, "i")
        yield "trace", words_of(pilot)
        await press(pilot, "escape")
        if isinstance(pilot.app.screen, ActionPage):
            await press(pilot, "escape")
    await press(pilot, "d")
    await fill(pilot, as_at_words="yesterday")
    await press(pilot, "ctrl+s")
    yield "log as at a day", words_of(pilot)
    await press(pilot, "enter")
    yield "action as it stood", words_of(pilot)
    await press(pilot, "escape", "n", "e")
    assert isinstance(pilot.app.screen, ReportDialog)
    await wait_for(pilot, lambda: "Looking" not in words_of(pilot), "what would go out")
    yield "report", words_of(pilot)
    if pilot.app.screen.query_one("#look").display:
        await submit(pilot, "look")
        yield "doubtful lines", words_of(pilot)
        await press(pilot, "escape")
    await press(pilot, "escape", "escape")


async def of_findings_and_figures(pilot: Pilot[None]) -> AsyncIterator[tuple[str, str]]:
    """What became of findings, one of them, and the numbers."""
    await press(pilot, "3")
    yield "learning", words_of(pilot)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, FindingPage)
    yield "finding", words_of(pilot)
    await press(pilot, "escape", "escape", "4")
    yield "figures", words_of(pilot)
    await press(pilot, "o")
    yield "figures over time", words_of(pilot)
    await press(pilot, "escape", "escape")


async def of_every_list(pilot: Pilot[None], six: SixPeople) -> AsyncIterator[tuple[str, str]]:
    """The lists that everybody has, and the page of each thing that somebody may name to it."""
    app = pilot.app
    for page in (
        *(places.one_to_ones(), places.people(), places.shares(), places.my_reflections()),
        *(places.looking_back(), places.actions()),
        *(places.action(six.ids[thing]) for thing in ("own action", "pair action")),
    ):
        depth = len(app.screen_stack)
        app.push_screen(page)
        await settle(pilot)
        yield page.PLACE, words_of(pilot)
        while len(app.screen_stack) > depth:
            app.pop_screen()
            await settle(pilot)
    app.push_screen(places.search())
    await settle(pilot)
    for word in (*WORDS.values(), *sorted(PLANTED - set(WORDS.values()))):
        app.screen.query_one(Input).value = word
        await settle(pilot)
        # What was typed stands in the field.
        yield "search", words_of(pilot).replace(word, "", 1)


async def seen_by_the_lead(six: SixPeople, *, log_alone: bool = False) -> list[tuple[str, str]]:
    """Which page says what."""
    app = ReflectApp(six.workspace, as_name=NAMES[LEAD], passphrase=PASSPHRASE, documents=WrittenByReports())
    try:
        async with app.run_test(size=TALL, notifications=True) as pilot:
            await settle(pilot)
            seen = [("today", words_of(pilot))]
            seen += [one async for one in of_the_log(pilot)]
            if not log_alone:
                seen += [one async for one in of_findings_and_figures(pilot)]
                seen += [one async for one in of_every_list(pilot, six)]
            return seen
    finally:
        app.desk.close()


async def test_no_phrase_that_is_not_listed_is_on_any_page_that_a_lead_can_open(six: SixPeople) -> None:
    seen = await seen_by_the_lead(six)
    assert not [(page, word) for page, said in seen for word in PLANTED if word in said]
    for thing in LISTED:
        pages = {page for page, said in seen if WORDS[thing] in said}
        by_each = {f"log by {by.value}" for by in LogBy}
        assert by_each | {"action", "log as at a day"} <= pages, thing


async def test_the_pages_show_what_is_listed_by_mistake(six: SixPeople) -> None:
    ann = six.sign_in(OWNER)
    ann.acting.show_to(six.ids["pair action"], CircleKind.TEAM)
    ann.close()
    assert any(WORDS["pair action"] in said for _, said in await seen_by_the_lead(six, log_alone=True))
