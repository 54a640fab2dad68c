"""Working notes by keys alone: always under their label for the author; a number and a right to ask for the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from between_two import ADMIN, SUPERVISOR, Two
from looking import out_of_reach, too_faint
from reflect.domain.dates import said
from reflect.tui.app import ReflectApp
from reflect.tui.dialogs.confirm import ConfirmDialog
from reflect.tui.dialogs.working_note import WorkingNoteDialog
from reflect.tui.screens.working_notes import WorkingNotesPage
from stage import NAME, Stage, come_in, fill
from waiting import press, resize, settle, text_of, unframed, wait_for

LABEL = f"about {NAME}; {NAME} can ask to see it"
SIZES = [((60, 18), "light"), ((80, 24), "dark"), ((120, 40), "light")]


@pytest.fixture
def two(stage: Stage) -> Two:
    return Two(stage)


async def at_notes(pilot: Pilot[None], name: str) -> None:
    await come_in(pilot, name)
    await press(pilot, "1", "w")
    assert isinstance(pilot.app.screen, WorkingNotesPage)
    pilot.app.clear_notifications()


def noted(two: Two, *texts: str) -> None:
    """Notes of the supervisor, without a one-to-one."""
    with two.signed_in(SUPERVISOR) as sam:
        for text in texts:
            sam.working_notes.add(NAME, text)
            two.go_on(minutes=1)


def texts(two: Two) -> list[str]:
    with two.signed_in(SUPERVISOR) as sam:
        return [note.text for note in sam.working_notes.mine(NAME)]


async def test_a_note_is_written_changed_and_deleted_under_its_label(two: Two) -> None:
    two.agree(working_notes=True)
    record = two.hold()
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        assert f"There are no working notes about {NAME}." in unframed(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, WorkingNoteDialog)
        assert f"{LABEL}." in unframed(pilot)
        assert f"the one-to-one of {said(record.facts.planned)}" in unframed(pilot)
        await press(pilot, *"ask [/] how", "ctrl+s")
        words = unframed(pilot)
        assert LABEL in words
        assert "ask [/] how" in words
        assert "deleted 14 days after both have signed that record" in words
        await press(pilot, "c", *" it went", "ctrl+s")
        assert "ask [/] how it went" in unframed(pilot)
        await press(pilot, "d", "enter")
        assert texts(two) == ["ask [/] how it went"]
        await press(pilot, "d", "right", "enter")
    assert texts(two) == []


async def test_a_note_is_kept_with_a_reason(two: Two) -> None:
    two.agree(working_notes=True)
    record = two.hold()
    with two.signed_in(SUPERVISOR) as sam:
        sam.working_notes.add(NAME, "Leave in May", record.id)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        await press(pilot, "k", "ctrl+s")
        assert "It is missing why it is kept." in unframed(pilot)
        await press(pilot, *"long leave", "ctrl+s")
        assert "Kept because: long leave" in unframed(pilot)
    with two.signed_in(SUPERVISOR) as sam:
        assert sam.working_notes.mine(NAME)[0].kept_because == "long leave"


async def test_the_supervisee_sees_a_number_asks_and_reads_what_is_handed_over(two: Two) -> None:
    two.agree(working_notes=True)
    noted(two, "first words", "second words")
    async with two.stage.closed() as pilot:
        await at_notes(pilot, NAME)
        words = unframed(pilot)
        assert f"{SUPERVISOR} keeps 2 working notes about you." in words
        assert "words" not in words.replace("2 working notes", "")
        assert "n New note" not in words
        await press(pilot, "s")
        assert f"You asked on {said(two.today)}" in unframed(pilot)
        assert "You can ask" not in unframed(pilot)
        assert "s Ask" not in unframed(pilot)
    noted(two, "a later one")
    async with two.stage.closed() as pilot:
        await at_notes(pilot, NAME)
        assert f"{SUPERVISOR} keeps 3 working notes about you. You can ask to see 1 more." in unframed(pilot)
        assert "s Ask" in unframed(pilot)
        await press(pilot, "s")
        assert "You can ask" not in unframed(pilot)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        assert f"{NAME} asked to see it on {said(two.today)}" in unframed(pilot)
        assert "c Change" not in unframed(pilot)
        assert "d Delete" not in unframed(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert f"{NAME} reads it as it stands now" in unframed(pilot)
        await press(pilot, "right", "enter")
        assert f"Handed over on {said(two.today)}." in unframed(pilot)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, NAME)
        words = unframed(pilot)
        assert f"Handed over on {said(two.today)} " in words
        assert sum(one in words for one in ("first words", "second words", "a later one")) == 1


async def test_today_tells_the_supervisor_that_they_were_asked_until_it_is_handed_over(two: Two) -> None:
    two.agree(working_notes=True)
    noted(two, "only words")
    with two.signed_in(NAME) as robin:
        robin.working_notes.ask(SUPERVISOR)
    async with two.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "asked to see your working notes" in unframed(pilot)
        await press(pilot, "home", "enter")
        assert isinstance(pilot.app.screen, WorkingNotesPage)
    with two.signed_in(SUPERVISOR) as sam:
        sam.working_notes.hand_over(sam.working_notes.mine()[0].id)
    async with two.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "asked to see" not in unframed(pilot)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, NAME)
        words = unframed(pilot)
        assert f"{SUPERVISOR} keeps no working notes about you, and handed 1 over." in words
        assert "You can ask" not in words


async def test_when_the_link_is_over_who_was_asked_is_told_and_who_is_given_it_reads_it(two: Two) -> None:
    two.agree(working_notes=True)
    noted(two, "only words", "kept back")
    with two.signed_in(ADMIN) as admin:
        admin.links.end(two.link)
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        await press(pilot, "1")
        assert "Working notes from before" in unframed(pilot)
        await press(pilot, "enter")
        assert f"{SUPERVISOR} keeps 2 working notes about you." in unframed(pilot)
        await press(pilot, "s")
        assert f"You asked on {said(two.today)}" in unframed(pilot)
    async with two.stage.closed() as pilot:
        await come_in(pilot, SUPERVISOR)
        assert "asked to see your working notes" in unframed(pilot)
        await press(pilot, "end", "1")
        assert f"Neither of you supervises the other any more. {NAME} asked to see" in unframed(pilot)
        assert "g Agreement" not in unframed(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, WorkingNotesPage)
        await press(pilot, "h", "right", "enter")
    async with two.stage.closed() as pilot:
        await come_in(pilot, NAME)
        assert f"{SUPERVISOR} has handed you a working note about you" in unframed(pilot)
        await press(pilot, "1", "enter")
        assert ("only words" in unframed(pilot)) != ("kept back" in unframed(pilot))


async def test_what_is_not_allowed_is_said_and_not_offered(two: Two) -> None:
    two.agree(working_notes=False)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        assert "does not allow working notes" in unframed(pilot)
        assert "n New note" not in unframed(pilot)
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, WorkingNotesPage)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, NAME)
        assert f"{SUPERVISOR} keeps no working notes about you." in unframed(pilot)
        assert "s Ask to see them" not in unframed(pilot)


async def test_leaving_and_locking_lose_nothing(two: Two) -> None:
    two.agree(working_notes=True)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        await press(pilot, "n", *"half", "escape")
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await press(pilot, "enter", *" a note", "ctrl+l")
    assert texts(two) == ["half a note"]


async def test_what_may_identify_somebody_is_said_while_writing(two: Two) -> None:
    two.agree(working_notes=True)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        await press(pilot, "n", *"Mrs Jones")
        await wait_for(pilot, lambda: "May identify somebody" in unframed(pilot), "the reminder")
        await press(pilot, "ctrl+s")
    assert texts(two) == ["Mrs Jones"]


@pytest.mark.parametrize(("size", "theme"), SIZES, ids=["60x18", "80x24", "120x40"])
async def test_what_the_pages_say(
    two: Two, golden: Callable[[str, str], None], size: tuple[int, int], theme: str
) -> None:
    two.stage.workspace.use_theme(theme)
    at = f"{size[0]}x{size[1]}"

    async def look(name: str, wanted: str) -> None:
        assert wanted in unframed(pilot)
        golden(f"{name}-{at}", text_of(pilot))
        assert (name, too_faint(pilot)) == (name, [])
        for now in ((72, 20), (100, 30), size):
            await resize(pilot, *now)
            assert (name, now, await out_of_reach(pilot)) == (name, now, [])

    two.agree(working_notes=True)
    two.hold()
    noted(two, "A second reading of the file helped. " * 4, "Ask about the course.")
    async with two.stage.closed(size) as pilot:
        await at_notes(pilot, SUPERVISOR)
        await look("working-notes", LABEL)
        await press(pilot, "n")
        await fill(pilot)
        await look("working-note-new", "What helps you to remember?")
    async with two.stage.closed(size) as pilot:
        await at_notes(pilot, NAME)
        await look("working-notes-about-me", "You can ask to see them")


async def test_a_memory_aid_goes_on_its_day_while_its_author_s_program_is_open(two: Two) -> None:
    two.agree(working_notes=True)
    record = two.hold()
    with two.signed_in(SUPERVISOR) as sam:
        sam.working_notes.add(NAME, "Ask how the twins are.", record.id)
    for name in (SUPERVISOR, NAME):
        with two.signed_in(name) as practice:
            practice.one_to_ones.sign(record.id)
    async with two.stage.closed() as pilot:
        await at_notes(pilot, SUPERVISOR)
        two.go_on(days=15)
        with two.signed_in(NAME) as robin:
            assert [one.number for one in robin.working_notes.about_me()] == [1]
        assert isinstance(pilot.app, ReflectApp)
        pilot.app.news.look_again()
        await settle(pilot)
        with two.signed_in(NAME) as robin:
            assert sum(one.number for one in robin.working_notes.about_me()) == 0
