"""Settings of a workspace: one commented file that a person may also write by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect.errors import WrongUse
from reflect.settings import FILE_NAME, Settings, load_settings, save_settings


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(lock_after_minutes=15, theme="dark")


def test_what_is_saved_is_read_again_word_for_word(tmp_path: Path) -> None:
    chosen = Settings(
        local_procedure='Ring "the desk" on 0123 \\ ask for Sam',
        support_line="Ext. 4 – day and night",
        theme="light",
    )
    save_settings(tmp_path, chosen)
    assert load_settings(tmp_path) == chosen


def test_each_setting_stands_below_a_sentence_that_explains_it(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings())
    lines = (tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "=" in line and not line.startswith("#"):
            assert lines[number - 1].startswith("# "), line
    assert sum("=" in line for line in lines if not line.startswith("#")) == 5


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('theem = "dark"', "Did you mean theme?"),
        ('theme = "drak"', "Did you mean dark?"),
        ("lock_after_minutes = 0", "from 1 to 240"),
        ("lock_after_minutes = true", "from 1 to 240"),
        ("support_line = 5", "words in quotation marks"),
        ("theme = ", "cannot be read"),
    ],
)
def test_a_bad_value_is_named_with_the_nearest_known_one(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / FILE_NAME).write_text(written, encoding="utf-8")
    with pytest.raises(WrongUse) as refused:
        load_settings(tmp_path)
    assert FILE_NAME in str(refused.value)
    assert said in str(refused.value)
