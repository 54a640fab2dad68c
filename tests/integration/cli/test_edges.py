"""The edge of the program: whatever happens, a sentence and an exit code, and nobody's words in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command_line import CommandLine, Said, widest
from reflect.errors import NotSaved
from reflect.services.reflecting import Reflecting

SECRET = "a secret that nobody may see"


def test_each_exit_code_has_its_meaning(clementine: CommandLine, tmp_path: Path) -> None:
    said = {
        0: clementine("answer", "list"),
        1: clementine("demo", str(clementine.folder), "--no-open"),
        2: clementine("answer", "list", "--since", "whenever"),
        3: clementine("person", "invite", "Somebody New"),
        4: clementine("answer", "show", "ffffffff"),
        5: clementine.as_somebody("Clementine Lampshade", "wrong", tmp_path / "x")("answer", "list"),
    }
    assert {code: one.code for code, one in said.items()} == {code: code for code in said}
    for code in (1, 2, 3, 4, 5):
        assert said[code].out == ""
        assert len(said[code].err.splitlines()) >= 2
        assert widest(said[code].err) <= 80


@pytest.mark.parametrize("words", [["person", "list"], ["answer", "list"], ["doctor"], ["ask", "child-s"]])
def test_where_no_workspace_is_the_command_says_how_to_make_one(
    reflect: CommandLine, words: list[str]
) -> None:
    said = reflect(*words)
    assert said.code == 4
    assert "reflect init" in said.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["banks"], "reflect --help"),
        (["bank"], "list, show, check"),
        (["bank", "lst"], "reflect bank --help"),
        (["bank", "show"], "reflect bank show --help"),
        (["bank", "list", "--colour"], "reflect bank list --help"),
        (["answer", "export", "--format", "pdf"], "reflect answer export --help"),
    ],
)
def test_a_command_that_is_not_understood_is_wrong_use(
    reflect: CommandLine, words: list[str], hint: str
) -> None:
    said = reflect(*words)
    assert said.code == 2
    assert hint in said.err
    assert "Traceback" not in said.err


def test_the_app_needs_a_terminal_and_names_the_command_to_use(robin: CommandLine) -> None:
    for words, instead in (
        ([], "reflect ask BANK"),
        (["on", "child-s"], "reflect ask child-s"),
        (["on", "child-d", "checking-reported-drinking"], "reflect ask child-d checking-reported-drinking"),
        (["with", "Sam Lead"], "reflect supervision list"),
    ):
        said = robin(*words)
        assert said.code == 2
        assert instead in " ".join(said.err.split())
    assert robin("on", "child-x").code == 4


def test_with_several_people_the_name_is_asked_for_by_its_option(clementine: CommandLine) -> None:
    clementine.who = clementine.who[2:]
    said = clementine("answer", "list")
    assert said.code == 2
    assert "--as" in said.err


def test_without_anybody_to_ask_the_passphrase_file_is_named(robin: CommandLine) -> None:
    robin.who = []
    for words in (["answer", "list"], ["--no-input", "answer", "list"]):
        said = robin(*words)
        assert said.code == 2
        assert "--passphrase-file" in said.err


def test_a_fault_of_the_programs_own_shows_kind_and_place_and_no_words(
    robin: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Reflecting, bank: str, question: str, *, text: str, scale: object) -> None:
        raise ZeroDivisionError(f"{text} {SECRET}")

    monkeypatch.setattr(Reflecting, "add_answer", broken)
    said = robin("answer", "add", "child-d", "checking-reported-drinking", stdin=SECRET)
    assert said.code == 1
    assert "ZeroDivisionError" in said.err
    assert "reflect.cli.answer:" in said.err
    assert "secret" not in said.err + said.out
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (KeyboardInterrupt(), "Stopped."),
        (EOFError(), "the input ended"),
        (NotSaved("The disk is full.", "Make room and try again."), "The disk is full."),
        (OSError(28, "No space left on device", "x"), "No space left on device"),
        (RecursionError(SECRET), "RecursionError"),
    ],
)
def test_whatever_stops_a_command_is_one_failure(
    robin: CommandLine, monkeypatch: pytest.MonkeyPatch, fault: BaseException, words: str
) -> None:
    def stopped(_: Reflecting, **__: object) -> None:
        raise fault

    monkeypatch.setattr(Reflecting, "answers", stopped)
    said = robin("answer", "list")
    assert said.code == 1
    assert words in said.err
    assert SECRET not in said.err


def test_a_narrow_console_shows_another_character_and_goes_on(robin: CommandLine) -> None:
    robin("answer", "add", "child-d", "checking-reported-drinking", stdin="孩子 café 🧡")
    listed = robin("answer", "list", encoding="cp1252")
    assert listed.code == 0
    assert "? caf" in listed.out
    as_json = robin("answer", "list", "--json", encoding="cp1252")
    assert as_json.json[0]["text"] == "孩子 café 🧡"
    assert robin("answer", "export", encoding="ascii").code == 0


def test_a_name_with_escapes_in_it_does_not_reach_the_terminal(reflect: CommandLine) -> None:
    for words in (["bank", "show", "\x1b[2J"], ["\x1b]0;x\x07"], ["bank", "check", "\x1b[2J.yaml"]):
        said = reflect(*words)
        assert said.code != 0
        assert "\x1b" not in said.err + said.out


def test_the_reader_of_a_list_may_go_away(made_up_team: Path, tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    ended = subprocess.run(
        [sys.executable, "-m", "reflect", "bank", "show", "west-sussex-2017-18"],
        stdout=write,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    os.close(write)
    assert ended.returncode == 1
    assert ended.stderr == b""


def test_closed_standard_streams_are_no_fault(robin: CommandLine) -> None:
    def closed(streams: str, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "reflect", "--workspace", str(robin.folder), *robin.who, *words]
        return subprocess.run(
            ["sh", "-c", f'exec "$@" {streams}', "sh", *command],
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )

    no_input = closed("<&-", "answer", "add", "child-d", "checking-reported-drinking")
    assert no_input.returncode == 2
    assert "Nothing was said." in no_input.stderr
    no_output = closed(">&-", "answer", "list", "--json")
    assert no_output.returncode == 1
    assert "Standard output is closed" in no_output.stderr
    assert closed("2>&-", "answer", "list").returncode == 0
    assert closed("<&- >&- 2>&-").returncode == 2


def test_the_installed_program_says_its_version_and_its_banks(program: Callable[..., Said]) -> None:
    version = program("--version")
    assert (version.code, version.out.split()[0]) == (0, "reflect")
    listed = program("bank", "list", "--json")
    assert listed.code == 0
    assert len(listed.json) >= 5
    assert program().code == 2
    assert "themes" not in listed.out.splitlines()[2]


def test_a_workspace_can_be_named_by_the_environment(
    program: Callable[..., Said], made_up_team: Path, tmp_path: Path
) -> None:
    (tmp_path / "pass").write_text("demo", encoding="utf-8")
    who = ["--as", "Clementine Lampshade", "--passphrase-file", "pass"]
    said = program(*who, "answer", "list", "--json", REFLECT_WORKSPACE=str(made_up_team))
    assert said.code == 0
    assert said.json[0]["state"] == "private"
    nowhere = program(*who, "answer", "list", REFLECT_WORKSPACE="")
    assert nowhere.code == 4


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_commands_and_banks_are_completed(program: Callable[..., Said], shell: str) -> None:
    asked = {
        "COMP_WORDS": "reflect bank show ch",
        "COMP_CWORD": "3",
        "_TYPER_COMPLETE_ARGS": "reflect bank show ch",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "ch",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    said = program(_REFLECT_COMPLETE=f"complete_{shell}", **asked)
    assert said.code == 0
    assert "child-d" in said.out
    assert "child-s" in said.out
    assert "baby-e" not in said.out


@pytest.mark.parametrize("words", ["--version", "--help", "bank list"])
def test_what_needs_no_sign_in_loads_neither_screens_nor_tables_nor_keys(words: str) -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom reflect.cli.run import run\nrun(sys.argv[1:])\n"
            "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)",
            *words.split(),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stderr.split())
    assert "reflect" in loaded
    assert not loaded & {"textual", "rich", "sqlmodel", "sqlalchemy", "cryptography", "alembic"}


def test_a_wrong_verb_is_refused_and_the_noun_alone_names_them_all(robin: CommandLine) -> None:
    wrong = robin("action", "lsit")
    assert wrong.code == 2
    assert "No such command 'lsit'" in wrong.err
    whole = robin("action", "--help").out
    assert all(verb in whole for verb in ("add", "list", "hand-over", "not-achieved"))
    assert "hand-over" not in robin("action", "list", "--help").out
