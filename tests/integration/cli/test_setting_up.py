"""Setting up: a workspace made, people invited and gone, passphrases changed and recovered."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from reflect.domain.people import Standing
from reflect.workspace import Workspace

NEW = "seven paper boats at dusk"


@pytest.fixture
def new_passphrase(tmp_path: Path) -> str:
    file = tmp_path / "new-passphrase"
    file.write_text(NEW, encoding="utf-8")
    return str(file)


def test_init_makes_a_workspace_and_says_the_recovery_words_once(
    reflect: CommandLine, new_passphrase: str
) -> None:
    said = reflect(
        "init", "--name", "Robin Example", "--profession", "midwife", "--passphrase-file", new_passphrase
    )
    assert said.code == 0, said.err
    assert len(said.out.split()) >= 12
    assert len(said.out.splitlines()) == 1
    assert "lost" in said.err

    assert reflect("--passphrase-file", new_passphrase, "person", "show").out.startswith("Name")
    assert said.out.strip() not in "".join(
        file.read_bytes().decode("latin-1") for file in reflect.folder.iterdir()
    )


def test_the_recovery_words_can_go_to_a_file_of_their_own(
    reflect: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    words = tmp_path / "words"
    options = ["--name", "Robin", "--profession", "midwife", "--passphrase-file", new_passphrase]
    said = reflect("init", *options, "--recovery-file", str(words))
    assert (said.code, said.out) == (0, "")
    assert len(words.read_text(encoding="utf-8").split()) >= 12
    if sys.platform != "win32":
        assert stat.S_IMODE(words.stat().st_mode) == 0o600


def test_init_never_writes_over_a_file_or_a_workspace(
    robin: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    options = ["--name", "Robin", "--profession", "midwife", "--passphrase-file", new_passphrase]
    again = robin("init", *options)
    assert again.code == 1
    assert "already" in again.err

    precious = tmp_path / "precious"
    precious.write_text("keep me", encoding="utf-8")
    robin.folder = tmp_path / "another"
    refused = robin("init", *options, "--recovery-file", str(precious))
    assert refused.code == 2
    assert precious.read_text(encoding="utf-8") == "keep me"
    assert not robin.folder.exists()


def test_a_weak_passphrase_makes_no_workspace_and_no_recovery_file(
    reflect: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "weak"
    file.write_text("password1", encoding="utf-8")
    words = tmp_path / "words"
    options = ["--name", "R", "--profession", "nurse", "--passphrase-file", str(file)]
    said = reflect("init", *options, "--recovery-file", str(words))
    assert said.code == 2
    assert not words.exists()
    assert not Workspace(reflect.folder).exists()


def test_a_synchronised_folder_is_refused_with_the_reason(
    reflect: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    reflect.folder = tmp_path / "Dropbox" / "reflect"
    options = ["--name", "Robin", "--profession", "midwife", "--passphrase-file", new_passphrase]
    for words in (["init", *options], ["demo", str(reflect.folder), "--no-open"]):
        said = reflect(*words)
        assert said.code == 1
        assert "Dropbox" in said.err
        assert not reflect.folder.exists()


@pytest.mark.parametrize("missing", ["--name", "--profession", "--passphrase-file"])
def test_without_a_terminal_init_names_the_option_that_is_missing(
    reflect: CommandLine, new_passphrase: str, missing: str
) -> None:
    given = {"--name": "Robin", "--profession": "nurse", "--passphrase-file": new_passphrase}
    del given[missing]
    said = reflect("--no-input", "init", *(word for pair in given.items() for word in pair))
    assert said.code == 2
    assert missing in said.err


def test_somebody_invited_joins_with_a_code_and_their_own_passphrase(
    robin: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    code = tmp_path / "code"
    invited = robin(
        "person", "invite", "Sam Sample", "--profession", "police officer", "--code-file", str(code)
    )
    assert (invited.code, invited.out) == (0, "")
    assert code.read_text(encoding="utf-8").strip() not in invited.err

    robin.who = []
    joined = robin("person", "join", "--code-file", str(code), "--passphrase-file", new_passphrase)
    assert joined.code == 0, joined.err
    assert len(joined.out.split()) >= 12

    robin.as_somebody("sam sample", NEW, tmp_path / "sams")
    people = robin("person", "list", "--json").json
    assert [(person["name"], person["standing"]) for person in people] == [
        ("Robin Example", None),
        ("Sam Sample", "active"),
    ]
    assert robin("person", "show", "--json").json["profession"] == "police officer"

    used_up = robin("person", "join", "--code-file", str(code), "--passphrase-file", new_passphrase)
    assert used_up.code in (2, 4, 5)


def test_only_an_administrator_invites_and_deactivates(clementine: CommandLine) -> None:
    for verb, name in (("invite", "Somebody New"), ("deactivate", "Basil Umbrella")):
        said = clementine("person", verb, name)
        assert said.code == 3
        assert "administrator" in said.err
        assert said.out == ""


def test_somebody_deactivated_cannot_come_in_any_more(clementine: CommandLine, tmp_path: Path) -> None:
    clementine.as_somebody("Juniper Teapot", "demo", tmp_path / "lead")
    unasked = clementine("--no-input", "person", "deactivate", "Basil Umbrella")
    assert unasked.code == 2
    assert "Give it with --yes." in unasked.err
    said = clementine("person", "deactivate", "Basil Umbrella", "--yes")
    assert said.code == 0, said.err
    assert "Basil Umbrella" in said.err

    standing = {person.name: person.standing for person in Workspace(clementine.folder).people()}
    assert standing.get("Basil Umbrella", Standing.INACTIVE) is Standing.INACTIVE
    assert clementine("answer", "list").code == 0
    clementine.as_somebody("Basil Umbrella", "demo", tmp_path / "gone")
    assert clementine("answer", "list").code in (3, 4, 5)


def test_somebody_unknown_is_not_found(clementine: CommandLine) -> None:
    assert clementine("person", "show", "Nobody Atall").code == 4


def test_a_passphrase_is_changed_and_the_old_one_opens_nothing(
    robin: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    said = robin("passphrase", "change", "--new-passphrase-file", new_passphrase)
    assert said.code == 0, said.err
    assert robin("answer", "list").code == 5
    robin.clock.go_on(seconds=2)
    assert robin.as_somebody("Robin Example", NEW, tmp_path / "fresh")("answer", "list").code == 0


def test_recovery_words_set_a_new_passphrase(
    reflect: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    first, words = tmp_path / "first", tmp_path / "words"
    first.write_text("a lantern by the canal", encoding="utf-8")
    options = ["--name", "Robin", "--profession", "nurse", "--passphrase-file", str(first)]
    assert reflect("init", *options, "--recovery-file", str(words)).code == 0

    recovered = reflect(
        "passphrase", "recover", "--words-file", str(words), "--new-passphrase-file", new_passphrase
    )
    assert recovered.code == 0, recovered.err
    assert reflect("--passphrase-file", str(first), "answer", "list").code == 5
    reflect.clock.go_on(seconds=2)
    assert reflect("--passphrase-file", new_passphrase, "answer", "list").code == 0

    words.write_text("these are not the words", encoding="utf-8")
    refused = reflect(
        "passphrase", "recover", "--words-file", str(words), "--new-passphrase-file", str(first)
    )
    assert refused.code in (2, 5)


def test_new_recovery_words_take_the_place_of_lost_ones(
    robin: CommandLine, new_passphrase: str, tmp_path: Path
) -> None:
    lost, fresh = tmp_path / "lost", tmp_path / "fresh-words"
    first = robin("passphrase", "words")
    assert first.code == 0, first.err
    assert len(first.out.split()) == 12
    assert "shown this once" in first.err
    lost.write_text(first.out, encoding="utf-8")

    second = robin("passphrase", "words", "--recovery-file", str(fresh))
    assert (second.code, second.out) == (0, "")
    assert "open nothing any more" in " ".join(second.err.split())
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o600 or os.name != "posix"

    recover = ("--new-passphrase-file", new_passphrase)
    assert robin("passphrase", "recover", "--words-file", str(lost), *recover).code == 5
    robin.clock.go_on(seconds=2)
    recovered = robin("passphrase", "recover", "--words-file", str(fresh), *recover)
    assert recovered.code == 0, recovered.err


def test_new_recovery_words_are_refused_without_the_passphrase_and_without_a_place(
    robin: CommandLine, tmp_path: Path
) -> None:
    there, fresh = tmp_path / "there", tmp_path / "fresh-words"
    there.write_text("keep me", encoding="utf-8")
    assert robin("passphrase", "words", "--recovery-file", str(there)).code == 2
    assert there.read_text(encoding="utf-8") == "keep me"
    robin.as_somebody("Robin Example", "not this one", tmp_path / "wrong")
    refused = robin("passphrase", "words", "--recovery-file", str(fresh))
    assert (refused.code, refused.out) == (5, "")
    assert not fresh.exists()


def test_a_wrong_passphrase_is_refused_at_once_until_its_wait_is_over(
    robin: CommandLine, tmp_path: Path
) -> None:
    right = list(robin.who)
    robin.as_somebody("Robin Example", "not this one", tmp_path / "wrong")
    assert robin("answer", "list").code == 5
    robin.clock.go_on(seconds=1)
    again = robin("answer", "list")
    assert again.code == 5
    assert "2 seconds" in again.err

    robin.who = right
    waiting = robin("answer", "list")
    assert waiting.code == 5
    assert "too soon" in waiting.err
    robin.clock.go_on(seconds=2)
    assert robin("answer", "list").code == 0


def test_a_passphrase_file_may_be_as_windows_writes_it(robin: CommandLine, tmp_path: Path) -> None:
    for number, content in enumerate(
        (
            b"\xef\xbb\xbfa lantern by the canal\r\n",
            "a lantern by the canal\r\n".encode("utf-16"),
        )
    ):
        file = tmp_path / f"windows-{number}"
        file.write_bytes(content)
        robin.who = ["--passphrase-file", str(file)]
        assert robin("answer", "list").code == 0


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"x" * 5000, b"caf\xe9 by the canal"])
def test_a_file_that_holds_no_passphrase_is_wrong_use(
    robin: CommandLine, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "odd"
    file.write_bytes(content)
    robin.who = ["--passphrase-file", str(file)]
    said = robin("answer", "list")
    assert said.code == 2
    assert "--passphrase-file" in said.err


def test_an_invitation_names_somebody_who_is_not_here_yet(reflect: CommandLine) -> None:
    said = " ".join(reflect("person", "invite", "--help").out.split())
    assert "The name of whom you invite, as the others are to see it." in said
    assert "a person in the workspace" not in said
