"""Settings of a workspace: one commented file that a person may also write by hand."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from reflect.errors import WrongUse
from reflect.settings import FILE_NAME, Settings, Told, load_settings, save_settings, told_by


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(lock_after_minutes=15, theme="dark")


def test_what_is_saved_is_read_again_word_for_word(tmp_path: Path) -> None:
    chosen = Settings(
        local_procedure='Ring "the desk" on 0123 \\ ask for Sam',
        support_line="Ext. 4 – day and night",
        theme="light",
        high_contrast=True,
        motion=True,
        questions_return=False,
        local_words=("Harbour Estate", 'the "Hill"'),
        keys={"change-theme": "f8", "go-today": "h"},
    )
    save_settings(tmp_path, chosen)
    assert load_settings(tmp_path) == chosen


def test_each_setting_stands_below_a_sentence_that_explains_it(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(keys={"change-theme": "f8"}))
    lines = (tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()
    names = set()
    for number, line in enumerate(lines):
        if line == "[keys]" or ("=" in line and not line.startswith(("#", "change-theme"))):
            assert lines[number - 1].startswith("# "), line
            names.add(line.split(" = ")[0].strip("[]"))
    assert names == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('theem = "dark"', "Did you mean theme?"),
        ('theme = "drak"', "Did you mean dark?"),
        ("theme = 3", "theme is dark or light"),
        ('high_contrast = "ture"', "Did you mean true?"),
        ("motion = 1", "motion is true or false"),
        ("lock_after_minutes = 0", "from 1 to 240. The nearest is 1."),
        ("lock_after_minutes = 999", "The nearest is 240."),
        ("lock_after_minutes = true", "The nearest is 15."),
        ('questions_return = "no way"', "questions_return is true or false"),
        ("support_line = 5", "words in quotation marks"),
        ('local_words = "Hill School"', "a list of words"),
        ("local_words = [1]", "a list of words"),
        ("keys = 3", "keys is a table"),
        ("[keys]\nlock-now = 3", "the key of lock-now"),
        ("theme = ", "cannot be read"),
    ],
)
def test_a_bad_value_is_named_with_the_nearest_known_one(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / FILE_NAME).write_text(written, encoding="utf-8")
    with pytest.raises(WrongUse) as refused:
        load_settings(tmp_path)
    assert FILE_NAME in str(refused.value)
    assert said in str(refused.value)


def test_an_option_counts_more_than_the_environment_and_that_more_than_the_file() -> None:
    in_the_file = Settings(theme="dark", lock_after_minutes=30, high_contrast=True)
    environment = {"REFLECT_THEME": "light", "REFLECT_LOCK_AFTER_MINUTES": "5", "REFLECT_HIGH_CONTRAST": "no"}
    told = told_by(environment)
    assert told.over(in_the_file) == Settings(theme="light", lock_after_minutes=5, high_contrast=False)
    assert told.where("theme") == "REFLECT_THEME"
    assert told.where("motion") is None
    told = told_by(environment, theme="dark")
    assert told.over(in_the_file).theme == "dark"
    assert told.where("theme") == "--theme"


def test_an_empty_variable_says_nothing() -> None:
    assert told_by({"REFLECT_THEME": "", "REFLECT_MOTION": " "}) == Told()
    assert told_by({"REFLECT_MOTION": "On"}).over(Settings()).motion is True


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("REFLECT_THEME", "ligth", "REFLECT_THEME: theme is dark or light. Did you mean light?"),
        ("REFLECT_MOTION", "fals", "REFLECT_MOTION: motion is true or false. Did you mean false?"),
        ("REFLECT_HIGH_CONTRAST", "2", "REFLECT_HIGH_CONTRAST: high_contrast is true or false."),
        ("REFLECT_LOCK_AFTER_MINUTES", "241", "REFLECT_LOCK_AFTER_MINUTES: lock_after_minutes is a whole"),
        ("REFLECT_LOCK_AFTER_MINUTES", "soon", "The nearest is 15."),
    ],
)
def test_a_bad_value_in_the_environment_names_its_variable(name: str, value: str, said: str) -> None:
    with pytest.raises(WrongUse) as refused:
        told_by({name: value})
    assert said in str(refused.value)


def test_a_bad_option_names_itself() -> None:
    with pytest.raises(WrongUse, match=r"--theme: theme is dark or light\. Did you mean dark"):
        told_by({}, theme="drak")
