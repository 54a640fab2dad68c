"""`reflect action import`: lines that reflect wrote come in whole, once, and only as they were signed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from command_line import CommandLine
from own_actions import agreed, moved


def lines_of(person: CommandLine, file: Path) -> Path:
    """The actions of somebody, as an export writes them."""
    file.write_text(person("action", "export").out, encoding="utf-8")
    return file


def emptied(person: CommandLine, before: Path) -> None:
    """The workspace as it was in a copy."""
    shutil.rmtree(person.folder)
    shutil.copytree(before, person.folder)


def test_actions_come_back_into_an_older_copy_of_the_workspace_and_a_second_time_changes_nothing(
    robin: CommandLine, tmp_path: Path
) -> None:
    shutil.copytree(robin.folder, tmp_path / "before")
    first = agreed(robin, what="Ring the school")
    agreed(robin, what="Ask about fathers")
    moved(robin, "start", first)
    file = lines_of(robin, tmp_path / "mine.jsonl")
    listed = robin("action", "list", "--json").json
    emptied(robin, tmp_path / "before")
    said = robin("action", "import", str(file))
    assert (said.code, said.out, said.err.strip()) == (0, "", "Actions taken in: 2 new.")
    assert robin("action", "list", "--json").json == listed
    assert robin("action", "import", str(file)).err.strip() == "Actions taken in: 2 unchanged."
    assert robin("action", "list", "--json").json == listed
    assert robin("doctor", "--deep").code == 0


def test_lines_that_an_editor_saved_with_its_mark_at_the_front_are_taken_in(
    robin: CommandLine, tmp_path: Path
) -> None:
    agreed(robin)
    file = lines_of(robin, tmp_path / "mine.jsonl")
    file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert robin("action", "import", str(file)).err.strip() == "Actions taken in: 1 unchanged."


def test_more_history_is_added_to_an_action_that_is_here(robin: CommandLine, tmp_path: Path) -> None:
    action = agreed(robin, what="Ring the school")
    shutil.copytree(robin.folder, tmp_path / "before")
    moved(robin, "start", action)
    file = lines_of(robin, tmp_path / "mine.jsonl")
    emptied(robin, tmp_path / "before")
    assert robin("action", "import", str(file)).err.strip() == "Actions taken in: 1 with more history."
    assert robin("action", "show", action, "--json").json["status"] == "in-progress"


def test_a_line_with_a_changed_event_is_named_and_nothing_at_all_comes_in(
    robin: CommandLine, tmp_path: Path
) -> None:
    shutil.copytree(robin.folder, tmp_path / "before")
    agreed(robin, what="Ring the school")
    agreed(robin, what="Ask about fathers")
    file = lines_of(robin, tmp_path / "mine.jsonl")
    good, other = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    other["events"][0]["data"]["what"] = "Something that nobody agreed"
    file.write_text(f"{json.dumps(good)}\n{json.dumps(other)}\n", encoding="utf-8")
    emptied(robin, tmp_path / "before")
    said = robin("action", "import", str(file))
    assert said.code == 2
    assert "Line 2 cannot be taken in: event 1: its signature does not hold." in " ".join(said.err.split())
    assert "Nothing was taken in" in said.err
    assert "nobody agreed" not in said.err
    assert robin("action", "list", "--json").json == []


def test_a_file_that_is_none_of_ours_or_cannot_be_read_is_refused(robin: CommandLine, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,\n", encoding="utf-8")
    assert "Line 1 cannot be taken in" in robin("action", "import", str(letter)).err
    letter.write_bytes(b"\xff\xfe\x00")
    for file in (letter, tmp_path, tmp_path / "nowhere"):
        said = robin("action", "import", str(file))
        assert said.code == 1
        assert "Nothing was changed" in said.err
