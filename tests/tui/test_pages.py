"""Today, the library and a bank: what they show, and where they lead."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input, Static, TabbedContent

from founded import found
from reflect.domain.banks import Shape
from reflect.domain.reflection import Scale
from reflect.tui.question_filter import QuestionFilter
from reflect.tui.screens.bank import BankPage
from reflect.tui.screens.library import LibraryPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.today import TodayPage
from reflect.tui.start import Opening
from reflect.tui.widgets.choices import Choices
from reflect.tui.widgets.foot_line import FootLine
from stage import PASSPHRASE, Stage, fill, submit
from waiting import press, settle, text_of, words_of


def leave_something(stage: Stage) -> str:
    """A sitting left at the second question of Child M."""
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m")
    practice.reflecting.save_answer(
        sitting.reflection.id, "ask-about-a-day", text="Not always.", scale=Scale.SOMETIMES, revision=0
    )
    practice.reflecting.go_to(sitting.reflection.id, 1)
    practice.close()
    return sitting.reflection.id


async def test_enter_goes_on_where_somebody_left_off(stage: Stage) -> None:
    leave_something(stage)
    async with stage.open() as pilot:
        assert "question 2 of 3" in words_of(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "How do I speak to fathers" in words_of(pilot)


async def test_today_knows_what_changed_when_it_is_come_back_to(stage: Stage) -> None:
    leave_something(stage)
    async with stage.open() as pilot:
        sitting = (await pilot.app.desk.read(lambda practice: practice.reflecting.unfinished()))[0]
        await press(pilot, "l")
        await pilot.app.desk.write(lambda practice: practice.reflecting.delete_reflection(sitting.id))
        await press(pilot, "t")
        assert isinstance(pilot.app.screen, TodayPage)
        assert "Where you left off" not in text_of(pilot)
        assert "Begin with a question bank" in text_of(pilot)


async def test_an_opening_leads_straight_to_its_question(stage: Stage) -> None:
    async with stage.open(opening=Opening("child-m", "missed-visits")) as pilot:
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "What does my service do" in words_of(pilot)


async def test_a_broken_bank_is_told_of_and_the_others_work(stage: Stage, banks: Path) -> None:
    (banks / "broken.yaml").write_text("format: 1\nid: [broken\n", encoding="utf-8")
    async with stage.open() as pilot:
        assert "1 bank cannot be used" in words_of(pilot)
        assert "Child M" in text_of(pilot)


async def test_every_question_says_why_it_is_asked_and_from_which_finding_of_which_review(
    stage: Stage,
) -> None:
    async with stage.open((120, 40)) as pilot:
        await press(pilot, "l", "enter")
        pilot.app.screen.query_one(TabbedContent).active = "questions"
        await settle(pilot)
        await press(pilot, "down")
        for why, finding, review in (
            ("and so nobody knew.", "Nobody asked Child M what a day", "Child M (Local review"),
            ("leaves out half", "The father was not spoken to", "Child M (Local review"),
            ("a choice of the family", "A school nurse noticed", "Learning from Child M"),
        ):
            detail = " ".join(str(pilot.app.screen.query_one("#question-text", Static).render()).split())
            assert [words for words in (why, finding, review) if words not in detail] == []
            assert "Professionals only" in words_of(pilot)
            await press(pilot, "down")


async def test_reflecting_starts_at_the_question_that_is_marked(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "enter")
        pilot.app.screen.query_one(TabbedContent).active = "questions"
        await settle(pilot)
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, ReflectPage)
        assert "How do I speak to fathers" in words_of(pilot)


async def test_the_library_says_how_many_questions_are_for_other_professions(stage: Stage) -> None:
    found(stage.workspace.folder, "Robin Example", "Social worker", stage.workspace.clock.now())
    async with stage.open() as pilot:
        await press(pilot, "l")
        assert "3 questions (1 for other professions)" in words_of(pilot)


async def test_a_filter_says_in_words_what_it_shows_and_follows_into_the_bank(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "f")
        await fill(pilot, words="FATHER", profession="midwife")
        await submit(pilot, "show")
        assert isinstance(pilot.app.screen, LibraryPage)
        assert "1 of 4 questions · for: Midwife · words: FATHER" in words_of(pilot)
        assert "1 of 3 questions" in words_of(pilot)
        assert "Two schools" not in text_of(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BankPage)
        assert pilot.app.screen.query_one(Choices).option_count == 1
        await press(pilot, "a")
        assert "All 3 questions" in words_of(pilot)


async def test_a_filter_that_finds_nothing_says_what_to_do(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "f")
        await fill(pilot, words="submarine")
        await submit(pilot, "show")
        assert "No question is like that. Press a to see all of them again" in words_of(pilot)
        await press(pilot, "f")
        assert pilot.app.screen.query_one("#words", Input).value == "submarine"
        await submit(pilot, "clear")
        assert "All 4 questions" in words_of(pilot)


async def test_a_filter_combines_theme_shape_profession_and_words(stage: Stage) -> None:
    bank = stage.workspace.catalogue().bank("child-m")

    def found(wanted: QuestionFilter) -> list[str]:
        return [question.id for question in wanted.of(bank)]

    assert len(found(QuestionFilter())) == 3
    assert found(QuestionFilter(theme="neglect")) == ["ask-about-a-day", "missed-visits"]
    assert found(QuestionFilter(shape=Shape.OPEN)) == ["speak-to-fathers"]
    assert found(QuestionFilter(profession="teacher")) == ["ask-about-a-day", "missed-visits"]
    assert found(QuestionFilter(words="nurse visit")) == ["missed-visits"]
    assert found(QuestionFilter(theme="neglect", shape=Shape.SERVICE, words="x y z")) == []


async def test_the_mouse_does_what_the_keys_do(stage: Stage) -> None:
    async with stage.open() as pilot:
        at = text_of(pilot).splitlines()[-1].index("Library")
        await pilot.click(FootLine, offset=(at, 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, LibraryPage)
        await pilot.click(Choices, offset=(4, 0))
        await settle(pilot)
        assert isinstance(pilot.app.screen, BankPage)


async def test_the_foot_line_names_the_next_step_and_always_help(stage: Stage) -> None:
    async with stage.open((60, 18)) as pilot:
        assert text_of(pilot).splitlines()[-1].split("   ") == [
            "  enter Open",
            "l Library",
            "m My reflections",
            "f1 Help",
        ]


async def test_sign_in_from_a_file_that_is_wrong_leads_to_the_lock_page(stage: Stage) -> None:
    stage.workspace.set_up().close()
    async with stage._running((80, 24), "not this one", None) as pilot:
        assert "Welcome back" in words_of(pilot)
        assert "You can try again in 1 second." in words_of(pilot)
        assert PASSPHRASE not in text_of(pilot)


async def test_a_page_covers_what_lies_beneath_and_draws_nothing_of_it(stage: Stage) -> None:
    async with stage.open() as pilot:
        await press(pilot, "l", "enter", "f1")
        assert len(pilot.app.screen_stack) > 3
        for screen in pilot.app.screen_stack:
            assert screen.styles.background.a == 1, screen
