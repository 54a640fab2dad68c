"""What an agreement does not say yet is named before anybody signs it, and keeps nobody from signing."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from between_two import SUPERVISOR, Two
from reflect.domain.supervision.agreement import Terms
from reflect.domain.supervision.entry import Section
from reflect.tui.dialogs.sign_record import SignDialog
from reflect.tui.screens.agreement import AgreementPage
from stage import NAME, PASSPHRASE, Stage, come_in, fill
from waiting import press, unframed

NOTHING = (
    "Not said yet: interruptions, cancelling, where records are kept, who may read them, how disagreement is handled, "
    "what each wants from supervision, what each brings to it."
)


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


async def at_agreement(pilot: Pilot[None]) -> None:
    await come_in(pilot, NAME)
    await press(pilot, "1", "g")
    assert isinstance(pilot.app.screen, AgreementPage)


async def test_an_empty_agreement_names_all_that_is_missing_on_its_page_and_where_it_is_signed(
    two: Two,
) -> None:
    bare = Terms("our-own", two.today, two.in_days(365), 28, 60)
    two.draw_up(bare, signed_by=(SUPERVISOR,))
    async with two.stage.closed((80, 24)) as pilot:
        await at_agreement(pilot)
        assert NOTHING in unframed(pilot)
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, SignDialog)
        assert f"{NOTHING} You sign the agreement as it stands now." in unframed(pilot)
        await fill(pilot, passphrase=PASSPHRASE)
        await press(pilot, "enter")
        pilot.app.clear_notifications()
        assert "Signed by both, and locked." in unframed(pilot)
        assert "Not said yet" not in unframed(pilot)


async def test_what_one_of_the_two_has_not_said_is_named_as_theirs(two: Two) -> None:
    agreement = two.draw_up()
    with two.signed_in(NAME) as robin:
        for section in (Section.WANTS, Section.OFFERS):
            robin.agreements.write(agreement.id, section, before="", after="Time to think.")
    async with two.stage.closed((80, 24)) as pilot:
        await at_agreement(pilot)
        missing = f"Not said yet: what {SUPERVISOR} wants from supervision, what {SUPERVISOR} brings to it."
        assert missing in unframed(pilot)
    with two.signed_in(SUPERVISOR) as sam:
        for section in (Section.WANTS, Section.OFFERS):
            sam.agreements.write(agreement.id, section, before="", after="An open door.")
    async with two.stage.closed((80, 24)) as pilot:
        await at_agreement(pilot)
        assert "Not said yet" not in unframed(pilot)
