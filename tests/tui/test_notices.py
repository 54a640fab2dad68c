"""What concerns somebody's links and teams stands on Today until they put it away."""

from __future__ import annotations

from datetime import date

from reflect.services.practice import Practice
from reflect.tui.app import ReflectApp
from reflect.tui.screens.with_person import WithPersonPage
from stage import NAME, PASSPHRASE, Stage, come_in
from waiting import notes_of, press, settle, text_of, wait_for

SUPERVISOR = "Sam [b]Supervisor[/b]"
HEADING = "To let you know"


def with_an_administrator(stage: Stage) -> Practice:
    """Somebody who looks after the workspace, which Robin and a supervisor have joined."""
    admin = stage.workspace.set_up("Ada Lead")
    for name in (NAME, SUPERVISOR):
        stage.workspace.join(code=admin.people.invite(name), passphrase=PASSPHRASE)[0].close()
    return admin


async def test_a_new_link_is_told_until_it_is_put_away_and_never_again(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    admin.links.add(SUPERVISOR, NAME, date(2026, 12, 31))
    admin.close()
    async with stage.closed((80, 24)) as pilot:
        await come_in(pilot, NAME)
        assert HEADING in text_of(pilot)
        told = " ".join(text_of(pilot).split())
        assert f"{SUPERVISOR} supervises you from" in told
        assert "up to and including Thursday 31 December 2026" in told
        assert "Enter puts this away" in told
        await press(pilot, "enter")
        assert HEADING not in text_of(pilot)
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert HEADING not in text_of(pilot)


async def test_what_is_changed_elsewhere_is_told_at_once_on_any_page_and_stays_on_today(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        await press(pilot, "l")
        admin.links.add(SUPERVISOR, NAME)
        admin.close()
        assert isinstance(pilot.app, ReflectApp)
        for _ in range(2):
            pilot.app.news.look_again()  # what it does by itself every few seconds
            await settle(pilot)
            assert notes_of(pilot).count(f"{SUPERVISOR} supervises you from") == 1
        await press(pilot, "escape")
        assert HEADING in text_of(pilot)


async def test_a_page_that_stays_open_does_not_go_on_with_a_link_that_has_ended(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    link = admin.links.add(SUPERVISOR, NAME)
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        await press(pilot, "1", "enter")
        assert isinstance(pilot.app.screen, WithPersonPage)
        words = " ".join(text_of(pilot).split())
        assert f"{SUPERVISOR} supervises you. Nothing is planned." in words
        assert "h Begin" in words
        assert isinstance(pilot.app, ReflectApp)
        admin.links.end(link.id)
        admin.close()
        pilot.app.news.look_again()
        await wait_for(pilot, lambda: "supervised you up to" in text_of(pilot), "the page to be read again")
        await settle(pilot)
        assert "You are no longer supervised by" in notes_of(pilot)
        pilot.app.clear_notifications()
        words = " ".join(text_of(pilot).split())
        assert f"{SUPERVISOR} supervised you up to Monday 2 March 2026." in words
        for gone in ("supervises you", "h Begin", "d Day", "s Share"):
            assert gone not in words


async def test_what_waits_already_is_told_on_today_alone(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    admin.links.add(SUPERVISOR, NAME)
    admin.close()
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert isinstance(pilot.app, ReflectApp)
        pilot.app.news.look_again()
        await settle(pilot)
        assert notes_of(pilot) == ""


async def test_what_is_changed_in_another_window_is_told_when_today_is_read_again(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    link = admin.links.add(SUPERVISOR, NAME)
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        await press(pilot, "enter")
        admin.links.end(link.id)
        admin.close()
        await press(pilot, "enter")
        await press(pilot, "escape")
        assert "You are no longer supervised by" in text_of(pilot)


async def test_a_cover_that_is_over_is_told_while_the_program_stays_open(stage: Stage) -> None:
    admin = with_an_administrator(stage)
    admin.links.add(SUPERVISOR, NAME, stage.workspace.clock.today())
    admin.close()
    async with stage.closed() as pilot:
        await come_in(pilot, NAME)
        stage.workspace.clock.go_on(days=1)
        assert isinstance(pilot.app, ReflectApp)
        for _ in range(2):
            pilot.app.news.look_again()
            await settle(pilot)
            assert notes_of(pilot).count("You are no longer supervised by") == 1
