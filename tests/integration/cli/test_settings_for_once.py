"""Settings for one run: an option before the noun, or the environment; a bad one stops every command at once."""

from __future__ import annotations

import pytest

from command_line import CommandLine


def test_a_theme_for_this_time_goes_before_the_noun(reflect: CommandLine) -> None:
    assert reflect("--theme", "light", "bank", "list").code == 0
    wrong = reflect("--theme", "ligth", "bank", "list")
    assert (wrong.code, wrong.out) == (2, "")
    assert "--theme: theme is dark or light." in wrong.err
    assert "Did you mean light?" in wrong.err


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("REFLECT_THEME", "drak", "Did you mean dark?"),
        ("REFLECT_HIGH_CONTRAST", "ture", "Did you mean true?"),
        ("REFLECT_MOTION", "of", "Did you mean false?"),
        ("REFLECT_LOCK_AFTER_MINUTES", "1000", "The nearest is 240."),
    ],
)
def test_a_bad_variable_is_named_with_the_nearest_value(
    reflect: CommandLine, monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str
) -> None:
    monkeypatch.setenv(name, value)
    said = reflect("bank", "list")
    assert (said.code, said.out) == (2, "")
    assert name in said.err
    assert hint in said.err


def test_the_option_makes_a_bad_variable_of_its_own_harmless(
    reflect: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFLECT_THEME", "drak")
    assert reflect("--theme", "dark", "bank", "list").code == 0
