"""The page One-to-ones and its line on Today, by keys alone: with whom, when, and what waits for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from between_two import ADMIN, SUPERVISOR, Two
from looking import out_of_reach, too_faint
from reflect.domain.dates import said, said_short
from reflect.tui.screens.agreement import AgreementPage
from reflect.tui.screens.audit import AuditPage
from reflect.tui.screens.one_to_one import OneToOnePage
from reflect.tui.screens.one_to_ones import OneToOnesPage
from reflect.tui.screens.with_person import WithPersonPage
from reflect.tui.screens.working_notes import WorkingNotesPage
from stage import NAME, Stage, come_in
from waiting import press, resize, text_of, unframed

SIZES = [
    ((60, 18), "light"),
    ((80, 24), "dark"),
    ((120, 40), "light"),
]


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


async def at_one_to_ones(pilot: Pilot[None], name: str) -> None:
    await come_in(pilot, name)
    await press(pilot, "1")
    assert isinstance(pilot.app.screen, OneToOnesPage)


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_the_page_says_with_whom_and_when(
    two: Two, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    two.agree()
    first = two.today
    two.hold(signed_by=(NAME, SUPERVISOR))
    two.go_on(days=28)
    two.hold()
    with two.signed_in(SUPERVISOR) as sam:
        sam.one_to_ones.plan(NAME, two.in_days(21))
    async with two.stage.closed(size) as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "a record waits for you to sign" in unframed(pilot)
        await press(pilot, "home")
        golden(f"today-one-to-one-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, "1")
        words = unframed(pilot)
        for wanted in (
            "Whom you supervise",
            f"Last held on {said(two.today)}.",
            f"The next is planned for {said(two.in_days(21))}.",
            "1 record to sign.",
            said_short(first),
            "held, signed by both",
            "not agreed by the supervisee",
        ):
            assert wanted in words
        golden(f"one-to-ones-{size[0]}x{size[1]}", text_of(pilot))
        assert too_faint(pilot) == []
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert await out_of_reach(pilot) == []


async def test_each_of_the_two_sees_the_other(two: Two) -> None:
    two.hold()
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, NAME)
        words = unframed(pilot)
        assert "Who supervises you" in words
        assert "Whom you supervise" not in words
        assert SUPERVISOR in words


async def test_for_whom_nobody_supervises_and_who_supervises_nobody(
    two: Two, golden: Callable[[str, str], None]
) -> None:
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, ADMIN)
        assert "Nobody supervises you here, and you supervise nobody." in unframed(pilot)
        assert "enter Open" not in unframed(pilot)
        golden("one-to-ones-nobody-80x24", text_of(pilot))


async def test_enter_and_the_keys_lead_to_every_page_and_back(two: Two) -> None:
    record = two.hold()
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, SUPERVISOR)
        for key, page in (
            ("enter", WithPersonPage),
            ("g", AgreementPage),
            ("w", WorkingNotesPage),
            ("u", AuditPage),
        ):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, page)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, OneToOnesPage)
        await press(pilot, "end")
        assert f"With {NAME}, {said(record.facts.planned)}: scheduled." in unframed(pilot)
        assert "It waits for your signature." in unframed(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OneToOnePage)


async def test_people_stand_by_name_not_by_how_late_they_are(two: Two) -> None:
    with two.signed_in(ADMIN) as admin:
        code = admin.people.invite("Alex Another")
        two.stage.workspace.join(code=code, passphrase="a lantern by the canal")[0].close()
        admin.links.add(SUPERVISOR, "Alex Another")
    two.agree()
    two.hold(signed_by=(NAME, SUPERVISOR))
    two.go_on(days=60)
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, SUPERVISOR)
        words = unframed(pilot)
        assert words.index("Alex Another") < words.index(NAME)
        assert f"was due by {said_short(two.in_days(-32))}" in words


async def test_today_says_one_line_a_person_and_leads_there(two: Two) -> None:
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert "no agreement yet" in unframed(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, AgreementPage)
    agreement = two.draw_up(signed_by=(SUPERVISOR,))
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert "the agreement waits for you to sign" in unframed(pilot)
    with two.signed_in(NAME) as robin:
        robin.agreements.sign(agreement.id)
        robin.one_to_ones.plan(SUPERVISOR, two.today)
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert "planned for today" in unframed(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, WithPersonPage)
    two.hold(signed_by=(NAME,))
    async with two.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "a record waits for you to sign" in unframed(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, OneToOnePage)


async def test_today_says_nothing_where_nothing_waits(two: Two) -> None:
    two.agree()
    two.hold(signed_by=(NAME, SUPERVISOR))
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert "One-to-ones" not in text_of(pilot).split("1 One-to-ones")[0]
    two.go_on(days=22)
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert f"due by {said_short(two.in_days(6))}" in unframed(pilot)
    two.go_on(days=343)
    with two.signed_in(NAME) as robin:
        robin.one_to_ones.plan(SUPERVISOR, two.in_days(3))
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert "the agreement is to be reviewed" in unframed(pilot)


async def test_a_former_supervisor_reads_what_they_signed_and_nothing_else(two: Two) -> None:
    two.agree()
    two.hold(signed_by=(NAME, SUPERVISOR))
    two.go_on(days=28)
    two.hold()
    with two.signed_in(ADMIN) as admin:
        admin.links.end(two.link)
    async with two.stage.closed((120, 40)) as pilot:
        await at_one_to_ones(pilot, SUPERVISOR)
        words = unframed(pilot)
        assert "held, signed by both" in words
        assert "Your own copy of what you signed." in words
        assert "not agreed" not in words
        assert "g Agreement" in words
        assert "u Self-audit" not in words
        await press(pilot, "g")
        assert "Your own copy of what you signed. It is read, not changed." in unframed(pilot)
        assert "d Draw up" not in unframed(pilot)


async def test_who_leads_the_team_sees_days_and_no_words(
    two: Two, golden: Callable[[str, str], None]
) -> None:
    with two.signed_in(ADMIN) as admin:
        admin.teams.add("North", ADMIN, [NAME])
        admin.telling.told([notice.id for notice in admin.telling.waiting()])
    two.agree()
    first = two.hold(signed_by=(NAME, SUPERVISOR), note="Words of two people")
    two.go_on(days=28)
    two.hold(note="Words of two people")
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, NAME)
        assert "My team's dates" not in unframed(pilot)
        await press(pilot, "d")
        assert isinstance(pilot.app.screen, OneToOnesPage)
    async with two.stage.closed() as pilot:
        await at_one_to_ones(pilot, ADMIN)
        await press(pilot, "d")
        words = unframed(pilot)
        assert f"{NAME}, supervised by {SUPERVISOR}" in words
        assert f"{said_short(first.facts.planned)}: held, signed by both" in words
        assert f"{said_short(two.today)}: held, not signed by both" in words
        assert "Words" not in words
        golden("team-dates-80x24", text_of(pilot))
        assert too_faint(pilot) == []
        assert await out_of_reach(pilot) == []
