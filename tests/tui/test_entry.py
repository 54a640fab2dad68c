"""Coming in: the first start, the lock page, joining, recovery words."""

from __future__ import annotations

from textual.widgets import Input

from clocks import StoppedClock
from reflect.domain.people import Standing
from reflect.tui.screens.first_start import FirstStartPage
from reflect.tui.screens.join import JoinPage
from reflect.tui.screens.lock import LockPage
from reflect.tui.screens.opening import OpeningPage
from reflect.tui.screens.recover import RecoverPage
from reflect.tui.screens.recovery_words import RecoveryWordsPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.widgets.passphrase_field import waiting_words
from stage import NAME, PASSPHRASE, Stage, fill, submit
from waiting import press, settle, text_of, wait_for, words_of

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


async def test_three_steps_lead_from_nothing_to_today(stage: Stage) -> None:
    async with stage.closed() as pilot:
        assert isinstance(pilot.app.screen, FirstStartPage)
        await fill(pilot, name="Sam Okafor", profession="Nurse")
        await submit(pilot, "next")
        await fill(pilot, passphrase="teal otter lamp", again="teal otter lamp")
        await submit(pilot, "again")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsPage), "the recovery words")
        rows = [line.split() for line in text_of(pilot).splitlines()]
        words = {row[at]: row[at + 1] for row in rows if len(row) == 8 for at in range(0, 8, 2)}
        assert len(words) == 12
        await fill(pilot, word_2=words["3"], word_11=words["12"])
        await submit(pilot, "begin")
        assert isinstance(pilot.app.screen, TodayPage)
        assert "Sam Okafor" in words_of(pilot)
    person = stage.workspace.people()[0]
    assert (person.name, person.standing) == ("Sam Okafor", Standing.ACTIVE)


async def test_the_first_start_says_what_is_missing_and_keeps_what_was_typed(stage: Stage) -> None:
    async with stage.closed() as pilot:
        await submit(pilot, "next")
        assert "Please type the name" in words_of(pilot)
        await fill(pilot, name="Sam")
        await submit(pilot, "next")
        assert "Please choose your profession." in words_of(pilot)
        assert pilot.app.screen.query_one("#name", Input).value == "Sam"


async def test_two_different_or_weak_passphrases_are_refused_in_words(stage: Stage) -> None:
    async with stage.closed() as pilot:
        await fill(pilot, name="Sam", profession="Nurse")
        await submit(pilot, "next")
        await fill(pilot, passphrase="teal otter", again="teal otters")
        await submit(pilot, "make")
        assert "The two passphrases differ." in words_of(pilot)
        await fill(pilot, passphrase="password", again="password")
        await submit(pilot, "make")
        assert "tried first" in words_of(pilot)
    assert not stage.workspace.exists()


async def test_escape_leads_from_the_second_step_to_the_first(stage: Stage) -> None:
    async with stage.closed() as pilot:
        await fill(pilot, name="Sam", profession="Nurse")
        assert "Back" not in words_of(pilot)
        await submit(pilot, "next")
        assert "Step 2 of 3" in words_of(pilot)
        assert "Back" in words_of(pilot)
        await press(pilot, "escape")
        assert "Step 1 of 3" in words_of(pilot)


async def test_another_profession_can_be_named(stage: Stage) -> None:
    async with stage.closed() as pilot:
        await fill(pilot, name="Sam", profession="Another profession")
        await fill(pilot, other_profession="Play therapist")
        await submit(pilot, "other-profession")
        await fill(pilot, passphrase="teal otter lamp", again="teal otter lamp")
        await submit(pilot, "make")
        assert pilot.app.desk.practice.person.profession == "Play therapist"


async def test_recovery_words_must_have_been_written_down(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    async with stage.closed() as pilot:
        pilot.app.show_recovery_words(practice, WORDS)
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsPage), "the recovery words")
        await fill(pilot, word_2="tree", word_11="twelve")
        await submit(pilot, "begin")
        assert "Word 3 reads differently above." in words_of(pilot)
        assert not pilot.app.is_signed_in
        await fill(pilot, word_2="Three ")
        await submit(pilot, "word-2")
        assert isinstance(pilot.app.screen, TodayPage)


async def test_nothing_else_can_be_done_before_the_words_are_written_down(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    async with stage.closed() as pilot:
        pilot.app.show_recovery_words(practice, WORDS)
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, RecoveryWordsPage), "the recovery words")
        await press(pilot, "escape", "f2", "ctrl+l")
        assert isinstance(pilot.app.screen, RecoveryWordsPage)


async def test_the_passphrase_opens_the_workspace(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.closed() as pilot:
        assert f"Welcome back, {NAME}." in words_of(pilot)
        await press(pilot, *"secret")
        assert "secret" not in words_of(pilot)
        await fill(pilot, passphrase=PASSPHRASE)
        await submit(pilot, "passphrase")
        assert isinstance(pilot.app.screen, TodayPage)
        assert pilot.app.desk.practice.person.name == NAME


async def test_a_wrong_passphrase_waits_in_words_and_counts_down(stage: Stage, clock: StoppedClock) -> None:
    stage.workspace.set_up().close()
    async with stage.closed() as pilot:
        await fill(pilot, passphrase="not this one")
        await submit(pilot, "passphrase")
        page = pilot.app.screen
        assert isinstance(page, LockPage)
        assert "Please wait 1 second, then try again." in words_of(pilot)
        assert page.query_one("#passphrase", Input).value == ""
        clock.go_on(seconds=1)
        page.count_down()
        await settle(pilot)
        assert "You can try again now." in words_of(pilot)


def test_waiting_times_read_as_people_say_them() -> None:
    said = [waiting_words(seconds) for seconds in (1, 4, 59, 60, 61, 300)]
    assert said == ["1 second", "4 seconds", "59 seconds", "1 minute", "2 minutes", "5 minutes"]


async def test_one_of_several_people_is_chosen_by_name(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    code = practice.people.invite("Alex Example", "Nurse")
    other, _ = stage.workspace.join(code=code, passphrase=PASSPHRASE)
    other.close()
    practice.close()
    async with stage.closed() as pilot:
        assert "Who are you?" in words_of(pilot)
        await fill(pilot, who="Alex Example")
        await fill(pilot, passphrase=PASSPHRASE)
        await submit(pilot, "passphrase")
        assert pilot.app.desk.practice.person.name == "Alex Example"


async def test_a_code_is_traded_for_a_passphrase_of_ones_own(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    code = practice.people.invite("Alex Example", "Nurse")
    practice.close()
    async with stage.closed() as pilot:
        await press(pilot, "ctrl+n")
        assert isinstance(pilot.app.screen, JoinPage)
        await fill(pilot, code="no such code", passphrase=PASSPHRASE, again=PASSPHRASE)
        await submit(pilot, "join")
        assert "code" in str(pilot.app.screen.query_one("#problem").render())
        await fill(pilot, code=code)
        await submit(pilot, "join")
        assert isinstance(pilot.app.screen, RecoveryWordsPage)
        assert pilot.app.desk.practice.person.name == "Alex Example"


async def test_recovery_words_set_a_new_passphrase(stage: Stage) -> None:
    practice, words = stage.workspace.create(
        name=NAME, profession="Midwife", passphrase=PASSPHRASE, demo=True
    )
    practice.close()
    async with stage.closed() as pilot:
        await press(pilot, "ctrl+r")
        assert isinstance(pilot.app.screen, RecoverPage)
        await fill(pilot, words=" ".join(words), passphrase="amber kettle moss", again="amber kettle moss")
        await submit(pilot, "recover")
        assert isinstance(pilot.app.screen, TodayPage)
    stage.workspace.sign_in(NAME, "amber kettle moss").close()


async def test_escape_leads_back_from_joining_to_the_lock_page(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage.closed() as pilot:
        await press(pilot, "ctrl+n", "escape")
        assert isinstance(pilot.app.screen, LockPage)


async def test_what_keeps_the_workspace_closed_is_said_with_the_next_step(stage: Stage) -> None:
    stage.workspace.set_up().close()
    for file in stage.workspace.folder.iterdir():
        if file.suffix != ".toml":
            file.write_bytes(file.read_bytes()[:20])
    async with stage.closed() as pilot:
        assert isinstance(pilot.app.screen, OpeningPage)
        assert "damaged" in words_of(pilot)
        assert "ctrl+q leaves." in words_of(pilot)


async def test_a_wrong_setting_is_named_before_anything_opens(stage: Stage) -> None:
    stage.workspace.set_up().close()
    (stage.workspace.folder / "settings.toml").write_text("theem = 'dark'\n", encoding="utf-8")
    async with stage.closed() as pilot:
        assert "unknown setting, theem. Did you mean theme?" in words_of(pilot)


async def test_a_synchronised_folder_is_refused_with_the_reason(stage: Stage) -> None:
    stage.workspace.folder = stage.workspace.folder.parent / "Dropbox" / "reflect"
    async with stage.closed() as pilot:
        assert "This folder is not a safe place" in words_of(pilot)
        assert "Dropbox" in words_of(pilot)
    assert not stage.workspace.folder.exists()
