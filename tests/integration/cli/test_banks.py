"""`reflect bank`: the banks, without a workspace and without signing in."""

from __future__ import annotations

from pathlib import Path

from command_line import CommandLine, widest
from reflect.paths import shipped_banks


def test_everybody_may_list_the_banks_though_there_is_no_workspace(reflect: CommandLine) -> None:
    said = reflect("bank", "list")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == [
        "baby-e",
        "child-d",
        "child-s",
        "themes-from-scrs",
        "west-sussex-2017-18",
    ]
    assert "professionals-only" in said.out
    assert widest(said.out) <= 80


def test_a_bank_is_shown_whole_in_lines_that_fit(reflect: CommandLine) -> None:
    said = reflect("bank", "show", "child-s")
    whole = reflect("bank", "show", "child-s", "--json").json
    assert said.code == 0
    assert widest(said.out) <= 80
    assert "Handling: professionals-only" in said.out
    for part in (*whole["questions"], *whole["findings"]):
        assert part["id"] in said.out


def test_an_unknown_bank_is_not_found_and_the_nearest_is_named(reflect: CommandLine) -> None:
    said = reflect("bank", "show", "child-x")
    assert said.code == 4
    assert "child-s" in said.err
    assert said.out == ""


def test_the_shipped_banks_pass_their_check_in_silence(reflect: CommandLine) -> None:
    banks = [str(file) for file in sorted(shipped_banks().glob("*-*.yaml"))]
    said = reflect("bank", "check", *banks)
    assert (said.code, said.out) == (0, "")


def test_a_check_names_file_line_and_level_and_fails_on_errors_only(
    reflect: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "child-s.yaml"
    text = (shipped_banks() / "child-s.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("handling: professionals-only", "handling: secret"), encoding="utf-8")
    wrong = reflect("bank", "check", str(file))
    assert wrong.code == 1
    assert wrong.out.startswith(f"{file}:6: error: ")

    long_question = " ".join(["Do I always think about what the child would say"] * 5) + "?"
    first = text.index("    text: Do I always ")
    end = text.index("\n", first)
    file.write_text(text[:first] + f"    text: {long_question}" + text[end:], encoding="utf-8")
    advised = reflect("bank", "check", str(file))
    assert advised.code == 0
    assert ": advice: " in advised.out
    assert ": error: " not in advised.out


def test_a_check_against_the_older_file_asks_for_a_raised_version(
    reflect: CommandLine, tmp_path: Path
) -> None:
    old = shipped_banks() / "child-s.yaml"
    new = tmp_path / "child-s.yaml"
    text = old.read_text(encoding="utf-8").replace("title: Child S\n", "title: Child S again\n", 1)
    new.write_text(text, encoding="utf-8")
    unraised = reflect("bank", "check", str(new), "--against", str(old))
    assert unraised.code == 1
    assert "raise it to" in unraised.out

    version = next(line for line in text.splitlines() if line.startswith("version: "))
    new.write_text(text.replace(version, "version: 99", 1), encoding="utf-8")
    assert reflect("bank", "check", str(new), "--against", str(old)).code == 0


def test_a_file_that_is_not_there_is_an_error_of_the_check(reflect: CommandLine, tmp_path: Path) -> None:
    said = reflect("bank", "check", str(tmp_path / "nothing.yaml"))
    assert said.code == 1
    assert "nothing.yaml:" in said.out


def test_an_older_file_can_be_compared_with_one_file_only(reflect: CommandLine) -> None:
    said = reflect("bank", "check", "a.yaml", "b.yaml", "--against", "c.yaml")
    assert said.code == 2
    assert "--against" in said.err
