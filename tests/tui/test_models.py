"""Reflective models: chosen for one answer, written step by step, and never at the cost of a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reflect.domain.reflection import Scale
from reflect.storage import driver
from reflect.tui.dialogs.choose_model import ChooseModelDialog
from reflect.tui.screens.answer import AnswerPage
from reflect.tui.screens.reflect import ReflectPage
from reflect.tui.screens.sitting import SittingPage
from reflect.tui.widgets.step_guide import StepGuide
from stage import PASSPHRASE, Stage
from waiting import press, settle, text_of, wait_for, words_of
from writing import (
    OPEN,
    SELF_AUDIT,
    SERVICE,
    SIZES,
    at,
    choose_model,
    editor,
    on_question,
    rush,
    saved,
    say,
    stored,
    strip,
)

WHAT, GIBBS = ["down"], ["down", "down"]


@pytest.mark.parametrize("size", SIZES)
async def test_each_model_is_offered_with_its_steps_and_source_and_free_writing_first(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int]
) -> None:
    async with stage.open(size, at()) as pilot:
        await on_question(pilot)
        await press(pilot, "ctrl+t")
        assert isinstance(pilot.app.screen, ChooseModelDialog)
        said = words_of(pilot)
        for words in ("Free writing, used now", "What? / So what? / Now what?", "Graham Gibbs"):
            assert words in said
        golden(f"models-{size[0]}x{size[1]}", text_of(pilot))
        await press(pilot, "end")
        assert "Melanie Jasper" in words_of(pilot)
        await press(pilot, "escape")
        assert pilot.app.focused is editor(pilot)
        await press(pilot, "ctrl+t", "enter")
        assert editor(pilot).border_title == "My answer"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", [SELF_AUDIT, OPEN, SERVICE])
async def test_an_answer_is_written_one_step_at_a_time(
    stage: Stage, golden: Callable[[str, str], None], size: tuple[int, int], question: str
) -> None:
    async with stage.open(size, at(question)) as pilot:
        await on_question(pilot)
        await choose_model(pilot, *GIBBS)
        assert "What happened? Keep to what you saw and did." in words_of(pilot)
        await say(pilot, "I saw it")
        await press(pilot, "f8")
        assert "What did you feel and think at the time?" in words_of(pilot)
        assert "Feelings · " in text_of(pilot)
        await press(pilot, "f8")
        await say(pilot, "well")
        guide = str(pilot.app.screen.query_one(StepGuide).content)
        assert "1 ●   2 ○   › 3 ● Evaluation   4 ○" in guide
        await wait_for(pilot, lambda: not pilot.app.screen.query("Toast"), "notes to go")
        golden(f"steps-{question}-{size[0]}x{size[1]}", text_of(pilot))
    answer = stored(stage, question)
    assert answer.model == "gibbs"
    assert [words for _, words in answer.steps or ()] == ["I saw it", "", "well", "", "", ""]
    assert answer.text == "I saw it\n\nwell"


async def test_the_steps_go_round_and_back_and_keep_what_was_written(stage: Stage) -> None:
    async with stage.open((100, 30), at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, *WHAT)
        await press(pilot, *"a", "f8", *"b", "f8", *"c", "f8")
        assert editor(pilot).text == "a"
        await press(pilot, "f4")
        assert editor(pilot).text == "c"
        assert "1 ● What?   2 ● So what?   › 3 ● Now what?" in text_of(pilot)
        await press(pilot, "ctrl+up", "ctrl+down")
        assert editor(pilot).text == "c"


async def test_keys_in_a_rush_reach_the_steps_that_they_were_meant_for(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, *WHAT)
        await rush(pilot, *"first", "f8", *"second", "f8", *"third", "f4", *"!", "ctrl+n", *"other")
        await wait_for(pilot, lambda: editor(pilot).text == "other", "the next answer")
        await saved(pilot)
    assert [words for _, words in stored(stage).steps or ()] == ["first", "second!", "third"]
    assert stored(stage, SERVICE).text == "other"


async def test_changing_the_model_puts_words_aside_and_changing_back_brings_them_back(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await rush(pilot, *"free", "ctrl+t")
        await settle(pilot)
        await press(pilot, *WHAT, "enter")
        assert editor(pilot).text == ""
        assert "What you wrote freely is kept" in words_of(pilot)
        await press(pilot, *"happened", "f8", *"means")
        await choose_model(pilot, *GIBBS)
        assert editor(pilot).text == ""
        await press(pilot, *"saw")
        await press(pilot, "ctrl+t")
        assert "Free writing, has words" in words_of(pilot)
        await press(pilot, "home", "enter")
        assert editor(pilot).text == "free"
        await say(pilot, "!")
        assert not pilot.app.screen.query_one(StepGuide).display
        await choose_model(pilot, *WHAT)
        assert "1 ● What?   2 ● So what?   › 3 ○ Now what?" in text_of(pilot)
        await press(pilot, "f8")
        assert editor(pilot).text == "happened"
        await saved(pilot)
    aside = {model: [words for _, words in steps] for model, steps in stored(stage).aside}
    assert aside["free"] == ["free!"]
    assert aside["gibbs"][0] == "saw"


async def test_only_looking_at_a_model_leaves_the_answer_as_it_was(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await say(pilot, "free")
        await choose_model(pilot, *GIBBS)
        assert editor(pilot).text == ""
        assert strip(pilot).startswith("Saved")
        await press(pilot, "ctrl+n", "ctrl+b")
        assert editor(pilot).text == "free"
        await choose_model(pilot, *GIBBS)
        await choose_model(pilot)
        assert editor(pilot).text == "free"
        await choose_model(pilot, *GIBBS)
        await press(pilot, *"x", "backspace", "tab", "space")
        await saved(pilot)
    answer = stored(stage)
    assert (answer.text, answer.model, answer.scale) == ("free", "free", Scale.NOT_IN_MY_ROLE)


async def test_the_scale_stays_when_the_model_changes(stage: Stage) -> None:
    async with stage.open(opening=at(SELF_AUDIT)) as pilot:
        await on_question(pilot)
        await press(pilot, "shift+tab", "3")
        await choose_model(pilot, *WHAT)
        await say(pilot, "once")
        assert "● Sometimes" in text_of(pilot)
        await choose_model(pilot)
        await saved(pilot)
    assert stored(stage, SELF_AUDIT).scale is Scale.SOMETIMES


async def test_step_keys_are_offered_only_where_there_are_steps(stage: Stage) -> None:
    async with stage.open((120, 40), at()) as pilot:
        await on_question(pilot)
        await press(pilot, *"ab", "f8", "f4")
        assert editor(pilot).text == "ab"
        assert "Next step" not in text_of(pilot)
        await choose_model(pilot, *WHAT)
        assert "f8 Next step   f4 Step back" in text_of(pilot)
        await press(pilot, "f1")
        assert "f8 or ctrl+down" in words_of(pilot)


async def test_a_sitting_gone_on_with_opens_at_the_first_step_without_words(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, *WHAT)
        await say(pilot, "happened")
    async with stage.open((100, 30), at()) as pilot:
        await on_question(pilot)
        assert "1 ● What?   › 2 ○ So what?" in text_of(pilot)
        assert "What does it mean for the child" in words_of(pilot)


async def test_headings_stand_above_the_words_wherever_they_are_read_and_changed(
    stage: Stage, golden: Callable[[str, str], None]
) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m").reflection.id
    steps = (("What?", "I [b]saw[/b] it"), ("So what?", ""), ("Now what?", "I will ask"))
    practice.reflecting.save_answer(sitting, OPEN, text="", scale=None, revision=0, model="what", steps=steps)
    practice.close()
    async with stage.open() as pilot:
        pilot.app.push_screen(SittingPage(sitting))
        await wait_for(pilot, lambda: "What I take away" in text_of(pilot), "the reflection")
        said = words_of(pilot)
        assert "What? I [b]saw[/b] it Now what? I will ask" in said
        assert "So what?" not in said
        golden("sitting-in-steps-80x24", text_of(pilot))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AnswerPage)
        await say(pilot, "for the child")
        await press(pilot, "escape")
        assert "So what? for the child Now what?" in words_of(pilot)
    assert [words for _, words in stored(stage).steps or ()] == [
        "I [b]saw[/b] it",
        "for the child",
        "I will ask",
    ]


async def test_words_stay_under_their_headings_when_the_models_are_gone(stage: Stage) -> None:
    practice = stage.workspace.set_up()
    sitting = practice.reflecting.begin("child-m", OPEN).reflection.id
    practice.reflecting.save_answer(
        sitting, OPEN, text="", scale=None, revision=0, model="old", steps=(("Then", "a"), ("Later", "b"))
    )
    practice.close()
    (stage.workspace.banks / "models.yaml").write_text("not: models", encoding="utf-8")
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        assert "1 ● Then   › 2 ● Later" in text_of(pilot)
        await say(pilot, "!")
    assert stored(stage).steps == (("Then", "a"), ("Later", "b!"))
    assert stored(stage).model == "old"


async def test_words_of_another_window_are_kept_step_by_step(stage: Stage) -> None:
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        await choose_model(pilot, *WHAT)
        await say(pilot, "mine")
        before = stored(stage)
        other = stage.workspace.sign_in(None, PASSPHRASE)
        other.reflecting.edit_answer(
            before.id,
            text="",
            scale=None,
            revision=before.revision,
            steps=(("What?", "mine"), ("So what?", "theirs"), ("Now what?", "")),
        )
        other.close()
        await press(pilot, "f8", "f8", *"later")
        await wait_for(pilot, lambda: "Another window wrote here too" in text_of(pilot), "the other words")
        assert editor(pilot).text == "later"
        await saved(pilot)
        await press(pilot, "f4")
        assert editor(pilot).text == "theirs"
    assert [words for _, words in stored(stage).steps or ()] == ["mine", "theirs", "later"]


async def test_while_words_cannot_be_saved_the_model_stays_and_they_do_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_MILLISECONDS", 1)
    async with stage.open(opening=at()) as pilot:
        await on_question(pilot)
        other = stage.workspace.sign_in(None, PASSPHRASE)
        with other._store.writing():
            await press(pilot, *"free")
            await choose_model(pilot, *WHAT)
            assert isinstance(pilot.app.screen, ReflectPage)
            assert editor(pilot).text == "free"
            assert "Not saved." in strip(pilot)
        other.close()
        await press(pilot, "ctrl+s")
        await saved(pilot)
        await choose_model(pilot, *WHAT)
        assert editor(pilot).text == ""
        await say(pilot, "in steps")
    assert dict(stored(stage).aside)["free"] == (("", "free"),)
