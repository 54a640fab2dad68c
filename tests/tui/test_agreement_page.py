"""A supervision agreement by keys alone: drawn up, each with their own words, signed by both, and reviewed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select

from between_two import EVERY, SUPERVISOR, Two
from looking import out_of_reach, too_faint
from reflect.domain.people import CircleKind
from reflect.domain.supervision.entry import Section
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.export_record import ExportRecordDialog
from reflect.tui.dialogs.sign_record import SignDialog
from reflect.tui.dialogs.terms import TermsDialog
from reflect.tui.screens.agreement import AgreementPage
from reflect.tui.screens.agreement_words import AgreementWordsPage
from reflect.tui.widgets.progress_strip import ProgressStrip
from stage import NAME, PASSPHRASE, Stage, come_in, fill, submit
from waiting import press, resize, text_of, unframed, wait_for

SIZES = [((60, 18), "light"), ((80, 24), "dark"), ((120, 40), "light")]


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


async def at_agreement(pilot: Pilot[None], name: str) -> None:
    await come_in(pilot, name)
    await press(pilot, "1", "g")
    assert isinstance(pilot.app.screen, AgreementPage)


async def to_the_end(pilot: Pilot[None]) -> None:
    pilot.app.clear_notifications()
    await press(pilot, *["pagedown"] * 4)


async def sign(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    await press(pilot, "s")
    assert isinstance(pilot.app.screen, SignDialog)
    await fill(pilot, passphrase=passphrase)
    await press(pilot, "enter")


async def test_from_nothing_to_signed_by_both(two: Two) -> None:
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, SUPERVISOR)
        assert f"There is no supervision agreement with {NAME} yet." in unframed(pilot)
        await press(pilot, "d")
        dialog = pilot.app.screen
        assert isinstance(dialog, TermsDialog)
        await fill(pilot, stage="newly-qualified-social-worker")
        assert dialog.query_one("#every-days", Input).value == "7"
        assert "Every week up to week 6, then every 2 weeks up to week 26" in unframed(pilot)
        assert "That is every week." in unframed(pilot)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, AgreementPage)
        words = unframed(pilot)
        assert "Not agreed by the supervisee." in words
        assert "every week up to week 6, then every 2 weeks up to week 26" in words
        await press(pilot, "w", *"time [/]")
        assert isinstance(pilot.app.screen, AgreementWordsPage)
        await wait_for(
            pilot, lambda: "Saved" in pilot.app.screen.query_one(ProgressStrip).saved_words, "it to be saved"
        )
        await press(pilot, "escape")
        await sign(pilot)
        assert (
            f"not agreed by the supervisee (signed by {SUPERVISOR} only). It waits for {NAME}."
            in unframed(pilot).replace("Not", "not")
        )
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await to_the_end(pilot)
        assert "time [/]" in text_of(pilot)
        await sign(pilot)
        assert "Signed by both, and locked." in unframed(pilot)
        assert "s Sign" not in unframed(pilot)
        assert "c Change" not in unframed(pilot)
    with two.signed_in(SUPERVISOR) as sam:
        agreement = sam.agreements.current(NAME)
        assert agreement is not None
        assert agreement.agreed
        assert (agreement.terms.every_days, agreement.terms.minutes) == (7, 90)
        assert agreement.terms.review == two.in_days(365)
        assert agreement.wants(agreement.supervisor) == "time [/]"


async def test_a_change_after_a_signature_is_asked_about_and_voids_it(two: Two) -> None:
    two.draw_up(signed_by=(SUPERVISOR,))
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert f"{SUPERVISOR} signed it as it stands now." in unframed(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AgreementPage)
        await press(pilot, "c", "right", "enter")
        assert isinstance(pilot.app.screen, TermsDialog)
        await fill(pilot, minutes="45")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, AgreementPage)
        await to_the_end(pilot)
        assert f"The signature of {SUPERVISOR} no longer counts: {NAME} changed something" in unframed(pilot)
    with two.signed_in(SUPERVISOR) as sam:
        agreement = sam.agreements.current(NAME)
        assert agreement is not None
        assert (agreement.terms.minutes, agreement.signatures) == (45, ())


async def test_the_other_one_s_words_are_read_and_cannot_be_changed(two: Two) -> None:
    agreement = two.draw_up()
    with two.signed_in(SUPERVISOR) as sam:
        sam.agreements.write(agreement.id, Section.OFFERS, before="", after="An hour and an open door.")
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await press(pilot, "o")
        assert f"{SUPERVISOR}: What I bring to it An hour and an open door." in unframed(pilot)
        await press(pilot, *"mine")
        await press(pilot, "escape")
    with two.signed_in(NAME) as robin:
        kept = robin.agreements.current(SUPERVISOR)
        assert kept is not None
        assert (kept.offers(kept.supervisee), kept.offers(kept.supervisor)) == (
            "mine",
            "An hour and an open door.",
        )


async def test_both_are_kept_where_another_window_wrote_as_well(two: Two) -> None:
    agreement = two.draw_up()
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await press(pilot, "w")
        with two.signed_in(NAME) as robin:
            robin.agreements.write(agreement.id, Section.WANTS, before="", after="from elsewhere")
        await press(pilot, *"my")
        await wait_for(pilot, lambda: "both texts stand here now" in unframed(pilot), "both texts")
        await press(pilot, *" own", "escape")
    with two.signed_in(NAME) as robin:
        kept = robin.agreements.current(SUPERVISOR)
        assert kept is not None
        words = kept.wants(kept.supervisee)
    assert "from elsewhere" in words
    assert "my own" in words


async def test_a_wrong_passphrase_signs_nothing_and_says_how_long_to_wait(two: Two) -> None:
    two.draw_up()
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await sign(pilot, "wrong one")
        assert isinstance(pilot.app.screen, SignDialog)
        assert "Nothing was signed. Please wait 1 second, then try again." in unframed(pilot)
        await press(pilot, "escape")
    with two.signed_in(SUPERVISOR) as sam:
        agreement = sam.agreements.current(NAME)
        assert agreement is not None
        assert agreement.signatures == ()


async def test_a_due_review_makes_a_new_one_from_the_old(two: Two) -> None:
    two.agree()
    two.go_on(days=366)
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, SUPERVISOR)
        assert "Its review date has come" in unframed(pilot)
        await press(pilot, "d")
        dialog = pilot.app.screen
        assert isinstance(dialog, TermsDialog)
        assert dialog.query_one("#every-days", Input).value == str(EVERY)
        assert dialog.query_one("#stage", Select).value == "our-own"
        await press(pilot, "ctrl+s")
        assert "Not agreed by the supervisee." in unframed(pilot)
        assert "A child in danger [/]" in unframed(pilot)
        await press(pilot, "p")
        assert "An earlier agreement. Signed by both, and locked." in unframed(pilot)
        assert "c Change" not in unframed(pilot)
        await press(pilot, "p")
        assert "Not agreed by the supervisee." in unframed(pilot)


async def test_a_review_begins_with_how_often_the_two_meet_by_then(two: Two) -> None:
    stage = replace(two.terms(), stage="newly-qualified-social-worker", every_days=7, minutes=90)
    two.draw_up(stage, signed_by=(SUPERVISOR, NAME))
    two.go_on(days=366)
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, SUPERVISOR)
        assert "every week up to week 6" in unframed(pilot)
        await press(pilot, "d", "ctrl+s")
        assert "How often, how long: every 4 weeks, 90 minutes" in unframed(pilot)


async def test_what_is_missing_is_said_and_what_was_typed_stays(two: Two) -> None:
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await press(pilot, "d", "ctrl+s")
        assert "It is not said how often you meet." in unframed(pilot)
        await fill(pilot, stage="our-own")
        await fill(pilot, minutes="an hour")
        await press(pilot, "ctrl+s")
        assert "The minutes are not a number." in unframed(pilot)
        await fill(pilot, minutes="60", review_words="yesterday")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, TermsDialog)
        assert pilot.app.screen.query_one("#minutes", Input).value == "60"
    with two.signed_in(NAME) as robin:
        assert robin.agreements.current(SUPERVISOR) is None


async def test_locking_keeps_what_was_typed_for_whoever_typed_it_alone(two: Two) -> None:
    drawn_up = two.draw_up(two.terms())
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, SUPERVISOR)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, TermsDialog)
        pilot.app.screen.query_one("#cancellation").focus()
        await press(pilot, *"by noon", "ctrl+l")
    with two.signed_in(NAME) as robin, two.signed_in(SUPERVISOR) as sam:
        assert robin.agreements.current(SUPERVISOR) == drawn_up
        (kept,) = sam.putting_aside.waiting()
        assert (kept.what, kept.circle) == ("Ring the day before.by noon", CircleKind.MINE)


async def test_it_goes_to_a_file_with_its_label_and_never_over_another_one_unasked(
    two: Two, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    two.draw_up(replace(two.terms(), cancellation="Ring Mrs Jones"), signed_by=(SUPERVISOR,))
    async with two.stage.closed() as pilot:
        await at_agreement(pilot, NAME)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ExportRecordDialog)
        words = unframed(pilot)
        assert f"Every page says: not agreed by the supervisee (signed by {SUPERVISOR} only)." in words
        assert "1 line in it may identify somebody" in words
        await submit(pilot, "look")
        assert "Ring Mrs Jones" in unframed(pilot)
        await press(pilot, "escape")
        await fill(pilot, kind="md", folder=str(tmp_path))
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, AgreementPage)
        path = tmp_path / f"agreement-{two.today.isoformat()}.md"
        text = path.read_text(encoding="utf-8")
        assert "not agreed by the supervisee" in text
        assert "Ring Mrs Jones" in text
        path.write_text("something else", encoding="utf-8")
        await press(pilot, "x")
        await fill(pilot, kind="md", folder=str(tmp_path))
        await submit(pilot, "write")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "enter")
        assert path.read_text(encoding="utf-8") == "something else"
        await submit(pilot, "write")
        await press(pilot, "right", "enter")
        assert "Ring Mrs Jones" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_what_the_pages_say(
    two: Two, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    at = f"{size[0]}x{size[1]}"

    async def look(name: str, wanted: str) -> None:
        pilot.app.clear_notifications()
        assert wanted in unframed(pilot)
        golden(f"{name}-{at}", text_of(pilot))
        assert (name, too_faint(pilot)) == (name, [])
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])

    async with two.stage.closed(size) as pilot:
        await at_agreement(pilot, NAME)
        await look("agreement-none", "There is no supervision agreement")
        await press(pilot, "d")
        await look("agreement-terms", "Choose what comes nearest")
    agreement = two.draw_up(two.terms(working_notes=True), signed_by=(SUPERVISOR,))
    with two.signed_in(NAME) as robin:
        robin.agreements.write(agreement.id, Section.WANTS, before="", after="Time to think.")
    async with two.stage.closed(size) as pilot:
        await at_agreement(pilot, NAME)
        await look("agreement", "Not agreed by the supervisee")
        await press(pilot, "w")
        await look("agreement-words", "What I want from supervision")
        await press(pilot, "escape", "s")
        await look("agreement-sign", f"Passphrase of {NAME}")
