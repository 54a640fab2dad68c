"""When the program breaks, its words are the kind of fault and the place: never what somebody wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal import Terminal

BREAKING_APP = Path(__file__).with_name("breaking_app.py")
SECRET = "Quillfeather"


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        ("worker", "KeyError"),
        ("task", "LookupError"),
        ("render", "ValueError"),
        ("thread", "ValueError"),
        ("lane", "KeyError"),
        ("forgotten", "ValueError"),
    ],
)
def test_a_fault_with_a_secret_in_a_variable_shows_kind_and_place_only(
    how: str, kind: str, tmp_path: Path
) -> None:
    terminal = Terminal(str(BREAKING_APP), how, str(tmp_path / "workspace"))
    assert terminal.wait_for_end() in (0, 1)
    written = terminal.written.decode("utf-8", "replace")
    assert SECRET not in written
    assert "Traceback" not in written
    assert f"{kind} at" in " ".join(written.split())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
