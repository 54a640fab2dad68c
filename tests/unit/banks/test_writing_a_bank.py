"""The guide for authors holds a bank to copy: it must be one that the check leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from reflect.banks.check import check_file
from reflect.banks.schema import BANK, QUESTION
from reflect.domain.themes import Vocabulary
from reflect.paths import shipped_banks

TOP = Path(__file__).parents[3]


def test_the_bank_in_the_guide_is_a_good_one(write: Callable[..., Path], vocabulary: Vocabulary) -> None:
    guide = (TOP / "docs" / "writing-a-bank.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert check_file(write(example, "my-briefing.yaml"), vocabulary) == ()


def test_the_readme_names_every_key_of_the_format() -> None:
    readme = (shipped_banks() / "README.md").read_text(encoding="utf-8")
    missing = [key for key in (*BANK.keys, *QUESTION.keys) if f"| `{key}` |" not in readme]
    assert missing == []


def test_every_bank_is_in_the_notice() -> None:
    notice = (shipped_banks() / "NOTICE.md").read_text(encoding="utf-8")
    banks = [path for path in shipped_banks().glob("*.yaml") if "\ndocument:" in path.read_text("utf-8")]
    assert len(banks) >= 5
    assert [path.stem for path in banks if f"`{path.stem}`" not in notice] == []
